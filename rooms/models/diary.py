"""What stands in the way of a booking: opening hours, closures, other bookings.

    diary = Diary(rooms, first, last)            # five queries, however many rooms and days
    diary.obstacle(wish, at=now)                 # None where the room is free
    diary.spans_of(room, day)                    # when it is open

The form asks it so that the sentence stands at its field; the action asks it again with the room
locked; the week, the finder and the figures draw from it.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _

from campus.models import SchoolClass
from campus.school_time.calendar import school_calendar
from campus.school_time.engine import (
    Hours,
    SchoolCalendar,
    Span,
    moment_of,
    moments_of,
    weekly_hours,
)
from campus.shell.words import day_in_words, moment_in_words
from rooms.models.booking import Booking, local
from rooms.models.room import Closure, RoomHours, SpecialRoom

# A room is booked a school year ahead at most; our own figure.
FARTHEST = timedelta(days=366)


@dataclass(frozen=True, kw_only=True)
class Wish:
    """A room that somebody wants from a moment to a moment, for so many people."""

    room: SpecialRoom
    starts_at: datetime
    ends_at: datetime
    people: int
    school_class: SchoolClass | None = None

    @property
    def blocked_from(self) -> datetime:
        """When setting up begins."""
        return self.starts_at - timedelta(minutes=self.room.buffer_minutes)

    @property
    def day(self) -> date:
        return local(self.starts_at).date()


@dataclass(frozen=True)
class Obstacle:
    """Why a room cannot be had: the sentence, and what of the wish it is about; "" for the time."""

    sentence: str
    about: str = ""


def whole_days(hours: Hours) -> Hours:
    """The hours of a week from each day's opening to its closing: no hall is left for lunch."""
    return {
        weekday: (Span(spans[0].opens, spans[-1].closes),)
        for weekday, spans in hours.items()
        if spans
    }


