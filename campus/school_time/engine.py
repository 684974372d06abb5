"""The one engine that counts school time: working days, hours, and what falls outside them.

It is pure: it knows neither the database nor the clock. What a weekday's hours are, what the state
declares, and what the school has changed come in as values (see `calendar.school_calendar`).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

SCHOOL_TIME = ZoneInfo("Asia/Shanghai")
ONE_DAY = timedelta(days=1)
WEEKDAYS = range(1, 6)
LONGEST_CLOSURE = timedelta(days=366)


class NoWorkingHours(Exception):
    """Nobody works for more than a year on end, so nothing can be counted in working hours."""


@dataclass(frozen=True, order=True)
class Span:
    """Hours worked without a break, from `opens` to `closes` of one day, in school time."""

    opens: time
    closes: time

    def __post_init__(self) -> None:
        if self.closes <= self.opens:
            raise ValueError(f"closes at {self.closes}, not after {self.opens}")


Hours = Mapping[int, tuple[Span, ...]]
"""The spans of each ISO weekday (1 is Monday), in order and apart; a free weekday has none."""

Exceptions = Mapping[date, bool]
"""Days that are not worked like their weekday: True is a make-up workday, False a day off."""


def weekly_hours(rows: Iterable[tuple[int, time, time]]) -> Hours:
    """Hours from rows of ISO weekday, opening, closing; spans that touch or overlap become one."""
    days: dict[int, list[Span]] = {}
    for weekday, opens, closes in rows:
        days.setdefault(weekday, []).append(Span(opens, closes))
    return {weekday: joined(spans) for weekday, spans in days.items()}


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same hours as spans that do not touch, earliest first."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.opens <= result[-1].closes:
            result[-1] = Span(result[-1].opens, max(result[-1].closes, span.closes))
        else:
            result.append(span)
    return tuple(result)


def nothing_declared(year: int) -> Exceptions:
    """The state of a calendar that knows weekdays alone."""
    return {}


@dataclass(frozen=True)
class SchoolCalendar:
    """When somebody works, and everything that is counted from it.

    `hours` are those of an ordinary week; `declared` gives the exceptions that the state has
    declared for a year; `own` are the school's exceptions, which win over the state's.

    A make-up workday on a Saturday or Sunday is worked with the hours of the first weekday from
    Monday to Friday that has any: the state's decree names the day, but not whose hours it takes.
    A make-up workday from Monday to Friday (a declared day off that the school works after all)
    keeps the hours of its own weekday. A day off has no hours, whatever its weekday.

    Moments are aware; answers are in school time. Naive moments raise ValueError.
    """

    hours: Hours
    declared: Callable[[int], Exceptions] = nothing_declared
    own: Exceptions = field(default_factory=dict)

    def is_working_day(self, day: date) -> bool:
        """Whether anybody works on `day` at all."""
        return bool(self.spans_of(day))

    def spans_of(self, day: date) -> tuple[Span, ...]:
        """The hours worked on `day`, in order; empty on a day off."""
        is_worked = self.exception_of(day)
        if is_worked is None:
            return self.hours.get(day.isoweekday(), ())
        return self._makeup_spans(day.isoweekday()) if is_worked else ()

    def exception_of(self, day: date) -> bool | None:
        """True on a make-up workday, False on a day off, None on a day like its weekday."""
        if day in self.own:
            return self.own[day]
        return self.declared(day.year).get(day)

    def working_days_from(self, day: date, n: int) -> date:
        """The working day that lies `n` working days after `day`, or before it where n < 0.

        `day` itself is not counted: 1 is the first working day after it, -1 the last before it.
        0 is `day` itself where it is worked, else the last working day before it.
        Raises NoWorkingHours.
        """
        if n == 0:
            return day if self.is_working_day(day) else self._next_working_day(day, -ONE_DAY)
        step = ONE_DAY if n > 0 else -ONE_DAY
        for _ in range(abs(n)):
            day = self._next_working_day(day, step)
        return day

    def opening(self, day: date) -> datetime:
        """When work begins on `day`; on a day off, on the first working day after it.

        Raises NoWorkingHours.
        """
        if not self.is_working_day(day):
            day = self._next_working_day(day, ONE_DAY)
        return moment_of(day, self.spans_of(day)[0].opens)

    def closing(self, day: date) -> datetime:
        """When work ends on `day`; on a day off, on the first working day after it.

        So the law counts periods: one that ends on a holiday runs on to the next working day, and
        where there are office hours it ends with them. Raises NoWorkingHours.
        """
        if not self.is_working_day(day):
            day = self._next_working_day(day, ONE_DAY)
        return moment_of(day, self.spans_of(day)[-1].closes)

    def is_open(self, moment: datetime) -> bool:
        """Whether `moment` lies within working hours, opening and closing included."""
        moment = in_school_time(moment)
        spans = self.spans_of(moment.date())
        return any(span.opens <= moment.time() <= span.closes for span in spans)

    def add_working(self, moment: datetime, duration: timedelta) -> datetime:
        """The moment at which `duration` of working time has passed since `moment`.

        Time outside the hours does not count. Work that ends exactly at closing ends there (an
        hour from 11:00 ends at 12:00, not when the lunch break is over). No duration at all gives
        `moment` itself within the hours, opening and closing included, else the next opening.
        Raises ValueError for a negative duration, NoWorkingHours, and OverflowError past 9999.
        """
        if duration < timedelta(0):
            raise ValueError("working time runs forward only")
        left = duration
        for opens, closes in self._stretches(in_school_time(moment)):
            if left <= closes - opens:
                return opens + left
            left -= closes - opens
        raise AssertionError("stretches of work never end")

    def worked_between(self, start: datetime, end: datetime) -> timedelta:
        """The working time from `start` to `end`. Raises ValueError where `end` is the earlier."""
        start, end = in_school_time(start), in_school_time(end)
        if end < start:
            raise ValueError("the end lies before the start")
        worked = timedelta(0)
        day = start.date()
        while day <= end.date():
            for opens, closes in self._stretches_of(day):
                worked += max(min(closes, end) - max(opens, start), timedelta(0))
            day += ONE_DAY
        return worked

    def _makeup_spans(self, weekday: int) -> tuple[Span, ...]:
        candidates = [weekday, *WEEKDAYS] if weekday in WEEKDAYS else [*WEEKDAYS, weekday]
        return next((self.hours[at] for at in candidates if self.hours.get(at)), ())

    def _next_working_day(self, day: date, step: timedelta) -> date:
        """The first working day after `day` in the direction of `step`."""
        last = day
        while abs(last - day) <= LONGEST_CLOSURE:
            last += step
            if self.is_working_day(last):
                return last
        raise NoWorkingHours

    def _stretches_of(self, day: date) -> Iterator[tuple[datetime, datetime]]:
        for span in self.spans_of(day):
            yield moment_of(day, span.opens), moment_of(day, span.closes)

    def _stretches(self, moment: datetime) -> Iterator[tuple[datetime, datetime]]:
        """Stretches of work from `moment` on without end; the first begins no earlier than it."""
        day = moment.date()
        while True:
            for opens, closes in self._stretches_of(day):
                if closes >= moment:
                    yield max(opens, moment), closes
            day = self._next_working_day(day, ONE_DAY)


def moment_of(day: date, at: time) -> datetime:
    """The moment `at` of `day` in school time."""
    return datetime.combine(day, at, SCHOOL_TIME)


def moments_of(first: date, last: date) -> tuple[datetime, datetime]:
    """Some days, both ends among them, as moments: from the first one until before the second."""
    return moment_of(first, time.min), moment_of(last + ONE_DAY, time.min)


def in_school_time(moment: datetime) -> datetime:
    """The same moment in school time. Raises ValueError for a naive one."""
    if moment.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return moment.astimezone(SCHOOL_TIME)


def runs_of(days: Iterable[date]) -> list[tuple[date, date]]:
    """Days as unbroken runs, each with its first and last day."""
    ordered = sorted(set(days))
    if not ordered:
        return []
    breaks = [(a, b) for a, b in pairwise(ordered) if b - a > ONE_DAY]
    firsts = [ordered[0], *(after for _, after in breaks)]
    lasts = [*(before for before, _ in breaks), ordered[-1]]
    return list(zip(firsts, lasts, strict=True))
