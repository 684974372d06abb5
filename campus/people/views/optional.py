"""What else is kept of pupils: switched by administrators, filled in by class teachers."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.doors import PersonRequest, require
from campus.models import OptionalField, PupilExtra
from campus.people import actions, forms, rights
from campus.people.actions.optional import EMPTY
from campus.people.models import Optional
from campus.people.views.person import seen


@dataclass(frozen=True)
class About:
    """What an optional field is for, what allows it, who sees it, how long it is kept."""

    purpose: Promise
    basis: Promise
    seen_by: Promise
    kept: Promise


SEEN_BY = gettext_lazy("The pupil, the class teacher, dorm wardens, administrators.")
ABOUT = {
    Optional.GUARDIAN_PHONE: About(
        gettext_lazy("To reach a guardian when something happens in the dormitory."),
        gettext_lazy("Necessary for the duty of care of a boarding school (PIPL art. 13)."),
        SEEN_BY,
        gettext_lazy("While the pupil is at the school, or until the field is erased. Sealed."),
    ),
    Optional.GUARDIAN_CONSENT: About(
        gettext_lazy("To keep the special rules for children under 14. No birth date is kept."),
        gettext_lazy("The guardian's consent (PIPL art. 31)."),
        SEEN_BY,
        gettext_lazy("While the pupil is at the school, or until the field is erased."),
    ),
}


def known(key: str) -> Optional:
    """The optional field called `key`; raises Http404."""
    if key not in Optional.values:
        raise Http404
    return Optional(key)


@require_safe
def fields(request: PersonRequest) -> HttpResponse:
    """All optional fields with what they are for, and whether they are on."""
    require(rights.can_switch_fields(request.user))
    switches = {each.key: each for each in OptionalField.objects.select_related("by")}
    drawn: list[dict[str, Any]] = [
        {
            "field": field,
            "about": ABOUT[field],
            "switch": switches.get(field),
            "count": PupilExtra.objects.exclude(**EMPTY[field]).count(),
        }
        for field in Optional
    ]
    return render(request, "people/fields.html", {"fields": drawn})


@require_http_methods(["GET", "POST"])
def field_switch(request: PersonRequest, key: str) -> HttpResponse:
    """Switch a field to the other position, with the reason."""
    require(rights.can_switch_fields(request.user))
    field = known(key)
    to_on = key not in OptionalField.objects.keys_on()
    form = forms.SwitchField(request.POST or None)
    if not form.is_valid():
        context = {"form": form, "field": field, "about": ABOUT[field], "to_on": to_on}
        status = 422 if form.is_bound else 200
        return render(request, "people/field_switch.html", context, status=status)
    reason = form.cleaned_data["reason"]
    actions.switch_field(key, to_on=to_on, reason=reason, by=request.user, at=timezone.now())
    told = _("“%(field)s” is on.") if to_on else _("“%(field)s” is off.")
    messages.success(request, told % {"field": field.label})
    return redirect("people:fields")


@require_POST
def field_erase(request: PersonRequest, key: str) -> HttpResponse:
    """Erase what a field that is off still holds."""
    require(rights.can_switch_fields(request.user))
    count = actions.erase_field(known(key), by=request.user, at=timezone.now())
    words = ngettext("Erased for %(count)d pupil.", "Erased for %(count)d pupils.", count)
    messages.success(request, words % {"count": count})
    return redirect("people:fields")


@require_http_methods(["GET", "POST"])
def extra(request: PersonRequest, pk: int) -> HttpResponse:
    """Fill in the optional fields of a pupil; there are none where none is on."""
    shown = seen(request, pk)
    require(rights.can_write_extra(request.user, shown))
    on = OptionalField.objects.keys_on()
    if not on:
        raise Http404
    stored = PupilExtra.objects.filter(person=shown).first()
    form = forms.WriteExtra(request.POST or None, on=on, extra=stored)
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        context = {"form": form, "person": shown}
        return render(request, "people/extra.html", context, status=status)
    actions.write_extra(shown, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("%(name)s is saved.") % {"name": shown.name})
    return redirect(shown)
