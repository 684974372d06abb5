"""Awards: the gallery of a month, who is put forward, each step on the way, the certificate."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.contrib.contenttypes.models import ContentType
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.doors import YES, PersonRequest, no, require
from campus.lists.views import list_page
from campus.models import Attachment
from campus.shell.form_page import form_page
from dormitory import rights
from dormitory.actions import awards as actions
from dormitory.forms.awards import CycleForm, NominateForm, RefuseForm, next_cycle
from dormitory.lists import NOMINATIONS
from dormitory.models import AwardCycle, Nomination
from dormitory.views.houses import found_room

# As many months as somebody looks back.
MONTHS = 12


@require_safe
def awards(request: PersonRequest) -> HttpResponse:
    """The newest award with its rooms, and those before."""
    return gallery(request, AwardCycle.objects.first())


@require_safe
def award(request: PersonRequest, pk: int) -> HttpResponse:
    """The award of one month."""
    return gallery(request, get_object_or_404(AwardCycle, pk=pk))


def gallery(request: PersonRequest, cycle: AwardCycle | None) -> HttpResponse:
    """What is asked, what stands under public notice, and the awarded rooms with their photos."""
    shown = Nomination.objects.visible_to(request.user).filter(cycle=cycle).with_all()
    public = list(shown.filter(status__in=Nomination.PUBLIC).order_by("room__place__code", "pk"))
    photos = photos_of(public)
    cards = [(each, photos.get(each.pk, []), named(request, each)) for each in public]
    context = {
        "cycle": cycle, "cycles": AwardCycle.objects.all()[:MONTHS],
        "awarded": [card for card in cards if card[0].awarded_on],
        "on_notice": [card for card in cards if not card[0].awarded_on],
        "may_keep": rights.can_keep_awards(request.user),
        "may_list": rights.can_list_nominations(request.user),
    }  # fmt: skip
    return render(request, "dormitory/awards.html", context)


def photos_of(nominations: Iterable[Nomination]) -> dict[int, list[Attachment]]:
    """The pictures of nominations, by their numbers; one query."""
    kind = ContentType.objects.get_for_model(Nomination)
    numbers = [each.pk for each in nominations]
    found: dict[int, list[Attachment]] = defaultdict(list)
    kept = Attachment.objects.filter(content_type=kind, object_id__in=numbers, removed_at=None)
    for photo in kept.select_related("file").order_by("pk"):
        if photo.is_picture and photo.object_id:
            found[photo.object_id].append(photo)
    return found


def named(request: PersonRequest, nomination: Nomination) -> str:
    """The exemplar's name as far as the reader is told it."""
    told = nomination.pupil and rights.is_named_to(request.user, nomination)
    return nomination.pupil.name if nomination.pupil and told else ""


@require_http_methods(["GET", "POST"])
def award_new(request: PersonRequest) -> HttpResponse:
    """Lay the award of a month."""
    require(rights.can_keep_awards(request.user))
    form = CycleForm(request.POST or None, initial=next_cycle(timezone.localdate()))
    return written(request, AwardCycle(), form, back=reverse("dormitory:awards"))


@require_http_methods(["GET", "POST"])
def award_edit(request: PersonRequest, pk: int) -> HttpResponse:
    """Change what is asked of a room."""
    cycle = get_object_or_404(AwardCycle, pk=pk)
    require(rights.can_keep_awards(request.user))
    form = CycleForm(request.POST or None, instance=cycle)
    return written(request, cycle, form, back=cycle.get_absolute_url())


def written(
    request: PersonRequest, cycle: AwardCycle, form: CycleForm, *, back: str
) -> HttpResponse:
    """The cycle as typed, stored; else the form with its errors."""
    if not form.is_valid():
        return form_page(request, form, title=_("Award of a month"), back=back)
    fields = form.cleaned_data
    kept = actions.write_cycle(cycle, by=request.user, at=timezone.now(), **fields)
    messages.success(request, _("The award of %(month)s is laid.") % {"month": kept})
    return redirect(kept)


@require_safe
def nominations(request: PersonRequest) -> HttpResponse:
    """Who is put forward."""
    return list_page(request, NOMINATIONS, "dormitory/stays.html")


