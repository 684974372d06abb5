"""A table of who sleeps where, as a school has it: number, name, house, room, bed.

A row without a bed gets one in its room; a row without a room gets both by rule, on the side that
stands in the row. The side is used for that alone and kept of nobody.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_noop

from campus.models import Person
from campus.sheets.table import Fault, Heading, Kind, Row, Table
from dormitory.actions.spaces import Rooms, filled, rooms_with_space
from dormitory.actions.stays import Wish, taken_beds
from dormitory.models import Allotment, Bed, DormRoom, Side, warden_reach

UNKNOWN_PUPIL = gettext_noop("No pupil has the number “%(word)s”.")
NO_PUPIL = gettext_noop("“%(word)s” is no pupil; only pupils have a bed in a dormitory.")
HAS_LEFT = gettext_noop("This pupil has left the school.")
OTHER_NAME = gettext_noop("The pupil of this number is called otherwise.")
TWICE = gettext_noop("This pupil stands in row %(first)s already.")
UNKNOWN_HOUSE = gettext_noop("No dormitory house has the code or name “%(word)s”.")
UNKNOWN_ROOM = gettext_noop("“%(word)s” is no dorm room there.")
MANY_ROOMS = gettext_noop("Several houses have a room “%(word)s”; write the house.")
NOT_YOURS = gettext_noop("This room is in another house than yours.")
UNKNOWN_BED = gettext_noop("There is no bed “%(word)s” in this room.")
BED_TWICE = gettext_noop("This bed stands in row %(first)s already.")
IS_TAKEN = gettext_noop("Somebody who is not in the table sleeps in this bed.")
IS_FULL = gettext_noop("There is no bed free in this room.")
OTHER_SIDE = gettext_noop("This room is for the other side.")
UNKNOWN_SIDE = gettext_noop("“%(word)s” is neither boys nor girls.")
NOTHING_SAID = gettext_noop("Write a room, or for whom the bed is to be.")
# How schools write the side, beside the portal's own words in both languages.
SIDES = {
    "男": Side.BOYS, "男生": Side.BOYS, "男寝": Side.BOYS, "boys": Side.BOYS, "boy": Side.BOYS,
    "m": Side.BOYS, "女": Side.GIRLS, "女生": Side.GIRLS, "女寝": Side.GIRLS,
    "girls": Side.GIRLS, "girl": Side.GIRLS, "f": Side.GIRLS,
}  # fmt: skip
HEADINGS = (
    Heading("number", gettext_noop("Pupil's number"),
            ("学号", "编号", "学生编号", "学籍号", "Pupil's number", "Number"), Kind.CODE, True),
    Heading("name", gettext_noop("Name"), ("姓名", "学生姓名", "Name")),
    Heading("side", gettext_noop("Boys or girls"),
            ("性别", "男女", "男/女", "Boys or girls", "Side")),
    Heading("house", gettext_noop("Dormitory house"),
            ("宿舍楼", "楼栋", "楼号", "楼宇", "公寓", "Dormitory house", "House", "Building"),
            Kind.CODE),
    Heading("room", gettext_noop("Dorm room"),
            ("寝室", "寝室号", "宿舍", "宿舍号", "房间", "房间号", "Dorm room", "Room"), Kind.CODE),
    Heading("bed", gettext_noop("Bed"), ("床位", "床号", "床位号", "铺位", "Bed"), Kind.CODE),
)  # fmt: skip
EXAMPLES = {
    "zh-hans": ("20250101", "林暮云", "女", "松园宿舍", "301", "2"),
    "en": ("20250101", "Lin Muyun", "girls", "House 1", "301", "2"),
}


@dataclass
class Known:
    """What cells name, read once for the whole table."""

    pupils: dict[str, Person]
    houses: set[str] = field(default_factory=set)
    rooms: dict[tuple[str, str], list[DormRoom]] = field(default_factory=lambda: defaultdict(list))
    beds: dict[tuple[int, str], Bed] = field(default_factory=dict)


@dataclass
class Placed:
    """One row: the pupil, and as much of a bed as stands in it."""

    row: int
    pupil: Person
    room: DormRoom | None = None
    bed: int | None = None
    side: str = ""


@dataclass
class Checked:
    """The pupils of a table with their beds, and what is wrong with it."""

    table: Table
    placed: list[Placed] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def fault(self, row: int, key: str, text: str, **facts: Any) -> None:
        """Something wrong with the cell `key` of a row."""
        self.faults.append(Fault(self.table.sheet, row, self.table.headings.get(key, ""), text,
                                 facts))  # fmt: skip


def known_now(rows: Iterable[Row]) -> Known:
    """Three queries, however many rows there are."""
    numbers = {str(row.cells["number"]).casefold() for row in rows}
    people = Person.objects.filter(number__in=spellings(rows)).select_related("school_class")
    pupils = {person.number.casefold(): person for person in people.defer("sought")}
    known = Known({number: pupils[number] for number in numbers & set(pupils)})
    for room in DormRoom.objects.select_related("place", "house__place"):
        house = room.house.place
        for word in (house.code.casefold(), house.name.casefold()):
            known.houses.add(word)
            known.rooms[word, room.place.name.casefold()].append(room)
        known.rooms["", room.place.code.casefold()].append(room)
        known.rooms["", room.place.name.casefold()].append(room)
    known.beds = {(bed.room_id, bed.label): bed for bed in Bed.objects.all()}
    return known


def spellings(rows: Iterable[Row]) -> set[str]:
    """The numbers as they are written, and with letters of either size."""
    typed = {str(row.cells["number"]) for row in rows}
    return {form for each in typed for form in (each, each.upper(), each.lower())}


def check(table: Table, of: Allotment) -> Checked:
    """Every row looked at; nothing is written."""
    checked, known = Checked(table, faults=list(table.faults)), known_now(table.rows)
    seen: dict[int, int] = {}
    for row in table.rows:
        reading = Reading(row, known, checked, of.by)
        placed = reading.placed()
        if placed is None:
            continue
        if placed.pupil.pk in seen:
            checked.fault(row.number, "number", TWICE, first=seen[placed.pupil.pk])
            continue
        seen[placed.pupil.pk] = row.number
        checked.placed.append(placed)
    refuse_beds_twice(checked)
    refuse_taken(checked, of)
    give_rest(checked, of)
    return checked


@dataclass(frozen=True)
class Reading:
    """One row read; what cannot be told from it is noted as a fault."""

    row: Row
    known: Known
    checked: Checked
    by: Person

    def text(self, key: str) -> str:
        return str(self.row.cells.get(key) or "").strip()

    def fault(self, key: str, text: str, **facts: Any) -> None:
        self.checked.fault(self.row.number, key, text, **facts)

    def placed(self) -> Placed | None:
        """The pupil with room, bed and side; None with the row's faults noted."""
        before = len(self.checked.faults)
        pupil, side = self.pupil(), self.side()
        room = self.room() if self.text("room") else None
        bed = self.bed(room) if room and self.text("bed") else None
        if room and side and room.side != side:
            self.fault("room", OTHER_SIDE)
        if not self.text("room") and not self.text("side"):
            self.fault("room", NOTHING_SAID)
        if len(self.checked.faults) > before or pupil is None:
            return None
        return Placed(self.row.number, pupil, room, bed.pk if bed else None, side)

    def pupil(self) -> Person | None:
        word = self.text("number")
        person = self.known.pupils.get(word.casefold())
        if person is None:
            self.fault("number", UNKNOWN_PUPIL, word=word)
        elif not person.is_pupil:
            self.fault("number", NO_PUPIL, word=word)
        elif not person.is_active:
            self.fault("number", HAS_LEFT)
        elif self.text("name") not in {"", person.name}:
            self.fault("name", OTHER_NAME)
        return person

    def side(self) -> str:
        word = self.text("side")
        side = SIDES.get(word.casefold(), "")
        if word and not side:
            self.fault("side", UNKNOWN_SIDE, word=word)
        return side

    def room(self) -> DormRoom | None:
        """By its code, or by its name in the house that stands beside it."""
        word, house = self.text("room"), self.text("house").casefold()
        if house and house not in self.known.houses:
            self.fault("house", UNKNOWN_HOUSE, word=self.text("house"))
            return None
        rooms = self.known.rooms.get((house, word.casefold()), [])
        rooms = rooms or self.coded(house, word)
        if len(rooms) != 1:
            self.fault("room", MANY_ROOMS if rooms else UNKNOWN_ROOM, word=word)
            return None
        if not warden_reach(self.by).holds(rooms[0].place):
            self.fault("room", NOT_YOURS)
            return None
        return rooms[0]

    def coded(self, house: str, word: str) -> list[DormRoom]:
        """The room of this code, if it lies in the house that is named."""
        found = self.known.rooms.get(("", word.casefold()), [])
        return [
            room for room in found
            if house in {room.house.place.code.casefold(), room.house.place.name.casefold()}
        ]  # fmt: skip

    def bed(self, room: DormRoom) -> Bed | None:
        word = self.text("bed")
        bed = self.known.beds.get((room.pk, word)) or self.known.beds.get(
            (room.pk, word.lstrip("0").removesuffix("号床").removesuffix("号"))
        )
        if bed is None:
            self.fault("bed", UNKNOWN_BED, word=word)
        return bed


