"""When a schedule wants its places walked: moments that follow from its rhythm and the calendar.

Pure: neither the database nor the clock is asked; the school's calendar and semesters come in.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from campus.models import Semester
from campus.school_time.engine import ONE_DAY, SchoolCalendar, in_school_time, moment_of
from campus.school_time.state import StateDay, state_days, state_runs
from inspections.models import Schedule

Rhythm = Schedule.Rhythm
# How long after it was due a walk may still be done before it counts as missed; our own figures.
GRACE = {
    Rhythm.WEEKLY: timedelta(days=2),
    Rhythm.MONTHLY: timedelta(days=10),
    Rhythm.SEMESTER: timedelta(days=30),
    Rhythm.HOLIDAY: timedelta(days=1),
}
# A warning goes out a day before a window of at least so many days is due; our own figure.
WARN_AHEAD, WARN_FROM = timedelta(days=1), timedelta(days=2)


@dataclass(frozen=True, order=True)
class Occasion:
    """From when, until when, and after when it counts as missed."""

    opens_at: datetime
    due_at: datetime
    closes_at: datetime

    @property
    def warn_at(self) -> datetime | None:
        """When whoever has not walked yet is warned; None for short windows."""
        is_long = self.due_at - self.opens_at >= WARN_FROM
        return self.due_at - WARN_AHEAD if is_long else None


@dataclass(frozen=True)
class Times:
    """What the calendar says: working days, and semesters."""

    calendar: SchoolCalendar
    semesters: tuple[Semester, ...] = ()


def occasions(schedule: Schedule, times: Times, since: datetime, until: datetime) -> list[Occasion]:
    """The occasions of a schedule that open after `since` and up to `until`, earliest first."""
    # A night, or a window put off by days off, may have begun the days before.
    day = max(in_school_time(since).date() - timedelta(days=7), schedule.starts_on)
    last = min(in_school_time(until).date() + ONE_DAY, schedule.ends_on or date.max)
    found: set[Occasion] = set()
    while day <= last:
        found.update(on_day(schedule, times, day))
        day += ONE_DAY
    return sorted(each for each in found if since < each.opens_at <= until)


def on_day(schedule: Schedule, times: Times, day: date) -> Iterator[Occasion]:
    """What begins on a day."""
    if schedule.rhythm == Rhythm.DAILY:
        yield from daily(schedule, times, day)
    elif schedule.rhythm == Rhythm.NIGHTLY:
        yield from nightly(schedule, times, day)
    elif begins_on(schedule, times, day):
        yield lasting(schedule, day)


def is_wanted(schedule: Schedule, times: Times, day: date) -> bool:
    """Whether the weekday and the days off allow it."""
    if schedule.weekdays and day.isoweekday() not in schedule.weekdays:
        return False
    skips = schedule.days_off == Schedule.DaysOff.SKIP
    return not skips or times.calendar.is_working_day(day)


def daily(schedule: Schedule, times: Times, day: date) -> Iterator[Occasion]:
    """Rounds at times of the day; a round is missed when its minutes are over."""
    if not is_wanted(schedule, times, day):
        return
    for at in schedule.times:
        yield short(schedule, moment_of(day, at))


def short(schedule: Schedule, opens: datetime) -> Occasion:
    due = opens + timedelta(minutes=schedule.within_minutes)
    return Occasion(opens, due, due)


def nightly(schedule: Schedule, times: Times, day: date) -> Iterator[Occasion]:
    """Rounds every few hours of the night that begins on `day`, the last before it ends."""
    if not is_wanted(schedule, times, day):
        return
    assert schedule.night_from is not None
    assert schedule.night_to is not None
    assert schedule.every_hours is not None
    opens = moment_of(day, schedule.night_from)
    morning = day if schedule.night_to > schedule.night_from else day + ONE_DAY
    ends = moment_of(morning, schedule.night_to)
    while opens < ends:
        yield short(schedule, opens)
        opens += timedelta(hours=schedule.every_hours)


def begins_on(schedule: Schedule, times: Times, day: date) -> bool:
    """Whether a window of days begins on `day`; put off to the next working day where the schedule
    leaves out days off."""
    if schedule.days_off == Schedule.DaysOff.KEEP:
        return is_day(schedule, times, day)
    if not times.calendar.is_working_day(day):
        return False
    wanted = [day]
    while not times.calendar.is_working_day(wanted[-1] - ONE_DAY) and len(wanted) < 40:
        wanted.append(wanted[-1] - ONE_DAY)
    return any(is_day(schedule, times, each) for each in wanted)


def is_day(schedule: Schedule, times: Times, day: date) -> bool:
    """Whether `day` is the one that the rhythm names, days off aside."""
    if schedule.rhythm == Rhythm.WEEKLY:
        return day.isoweekday() in schedule.weekdays[:1]
    if schedule.rhythm == Rhythm.MONTHLY:
        return day.day == min(schedule.month_day or 1, last_of_month(day))
    if schedule.rhythm == Rhythm.SEMESTER:
        weeks = (semester.monday_of(schedule.week_no or 0) for semester in times.semesters)
        return day in weeks
    return day in before_holidays(times, day, schedule.days_before or 1)


def last_of_month(day: date) -> int:
    return ((day.replace(day=28) + timedelta(days=4)).replace(day=1) - ONE_DAY).day


def before_holidays(times: Times, around: date, days: int) -> set[date]:
    """The working days that lie `days` working days before a public holiday near `around`."""
    return {times.calendar.working_days_from(first, -days) for first in holidays_near(around)}


def holidays_near(day: date) -> Iterable[date]:
    """The first days of public holidays within the two months after `day`."""
    declared = [found for year in (day.year, day.year + 1) for found in state_days(year)]
    runs: list[tuple[date, date, StateDay]] = state_runs(declared)
    last = day + timedelta(days=62)
    return {first for first, _last, what in runs if not what.is_worked and day <= first <= last}


def lasting(schedule: Schedule, day: date) -> Occasion:
    """A window of days: from the morning of `day` to the evening of its last."""
    due = moment_of(day + timedelta(days=schedule.lasts_days - 1), time(23, 59))
    return Occasion(moment_of(day, time(6)), due, due + GRACE[Rhythm(schedule.rhythm)])
