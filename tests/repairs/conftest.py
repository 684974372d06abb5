"""A room with a fault, assets, a store, and a moment of a working day."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from io import BytesIO
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from openpyxl import load_workbook

from campus.cases import actions as cases
from campus.doors import Refused
from campus.models import Duty, InboxEntry, Person, Place, Role
from repairs.actions import assets, property_rooms, stock, supplies
from repairs.actions import property as checks
from repairs.actions import tickets as actions
from repairs.actions.property_rooms import Count
from repairs.models import (
    Category,
    ExpectedItem,
    FixedAsset,
    PropertyCheck,
    RoomCheck,
    RoomLine,
    Stock,
    Supply,
    Ticket,
)
from tests.conftest import make_person

SHANGHAI = ZoneInfo("Asia/Shanghai")


def moment(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of 2025, school time."""
    return datetime(2025, month, day, hour, minute, tzinfo=SHANGHAI)


AT = moment(11, 3, 9)  # a Monday
DUE = AT.date() + timedelta(days=7)


@pytest.fixture
def room(db) -> Place:
    return Place.objects.create(kind="room", code="A-JX1-301", name="301 教室")


@pytest.fixture
def water(db) -> Category:
    return Category.objects.get(code="water")


@pytest.fixture
def reported(teacher, dispatcher, room, water):
    """`reported(priority=…)`: a ticket of the teacher's, raised at AT unless said otherwise."""

    def report(*, by=None, at=AT, **facts) -> Ticket:
        facts = {"title": "水龙头滴水", "place": room, "category": water, **facts}
        return cases.raise_case(Ticket, by=by or teacher, at=at, **facts)

    return report


@pytest.fixture
def ticket(reported) -> Ticket:
    return reported()


def fresh(ticket: Ticket) -> Ticket:
    return Ticket.objects.get(pk=ticket.pk)


@pytest.fixture
def busy(teacher, technician, dispatcher, room):
    """`busy(seed)`: a hundred acts over the semester, drawn by chance; some are refused."""
    rooms = [room, Place.objects.create(kind="room", code="A-JX1-302", name="302")]
    categories = list(Category.objects.all()[:3])
    tickets: list[Ticket] = []

    def draw(seed: int) -> None:
        random, at = Random(seed), AT - timedelta(days=60)

        def some() -> Ticket:
            return fresh(random.choice(tickets))

        def report() -> None:
            facts: dict[str, Any] = {
                "title": "坏了", "place": random.choice(rooms),
                "category": random.choice(categories),
                "priority": random.choice(["urgent", "normal"]),
            }  # fmt: skip
            tickets.append(cases.raise_case(Ticket, by=teacher, at=at, **facts))

        def confirm() -> None:
            actions.confirm(some(), rating=random.randrange(1, 6), by=teacher, at=at)

        def finish() -> None:
            bill = Decimal(random.randrange(9) * 10)
            actions.finish(
                some(), words="好了", damage_cause="wear", bill=bill, by=technician, at=at
            )

        acts: list[Callable[[], object]] = [
            report, report, finish, finish, confirm, confirm, confirm,
            lambda: actions.assign(some(), to=technician, by=dispatcher, at=at),
            lambda: actions.assign(some(), to=technician, by=dispatcher, at=at),
            lambda: actions.begin(some(), by=technician, at=at),
            lambda: actions.reopen(some(), words="又坏", by=teacher, at=at),
            lambda: actions.reject(some(), words="不属于", by=dispatcher, at=at),
            lambda: cases.merge(some(), into=some(), by=dispatcher, at=at),
        ]  # fmt: skip
        for _step in range(100):
            at += timedelta(hours=random.randrange(1, 30))
            try:
                (random.choice(acts) if tickets else report)()
            except Refused:
                continue

    return draw


@pytest.fixture
def storekeeper(office) -> Person:
    """Keeps the register of assets, the spare pool and the store."""
    return make_person(
        "T010", "贺清和", Role.STOREKEEPER, department=office, email="store@school.example"
    )


