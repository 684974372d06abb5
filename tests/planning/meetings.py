"""A meeting of the office, called, held and minuted, for the tests to go on from."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Model
from django.utils import translation

from campus.models import InboxEntry, Person, TimelineEntry
from planning.actions import meetings, minutes, rolls
from planning.actions.minutes import Decided
from planning.models import Attendee, Meeting

SHANGHAI = ZoneInfo("Asia/Shanghai")
# Monday; the meeting is on Wednesday at two, three working days later the minutes are late.
CALLED_AT = datetime(2025, 11, 3, 9, tzinfo=SHANGHAI)
DAY = date(2025, 11, 5)
STARTS_AT = datetime(2025, 11, 5, 14, tzinfo=SHANGHAI)
ENDS_AT = datetime(2025, 11, 5, 15, 30, tzinfo=SHANGHAI)
NEXT_WEEK = date(2025, 11, 12)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of November 2025, school time."""
    return datetime(2025, 11, day, hour, minute, tzinfo=SHANGHAI)


def called(by: Person, *people: Person, **facts) -> Meeting:
    """A meeting chaired by `by`, with two points."""
    facts = {
        "title": "安全工作例会", "kind": "safety", "starts_at": STARTS_AT, "ends_at": ENDS_AT,
        "chair": by, "agenda": ["上周隐患整改", "消防月安排"], "roles": [], "departments": [],
        **facts,
    }  # fmt: skip
    return meetings.call(people=people, by=by, at=CALLED_AT, **facts)


def held(by: Person, *people: Person, **facts) -> Meeting:
    """The same, opened."""
    meeting = called(by, *people, **facts)
    meetings.begin(meeting, by=by, at=meeting.starts_at)
    meeting.refresh_from_db()
    return meeting


def all_present(meeting: Meeting) -> None:
    said = {each.pk: Attendee.Presence.PRESENT for each in meeting.attendees.all()}
    rolls.call_roll(meeting, said=said, guests=[], at=meeting.starts_at)


def minuted(by: Person, *people: Person, decisions=(), **facts) -> Meeting:
    """Held, everybody there, the first point minuted, with decisions as (text, owner, day)."""
    meeting = held(by, *people, **facts)
    all_present(meeting)
    first = meeting.agenda.all()[0]
    return minutes.keep_minutes(
        meeting,
        minutes={first.pk: "三处隐患已整改。"},
        decisions=[Decided(text=text, owner=owner, due_on=day) for text, owner, day in decisions],
        by=by,
        at=ENDS_AT,
    )


def published(by: Person, *people: Person, **facts) -> Meeting:
    meeting = minuted(by, *people, **{"recorder": by, **facts})
    meetings.publish(meeting, by=by, at=ENDS_AT)
    meeting.refresh_from_db()
    return meeting


def hours(starts: time, length: timedelta = timedelta(hours=1)) -> dict[str, datetime]:
    """A meeting's moments on DAY."""
    begin = datetime.combine(DAY, starts, SHANGHAI)
    return {"starts_at": begin, "ends_at": begin + length}


def told(person: Person) -> list[str]:
    """What stands in somebody's inbox, oldest first, in English."""
    entries = InboxEntry.objects.filter(person=person).select_related("notice").order_by("pk")
    with translation.override("en"):
        return [entry.notice.sentence for entry in entries]


def happened(thing: Model) -> list[str]:
    """The timeline, in English."""
    with translation.override("en"):
        return [entry.sentence for entry in TimelineEntry.objects.of(thing)]
