"""What planning tells the roof: its dated things for the calendar, and what waits for a person."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any, TypeVar
from urllib.parse import urlencode

from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, Exists, F, OuterRef, Q, Window
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from campus.agenda import Dated, Urgency, Waiting
from campus.models import Department, Person, Role
from campus.rows import Rows
from campus.school_time.calendar import school_calendar
from campus.school_time.engine import moment_of, moments_of
from planning import rights
from planning.models import (
    Acknowledgement,
    CalendarEntry,
    Kind,
    Meeting,
    Paper,
    PaperKind,
    PlanItem,
    Reminder,
)
from planning.models.paper import SOON, current_holder

T = TypeVar("T")

# The calendar


def dated(person: Person, first: date, last: date) -> list[Rows[Dated]]:
    """What touches a day from `first` to `last`: plan items, calendar entries, meetings, ends of
    papers.

    What was dropped is not shown; states and the people responsible are told to those who may
    read progress.
    """
    return [
        dated_items(person, first, last),
        dated_entries(person, first, last),
        dated_meetings(person, first, last),
        dated_papers(person, first, last),
    ]


def dated_items(person: Person, first: date, last: date) -> Rows[Dated]:
    """The items of the plan that are to take place."""
    items = PlanItem.objects.visible_to(person).exclude(status=PlanItem.Status.DROPPED)
    support = Department.objects.filter(supported_items=OuterRef("pk")).values("name")
    return Rows(
        rows=items.between(first, last),
        fields=(
            "title", "starts_on", "ends_on", "kind", "status", "lead_unit__name", "owner__name",
        ),
        extra={"support": ArraySubquery(support)},
        draw=partial(dated_item, tells_progress=bool(rights.can_read_progress(person))),
    )  # fmt: skip


def dated_item(item: PlanItem, *, tells_progress: bool) -> Dated:
    """A plan item; without progress it is only what is to take place."""
    return Dated(
        title=item.title,
        first=item.starts_on,
        last=item.ends_on,
        kind=item.kind,
        path=item.get_absolute_url(),
        unit=str(item.lead_unit),
        support=tuple(item.support),  # type: ignore[attr-defined]  # an extra of its rows
        person=str(item.owner or "") if tells_progress else "",
        state=item.status if tells_progress else "",
        state_words=PlanItem.Status(item.status).label if tells_progress else "",
        is_done=tells_progress and not item.is_open,
    )


def dated_entries(person: Person, first: date, last: date) -> Rows[Dated]:
    """What people wrote into the calendar themselves."""
    return Rows(
        rows=CalendarEntry.objects.visible_to(person).between(first, last),
        fields=(
            "title",
            "starts_on",
            "ends_on",
            "kind",
            "starts_at",
            "place",
            "by_id",
            "unit__name",
        ),
        draw=partial(dated_entry, person=person),
    )


def dated_entry(entry: CalendarEntry, *, person: Person) -> Dated:
    """A calendar entry; whoever may change it may move it."""
    may_move = rights.can_change_entry(person, entry)
    return Dated(
        title=entry.title,
        first=entry.starts_on,
        last=entry.ends_on,
        kind=entry.kind,
        path=entry.get_absolute_url(),
        starts_at=entry.starts_at,
        unit=str(entry.unit or ""),
        place=entry.place,
        move_path=reverse("planning:entry_move", args=[entry.pk]) if may_move else "",
    )


def dated_meetings(person: Person, first: date, last: date) -> Rows[Dated]:
    """Meetings that the person may see; cancelled ones stand in no calendar."""
    start, end = moments_of(first, last)
    return Rows(
        rows=Meeting.objects.visible_to(person).not_cancelled().between(start, end),
        fields=("title", "starts_at", "ends_at", "place__name"),
        draw=dated_meeting,
    )


def dated_meeting(meeting: Meeting) -> Dated:
    """A meeting, from its hour on."""
    starts, ends = timezone.localtime(meeting.starts_at), timezone.localtime(meeting.ends_at)
    return Dated(
        title=meeting.title,
        first=starts.date(),
        last=ends.date(),
        kind=Kind.MEETING,
        path=meeting.get_absolute_url(),
        starts_at=starts.time(),
        ends_at=ends.time(),
        place=str(meeting.place or ""),
    )


def dated_papers(person: Person, first: date, last: date) -> Rows[Dated]:
    """The last days of papers that the person may see; those of one kind on one day together."""
    ending = Paper.objects.visible_to(person).watched().between(first, last)
    return paper_rows(ending, "ends_on", "kind_id", draw=dated_end)


def paper_rows(papers: Any, *together: str, draw: Callable[[Any], T]) -> Rows[T]:
    """Of the papers that are alike in the fields `together` the first to end, and how many."""
    return Rows(
        rows=papers.order_by(*together, "ends_on", "id").distinct(*together),
        fields=("ends_on", "kind__name"),
        extra={
            "count": Window(Count("*"), partition_by=[F(name) for name in together]),
            "held_by": current_holder(),
        },
        draw=draw,
    )


def dated_end(paper: Any) -> Dated:
    """Papers of one kind that end on one day: one by its name, several as their list."""
    is_alone = paper.count == 1
    title = (
        _("Ends: %(paper)s") % {"paper": paper.titled(paper.held_by)}
        if is_alone
        else _("%(count)d end: %(kind)s") % {"count": paper.count, "kind": paper.kind}
    )
    return Dated(
        title=title,
        first=paper.ends_on,
        last=paper.ends_on,
        kind=Kind.OTHER,
        path=paper.get_absolute_url() if is_alone else papers_path(paper.kind, paper.ends_on),
    )


def papers_path(kind: PaperKind, until: date) -> str:
    """The list of a kind's papers that end until a day."""
    query = urlencode({"kind": kind.pk, "until": until.isoformat()})
    return f"{reverse('planning:papers')}?{query}"


