"""What rooms score: day by day, ranked, and why."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import groupby

from django.db.models import Count, Exists, OuterRef, Sum

from campus.models import Person
from dormitory.models import DormRoom
from inspections.models import Cell, Finding, PartScore, heat_map, ranking

# How deep a cell is coloured: nothing lost, then four steps up to the most that a room has lost.
STEPS = 4
# So many reasons stand beside a room.
REASONS = 4


@dataclass(frozen=True)
class DayCell:
    """What a room lost on a day, `cell` None where it was not checked; `step` from 0 to STEPS is
    how deep it is coloured."""

    day: date
    cell: Cell | None
    step: int = 0


@dataclass(frozen=True)
class RoomDays:
    """A room with its days, and what it lost on each check of them on average."""

    room: DormRoom
    days: list[DayCell]

    @property
    def lost(self) -> Decimal:
        """Points lost in all these days together."""
        return sum((each.cell.lost for each in self.days if each.cell), Decimal(0))

    @property
    def is_checked(self) -> bool:
        return any(each.cell for each in self.days)


@dataclass(frozen=True)
class HeatMap:
    """The days on which any of the rooms was checked, and each room with its cells."""

    days: list[date]
    rooms: list[RoomDays]


def heat_of(
    rooms: Sequence[DormRoom], checklists: Collection[int], first: date, last: date
) -> HeatMap:
    """Rooms by days between two days; one query. Rooms keep their order."""
    found = heat_map(checklists, [room.place_id for room in rooms], first, last)
    days = sorted({day for cells in found.values() for day in cells})
    worst = max((cell.lost for cells in found.values() for cell in cells.values()), default=0)
    return HeatMap(
        days,
        [
            RoomDays(room, [day_cell(day, found.get(room.place_id, {}), worst) for day in days])
            for room in rooms
        ],
    )


def day_cell(day: date, cells: Mapping[date, Cell], worst: Decimal | int) -> DayCell:
    """The cell of a day; the more of the worst loss it is, the deeper it is coloured."""
    cell = cells.get(day)
    if cell is None or cell.lost <= 0:
        return DayCell(day, cell)
    return DayCell(day, cell, max(1, -(-int(cell.lost * STEPS * 100) // int(worst * 100))))


@dataclass(frozen=True)
class Reason:
    """What a room lost points for, how often, and how many in all."""

    title: str
    times: int
    points: Decimal


@dataclass(frozen=True)
class Standing:
    """A room's rank with its sums; equal ones share the better rank. `reasons` are told to those
    who may know them."""

    rank: int
    room: DormRoom
    cell: Cell
    reasons: list[Reason] = field(default_factory=list)


def standings_of(
    rooms: Iterable[DormRoom], checklists: Collection[int], first: date, last: date, *,
    reasons_at: Collection[int] = (),
) -> list[Standing]:  # fmt: skip
    """The rooms that were checked, ranked by what they lost on each check, with the reasons of
    those whose places are among `reasons_at`; two queries with reasons, one without."""
    known = {room.place_id: room for room in rooms}
    reasons = reasons_of(reasons_at, checklists, first, last) if reasons_at else {}
    found = [
        Standing(each.rank, known[each.cell.place], each.cell, reasons.get(each.cell.place, []))
        for each in ranking(checklists, known, first, last)
    ]
    return sorted(found, key=lambda each: (each.rank, each.room.place.code))


def place_among(
    room: DormRoom, checklists: Collection[int], first: date, last: date
) -> tuple[Standing | None, int]:
    """How a room stands among those of its house that were checked, and how many these are; None
    where it was not checked. Two queries."""
    rooms = DormRoom.objects.filter(house=room.house_id).select_related("place")
    found = standings_of(rooms, checklists, first, last)
    own = [each for each in found if each.room.pk == room.pk]
    return (own[0] if own else None), len(found)


def reasons_of(
    places: Collection[int], checklists: Collection[int], first: date, last: date
) -> dict[int, list[Reason]]:
    """What took most points at each place between two days, worst first; one query."""
    marks = Finding.objects.filter(
        place__in=places, checklist__in=checklists, day__range=(first, last),
        kind=Finding.Kind.MARK, is_taken_back=False, reported_at__isnull=False,
        inspection__again_of=None,
    )  # fmt: skip
    rows = marks.order_by().values_list("place", "title").annotate(Count("pk"), Sum("points"))
    found = sorted(rows, key=lambda row: (row[0], -row[3], row[1]))
    return {
        place: [Reason(*row[1:]) for row in list(of_place)[:REASONS]]
        for place, of_place in groupby(found, key=lambda row: row[0])
    }


# One room


@dataclass(frozen=True)
class ScoreLine:
    """One score of a room with its marks, as far as somebody is told of them."""

    score: PartScore
    marks: list[Finding]


def score_lines(scores: Iterable[PartScore], person: Person) -> list[ScoreLine]:
    """Scores of one room with their marks; one query beside theirs. Each mark says for the person
    whether it is theirs to open (`is_seen`) and to appeal against (`is_theirs`), and whether they
    are told whom it is about (`is_told`)."""
    known = list(scores)
    this = OuterRef("pk")
    marks = (
        Finding.objects.filter(
            inspection__in=[score.inspection_id for score in known],
            place__in={score.place_id for score in known}, reported_at__isnull=False,
        )
        .annotate(
            is_seen=Exists(Finding.objects.visible_to(person).filter(pk=this)),
            is_theirs=Exists(Finding.objects.concerning(person).filter(pk=this)),
            is_told=Exists(Finding.objects.naming_pupils_to(person).filter(pk=this)),
        )
        .select_related("pupil", "checklist", "item")
        .order_by("item__position")
    )  # fmt: skip
    by_walk: dict[int, list[Finding]] = {}
    for mark in marks:
        by_walk.setdefault(mark.inspection_id, []).append(mark)
    return [ScoreLine(score, by_walk.get(score.inspection_id, [])) for score in known]
