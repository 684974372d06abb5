"""Giving out duties, ending them, naming stand-ins."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from campus.doors import PersonRequest, require
from campus.models import Duty
from campus.people import actions, forms, rights
from campus.people.lists import duty_words
from campus.people.views.person import seen, slip


@require_http_methods(["GET", "POST"])
def duty_give(request: PersonRequest, pk: int) -> HttpResponse:
    """Put a person on duty."""
    shown = seen(request, pk)
    require(rights.can_give_duties(request.user))
    duty = Duty(person=shown, starts_on=timezone.localdate())
    roles = rights.roles_given_by(request.user)
    form = forms.GiveDuty(request.POST or None, instance=duty, roles=roles)
    if not form.is_valid():
        return slip(request, form, shown, title=_("Give a duty"), button=_("Give the duty"))
    given = actions.give_duty(duty, by=request.user, at=timezone.now())
    facts = {"name": shown.name, "role": duty_words(given)}
    messages.success(request, _("%(name)s is on duty: %(role)s.") % facts)
    return redirect(shown)


def found(request: PersonRequest, pk: int) -> Duty:
    """A duty of somebody whom one may see; 404 for all others."""
    related = Duty.objects.select_related("person", "department", "school_class", "place")
    duty = get_object_or_404(related, pk=pk)
    seen(request, duty.person_id)
    return duty


@require_http_methods(["GET", "POST"])
def duty_last_day(request: PersonRequest, pk: int) -> HttpResponse:
    """Set the last day of a duty, or take it away."""
    duty = found(request, pk)
    require(rights.can_change_duty(request.user, duty))
    form = forms.LastDay(request.POST or None, instance=duty)
    title = _("Last day of the duty: %(role)s") % {"role": duty_words(duty)}
    if not form.is_valid():
        return slip(request, form, duty.person, title=title, button=_("Save"))
    ends_on = form.cleaned_data["ends_on"]
    actions.set_last_day(duty, ends_on=ends_on, by=request.user, at=timezone.now())
    messages.success(request, _("The duty is changed."))
    return redirect(duty.person)


@require_http_methods(["GET", "POST"])
def duty_stand_in(request: PersonRequest, pk: int) -> HttpResponse:
    """Let somebody else hold a duty for some days."""
    duty = found(request, pk)
    require(rights.can_name_stand_in(request.user, duty))
    form = forms.NameStandIn(request.POST or None, of=duty, by=request.user)
    if not form.is_valid():
        title = _("Stand-in for %(name)s: %(role)s") % {
            "name": duty.person.name, "role": duty_words(duty),
        }  # fmt: skip
        hint = _("The stand-in may do in these days whatever the duty allows.")
        button = _("Name the stand-in")
        return slip(request, form, duty.person, title=title, button=button, hint=hint)
    typed = form.cleaned_data
    held = actions.name_stand_in(
        duty, person=typed["person"], first=typed["starts_on"], last=typed["ends_on"],
        by=request.user, at=timezone.now(),
    )  # fmt: skip
    messages.success(request, _("%(name)s stands in.") % {"name": held.person.name})
    return redirect(duty.person)
