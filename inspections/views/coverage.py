"""Coverage: a map of buildings, floors and rooms in the colours of their states; and as a list."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import CharField, Count, Exists, F, Func, OuterRef, Value
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from campus.doors import PersonRequest, require
from campus.lists.views import list_page
from campus.models import Place
from campus.places.tree import reading_order
from inspections import rights
from inspections.lists import COVERAGE
from inspections.models import Checklist, Coverage, Sight
from inspections.models.coverage import STANDING


@require_safe
def coverage_list(request: PersonRequest) -> HttpResponse:
    """Every place that is wanted to be seen, as a list."""
    return list_page(request, COVERAGE, "inspections/coverage_list.html")


@dataclass
class Share:
    """How many places of a part of the school stand how."""

    place: Place | None = None
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def in_time(self) -> int:
        return self.counts.get(Sight.SEEN, 0) + self.counts.get(Sight.SOON, 0)

    @property
    def percent(self) -> int:
        """Whole percent of places seen in time, rounded down: 100 means all."""
        return 100 * self.in_time // self.total if self.total else 0

    @property
    def strips(self) -> list[tuple[Sight, str, str]]:
        """The parts as strips of a bar a hundred wide: where each begins, and how wide it is."""
        strips, start = [], 0.0
        for sight, count in self.parts:
            width = 100 * count / self.total
            strips.append((sight, f"{start:.2f}", f"{width:.2f}"))
            start += width
        return strips

    @property
    def parts(self) -> list[tuple[Sight, int]]:
        """Each state with its number, those without a place left out."""
        return [(sight, self.counts[sight]) for sight in Sight if self.counts.get(sight)]


@require_safe
def coverage(request: PersonRequest) -> HttpResponse:
    """The map of one checklist; `?in=` opens a building."""
    require(rights.can_read_findings(request.user))
    today = timezone.localdate()
    seen = Coverage.objects.visible_to(request.user).expected()
    # One place is enough to offer a checklist: to count them all would grow with the school.
    named = Checklist.objects.filter(Exists(seen.order_by().filter(checklist=OuterRef("pk"))))
    checklists = list(named.order_by("topic", "name"))
    chosen = chosen_of(checklists, request.GET.get("checklist", ""))
    rows = seen.filter(checklist=chosen) if chosen else seen.none()
    shares = shares_of(rows, today) if chosen else []
    opened = opened_of(shares, request.GET.get("in", ""))
    context = {
        "checklists": checklists,
        "chosen": chosen,
        "shares": shares,
        "whole": Share(None, summed(shares)),
        "opened": opened,
        "floors": floors_of(rows, opened, today) if opened else [],
        "sights": list(Sight),
        "list_path": reverse("inspections:coverage_list"),
    }
    return render(request, "inspections/coverage.html", context)


def chosen_of(checklists: Sequence[Checklist], typed: str) -> Checklist | None:
    """The checklist of the address, else the first."""
    same = [each for each in checklists if str(each.pk) == typed]
    return next(iter(same or checklists), None)


def opened_of(shares: list[Share], typed: str) -> Place | None:
    """The building of the address, else the one that stands worst."""
    places = [share for share in shares if share.place]
    same = [share.place for share in places if share.place and str(share.place.pk) == typed]
    if same:
        return same[0]
    return min(places, key=lambda share: share.percent).place if places else None


def shares_of(rows: Any, today: date) -> list[Share]:
    """Places counted by building: the second number of their path; one query and the names."""
    counted = {
        sight.value: Count("pk", filter=STANDING[sight](today)) for sight in Sight
    }  # fmt: skip
    top = Func(
        F("place__path"), Value("/"), Value(3), function="split_part", output_field=CharField()
    )
    found = list(rows.order_by().annotate(top=top).values("top").annotate(**counted))
    numbers = [int(row["top"]) for row in found if row["top"]]
    places = Place.objects.defer("sought").in_bulk(numbers)
    shares = [
        Share(places.get(int(row["top"] or 0)), {sight.value: row[sight.value] for sight in Sight})
        for row in found
    ]
    return sorted(shares, key=lambda share: reading_order(share.place) if share.place else [])


def summed(shares: list[Share]) -> dict[str, int]:
    total: dict[str, int] = defaultdict(int)
    for share in shares:
        for sight, count in share.counts.items():
            total[sight] += count
    return dict(total)


@dataclass(frozen=True)
class Cell:
    """One place on the map."""

    row: Coverage
    sight: Sight

    @property
    def tone(self) -> str:
        return "new" if self.sight == Sight.NEVER else self.sight.value


def floors_of(rows: Any, building: Place, today: date) -> list[tuple[Place, list[Cell]]]:
    """The cells of a building, floor by floor from the top down: two queries."""
    inside = rows.within(building).select_related("place").defer("place__sought")
    by_floor: dict[int, list[Cell]] = defaultdict(list)
    for row in inside:
        numbers = row.place.numbers
        depth = len(building.numbers)
        floor = numbers[depth] if len(numbers) > depth + 1 else building.pk
        by_floor[floor].append(Cell(row, row.sight(today)))
    places = Place.objects.defer("sought").in_bulk(by_floor)
    ordered = sorted(places.values(), key=reading_order, reverse=True)
    return [
        (floor, sorted(by_floor[floor.pk], key=lambda cell: reading_order(cell.row.place)))
        for floor in ordered
    ]