# My day

# Working days ahead within which an open item is shown although it has not begun.
DAYS_AHEAD = 7


def waiting(person: Person, at: datetime) -> list[Rows[Waiting]]:
    """Open items of `person` that are overdue, under way, or due within seven working days.

    Items that nobody is responsible for wait for the head, who can name somebody. So do today's
    meetings, meetings whose minutes are not out, and papers that end within a month.
    """
    today = timezone.localtime(at).date()
    told = [waiting_items(person, today), waiting_meetings(person, at)]
    if person.duties_today or not person.is_pupil:
        told.append(waiting_papers(person, today))
    return told


def waiting_items(person: Person, today: date) -> Rows[Waiting]:
    """The items of the plan."""
    horizon = school_calendar().working_days_from(today, DAYS_AHEAD)
    near = Q(ends_on__lte=horizon) | Q(starts_on__lte=today)
    mine = PlanItem.objects.visible_to(person).open().filter(near, falls_to(person))
    return Rows(
        rows=mine,
        fields=("title", "kind", "starts_on", "ends_on", "owner_id", "lead_unit__name"),
        extra={"may_take_note": may_take_note(person)},
        draw=partial(waiting_item, person=person, today=today, horizon=horizon),
    )


def falls_to(person: Person) -> Q:
    """Items of the person's own; for a head also those without an owner, as reminders have it."""
    own = Q(owner=person)
    if not person.on_duty_as(Role.HEAD):
        return own
    return own | Q(owner=None) | Q(owner__is_active=False)


def may_take_note(person: Person) -> Q:
    """Whether `person` will be reminded of an item again and has not taken note of its day."""
    kind = ContentType.objects.get_for_model(PlanItem)
    coming = Reminder.objects.filter(
        content_type=kind,
        object_id=OuterRef("pk"),
        state=Reminder.State.PLANNED,
        audience=Reminder.Audience.RESPONSIBLE,
    )
    noted = Acknowledgement.objects.filter(
        content_type=kind, object_id=OuterRef("pk"), due_on=OuterRef("ends_on"), person=person
    )
    return Q(Exists(coming)) & ~Q(Exists(noted))


def waiting_item(item: Any, *, person: Person, today: date, horizon: date) -> Waiting:
    """One item with its button: done where it is the person's own and has begun, else open it."""
    is_own = item.owner_id == person.pk
    done = is_own and item.starts_on <= today
    act = reverse("planning:item_move", args=[item.pk]) if done else ""
    aside = reverse("planning:item_acknowledge", args=[item.pk]) if item.may_take_note else ""
    facts = (item.get_kind_display(), str(item.lead_unit), "" if is_own else _("nobody named yet"))
    return Waiting(
        title=item.title,
        path=item.get_absolute_url(),
        icon="list-check",
        urgency=urgency_of(item, today, horizon),
        due=item.ends_on,
        detail=" · ".join(filter(None, facts)),
        button=pgettext("button", "Done") if done else pgettext("button", "Open"),
        act_path=act,
        act_fields=(("to", PlanItem.Status.DONE),) if done else (),
        aside=_("Got it") if aside else "",
        aside_path=aside,
    )


