"""What planning tells the roof: its dated things for the calendar, and what waits for a person."""

from datetime import date, datetime, time, timedelta
from itertools import groupby
from urllib.parse import urlencode

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from campus.agenda import Dated, Urgency, Waiting
from campus.models import Person, Role
from campus.school_time.calendar import school_calendar
from campus.school_time.engine import moment_of
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
from planning.models.paper import SOON

# The calendar


def dated(person: Person, first: date, last: date) -> list[Dated]:
    """What touches a day from `first` to `last`: plan items, calendar entries, meetings, ends of
    papers; unordered.

    Six queries, however many there are. What was dropped is not shown; states and the people
    responsible are told to those who may read progress.
    """
    items = (
        PlanItem.objects.visible_to(person)
        .exclude(status=PlanItem.Status.DROPPED)
        .between(first, last)
        .select_related("lead_unit", "owner")
        .prefetch_related("support_units")
    )
    entries = CalendarEntry.objects.visible_to(person).between(first, last).select_related("unit")
    tells_progress = bool(rights.can_read_progress(person))
    return [
        *(dated_item(item, tells_progress=tells_progress) for item in items),
        *(dated_entry(entry, person) for entry in entries),
        *map(dated_meeting, meetings_between(person, first, last)),
        *dated_papers(person, first, last),
    ]


def dated_item(item: PlanItem, *, tells_progress: bool) -> Dated:
    """A plan item; without progress it is only what is to take place."""
    return Dated(
        title=item.title,
        first=item.starts_on,
        last=item.ends_on,
        kind=item.kind,
        path=item.get_absolute_url(),
        unit=str(item.lead_unit),
        support=tuple(map(str, item.support_units.all())),
        person=str(item.owner or "") if tells_progress else "",
        state=item.status if tells_progress else "",
        state_words=item.get_status_display() if tells_progress else "",
        is_done=tells_progress and not item.is_open,
    )


def dated_entry(entry: CalendarEntry, person: Person) -> Dated:
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


def meetings_between(person: Person, first: date, last: date) -> list[Meeting]:
    """Meetings of these days that the person may see; cancelled ones stand in no calendar."""
    start, end = moment_of(first, time.min), moment_of(last + timedelta(days=1), time.min)
    seen = Meeting.objects.visible_to(person).not_cancelled().between(start, end)
    return list(seen.select_related("place", "chair"))


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


def dated_papers(person: Person, first: date, last: date) -> list[Dated]:
    """The last days of papers that the person may see; those of one kind on one day together."""
    ending = Paper.objects.visible_to(person).watched().between(first, last)
    rows = ending.select_related("kind").prefetch_related("holder").order_by("ends_on", "kind")
    together = groupby(rows, key=lambda paper: (paper.ends_on, paper.kind))
    return [dated_ends(day, kind, list(papers)) for (day, kind), papers in together]


def dated_ends(day: date, kind: PaperKind, papers: list[Paper]) -> Dated:
    """Papers of one kind that end on one day: one by its name, several as their list."""
    alone = papers[0] if len(papers) == 1 else None
    title = (
        _("Ends: %(paper)s") % {"paper": alone}
        if alone
        else _("%(count)d end: %(kind)s") % {"count": len(papers), "kind": kind}
    )
    path = alone.get_absolute_url() if alone else papers_path(kind, day)
    return Dated(title=title, first=day, last=day, kind=Kind.OTHER, path=path)


def papers_path(kind: PaperKind, until: date) -> str:
    """The list of a kind's papers that end until a day."""
    query = urlencode({"kind": kind.pk, "until": until.isoformat()})
    return f"{reverse('planning:papers')}?{query}"


# My day

# Working days ahead within which an open item is shown although it has not begun.
DAYS_AHEAD = 7


def waiting(person: Person, at: datetime) -> list[Waiting]:
    """Open items of `person` that are overdue, under way, or due within seven working days.

    Items that nobody is responsible for wait for the head, who can name somebody. So do today's
    meetings, meetings whose minutes are not out, and papers that end within a month. In no order.
    """
    return [
        *waiting_items(person, at),
        *waiting_meetings(person, at),
        *waiting_papers(person, at),
    ]