@pytest.fixture
def registered(storekeeper, room):
    """`registered(number="…")`: an asset in the room, in use unless said otherwise."""

    def register(number: str = "ZC-0001", **facts) -> FixedAsset:
        facts = {"name": "投影仪", "new_category": "多媒体设备", "place": room, **facts}
        return assets.register(number=number, by=storekeeper, at=AT, **facts)

    return register


@pytest.fixture
def asset(registered) -> FixedAsset:
    return registered()


@pytest.fixture
def spare(registered) -> FixedAsset:
    return registered("ZC-0009", name="备用投影仪", is_spare=True, status="idle")


@pytest.fixture
def stocked(storekeeper):
    """`stocked("阀芯", 10)`: an item with so many pieces at two yuan each."""

    def write(name: str = "水龙头阀芯", count: int = 10, price: str = "2.00", **facts) -> Supply:
        facts = {"unit": "个", "category": "parts", **facts}
        supply = supplies.write_supply(Supply(), name=name, by=storekeeper, at=AT, **facts)
        if count:
            stock.receive(supply, count, price=Decimal(price), invoice="FP1", by=storekeeper, at=AT)
        return Supply.objects.select_related("stock").get(pk=supply.pk)

    return write


@pytest.fixture
def valve(stocked) -> Supply:
    """Ten valves at two yuan."""
    return stocked()


def there(supply: Supply) -> tuple[int, Decimal]:
    """How much there is and what it is worth."""
    found = Stock.objects.get(supply=supply)
    return found.quantity, found.value


def told(person: Person) -> list[str]:
    """The texts of what somebody was told, in order."""
    entries = InboxEntry.objects.filter(person=person).select_related("notice").order_by("pk")
    return [entry.notice.text for entry in entries]


def cells(data: bytes) -> Iterator[tuple]:
    """The rows below the header of a workbook's first sheet."""
    book = load_workbook(BytesIO(data), read_only=True)
    rows = book.worksheets[0].iter_rows(values_only=True)
    next(rows)
    yield from rows


# Property checks


@pytest.fixture
def classroom(room, pupil) -> Place:
    """The room of the pupil's class."""
    Place.objects.filter(pk=room.pk).update(use="classroom", school_class=pupil.school_class)
    room.refresh_from_db()
    return room


@pytest.fixture
def class_teacher(teacher, pupil) -> Person:
    Duty.objects.create(
        person=teacher, role=Role.CLASS_TEACHER, school_class=pupil.school_class,
        starts_on=date(2020, 1, 1),
    )  # fmt: skip
    return teacher


@pytest.fixture
def made(storekeeper, classroom, semester, class_teacher):
    """`made(due_on=…)`: a check of the classroom, where 48 desks and a projector should be."""

    def make(**facts) -> PropertyCheck:
        usual = {
            "title": "期末公物验收", "semester": semester, "place": classroom,
            "uses": ["classroom"], "due_on": DUE,
        }  # fmt: skip
        return checks.make_check(by=storekeeper, at=AT, **{**usual, **facts})

    checks.expect_item(
        ExpectedItem(), place=classroom, name="课桌", count=48, by=storekeeper, at=AT
    )
    return make


@pytest.fixture
def counting(asset, made) -> RoomCheck:
    """The classroom, to be counted."""
    return made().rooms.get()


def lines(room: RoomCheck) -> tuple[RoomLine, RoomLine]:
    """The projector and the desks."""
    projector, desks = room.lines.order_by("id")[:2]
    return projector, desks


def count_all(room: RoomCheck, *, by, seen=0, good=45, damaged=2, cause="misuse") -> RoomCheck:
    projector, desks = lines(room)
    counts = [
        Count(line=projector.pk, good=1, damaged=0),
        Count(line=desks.pk, good=good, damaged=damaged, cause=cause, words="桌面刻画"),
    ]
    return property_rooms.count_room(room, counts, seen=seen, by=by, at=AT)
