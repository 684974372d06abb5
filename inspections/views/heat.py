"""How parts have fared over some weeks: a map of days, those that lost most first."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from campus.doors import PersonRequest, require
from campus.models import Place
from inspections import rights
from inspections.forms.heat import HeatForm
from inspections.models import SEE_ALL, Cell, Checklist, heat_map, ranking

# Three weeks fit on a screen, and so do the sixty that lost most.
DAYS, ROWS, SHADES = 21, 60, 4


@dataclass(frozen=True)
class Row:
    """One part with its rank and its days; a day without a check has no cell."""

    rank: int
    place: Place
    sums: Cell
    cells: list[tuple[Cell | None, int]]


@require_safe
def heat(request: PersonRequest) -> HttpResponse:
    """The map of one checklist, of all its places or of those within one."""
    require(rights.can_read_findings(request.user))
    lists = lists_of(request)
    form = HeatForm(request.GET or None, lists=lists)
    asked = form.asked(timezone.localdate())
    context: dict[str, Any] = {"form": form, "rows": [], "checklist": asked.checklist}
    if asked.checklist:
        first = asked.until - timedelta(days=DAYS - 1)
        days = [first + timedelta(days=number) for number in range(DAYS)]
        context |= {"days": days, **rows_of(asked.checklist, asked.place, days)}
    return render(request, "inspections/heat.html", context)


def lists_of(request: PersonRequest) -> Any:
    """The checklists over parts whose scores the person may compare."""
    lists = Checklist.objects.exclude(parts="").filter(current__isnull=False)
    person = request.user
    return lists if person.on_duty_as(*SEE_ALL) else lists.answered_for_by(person)


def rows_of(checklist: Checklist, whole: Place | None, days: list[date]) -> dict[str, Any]:
    """Those that lost most, the worst first, and how many there are: three or four queries."""
    within = list(Place.objects.within(whole).values_list("pk", flat=True)) if whole else None
    told = ranking([checklist], within, days[0], days[-1])
    worst = told[::-1][:ROWS]
    numbers = [each.cell.place for each in worst]
    found = heat_map([checklist], numbers, days[0], days[-1])
    places = Place.objects.defer("sought").in_bulk(numbers)
    most = max(
        (cell.mean for cells in found.values() for cell in cells.values()), default=Decimal(0)
    )
    rows = [
        Row(
            each.rank,
            places[each.cell.place],
            each.cell,
            shaded(found[each.cell.place], days, most),
        )
        for each in worst
    ]
    return {"rows": rows, "count": len(told)}


def shaded(
    cells: Mapping[date, Cell], days: list[date], most: Decimal
) -> list[tuple[Cell | None, int]]:
    """The cells of all days, each with its shade: 0 for nothing lost, `SHADES` for the most."""
    return [(cell, shade_of(cell, most)) for cell in map(cells.get, days)]


def shade_of(cell: Cell | None, most: Decimal) -> int:
    if cell is None or cell.mean <= 0 or not most:
        return 0
    return max(1, round(SHADES * cell.mean / most))
