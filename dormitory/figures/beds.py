"""How full houses, floors and rooms are."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from campus.models import Place
from campus.places.tree import reading_order
from dormitory.models import Bed, DormRoom, House, Occupancy, Side


@dataclass(frozen=True)
class Fullness:
    """How many beds there are, and in how many of them somebody sleeps."""

    beds: int
    taken: int

    @property
    def free(self) -> int:
        return self.beds - self.taken

    @property
    def share(self) -> int:
        """Taken beds in whole per cent, rounded down."""
        return self.taken * 100 // self.beds if self.beds else 0


NONE = Fullness(0, 0)


def by(path: str, rooms: Q, on: date) -> dict[int, Fullness]:
    """The fullness of what `path` names from a room ("house", "place__parent"), of the rooms that
    pass; two queries."""
    beds = counted(Bed.objects.filter(room__in=DormRoom.objects.filter(rooms)), f"room__{path}")
    stays = Occupancy.objects.on(on).filter(bed__room__in=DormRoom.objects.filter(rooms))
    taken = counted(stays, f"bed__room__{path}")
    return {number: Fullness(count, taken.get(number, 0)) for number, count in beds.items()}


def counted(rows: object, path: str) -> dict[int, int]:
    groups = rows.order_by().values_list(path).annotate(count=Count("pk"))  # type: ignore[attr-defined]  # any queryset
    return dict(groups)


@dataclass(frozen=True)
class HouseLine:
    """A house with its fullness, and for whom it is."""

    house: House
    fullness: Fullness
    sides: tuple[str, ...]


def house_lines(houses: Iterable[House], on: date) -> list[HouseLine]:
    """Each house; three queries beside that of the houses."""
    known = list(houses)
    within = Q(house__in=[house.pk for house in known])
    full = by("house", within, on)
    sides = DormRoom.objects.filter(within).order_by().values_list("house", "side").distinct()
    of_house: dict[int, list[str]] = {}
    for number, side in sorted(sides):
        of_house.setdefault(number, []).append(str(Side(side).label))
    return [
        HouseLine(house, full.get(house.pk, NONE), tuple(of_house.get(house.pk, ())))
        for house in known
    ]


@dataclass(frozen=True)
class FloorLine:
    """A floor with its fullness and how many rooms it has."""

    floor: Place
    fullness: Fullness


def floor_lines(house: House, on: date) -> list[FloorLine]:
    """The floors of a house from the ground up; three queries."""
    full = by("place__parent", Q(house=house), on)
    floors = Place.objects.filter(pk__in=full).defer("sought")
    return [FloorLine(each, full[each.pk]) for each in sorted(floors, key=reading_order)]


@dataclass(frozen=True)
class RoomLine:
    """A room with its beds, each with who sleeps there as far as the reader is told; `taken` counts
    all of them."""

    room: DormRoom
    beds: list[tuple[Bed, Occupancy | None]]
    taken: int

    @property
    def free(self) -> int:
        return len(self.beds) - self.taken

    @property
    def classes(self) -> list[str]:
        """The classes of those whom the reader is told of."""
        found = {str(stay.pupil.school_class or "") for _bed, stay in self.beds if stay}
        return sorted(found - {""})


def room_lines(rooms: Iterable[DormRoom], stays: Iterable[Occupancy], on: date) -> list[RoomLine]:
    """Rooms with their beds; `stays` are those of the day that the reader is told of. Two queries
    beside theirs."""
    known = list(rooms)
    sleeping = {stay.bed_id: stay for stay in stays}
    all_stays = Occupancy.objects.on(on).filter(bed__room__in=known)
    taken = counted(all_stays, "bed__room")
    beds: dict[int, list[tuple[Bed, Occupancy | None]]] = {room.pk: [] for room in known}
    for bed in Bed.objects.filter(room__in=known):
        beds[bed.room_id].append((bed, sleeping.get(bed.pk)))
    for each in beds.values():
        each.sort(key=lambda pair: (len(pair[0].label), pair[0].label))
    return [RoomLine(room, beds[room.pk], taken.get(room.pk, 0)) for room in known]
