"""The property check of the demo school: what should be in rooms, a check under way with
differences."""

from datetime import date, timedelta
from random import Random

from campus.models import Person, Place, Semester
from campus.places.models import Use
from repairs.actions import property as checks
from repairs.actions import property_rooms as rooms
from repairs.actions.property_rooms import Count
from repairs.demo.moments import moment, person
from repairs.models import ExpectedItem, RoomCheck, RoomLine

Cause = RoomLine.Cause
# What stands in a room, by its use.
THINGS = {
    Use.CLASSROOM: (("课桌", 48), ("椅子", 48), ("日光灯", 9), ("吊扇", 4), ("讲台", 1),
                    ("窗帘", 6)),
    Use.DORM_ROOM: (("床", 6), ("衣柜", 6), ("椅子", 6), ("日光灯", 2)),
    Use.OFFICE: (("办公桌", 6), ("椅子", 8), ("文件柜", 3)),
}  # fmt: skip
REMARKS = {Cause.WEAR: "螺丝松脱", Cause.MISUSE: "桌面刻画", Cause.UNKNOWN: "原因待查"}
BUILDING = "A-JX1"
COUNTED = 0.55


def fill(random: Random, day: date) -> None:
    """Write what should be in the rooms, make a check, and count a good half of it."""
    store = person("store")
    campus = Place.objects.filter(kind=Place.Kind.CAMPUS).order_by("code")[0]
    items = [
        ExpectedItem(place=place, name=name, count=count)
        for place in Place.objects.filter(use__in=THINGS).within(campus).order_by("code")
        for name, count in THINGS[Use(place.use)]
    ]
    checks.expect_all(items, by=store, at=moment(day, 12))
    semester = Semester.objects.current(day)
    building = Place.objects.filter(code=BUILDING).first()
    if semester is None or building is None:
        return
    check = checks.make_check(
        title="明德楼期末公物验收", semester=semester, place=building,
        uses=[Use.CLASSROOM, Use.OFFICE], due_on=day + timedelta(days=6), by=store,
        at=moment(day, 5),
    )  # fmt: skip
    for room in check.rooms.order_by("place__code"):
        if random.random() < COUNTED:
            count(room, random, by=room.keeper or person("dispatcher"), day=day)
    decide(random, day)


def count(room: RoomCheck, random: Random, *, by: Person, day: date) -> None:
    """Nearly all is there."""
    counts = [seen(line, random) for line in room.lines.order_by("id")]
    at = moment(day, random.randrange(1, 5), 16, random.randrange(60))
    rooms.count_room(room, counts, seen=0, by=by, at=at)


def seen(line: RoomLine, random: Random) -> Count:
    damaged = int(random.random() < 0.12) if line.asset_id is None else 0
    missing = int(random.random() < 0.05) if line.asset_id is None else 0
    cause = random.choice(list(Cause)) if damaged or missing else Cause.UNKNOWN
    return Count(
        line=line.pk, good=max(line.expected - damaged - missing, 0), damaged=damaged, cause=cause,
        words=REMARKS[cause] if damaged or missing else "",
    )  # fmt: skip


def decide(random: Random, day: date) -> None:
    """Some of the differences become tickets, some are accepted."""
    head, at = person("dispatcher"), moment(day, 1, 17)
    for line in RoomLine.objects.differing().order_by("id"):
        drawn = random.random()
        if drawn < 0.25:
            rooms.report(line, by=head, at=at)
        elif drawn < 0.4:
            rooms.accept(line, reason="已登记，下学期统一补配", by=head, at=at)
