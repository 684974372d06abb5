"""Filling rooms by rule: class by class, with as few mixed rooms as possible.

Knows neither pupils nor beds but their numbers, and nothing of the database.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass
class Space:
    """The free beds of a room in their order, and the classes that sleep there already."""

    beds: list[int]
    classes: set[int] = field(default_factory=set)
    taken: bool = False

    @property
    def free(self) -> int:
        return len(self.beds)

    @property
    def is_empty(self) -> bool:
        """Whether nobody sleeps there, and nobody is to."""
        return not self.classes and not self.taken


def fill(groups: Mapping[int, Sequence[int]], spaces: Sequence[Space]) -> dict[int, int]:
    """The bed of each pupil, by class: `groups` are the pupils of each class, in the order in which
    classes are to lie along the corridor. Pupils for whom there is no bed are left out.

    Rooms where the class sleeps already come first, then whole rooms one after the other. What is
    left of the classes gets a room each while there are empty ones, the largest rest first; only
    then are rests put together, each into the room that it fills best.
    """
    rooms = [Space(list(each.beds), set(each.classes), each.taken) for each in spaces]
    given: dict[int, int] = {}
    waiting = {number: list(pupils) for number, pupils in groups.items()}
    for number, pupils in waiting.items():
        for own in (room for room in rooms if number in room.classes):
            place(number, pupils, own, given)
    for number, pupils in waiting.items():
        for whole in rooms:
            if whole.is_empty and 0 < whole.free <= len(pupils):
                place(number, pupils, whole, given)
    for number in sorted(waiting, key=lambda each: -len(waiting[each])):
        settle_rest(number, waiting[number], rooms, given)
    return given


def settle_rest(
    number: int, pupils: list[int], rooms: Sequence[Space], given: dict[int, int]
) -> None:
    """What is left of a class, room after room until all have a bed or there is none."""
    while pupils and (room := next_room(rooms, len(pupils))):
        place(number, pupils, room, given)


def place(number: int, pupils: list[int], room: Space, given: dict[int, int]) -> None:
    """As many of the pupils into the room as it has beds."""
    while pupils and room.beds:
        given[pupils.pop(0)] = room.beds.pop(0)
        room.classes.add(number)
        room.taken = True


def next_room(rooms: Sequence[Space], count: int) -> Space | None:
    """Where a rest of a class goes: an empty room, the smallest that holds all of them; else the
    shared room that they fill best; None where there is no bed."""
    with_beds = [room for room in rooms if room.free]
    return min(with_beds, key=lambda room: standing(room, count), default=None)


def standing(room: Space, count: int) -> tuple[bool, bool, int]:
    """What comes first is chosen: empty rooms, then those that hold all, then the tightest."""
    tight = room.free - count
    return (not room.is_empty, tight < 0, abs(tight))
