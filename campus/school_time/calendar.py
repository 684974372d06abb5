"""The school's own calendar: its hours and special days over the shipped defaults.

    calendar = school_calendar()                     # the office; "boarding" for the boarding house
    calendar.is_working_day(day)
    calendar.working_days_from(day, -3)              # three working days before it
    calendar.opening(day)                            # aware datetime, school time
    calendar.closing(day)
    calendar.add_working(moment, timedelta(hours=2))
    calendar.worked_between(start, end)

Reading it costs a query, so whoever counts often in one request or task reads it once.
"""

from collections.abc import Iterable
from datetime import date, time, timedelta
from typing import Any, NamedTuple

from campus.models import Semester, SpecialDay, WorkingHours
from campus.rows import Rows, itself, read
from campus.school_time.engine import SchoolCalendar, weekly_hours
from campus.school_time.state import SPRING_FESTIVAL, holiday_names, state_exceptions

# The school's own defaults, in force for each kind of hours until rows of that kind are entered.
DEFAULT_ROWS: dict[str, list[tuple[int, time, time]]] = {
    "office": [
        (weekday, opens, closes)
        for weekday in range(1, 6)
        for opens, closes in ((time(8), time(12)), (time(13, 30), time(17, 30)))
    ],
    # Before lessons, over lunch, and from supper to lights-out; pupils come back on Sunday.
    "boarding": [
        (weekday, opens, closes)
        for weekday in range(1, 6)
        for opens, closes in (
            (time(6), time(7, 30)), (time(12), time(13, 30)), (time(17, 30), time(22, 30)),
        )
    ]
    + [(7, time(16), time(22, 30))],
}  # fmt: skip


def shipped_calendar(kind: str = "office") -> SchoolCalendar:
    """The calendar of a school that has entered nothing: needs no database."""
    return SchoolCalendar(weekly_hours(DEFAULT_ROWS[kind]), state_exceptions)


def school_calendar(kind: str = "office") -> SchoolCalendar:
    """The calendar of this school for `kind` of hours (`WorkingHours.Kind`), in one query.

    Hours entered for the kind replace the shipped ones as a whole; a special day entered replaces
    what the state declares for that day.
    """
    entered: list[WorkingHours | SpecialDay] = read([
        Rows(
            rows=WorkingHours.objects.filter(kind=kind), fields=("weekday", "opens", "closes"),
            draw=itself,
        ),
        Rows(rows=SpecialDay.objects.all(), fields=("day", "kind"), draw=itself),
    ])  # fmt: skip
    hours = [
        (row.weekday, row.opens, row.closes) for row in entered if isinstance(row, WorkingHours)
    ]
    own = {
        row.day: row.kind == SpecialDay.Kind.MAKEUP
        for row in entered
        if isinstance(row, SpecialDay)
    }
    return SchoolCalendar(weekly_hours(hours or DEFAULT_ROWS[kind]), state_exceptions, own)


class SemesterDays(NamedTuple):
    """Proposed days of a semester, to be looked at and changed."""

    number: int
    first_day: date
    last_day: date
    week_one: date


def proposed_semesters(starts_in: int) -> tuple[SemesterDays, SemesterDays]:
    """Both semesters of the school year that begins in `starts_in`, half a year each.

    The first is taught from the week of 1 September, or the week after where that is a weekend;
    the second from the Monday nearest to the Lantern Festival, as is usual, or to 20 February in
    years whose Spring Festival the state's calendar does not know.
    """
    return (
        SemesterDays(
            Semester.Number.FIRST,
            date(starts_in, 8, 1),
            date(starts_in + 1, 1, 31),
            nearest_monday(date(starts_in, 9, 1)),
        ),
        SemesterDays(
            Semester.Number.SECOND,
            date(starts_in + 1, 2, 1),
            date(starts_in + 1, 7, 31),
            nearest_monday(lantern_festival(starts_in + 1)),
        ),
    )


def following_semester(latest: Semester | None, today: date) -> dict[str, Any]:
    """Proposed fields of the semester after the `latest` one, else of this school year's first."""
    if latest is None:
        starts_in = today.year if today.month >= 7 else today.year - 1
        return {"starts_in": starts_in, **proposed_semesters(starts_in)[0]._asdict()}
    starts_in = latest.school_year.starts_in + (latest.number == Semester.Number.SECOND)
    other = {Semester.Number.FIRST: 1, Semester.Number.SECOND: 0}[Semester.Number(latest.number)]
    return {"starts_in": starts_in, **proposed_semesters(starts_in)[other]._asdict()}


def nearest_monday(day: date) -> date:
    """The Monday of the week of `day`, from Friday on the next one."""
    return day + timedelta(days=3) - timedelta(days=(day + timedelta(days=3)).weekday())


def lantern_festival(year: int) -> date:
    """The 15th day of the first moon, counted from the Spring Festival."""
    first_moon = [day for day, name in holiday_names(year).items() if name == SPRING_FESTIVAL]
    return min(first_moon) + timedelta(days=14) if first_moon else date(year, 2, 20)


def semester_of(semesters: Iterable[Semester], day: date) -> Semester | None:
    """The semester of a list that `day` falls into; None in between."""
    return next((each for each in semesters if each.first_day <= day <= each.last_day), None)


def week_no_of(semesters: Iterable[Semester], monday: date) -> int | None:
    """The school week that begins on `monday`; None outside the semesters and before week 0.

    A week that a semester begins within is that semester's.
    """
    days = (monday, monday + timedelta(days=6))
    semester = next(filter(None, (semester_of(semesters, day) for day in days)), None)
    number = semester.week_no(monday) if semester else -1
    return number if number >= 0 else None
