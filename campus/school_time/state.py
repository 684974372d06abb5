"""What the state has declared: public holidays, days off in exchange, and make-up workdays (调休).

The source is the package `holidays`, which follows the State Council's yearly notices. For a year
whose notice is not published yet it knows the statutory days alone, with the weekdays off that the
law gives in place of a holiday on a weekend; exchanges appear when the package learns of them or
when the school enters them. It knows the years 1950 to 2100; other years have no exceptions.
"""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

import holidays

from campus.school_time.engine import Exceptions, runs_of

FIRST_YEAR, LAST_YEAR = 1950, 2100
SPRING_FESTIVAL = "春节"
LANGUAGES = {"zh-hans": "zh_CN", "en": "en_US"}
# How the package names a day off in exchange, and the worked day that it gives: 休息日（由 … 调休）
EXCHANGED = re.compile(r"^休息日.由 (\d{4})-(\d\d)-(\d\d) 调休")
OBSERVED = re.compile(r"（补假）$")


class StateDay(NamedTuple):
    """A day that the state has declared: worked or off, and the holiday that it belongs to."""

    day: date
    is_worked: bool
    name: str


@cache
def state_exceptions(year: int) -> Exceptions:
    """Days off and make-up workdays of `year`, for the engine."""
    return MappingProxyType({found.day: found.is_worked for found in state_days(year)})


@cache
def state_days(year: int) -> tuple[StateDay, ...]:
    """Every declared day of `year` in order, with the Chinese name of its holiday.

    The whole of a holiday is named, its weekend days too. Make-up workdays may lie in December for
    a holiday in January, so the holidays of the next year are asked as well.
    """
    found = [day for holiday_year in (year, year + 1) for day in _declared_with(holiday_year)]
    # A day that a holiday in its own year declares wins over one that reaches in from the next.
    by_day = {state_day.day: state_day for state_day in reversed(found)}
    return tuple(sorted(day for day in by_day.values() if day.day.year == year))


def state_runs(days: Iterable[StateDay]) -> list[tuple[date, date, StateDay]]:
    """Declared days as unbroken runs of one holiday and kind: first day, last day, and what."""
    by_kind: dict[tuple[str, bool], list[StateDay]] = {}
    for found in days:
        by_kind.setdefault((found.name, found.is_worked), []).append(found)
    return sorted(
        (first, last, StateDay(first, is_worked, name))
        for (name, is_worked), found in by_kind.items()
        for first, last in runs_of(each.day for each in found)
    )


@cache
def holiday_names(year: int, language: str = "zh-hans") -> dict[date, str]:
    """The public holidays of `year` themselves, without days in exchange, named for a reader."""
    named = _package(year, LANGUAGES.get(language, "zh_CN"))
    return {day: named[day] for day, name in _package(year, "zh_CN").items() if _is_holiday(name)}


def _is_holiday(name: str) -> bool:
    return not EXCHANGED.match(name) and not OBSERVED.search(name)


def _declared_with(year: int) -> list[StateDay]:
    """The days off of `year` and the workdays, of whatever year, that they were exchanged for."""
    named = _package(year, "zh_CN")
    result = []
    for first, last in runs_of([*named, *_weekends_beside(named)]):
        run = [first + timedelta(days=n) for n in range((last - first).days + 1)]
        holiday = _holiday_of([named[day] for day in run if day in named])
        result += [StateDay(day, False, holiday) for day in run]
        result += [StateDay(day, True, holiday) for day in _given_for(named, run)]
    worked = {found.day for found in result if found.is_worked}
    return [found for found in result if found.is_worked or found.day not in worked]


def _weekends_beside(named: dict[date, str]) -> list[date]:
    """Saturdays and Sundays within reach of a holiday: they are part of its days off.

    A weekend day that stands between two declared days, or next to one, is off anyway; naming it
    makes a holiday one run of days. Days that are worked in exchange are taken out again.
    """
    makeups = {given for given in map(_given, named.values()) if given}
    beside = set()
    for day in named:
        for step in (timedelta(days=1), timedelta(days=-1)):
            near = day + step
            while near.isoweekday() >= 6 and near not in named and near not in makeups:
                beside.add(near)
                near += step
    return sorted(beside)


def _holiday_of(names: list[str]) -> str:
    """The name of a whole holiday: the one that most of its days bear.

    Mid-Autumn within National Day's week leaves it National Day, New Year's Eve leaves it the
    Spring Festival.
    """
    plain = [OBSERVED.sub("", name) for name in names if not EXCHANGED.match(name)]
    return Counter(plain).most_common(1)[0][0] if plain else ""


def _given_for(named: dict[date, str], run: list[date]) -> list[date]:
    return [given for day in run if day in named and (given := _given(named[day]))]


def _given(name: str) -> date | None:
    """The worked day that the day off called `name` was exchanged for."""
    found = EXCHANGED.match(name)
    return date(*map(int, found.groups())) if found else None


@cache
def _package(year: int, language: str) -> dict[date, str]:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return {}
    return dict(holidays.country_holidays("CN", years=year, expand=False, language=language))
