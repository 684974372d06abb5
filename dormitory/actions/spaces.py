"""Where there is room: free beds of rooms, and which classes sleep there already."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from campus.models import Person
from campus.places.tree import reading_order
from dormitory.actions.filling import Space, fill
from dormitory.models import Bed, DormRoom, Occupancy


@dataclass
class Rooms:
    """Rooms in the order of a walk, with what is free in them; all by numbers of rows."""

    rooms: Sequence[DormRoom]
    free: dict[int, list[int]] = field(default_factory=dict)
    classes: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    slept_in: set[int] = field(default_factory=set)

    def take(self, room: int, bed: int, school_class: int | None) -> None:
        """Somebody of a class gets the bed."""
        if bed in self.free.get(room, ()):
            self.free[room].remove(bed)
        self.slept_in.add(room)
        if school_class:
            self.classes[room].add(school_class)

    def spaces(self, side: str) -> list[Space]:
        """The rooms of a side, as the rule fills them."""
        return [
            Space(self.free[room.pk], self.classes[room.pk], room.pk in self.slept_in)
            for room in self.rooms
            if room.side == side
        ]


def walked(rooms: Sequence[DormRoom]) -> list[DormRoom]:
    """House by house, and along the corridors: room 9 before room 10."""
    return sorted(rooms, key=lambda room: (room.house_id, reading_order(room.place)))


def rooms_with_space(
    rooms: Sequence[DormRoom], *, first: date, last: date | None, leaving: Collection[int]
) -> Rooms:
    """What is free in the rooms from `first` to `last` once the pupils `leaving` are out of their
    beds; two queries."""
    found = Rooms(walked(rooms))
    stays = Occupancy.objects.between(first, last).filter(bed__room__in=rooms)
    taken = set()
    facts = stays.exclude(pupil__in=leaving).values_list("bed", "bed__room", "pupil__school_class")
    for bed, room, school_class in facts:
        taken.add(bed)
        found.take(room, bed, school_class)
    found.free = {room.pk: [] for room in rooms}
    beds = Bed.objects.filter(room__in=rooms).values_list("pk", "room", "label")
    for number, room, _label in sorted(beds, key=lambda row: (len(row[2]), row[2])):
        if number not in taken:
            found.free[room].append(number)
    return found


def filled(rooms: Rooms, pupils: Mapping[str, Sequence[Person]]) -> dict[int, int]:
    """The bed of each pupil, by side and class: `pupils` are those of each side. Pupils without a
    class count as one."""
    given: dict[int, int] = {}
    for side, of_side in pupils.items():
        groups: dict[int, list[int]] = defaultdict(list)
        for pupil in of_side:
            groups[pupil.school_class_id or 0].append(pupil.pk)
        given |= fill(groups, rooms.spaces(side))
    return given
