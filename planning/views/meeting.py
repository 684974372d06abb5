"""Meetings: called, shown, changed, opened, cancelled, published."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.doors import PersonRequest, require
from campus.lists.views import list_page
from campus.models import Duty, Person
from campus.records.past import past_of, talk_of
from campus.shell.numbers import number_typed
from planning import rights
from planning.actions import meetings as actions
from planning.forms.meeting import CancelMeeting, MeetingForm
from planning.fulfilment import first_day, item_named
from planning.lists import MEETINGS
from planning.models import Attendee, Meeting
from planning.models.meeting import tally

ONE_WEEK = timedelta(days=7)


@require_safe
def meetings(request: PersonRequest) -> HttpResponse:
    """The meetings that one may see, newest first."""
    may_call = rights.can_call_meetings(request.user)
    return list_page(request, MEETINGS, "planning/meetings.html", may_call=may_call)


def found_meeting(request: PersonRequest, pk: int) -> Meeting:
    """The meeting, for who may see it; 404 for all others."""
    seen = Meeting.objects.visible_to(request.user)
    return get_object_or_404(seen.select_related("place", "chair", "recorder", "called_by"), pk=pk)


@require_safe
def show(request: PersonRequest, pk: int) -> HttpResponse:
    """The meeting: what can be done now, the agenda, who was there, what was decided."""
    meeting = found_meeting(request, pk)
    person = request.user
    roll = list(meeting.attendees.told())
    context = {
        "meeting": meeting,
        "is_its_day": meeting.day <= timezone.localdate(),
        "can_run": rights.can_run(person, meeting),
        "can_read_minutes": rights.can_read_minutes(person, meeting),
        "can_read_roll": rights.can_read_roll(person, meeting),
        "can_raise": meeting.is_published and rights.can_raise_actions(person, meeting),
        "may_call": rights.can_call_meetings(person),
        "agenda": meeting.agenda.all(),
        "decisions": meeting.decisions.select_related("owner", "action"),
        "more_actions": meeting.actions.filter(decision=None).select_related("assignee"),
        "roll": roll,
        "own": next((each for each in roll if each.person_id == person.pk), None),
        "tally": tally(roll),
        **past(request, meeting),
    }
    return render(request, "planning/meeting.html", context)


def past(request: PersonRequest, meeting: Meeting) -> dict[str, Any]:
    """What happened to the meeting, for its staff."""
    person = request.user
    if not rights.can_talk(person, meeting):
        return {}
    return {**past_of(meeting, person, timezone.now()), **talk_of(meeting, person)}


@require_http_methods(["GET", "POST"])
def create(request: PersonRequest) -> HttpResponse:
    """Call a meeting; for a plan item (`?item=7`), like an earlier one (`?like=7`), or of a kind
    (`?kind=safety`)."""
    require(rights.can_call_meetings(request.user))
    initial = proposed(request)
    form = MeetingForm(request.POST or None, person=request.user, initial=initial)
    if not form.is_valid():
        return form_page(request, form, back=MEETINGS.address)
    facts = {name: value for name, value in form.cleaned_data.items() if name != "seen"}
    meeting = actions.call(by=request.user, at=timezone.now(), **facts)
    messages.success(
        request, _("“%(meeting)s” is called; everybody is told.") % {"meeting": meeting}
    )
    return redirect(meeting)


def proposed(request: PersonRequest) -> dict[str, Any]:
    """What the form begins with."""
    like = numbered(request, "like")
    earlier = Meeting.objects.visible_to(request.user).filter(pk=like).first() if like else None
    if earlier:
        return as_typed(earlier) | {"day": earlier.day + ONE_WEEK, "plan_item": None}
    start = {"chair": request.user.pk, "day": timezone.localdate(), **asked(request)}
    plan_item = item_named(request.user, request.GET, Meeting)
    if plan_item is None:
        return start
    return start | {
        "title": plan_item.title[:120], "plan_item": plan_item.pk,
        "day": first_day(plan_item, timezone.localdate()),
    }  # fmt: skip


def asked(request: PersonRequest) -> dict[str, Any]:
    """What a link of an area asks for (`?kind=labor&role=labor_monitor&title=…`); with `?grade=10`
    the people of these roles in one grade alone."""
    query = request.GET
    roles, grade = query.getlist("role"), numbered(request, "grade")
    told = {
        "title": query.get("title", "")[:120], "kind": query.get("kind", ""),
        "roles": [] if grade else roles,
        "people": people_of_grade(roles, grade) if grade else [],
    }  # fmt: skip
    return {name: value for name, value in told.items() if value}


def people_of_grade(roles: list[str], grade: int) -> list[Person]:
    """Who is `roles` of a class of the grade today, class by class."""
    duties = Duty.objects.running().filter(role__in=roles, school_class__grade=grade)
    people = Person.objects.active().filter(duties__in=duties)
    return list(people.order_by("duties__school_class__number", "number").distinct())


def numbered(request: PersonRequest, name: str) -> int | None:
    """A number from the address; None where there is none."""
    return number_typed(request.GET.get(name, ""))


def as_typed(meeting: Meeting) -> dict[str, Any]:
    """A meeting as its form shows it."""
    named = meeting.attendees.filter(way=Attendee.Way.NAME).select_related("person")
    runs = (meeting.chair_id, meeting.recorder_id)
    return {
        "seen": meeting.version,
        "title": meeting.title,
        "kind": meeting.kind,
        "day": meeting.day,
        "begins": timezone.localtime(meeting.starts_at).time(),
        "ends": timezone.localtime(meeting.ends_at).time(),
        "place": meeting.place,
        "chair": meeting.chair_id,
        "recorder": meeting.recorder_id,
        "people": [each.person for each in named if each.person_id not in runs],
        "roles": meeting.roles,
        "departments": list(meeting.departments.all()),
        "agenda": "\n".join(meeting.agenda.values_list("title", flat=True)),
        "open_minutes": meeting.open_minutes,
        "plan_item": meeting.plan_item_id,
    }


def form_page(
    request: PersonRequest, form: MeetingForm, *, back: Any, meeting: Meeting | None = None
) -> HttpResponse:
    context = {"form": form, "back": back, "meeting": meeting}
    status = 422 if form.is_bound else 200
    return render(request, "planning/meeting_edit.html", context, status=status)


@require_http_methods(["GET", "POST"])
def edit(request: PersonRequest, pk: int) -> HttpResponse:
    """Change the invitation or the agenda."""
    meeting = found_meeting(request, pk)
    require(rights.can_run(request.user, meeting))
    form = MeetingForm(
        request.POST or None, person=request.user, meeting=meeting, initial=as_typed(meeting)
    )
    if not form.is_valid():
        return form_page(request, form, back=meeting, meeting=meeting)
    actions.change(meeting, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("Saved; whoever has to know is told."))
    return redirect(meeting)


@require_http_methods(["GET", "POST"])
def cancel(request: PersonRequest, pk: int) -> HttpResponse:
    """Call it off, with the reason."""
    meeting = found_meeting(request, pk)
    require(rights.can_run(request.user, meeting))
    form = CancelMeeting(request.POST or None)
    if not form.is_valid():
        context = {"form": form, "meeting": meeting}
        status = 422 if form.is_bound else 200
        return render(request, "planning/meeting_cancel.html", context, status=status)
    actions.cancel(meeting, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(
        request, _("“%(meeting)s” is cancelled; everybody is told.") % {"meeting": meeting}
    )
    return redirect(meeting)


@require_POST
def begin(request: PersonRequest, pk: int) -> HttpResponse:
    """Open it, and go on with the roll."""
    meeting = found_meeting(request, pk)
    require(rights.can_run(request.user, meeting))
    actions.begin(meeting, by=request.user, at=timezone.now())
    return redirect("planning:meeting_roll", meeting.pk)


@require_POST
def publish(request: PersonRequest, pk: int) -> HttpResponse:
    """Publish the minutes."""
    meeting = found_meeting(request, pk)
    require(rights.can_run(request.user, meeting))
    actions.publish(meeting, by=request.user, at=timezone.now())
    messages.success(
        request, _("The minutes are published; what is to be done is followed from now on.")
    )
    return redirect(meeting)


@require_POST
def take_back(request: PersonRequest, pk: int) -> HttpResponse:
    """Take published minutes back to correct them."""
    meeting = found_meeting(request, pk)
    require(rights.can_run(request.user, meeting))
    actions.take_back(meeting, by=request.user, at=timezone.now())
    return redirect("planning:meeting_minutes", meeting.pk)


@require_safe
def sheet(request: PersonRequest, pk: int) -> HttpResponse:
    """The minutes on paper."""
    meeting = found_meeting(request, pk)
    require(rights.can_read_minutes(request.user, meeting))
    roll = list(meeting.attendees.told())
    context = {
        "meeting": meeting,
        "agenda": meeting.agenda.all(),
        "decisions": meeting.decisions.select_related("owner"),
        "can_read_roll": rights.can_read_roll(request.user, meeting),
        "roll": roll,
        "tally": tally(roll),
    }
    return render(request, "planning/meeting_sheet.html", context)
