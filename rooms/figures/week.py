"""Who has which room when: the week of all rooms, and that of one, period by period."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from urllib.parse import urlencode

from django.urls import reverse

from campus.school_time.engine import moment_of
from rooms.models import Booking, Closure, Diary, LessonPeriod, SpecialRoom

DAYS = 7


def days_from(monday: date) -> list[date]:
    """The days of a week."""
    return [monday + timedelta(days=number) for number in range(DAYS)]


@dataclass(frozen=True)
class Cell:
    """A room on a day: whether it is open, what is booked, why it is closed."""

    day: date
    is_open: bool
    bookings: Sequence[Booking]
    closures: Sequence[Closure]
    path: str


def week_of(rooms: Sequence[SpecialRoom], monday: date) -> list[tuple[SpecialRoom, list[Cell]]]:
    """Each room with the cells of a week; the queries of a diary."""
    days = days_from(monday)
    diary = Diary(rooms, days[0], days[-1])
    return [(room, [cell_of(diary, room, day) for day in days]) for room in rooms]


def cell_of(diary: Diary, room: SpecialRoom, day: date) -> Cell:
    return Cell(
        day=day, is_open=bool(diary.spans_of(room, day)), bookings=diary.bookings_on(room, day),
        closures=diary.closures_on(room, day), path=book_path(room, day),
    )  # fmt: skip


def book_path(room: SpecialRoom, day: date, opens: str = "", closes: str = "") -> str:
    """The form for a room on a day, with its hours where they are known."""
    query = {"room": room.pk, "day": day.isoformat(), "from": opens, "to": closes}
    known = {name: value for name, value in query.items() if value}
    return f"{reverse('rooms:booking_new')}?{urlencode(known)}"


@dataclass(frozen=True)
class Slot:
    """A period of one day in one room; `path` books it, empty where it cannot be booked."""

    period: LessonPeriod | None
    bookings: Sequence[Booking]
    is_open: bool = True
    path: str = ""


@dataclass(frozen=True)
class RoomDay:
    """A day of one room: its periods in order, and what lies outside all of them."""

    day: date
    slots: Sequence[Slot]
    other: Sequence[Booking]
    closures: Sequence[Closure]


def room_week(
    diary: Diary, room: SpecialRoom, periods: Sequence[LessonPeriod], at: datetime
) -> list[RoomDay]:
    """The week of one room by its diary, period by period; no query."""
    return [room_day(diary, room, periods, day, at) for day in days_from(diary.first)]


def room_day(
    diary: Diary, room: SpecialRoom, periods: Sequence[LessonPeriod], day: date, at: datetime
) -> RoomDay:
    bookings, closures = diary.bookings_on(room, day), diary.closures_on(room, day)
    slots = [slot_of(diary, room, period, day, at) for period in periods]
    shown = {booking.pk for slot in slots for booking in slot.bookings}
    other = [each for each in bookings if each.pk not in shown]
    return RoomDay(day, slots, other, closures)


def slot_of(diary: Diary, room: SpecialRoom, period: LessonPeriod, day: date, at: datetime) -> Slot:
    """What stands in a period; free ones that are still to come can be booked by one tap."""
    start, end = moment_of(day, period.opens), moment_of(day, period.closes)
    bookings = [
        each
        for each in diary.bookings_on(room, day)
        if each.starts_at < end and each.ends_at > start
    ]
    is_open = any(
        span.opens <= period.opens and period.closes <= span.closes
        for span in diary.spans_of(room, day)
    ) and not any(each.starts_at < end and each.ends_at > start
                  for each in diary.closures_on(room, day))  # fmt: skip
    is_free = is_open and not bookings and start > at and room.is_offered
    hours = (f"{period.opens:%H:%M}", f"{period.closes:%H:%M}")
    return Slot(period, bookings, is_open, book_path(room, day, *hours) if is_free else "")