@require_http_methods(["GET", "POST"])
def nominate(request: PersonRequest, pk: int) -> HttpResponse:
    """Put a room, or somebody who sleeps there, forward."""
    room, person = found_room(request, pk), request.user
    require(rights.can_nominate(person, room))
    form = NominateForm(
        request.POST or None, request.FILES or None, room=room, person=person,
        today=timezone.localdate(),
    )  # fmt: skip
    if not form.is_valid():
        back = reverse("dormitory:my_room") if person.is_pupil else room.get_absolute_url()
        return form_page(
            request, form, title=_("Put forward for the award"), back=back, under=str(room),
            button=_("Put forward"),
        )  # fmt: skip
    made = actions.nominate(room=room, by=person, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("Put forward. The warden recommends it, another one approves it."))
    return redirect(made)


def found(request: PersonRequest, pk: int) -> Nomination:
    return get_object_or_404(Nomination.objects.visible_to(request.user).with_all(), pk=pk)


@require_safe
def nomination(request: PersonRequest, pk: int) -> HttpResponse:
    """One nomination: where it stands, what vetoes it, what is to be done."""
    shown, person = found(request, pk), request.user
    context: dict[str, Any] = {
        "nomination": shown, "name": named(request, shown), "photos": photos_of([shown])[shown.pk],
        "veto": actions.veto_on(shown) if shown.is_open else "",
        "may_recommend": rights.can_recommend(person, shown),
        "may_approve": rights.can_approve_nomination(person, shown),
        "may_refuse": rights.can_refuse_nomination(person, shown),
        "may_withdraw": rights.can_withdraw_nomination(person, shown),
        "may_consent": rights.can_consent(person, shown),
    }  # fmt: skip
    return render(request, "dormitory/nomination.html", context)


@require_POST
def recommend(request: PersonRequest, pk: int) -> HttpResponse:
    """Stand for it."""
    shown = found(request, pk)
    require(rights.can_recommend(request.user, shown))
    actions.recommend(shown, by=request.user, at=timezone.now())
    messages.success(request, _("Recommended; student affairs approve it."))
    return redirect(shown)


@require_POST
def approve(request: PersonRequest, pk: int) -> HttpResponse:
    """Put it under public notice."""
    shown = found(request, pk)
    require(rights.can_approve_nomination(request.user, shown))
    actions.approve(shown, by=request.user, at=timezone.now())
    messages.success(request, _("It stands under public notice now."))
    return redirect(shown)


@require_POST
def give(request: PersonRequest, pk: int) -> HttpResponse:
    """Award it after the notice."""
    shown = found(request, pk)
    require(rights.can_approve_nomination(request.user, shown))
    actions.award(shown, by=request.user, at=timezone.now())
    messages.success(request, _("Awarded. The certificate can be printed."))
    return redirect(shown)


@require_http_methods(["GET", "POST"])
def refuse(request: PersonRequest, pk: int) -> HttpResponse:
    """Say no, and why."""
    shown = found(request, pk)
    require(rights.can_refuse_nomination(request.user, shown))
    form = RefuseForm(request.POST or None)
    if not form.is_valid():
        back, under = shown.get_absolute_url(), str(shown)
        return form_page(request, form, title=_("Refuse"), back=back, under=under)
    actions.refuse(shown, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("Refused; whoever has put it forward is told."))
    return redirect(shown)


@require_POST
def withdraw(request: PersonRequest, pk: int) -> HttpResponse:
    """Take the application back."""
    shown = found(request, pk)
    require(rights.can_withdraw_nomination(request.user, shown))
    actions.withdraw(shown, by=request.user, at=timezone.now())
    messages.success(request, _("Withdrawn."))
    return redirect(shown)


@require_POST
def consent(request: PersonRequest, pk: int) -> HttpResponse:
    """The exemplar may be named."""
    return consented(request, pk, is_named=True)


@require_POST
def unname(request: PersonRequest, pk: int) -> HttpResponse:
    """The exemplar is named no longer."""
    return consented(request, pk, is_named=False)


def consented(request: PersonRequest, pk: int, *, is_named: bool) -> HttpResponse:
    shown = found(request, pk)
    require(rights.can_consent(request.user, shown))
    actions.consent(shown, named=is_named, by=request.user, at=timezone.now())
    words = _("Your name stands beside the award.") if is_named else _("Your name is gone.")
    messages.success(request, words)
    return redirect(shown)


@require_safe
def certificate(request: PersonRequest, pk: int) -> HttpResponse:
    """The certificate of what was awarded, on A4; an exemplar's is for those who know the name."""
    shown = found(request, pk)
    name = named(request, shown)
    require(YES if shown.awarded_on else no(_("It is not awarded yet.")))
    require(YES if name or not shown.pupil_id else no(_("The pupil is not named.")))
    context = {"nomination": shown, "name": name, "back": shown.get_absolute_url()}
    return render(request, "dormitory/certificate.html", context)
