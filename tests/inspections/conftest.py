"""A building with rooms, a checklist of every kind of line, and moments of a working day."""

from datetime import datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from campus.models import Person, Place, Role
from inspections.actions import checklists, walking
from inspections.actions.walking import Seen
from inspections.models import Checklist, ChecklistItem, Inspection
from tests.conftest import make_person

SHANGHAI = ZoneInfo("Asia/Shanghai")
Kind = ChecklistItem.Kind
FAULT = Seen(result="failed", words="锁着")


def moment(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of 2025, school time."""
    return datetime(2025, month, day, hour, minute, tzinfo=SHANGHAI)


AT = moment(11, 3, 9)  # a Monday


@pytest.fixture
def building(db) -> Place:
    """A campus with one building of two floors and three rooms each."""
    campus = Place.objects.create(kind="campus", code="A", name="主校区")
    return lay_building(campus, "A-JX1", "明德楼")


def lay_building(campus: Place, code: str, name: str) -> Place:
    house = Place.objects.create(kind="building", code=code, name=name, parent=campus)
    for floor in (1, 2):
        level = Place.objects.create(
            kind="floor", code=f"{code}-{floor}", name=f"{floor}层", parent=house
        )
        for room in (1, 2, 3):
            number = f"{floor}0{room}"
            Place.objects.create(
                kind="room", code=f"{code}-{number}", name=f"{number} 教室", use="classroom",
                parent=level,
            )  # fmt: skip
    house.refresh_from_db()
    return house


@pytest.fixture
def room(building) -> Place:
    return Place.objects.get(code="A-JX1-101")


@pytest.fixture
def warden(office) -> Person:
    return make_person("T007", "苏晚晴", Role.DORM_WARDEN, department=office)


def lay(
    name: str, *lines: ChecklistItem, at: datetime = AT, scoring: str = "none", full=None, **fields
):
    """A checklist in use, walked by safety officers unless said otherwise."""
    facts: Any = {"name": name, "topic": "safety", "roles": [Role.SAFETY_OFFICER], **fields}
    return checklists.lay_checklist(facts, lines, code="", at=at, scoring=scoring, full=full)


def line(title: str, kind: str = Kind.PASS_FAIL, **facts) -> ChecklistItem:
    return ChecklistItem(title=title, kind=kind, **facts)


@pytest.fixture
def patrol(db) -> Checklist:
    """Three lines that are passed or not."""
    return lay("巡查", line("出口畅通"), line("指示灯亮"), line("器材在位"), every_days=7)


@pytest.fixture
def mixed(db) -> Checklist:
    """A line of each kind."""
    return lay(
        "各种",
        line("出口畅通", photo_on_failure=True),
        line("温度", Kind.NUMBER, low=0, high=8, unit="°C", is_required=True),
        line("秩序", Kind.CHOICE, choices=["优", "良", "差"], bad_choices=["差"]),
        line("备注", Kind.TEXT),
    )


@pytest.fixture
def begin(safety_officer, room):
    """`begin(checklist)`: a walk of the safety officer's at room 101, begun at AT."""

    def start(checklist: Checklist, *, by=None, place=None, at=AT) -> Inspection:
        return walking.start_at(checklist, place or room, by=by or safety_officer, at=at)

    return start


@pytest.fixture
def walked(begin, safety_officer):
    """`walked(patrol, {"出口畅通": FAULT})`: a walk with these answers, finished at AT."""

    def walk(checklist: Checklist, answers=None, *, by=None, at=AT, **where) -> Inspection:
        walker = by or safety_officer
        begun = begin(checklist, by=walker, at=at, **where)
        items = {item.title: item for item in begun.version.items.all()}
        for title, seen in (answers or {}).items():
            walking.answer(begun, items[title], seen, by=walker, at=at)
        return walking.finish(begun, by=walker, at=at)

    return walk


def said(number: str) -> Seen:
    return Seen(number=Decimal(number))


# Walks over parts


@pytest.fixture
def rooms(building) -> list[Place]:
    """The three rooms of the ground floor."""
    found = Place.objects.filter(parent__code="A-JX1-1").select_related("parent").order_by("code")
    return list(found)


@pytest.fixture
def rooms_checked(db) -> Checklist:
    """Ten points for each room: 地面 0.5 each time up to 2 and 床铺 1 each time, together 4 at the
    most; 纪律 up to 2 as typed; 加分 gives one. The Student Affairs Office decides on appeals."""
    return lay(
        "寝室检查",
        line("地面", group="卫生", points=Decimal("0.5"), cap=Decimal(2), group_cap=Decimal(4)),
        line("床铺", group="卫生", points=Decimal(1)),
        line("纪律", Kind.SCORE, cap=Decimal(2)),
        line("加分", Kind.PRAISE, points=Decimal(1), cap=Decimal(2)),
        scoring="deduct", full=Decimal(10), parts="rooms", roles=[Role.DORM_WARDEN],
        deciding_roles=[Role.STUDENT_AFFAIRS],
    )  # fmt: skip


@pytest.fixture
def floor_walk(rooms_checked, rooms, warden):
    """`floor_walk()`: the warden's walk over the ground floor, under way."""

    def start(*, by: Person | None = None, at: datetime = AT) -> Inspection:
        return walking.start_at(rooms_checked, rooms[0].parent, by=by or warden, at=at)

    return start
