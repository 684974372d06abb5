"""The list of people, and the page of one."""

from datetime import date
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.account import rights as account
from campus.doors import PersonRequest, require
from campus.lists.views import list_page
from campus.models import Duty, OptionalField, Person, PupilAccess
from campus.people import actions, forms, rights
from campus.people.exports import extra_of
from campus.people.lists import LOOKS, PEOPLE
from campus.privacy import rights as privacy
from campus.records.history import history_path
from campus.records.timeline import timeline_of

# Of who has looked, a pupil's page tells this many.
LOOKS_TOLD = 20
# Of whom is offered while somebody types, as many as are read at a glance.
OFFERED = 8


@require_safe
def people(request: PersonRequest) -> HttpResponse:
    """The people whom one may see."""
    asks = rights.can_ask_who_may(request.user)
    return list_page(
        request,
        PEOPLE,
        "people/people.html",
        asks_who_may=asks,
        switches=rights.can_switch_fields(request.user),
    )


@require_safe
def looks(request: PersonRequest) -> HttpResponse:
    """Who has looked at pupils' data."""
    return list_page(request, LOOKS)


def seen(request: PersonRequest, pk: int) -> Person:
    """A person whom one may see, 404 for all others; who looks at a pupil is noted."""
    related = Person.objects.select_related("department", "school_class")
    found = get_object_or_404(related.visible_to(request.user), pk=pk)
    if request.method != "POST":
        actions.note_look(found, by=request.user, at=timezone.now(), page=request.path)
    return found


@require_safe
def person(request: PersonRequest, pk: int) -> HttpResponse:
    """Who somebody is, what they are on duty as, how to reach them."""
    shown, reader = seen(request, pk), request.user
    context = {
        "person": shown,
        "duties": drawn_duties(shown, reader, timezone.localdate()),
        "shows_contact": rights.can_see_contact(reader, shown),
        "can_keep": rights.can_keep_people(reader),
        "can_give_duties": rights.can_give_duties(reader),
        "can_see_acts": rights.can_see_acts_of(reader, shown),
        "can_give_password": account.can_give_password(reader, shown),
        "can_reset_factor": account.can_reset_factor(reader, shown),
        "sign_in": sign_in_of(shown) if rights.can_see_sign_in(reader, shown) else None,
        "extra": extra_of(shown) if rights.can_see_extra(reader, shown) else [],
        "can_write_extra": rights.can_write_extra(reader, shown)
        and OptionalField.objects.keys_on(),
        "can_ask_for": reader != shown and privacy.can_ask_for(reader, shown),
        "looks": looks_at(shown, reader),
        "days": timeline_of(shown) if rights.can_read_past(reader, shown) else [],
        "history_path": history_path(reader, shown),
    }
    return render(request, "people/person.html", context)


def drawn_duties(shown: Person, reader: Person, today: date) -> list[dict[str, Any]]:
    """Duties in running, coming and past ones, each with what the reader may do with it."""
    related = ("person", "department", "school_class", "place", "stands_in_for__person")
    held = Duty.objects.filter(person=shown).select_related(*related)
    duties = list(held.prefetch_related("stand_ins__person").order_by("-starts_on", "-pk"))
    groups = [
        (_("On duty"), [duty for duty in duties if duty.runs(today)]),
        (_("Coming"), [duty for duty in duties if duty.starts_on > today]),
        (_("Past"), [duty for duty in duties if duty.is_over(today)]),
    ]
    return [
        {"label": label, "duties": [drawn_duty(duty, reader, today) for duty in of_them]}
        for label, of_them in groups
        if of_them
    ]


def drawn_duty(duty: Duty, reader: Person, today: date) -> dict[str, Any]:
    is_open = not duty.is_over(today) and duty.person.is_active
    return {
        "duty": duty,
        "stand_ins": [each for each in duty.stand_ins.all() if not each.is_over(today)],
        "can_change": is_open and rights.can_change_duty(reader, duty),
        "can_name_stand_in": is_open and rights.can_name_stand_in(reader, duty),
    }


def sign_in_of(shown: Person) -> dict[str, Any]:
    """What administrators see of somebody's sign-in."""
    own = Authenticator.objects.filter(user_id=shown.pk, type=Authenticator.Type.TOTP)
    return {
        "last": shown.last_login,
        "has_password": shown.has_usable_password(),
        "must_change": shown.must_change_password,
        "devices": UserSession.objects.filter(user=shown).count(),
        "has_factor": own.exists(),
    }


def looks_at(shown: Person, reader: Person) -> list[PupilAccess] | None:
    """Who has looked at a pupil's data lately, told to the pupil; None for everybody else."""
    if not shown.is_pupil or reader.pk != shown.pk:
        return None
    return list(PupilAccess.objects.of(shown)[:LOOKS_TOLD])


@require_http_methods(["GET", "POST"])
def person_edit(request: PersonRequest, pk: int) -> HttpResponse:
    """Correct a person."""
    shown = seen(request, pk)
    require(rights.can_keep_people(request.user))
    form = forms.EditPerson(request.POST or None, instance=shown)
    if not form.is_valid():
        return slip(request, form, shown, title=_("Edit"), button=_("Save"))
    changed = actions.change_person(shown, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("%(name)s is saved.") % {"name": changed.name})
    return redirect(changed)


@require_http_methods(["GET", "POST"])
def person_end(request: PersonRequest, pk: int) -> HttpResponse:
    """Somebody leaves."""
    shown = seen(request, pk)
    require(rights.can_keep_people(request.user))
    form = forms.EndPerson(request.POST or None, initial={"on": timezone.localdate()})
    if not form.is_valid():
        return slip(request, form, shown, title=_("Leaves the school"), button=_("They leave"))
    on = form.cleaned_data["on"]
    actions.end_person(shown, on=on, by=request.user, at=timezone.now())
    messages.success(request, _("%(name)s has left; the account is closed.") % {"name": shown.name})
    return redirect(shown)


@require_POST
def person_back(request: PersonRequest, pk: int) -> HttpResponse:
    """Somebody who had left is here again."""
    shown = seen(request, pk)
    require(rights.can_keep_people(request.user))
    actions.take_person_back(shown, by=request.user, at=timezone.now())
    messages.success(request, _("%(name)s is here again. Give duties anew.") % {"name": shown.name})
    return redirect(shown)


def slip(
    request: PersonRequest, form: Any, shown: Person, *, title: str, button: str, hint: str = ""
) -> HttpResponse:
    """A form about somebody, at first or with slips."""
    context = {"form": form, "person": shown, "form_title": title, "button": button, "hint": hint}
    status = 422 if form.is_bound else 200
    return render(request, "people/person_form.html", context, status=status)


@require_safe
def suggest(request: PersonRequest) -> HttpResponse:
    """A few of the staff whom somebody may mean who has typed `?q=` into a field."""
    require(rights.can_look_up_people(request.user))
    typed = request.GET.get("q", "").replace("\0", "").strip()[:40]
    fitting = Person.objects.staff().beginning(typed) if typed else Person.objects.none()
    found = fitting.select_related("department").order_by("name", "number")[:OFFERED]
    offers = [
        {"code": each.number, "name": each.name, "where": str(each.department or "")}
        for each in found
    ]
    return JsonResponse({"offers": offers})