class Openness:
    """When some rooms are open in some days, both ends among them: four queries."""

    def __init__(self, rooms: Iterable[SpecialRoom], first: date, last: date) -> None:
        self.rooms = {room.pk: room for room in rooms}
        self.first = first
        self.calendars = calendars_of(self.rooms)
        start, end = moments_of(first, last)
        self.closures: dict[int, list[Closure]] = defaultdict(list)
        for closure in Closure.objects.filter(room__in=self.rooms).between(start, end):
            self.closures[closure.room_id].append(closure)

    def spans_of(self, room: SpecialRoom, day: date) -> tuple[Span, ...]:
        """When the room is open on a day, closures aside."""
        return self.calendars[room.pk].spans_of(day)

    def closures_on(self, room: SpecialRoom, day: date) -> list[Closure]:
        start, end = moments_of(day, day)
        return [each for each in self.closures[room.pk] if meets(each, start, end)]

    def minutes(self, room: SpecialRoom, day: date) -> int:
        """How long the room is open on a day, closures taken off."""
        left, closures = timedelta(), self.closures_on(room, day)
        for span in self.spans_of(room, day):
            opens, closes = moment_of(day, span.opens), moment_of(day, span.closes)
            left += closes - opens - shut_within(closures, opens, closes)
        return int(left.total_seconds() // 60)


class Diary(Openness):
    """The same rooms and days, with what is booked there: five queries."""

    def __init__(self, rooms: Iterable[SpecialRoom], first: date, last: date) -> None:
        super().__init__(rooms, first, last)
        start, end = moments_of(first, last)
        self.bookings: dict[int, list[Booking]] = defaultdict(list)
        found: Any = Booking.objects.filter(room__in=self.rooms).counting().between(start, end)
        found = found.select_related("by", "school_class").defer("sought", "by__sought")
        for booking in found.order_by("starts_at"):
            self.bookings[booking.room_id].append(booking)

    def bookings_on(self, room: SpecialRoom, day: date) -> list[Booking]:
        """What stands or is asked for there on a day, in order."""
        return [each for each in self.bookings[room.pk] if local(each.starts_at).date() == day]

    def obstacle(self, wish: Wish, *, at: datetime, but: int | None = None) -> Obstacle | None:
        """The first thing in the way of a wish at the moment `at`, the booking of number `but`
        aside; the wish lies in the diary's days."""
        return (
            out_of_time(wish, at)
            or out_of_bounds(wish)
            or self.not_open(wish)
            or self.closed(wish)
            or self.taken(wish, but)
        )

    def not_open(self, wish: Wish) -> Obstacle | None:
        """Outside the hours of the day."""
        spans = self.spans_of(wish.room, wish.day)
        starts, ends = local(wish.starts_at).time(), local(wish.ends_at).time()
        if any(span.opens <= starts and ends <= span.closes for span in spans):
            return None
        facts = {"room": wish.room, "day": day_in_words(wish.day)}
        if not spans:
            return Obstacle(_("%(room)s is not open on %(day)s.") % facts)
        hours = "、".join(f"{span.opens:%H:%M}–{span.closes:%H:%M}" for span in spans)
        return Obstacle(_("%(room)s is open on %(day)s: %(hours)s.") % {**facts, "hours": hours})

    def closed(self, wish: Wish) -> Obstacle | None:
        """Within a closure."""
        for closure in self.closures[wish.room.pk]:
            if meets(closure, wish.starts_at, wish.ends_at):
                return Obstacle(
                    _("%(room)s is closed until %(moment)s. %(reason)s")
                    % {
                        "room": wish.room, "moment": moment_in_words(closure.ends_at),
                        "reason": closure.reason,
                    }
                )  # fmt: skip
        return None

    def taken(self, wish: Wish, but: int | None) -> Obstacle | None:
        """Another booking, or the setting up before one of the two."""
        for other in self.bookings[wish.room.pk]:
            is_apart = other.blocked_from >= wish.ends_at or other.ends_at <= wish.blocked_from
            if other.pk == but or is_apart:
                continue
            facts = {
                "room": wish.room, "day": day_in_words(local(other.starts_at).date()),
                "hours": other.hours, "person": other.by, "purpose": other.purpose,
                "minutes": wish.room.buffer_minutes,
            }  # fmt: skip
            if other.starts_at >= wish.ends_at or other.ends_at <= wish.starts_at:
                return Obstacle(
                    _(
                        "%(room)s needs %(minutes)s minutes for setting up beside “%(purpose)s” "
                        "(%(person)s, %(day)s %(hours)s)."
                    )
                    % facts
                )
            return Obstacle(
                _("%(room)s is taken on %(day)s %(hours)s: “%(purpose)s”, %(person)s.") % facts
            )
        return None


def meets(closure: Closure, start: datetime, end: datetime) -> bool:
    return closure.starts_at < end and closure.ends_at > start


def shut_within(closures: Iterable[Closure], opens: datetime, closes: datetime) -> timedelta:
    """How much of a stretch of opening is closed, each minute once."""
    shut, seen = timedelta(), opens
    for each in sorted(closures, key=lambda closure: closure.starts_at):
        start, end = max(each.starts_at, seen), min(each.ends_at, closes)
        if start < end:
            shut += end - start
            seen = end
    return shut


def out_of_time(wish: Wish, at: datetime) -> Obstacle | None:
    """Backwards, over, or too far ahead."""
    if wish.ends_at <= wish.starts_at:
        return Obstacle(_("It must end after it starts."))
    if local(wish.ends_at).date() != wish.day:
        return Obstacle(_("A booking begins and ends on one day."))
    if wish.starts_at < at:
        return Obstacle(_("This time has passed. Choose one that is still to come."), "day")
    if wish.starts_at > at + FARTHEST:
        return Obstacle(_("Rooms are booked a year ahead at most."), "day")
    return None


def out_of_bounds(wish: Wish) -> Obstacle | None:
    """What the room itself does not allow."""
    room = wish.room
    if not room.is_offered:
        return Obstacle(_("%(room)s cannot be booked any more.") % {"room": room}, "room")
    if wish.people > room.seats:
        words = _("%(room)s has %(seats)s seats.") % {"room": room, "seats": room.seats}
        return Obstacle(words, "people")
    if room.booked_for == SpecialRoom.For.CLASSES and wish.school_class is None:
        words = _("%(room)s is booked for classes alone: name the class.") % {"room": room}
        return Obstacle(words, "school_class")
    return None


def calendars_of(rooms: Iterable[int]) -> dict[int, SchoolCalendar]:
    """When each of the rooms (by number) is open: three queries. Days off and make-up workdays are
    those of the school."""
    office = school_calendar()
    usual = SchoolCalendar(whole_days(office.hours), office.declared, office.own)
    own: dict[int, list[Any]] = defaultdict(list)
    rows = RoomHours.objects.filter(room__in=rooms).order_by("weekday", "opens")
    for room, *hours in rows.values_list("room", "weekday", "opens", "closes"):
        own[room].append(hours)
    return {
        room: SchoolCalendar(weekly_hours(map(tuple, own[room])), office.declared, office.own)
        if room in own
        else usual
        for room in rooms
    }
