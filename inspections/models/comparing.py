"""Scores of parts over days, read from tallies: heat maps and rankings for any area."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from django.db.models import QuerySet, Sum

from campus.models import Place
from inspections.models.checklist import Checklist
from inspections.models.part import PartScore, PartScoreQuerySet
from inspections.models.scoring import NOTHING
from inspections.models.tally import PartTally

T = TypeVar("T")
Lists = Iterable[Checklist | int]
Places = Iterable[Place | int]
# What is summed of each cell.
SUMS = ("checks", "flawless", "faults", "taken", "given")


@dataclass(frozen=True, kw_only=True)
class Cell:
    """Sums of one part: on one day, or (`day` None) over many."""

    place: int
    checks: int
    flawless: int
    faults: int
    taken: Decimal
    given: Decimal
    day: date | None = None

    @property
    def lost(self) -> Decimal:
        """Points taken beyond those given; below nothing where praise outweighs."""
        return self.taken - self.given

    @property
    def mean(self) -> Decimal:
        """Points lost on each check, so that whoever is checked more often does not lose by it."""
        return self.lost / self.checks if self.checks else NOTHING


@dataclass(frozen=True, kw_only=True)
class Ranked:
    """A part with its rank; those that are equal share the better one: 1, 1, 1, 4."""

    rank: int
    cell: Cell


def scores_of(
    checklists: Lists, places: Places | None, first: date, last: date
) -> PartScoreQuerySet:
    """The scores that count of these checklists and places (None: all) between two days."""
    found = PartScore.objects.counted().of(checklists).between(first, last)
    return found if places is None else found.filter(place__in=list(places))


def cells_of(
    checklists: Lists, places: Places | None, first: date, last: date
) -> QuerySet[PartTally]:
    """The tallied cells of these checklists and places between two days."""
    found = PartTally.objects.filter(
        checklist__in=list(checklists), day__range=(first, last), checks__gt=0
    ).order_by()
    return found if places is None else found.filter(place__in=list(places))


def heat_map(
    checklists: Lists, places: Places, first: date, last: date
) -> dict[int, dict[date, Cell]]:
    """For each place, by number, the days on which it was checked with their sums; one query over a
    narrow range of an index."""
    found: dict[int, dict[date, Cell]] = {}
    summed = {name: Sum(name) for name in SUMS}
    cells = cells_of(checklists, places, first, last)
    rows: Iterable[Any] = cells.values("place_id", "day").annotate(**summed)
    for row in rows:
        cell = Cell(place=row.pop("place_id"), **row)
        assert cell.day is not None
        found.setdefault(cell.place, {})[cell.day] = cell
    return found


def ranking(checklists: Lists, places: Places | None, first: date, last: date) -> list[Ranked]:
    """Places by what they lost on each check between two days, the best first; one query."""
    summed = {name: Sum(name) for name in SUMS}
    found = cells_of(checklists, places, first, last)
    rows: Iterable[Any] = found.values("place_id").annotate(**summed)
    cells = [Cell(place=row.pop("place_id"), **row) for row in rows]
    return [
        Ranked(rank=rank, cell=cell)
        for rank, cell in ranked(cells, key=lambda cell: (cell.mean, cell.lost))
    ]


def ranked(things: Iterable[T], key: Callable[[T], object]) -> list[tuple[int, T]]:
    """Things in order of their key, the smallest first, each with its rank in standard competition
    ranking: equal keys share a rank, and the next one counts all before it (1, 1, 1, 4)."""
    ordered: Sequence[T] = sorted(things, key=key)  # type: ignore[arg-type]  # keys are comparable
    told: list[tuple[int, T]] = []
    rank, before = 0, object()
    for position, thing in enumerate(ordered, 1):
        if key(thing) != before:
            rank, before = position, key(thing)
        told.append((rank, thing))
    return told
