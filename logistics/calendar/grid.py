"""Laying dated things over weeks: pure, without database, clock or words."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from campus.agenda import Dated
from campus.school_time.days import monday_of
from campus.school_time.months import month_after

# What lasts longer would lie over the whole grid: it is listed beside it.
LONGEST_BAR = 7
LANES = 4
WEEK = timedelta(days=7)


@dataclass(frozen=True, kw_only=True)
class Day:
    """One cell: `mark` is "off", "makeup" or empty, `things` all that is not long.

    `more` is how many of them find no room in the grid.
    """

    day: date
    is_inside: bool
    is_today: bool
    mark: str
    festivals: tuple[str, ...]
    things: tuple[Dated, ...]
    more: int = 0

    @property
    def dots(self) -> list[str]:
        """The kinds of work on the day, each once, as many as fit under a number."""
        return list(dict.fromkeys(thing.kind for thing in self.things))[:3]

    @property
    def is_worth_listing(self) -> bool:
        return self.is_inside and bool(self.things or self.festivals)


@dataclass(frozen=True, kw_only=True)
class Bar:
    """A thing over the days of one week: from a column (1 is Monday), over a span, in a lane."""

    thing: Dated
    column: int
    span: int
    lane: int
    is_continued: bool
    goes_on: bool


@dataclass(frozen=True, kw_only=True)
class Week:
    """One row of the grid; `number` is the school week, None outside the semesters."""

    monday: date
    number: int | None
    days: tuple[Day, ...]
    bars: tuple[Bar, ...]


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What is known of days, whatever takes place on them."""

    today: date
    exception_of: Callable[[date], bool | None]
    festivals: Mapping[date, tuple[str, ...]]
    week_no: Callable[[date], int | None]

    def mark(self, day: date) -> str:
        return {True: "makeup", False: "off", None: ""}[self.exception_of(day)]


def week_days(monday: date) -> list[date]:
    return [monday + timedelta(days=n) for n in range(7)]


def month_mondays(first: date) -> list[date]:
    """The Mondays of all weeks that touch the month of `first`, its first day."""
    monday, after = monday_of(first), month_after(first)
    mondays = []
    while monday < after:
        mondays.append(monday)
        monday += WEEK
    return mondays


def is_long(thing: Dated) -> bool:
    return thing.days > LONGEST_BAR


def touches(thing: Dated, first: date, last: date) -> bool:
    return thing.first <= last and thing.last >= first


def lay_weeks(
    mondays: Iterable[date], things: list[Dated], facts: Facts, inside: tuple[date, date]
) -> list[Week]:
    """Weeks with their days and bars; days outside `inside` (first, last) are drawn faintly."""
    short = [thing for thing in things if not is_long(thing)]
    return [lay_week(monday, short, facts, inside) for monday in mondays]


def lay_week(monday: date, things: list[Dated], facts: Facts, inside: tuple[date, date]) -> Week:
    bars, hidden = lay_bars(monday, things)
    days = tuple(
        Day(
            day=day,
            is_inside=inside[0] <= day <= inside[1],
            is_today=day == facts.today,
            mark=facts.mark(day),
            festivals=facts.festivals.get(day, ()),
            things=tuple(thing for thing in things if touches(thing, day, day)),
            more=hidden[day],
        )
        for day in week_days(monday)
    )
    return Week(monday=monday, number=facts.week_no(monday), days=days, bars=tuple(bars))


def lay_bars(monday: date, things: list[Dated]) -> tuple[list[Bar], dict[date, int]]:
    """Bars in as few lanes as it takes, and for each day how many things found no lane.

    The things that last longer are laid first, so that they lie on top and in one piece.
    """
    days = week_days(monday)
    lanes: list[set[date]] = [set() for _ in range(LANES)]
    bars, hidden = [], dict.fromkeys(days, 0)
    for thing in sorted(things, key=lambda thing: -thing.days):
        covered = [day for day in days if touches(thing, day, day)]
        if not covered:
            continue
        lane = next((n for n, taken in enumerate(lanes) if taken.isdisjoint(covered)), None)
        if lane is None:
            hidden |= {day: hidden[day] + 1 for day in covered}
            continue
        lanes[lane].update(covered)
        bars.append(bar_over(thing, covered, lane + 1))
    return bars, hidden


def bar_over(thing: Dated, covered: list[date], lane: int) -> Bar:
    return Bar(
        thing=thing,
        column=covered[0].isoweekday(),
        span=len(covered),
        lane=lane,
        is_continued=thing.first < covered[0],
        goes_on=thing.last > covered[-1],
    )
