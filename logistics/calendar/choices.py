"""What the address says: which month or week, which kinds of work, which unit."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import QueryDict

from campus.agenda import Dated
from campus.models import Department
from campus.school_time.days import day_typed, monday_of
from planning.models import Kind


def chosen_month(query: QueryDict, today: date) -> date:
    """The first day of `?month=2025-11`, else of the month of `?week=`, else of today's."""
    typed = query.get("month", "")
    return day_typed(f"{typed}-01") or chosen_week(query, today).replace(day=1)


def chosen_week(query: QueryDict, today: date) -> date:
    """The Monday of the week that holds the day `?week=2025-11-03`.

    Without it, the first week of `?month=`; this week in this month or without either.
    """
    if day := day_typed(query.get("week", "")):
        return monday_of(day)
    month = day_typed(f"{query.get('month', '')}-01")
    return chosen_week_of(month or today.replace(day=1), today)


def chosen_week_of(month: date, today: date) -> date:
    """The Monday of the week to show of a month: this week where it is this month."""
    return monday_of(today if month == today.replace(day=1) else month)


@dataclass(frozen=True)
class Filters:
    """What is to be seen: no kinds means all, no unit means all."""

    kinds: frozenset[str]
    unit: Department | None

    def __bool__(self) -> bool:
        return bool(self.kinds or self.unit)

    def admit(self, things: Iterable[Dated]) -> list[Dated]:
        return [thing for thing in things if self.admits(thing)]

    def admits(self, thing: Dated) -> bool:
        if self.kinds and thing.kind not in self.kinds:
            return False
        return not self.unit or self.unit.name in (thing.unit, *thing.support)


def chosen_filters(query: QueryDict, departments: Iterable[Department]) -> Filters:
    """The filters of `?kind=drill&kind=meeting&unit=3`."""
    unit = next((each for each in departments if str(each.pk) == query.get("unit")), None)
    return Filters(frozenset(query.getlist("kind")) & frozenset(Kind.values), unit)


def kind_choices(query: QueryDict, filters: Filters) -> list[dict[str, Any]]:
    """Every kind with its name, whether it is chosen, and the address that turns it on or off."""
    return [
        {
            "value": kind.value,
            "label": kind.label,
            "is_on": kind.value in filters.kinds,
            "address": address_with_kinds(query, filters.kinds ^ {kind.value}),
        }
        for kind in Kind
    ]


def address_with_kinds(query: QueryDict, kinds: frozenset[str]) -> str:
    changed = query.copy()
    changed.setlist("kind", [kind for kind in Kind.values if kind in kinds])
    return f"?{changed.urlencode()}"
