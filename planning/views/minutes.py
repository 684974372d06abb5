"""The roll call and the minutes of a meeting, as they are taken while people talk."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from campus.doors import PersonRequest, require
from planning import rights
from planning.actions import minutes as actions
from planning.actions import rolls
from planning.forms.minutes import Decisions, MinutesForm, RollForm
from planning.models import Meeting
from planning.models.meeting import tally
from planning.views.meeting import found_meeting


@require_http_methods(["GET", "POST"])
def roll(request: PersonRequest, pk: int) -> HttpResponse:
    """Tick who is there."""
    meeting = found_meeting(request, pk)
    require(rights.can_run(request.user, meeting))
    if not meeting.is_held:
        return too_early_or_late(request, meeting)
    attendees = list(meeting.attendees.told())
    form = RollForm(request.POST or None, attendees=attendees, person=request.user)
    if not form.is_valid():
        context = {"meeting": meeting, "form": form, "tally": tally(attendees)}
        status = 422 if form.is_bound else 200
        return render(request, "planning/meeting_roll.html", context, status=status)
    rolls.call_roll(meeting, said=form.said, guests=form.cleaned_data["guests"], at=timezone.now())
    count = tally(meeting.attendees.all())
    messages.success(request, _("%(there)d of %(expected)d are there.") % count)
    return redirect("planning:meeting_roll" if count["open"] else "planning:meeting", meeting.pk)


def too_early_or_late(request: PersonRequest, meeting: Meeting) -> HttpResponse:
    """Back to the meeting, which offers what can be done to it now."""
    messages.warning(request, _("Roll and minutes are open from the opening to the publication."))
    return redirect(meeting)


@require_http_methods(["GET", "POST"])
def minutes(request: PersonRequest, pk: int) -> HttpResponse:
    """Type the minutes of each point, and what was decided."""
    meeting = found_meeting(request, pk)
    require(rights.can_run(request.user, meeting))
    if not meeting.is_held:
        return too_early_or_late(request, meeting)
    decisions = list(meeting.decisions.select_related("owner", "action"))
    form = MinutesForm(request.POST or None, meeting=meeting, points=list(meeting.agenda.all()))
    lines = Decisions(
        request.POST or None, decisions=[each for each in decisions if not each.action_id]
    )
    if not (form.is_valid() and lines.is_valid()):
        context = {"meeting": meeting, "form": form, "lines": lines, "decisions": decisions}
        status = 422 if form.is_bound else 200
        return render(request, "planning/meeting_minutes.html", context, status=status)
    actions.keep_minutes(
        meeting, minutes=form.minutes, decisions=lines.decided, by=request.user,
        at=timezone.now(), seen=form.cleaned_data["seen"],
    )  # fmt: skip
    messages.success(request, _("The minutes are saved."))
    on = "planning:meeting_minutes" if "more" in request.POST else "planning:meeting"
    return redirect(on, meeting.pk)