def waiting_items(person: Person, at: datetime) -> list[Waiting]:
    """The items of the plan: five queries, however many there are."""
    today = timezone.localtime(at).date()
    horizon = school_calendar().working_days_from(today, DAYS_AHEAD)
    near = Q(ends_on__lte=horizon) | Q(starts_on__lte=today)
    mine = PlanItem.objects.visible_to(person).open().filter(near, falls_to(person))
    items = list(mine.select_related("lead_unit"))
    asides = acknowledgeable(items, person)
    return [waiting_item(item, person, today, horizon, item.pk in asides) for item in items]


def falls_to(person: Person) -> Q:
    """Items of the person's own; for a head also those without an owner, as reminders have it."""
    own = Q(owner=person)
    if not person.on_duty_as(Role.HEAD):
        return own
    return own | Q(owner=None) | Q(owner__is_active=False)


def acknowledgeable(items: list[PlanItem], person: Person) -> set[int]:
    """Numbers of the items that `person` will be reminded of again and has not taken note of."""
    kind = ContentType.objects.get_for_model(PlanItem)
    due = {item.pk: item.ends_on for item in items}
    coming = Reminder.objects.filter(
        content_type=kind,
        object_id__in=due,
        state=Reminder.State.PLANNED,
        audience=Reminder.Audience.RESPONSIBLE,
    )
    noted = Acknowledgement.objects.filter(content_type=kind, object_id__in=due, person=person)
    known = {pk for pk, day in noted.values_list("object_id", "due_on") if due[pk] == day}
    return set(coming.values_list("object_id", flat=True)) - known


def waiting_item(
    item: PlanItem, person: Person, today: date, horizon: date, acknowledgeable: bool
) -> Waiting:
    """One item with its button: done where it is the person's own and has begun, else open it."""
    is_own = item.owner_id == person.pk
    done = is_own and item.starts_on <= today
    act = reverse("planning:item_move", args=[item.pk]) if done else ""
    aside = reverse("planning:item_acknowledge", args=[item.pk]) if acknowledgeable else ""
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


def waiting_meetings(person: Person, at: datetime) -> list[Waiting]:
    """Today's meetings of the person, and those they run whose minutes are not out: one query."""
    start = moment_of(timezone.localtime(at).date(), time.min)
    planned, held = Q(status=Meeting.Status.PLANNED), Q(status=Meeting.Status.HELD)
    today = planned & Q(ends_at__gte=start, starts_at__lt=start + timedelta(days=1))
    undone = (held | planned & Q(ends_at__lt=start)) & (Q(recorder=person) | Q(chair=person))
    found = Meeting.objects.concerning(person).filter(today | undone).select_related("place")
    return [
        without_minutes(meeting, at)
        if meeting.is_held or meeting.ends_at < start
        else meeting_today(meeting)
        for meeting in found.order_by("starts_at")[: 2 * MOST]
    ]


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


def waiting_papers(person: Person, at: datetime) -> list[Waiting]:
    """Papers that the person holds or keeps and that end within a month or have ended, kind by
    kind: two queries."""
    today = timezone.localtime(at).date()
    roles = {duty.role for duty in person.duties_today}
    if not roles and person.is_pupil:
        return []
    near = Paper.objects.watched().filter(ends_on__lte=today + SOON)
    own = near.filter(pk__in=Paper.objects.of(person).values("pk"))
    kept = near.filter(kind__role__in=roles)
    rows = (own | kept).select_related("kind").prefetch_related("holder")
    by_kind = groupby(rows.order_by("kind", "ends_on"), key=lambda paper: paper.kind)
    return [waiting_kind(kind, list(papers), today) for kind, papers in by_kind]


def waiting_kind(kind: PaperKind, papers: list[Paper], today: date) -> Waiting:
    """Papers of one kind, the first to end first."""
    first = papers[0]
    alone = len(papers) == 1
    words = ngettext(
        "%(count)d paper ends soon or has ended", "%(count)d papers end soon or have ended",
        len(papers),
    )  # fmt: skip
    return Waiting(
        title=str(first) if alone else kind.name,
        path=first.get_absolute_url() if alone else papers_path(kind, today + SOON),
        icon="certificate",
        urgency=Urgency.OVERDUE if first.ends_on < today else Urgency.SOON,
        due=first.ends_on,
        detail=words % {"count": len(papers)},
        button=pgettext("button", "Open"),
    )