def urgency_of(item: PlanItem, today: date, horizon: date) -> Urgency:
    if item.ends_on < today:
        return Urgency.OVERDUE
    if item.ends_on == today:
        return Urgency.TODAY
    return Urgency.SOON if item.ends_on <= horizon else Urgency.LATER


# After so many days minutes that are not out are late; our own figure.
MINUTES_LATE = timedelta(days=3)
MOST = 12


def waiting_meetings(person: Person, at: datetime) -> Rows[Waiting]:
    """Today's meetings of the person, and those they run whose minutes are not out."""
    start = moment_of(timezone.localtime(at).date(), time.min)
    planned, held = Q(status=Meeting.Status.PLANNED), Q(status=Meeting.Status.HELD)
    today = planned & Q(ends_at__gte=start, starts_at__lt=start + timedelta(days=1))
    undone = (held | planned & Q(ends_at__lt=start)) & (Q(recorder=person) | Q(chair=person))
    found = Meeting.objects.concerning(person).filter(today | undone)
    return Rows(
        rows=found.order_by("starts_at")[: 2 * MOST],
        fields=("title", "kind", "status", "starts_at", "ends_at", "place__name"),
        draw=partial(waiting_meeting, start=start, at=at),
    )


def waiting_meeting(meeting: Meeting, *, start: datetime, at: datetime) -> Waiting:
    """One meeting: today's, or one without its minutes."""
    if meeting.is_held or meeting.ends_at < start:
        return without_minutes(meeting, at)
    return meeting_today(meeting)


def meeting_today(meeting: Meeting) -> Waiting:
    """A meeting that the person goes to today."""
    hours = f"{timezone.localtime(meeting.starts_at):%H:%M}"
    return Waiting(
        title=meeting.title,
        path=meeting.get_absolute_url(),
        icon="users-group",
        urgency=Urgency.TODAY,
        detail=" · ".join(filter(None, (_("Meeting today"), hours, str(meeting.place or "")))),
        button=pgettext("button", "Open"),
    )


def without_minutes(meeting: Meeting, at: datetime) -> Waiting:
    """A meeting of which nobody can read yet what came out."""
    late = meeting.ends_at + MINUTES_LATE < at
    words = _("held; the minutes are not out") if meeting.is_held else _("was it held?")
    return Waiting(
        title=meeting.title,
        path=meeting.get_absolute_url(),
        icon="users-group",
        urgency=Urgency.OVERDUE if late else Urgency.SOON,
        due=timezone.localtime(meeting.ends_at + MINUTES_LATE).date(),
        detail=" · ".join((meeting.get_kind_display(), words)),
        button=pgettext("button", "Open"),
    )


def waiting_papers(person: Person, today: date) -> Rows[Waiting]:
    """Papers that the person holds or keeps and that end within a month or have ended, kind by
    kind."""
    roles = {duty.role for duty in person.duties_today}
    near = Paper.objects.watched().filter(ends_on__lte=today + SOON)
    own = Q(pk__in=Paper.objects.of(person).order_by().values("pk"))
    theirs = near.filter(own | Q(kind__role__in=roles))
    return paper_rows(theirs, "kind_id", draw=partial(waiting_kind, today=today))


def waiting_kind(paper: Any, *, today: date) -> Waiting:
    """Papers of one kind, told by the first to end."""
    is_alone = paper.count == 1
    words = ngettext(
        "%(count)d paper ends soon or has ended", "%(count)d papers end soon or have ended",
        paper.count,
    )  # fmt: skip
    return Waiting(
        title=paper.titled(paper.held_by) if is_alone else str(paper.kind),
        path=paper.get_absolute_url() if is_alone else papers_path(paper.kind, today + SOON),
        icon="certificate",
        urgency=Urgency.OVERDUE if paper.ends_on < today else Urgency.SOON,
        due=paper.ends_on,
        detail=words % {"count": paper.count},
        button=pgettext("button", "Open"),
    )