def refuse_beds_twice(checked: Checked) -> None:
    """A fault for each row whose bed another row has."""
    seen: dict[int, int] = {}
    for placed in [each for each in checked.placed if each.bed]:
        assert placed.bed
        if placed.bed in seen:
            checked.fault(placed.row, "bed", BED_TWICE, first=seen[placed.bed])
        seen.setdefault(placed.bed, placed.row)


def refuse_taken(checked: Checked, of: Allotment) -> None:
    """A fault for each row in whose bed somebody sleeps who is in no row."""
    wishes = [Wish(each.pupil.pk, each.bed, of.ends_on) for each in checked.placed]
    taken = taken_beds(wishes, first=of.starts_on)
    for placed in checked.placed:
        if placed.bed in taken:
            checked.fault(placed.row, "bed", IS_TAKEN)


def give_rest(checked: Checked, of: Allotment) -> None:
    """Beds for rows that name only a room, or only a side. Pupils for whom there is no bed of
    their side stay without."""
    waiting = [each for each in checked.placed if each.bed is None]
    if not waiting:
        return
    kept = DormRoom.objects.kept_by(of.by).select_related("place")
    rooms = rooms_with_space(
        list(kept), first=of.starts_on, last=of.ends_on,
        leaving=[each.pupil.pk for each in checked.placed],
    )  # fmt: skip
    for placed in checked.placed:
        if placed.room and placed.bed:
            rooms.take(placed.room.pk, placed.bed, placed.pupil.school_class_id)
    for placed in [each for each in waiting if each.room]:
        give_bed_in_room(placed, rooms, checked)
    sides: dict[str, list[Person]] = defaultdict(list)
    for placed in [each for each in waiting if not each.room]:
        sides[placed.side].append(placed.pupil)
    given = filled(rooms, sides)
    for placed in waiting:
        placed.bed = placed.bed or given.get(placed.pupil.pk)


def give_bed_in_room(placed: Placed, rooms: Rooms, checked: Checked) -> None:
    """The first free bed of the room that the row names."""
    assert placed.room
    free = rooms.free.get(placed.room.pk)
    if not free:
        checked.fault(placed.row, "room", IS_FULL)
        return
    placed.bed = free[0]
    rooms.take(placed.room.pk, free[0], placed.pupil.school_class_id)
