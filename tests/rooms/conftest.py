"""A robot room that the technician keeps, moments of a week in November 2025, and days to come."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from campus.models import InboxEntry, Person, Place
from campus.school_time.calendar import shipped_calendar
from campus.school_time.engine import moment_of
from rooms.actions import bookings as actions
from rooms.actions import money, projects, rooms
from rooms.models import Booking, BudgetLine, RoomProject, SpecialRoom, Spending, Wish

SHANGHAI = ZoneInfo("Asia/Shanghai")


def moment(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of November 2025, school time; the 3rd is a Monday."""
    return datetime(2025, 11, day, hour, minute, tzinfo=SHANGHAI)


AT = moment(3, 9)
USUAL = moment(5, 14)


def coming_day(working_days: int = 5) -> date:
    """A working day that is still to come, for pages, which read the clock."""
    return shipped_calendar().working_days_from(timezone.localdate(), working_days)


def at_hour(day: date, hour: int, minute: int = 0) -> datetime:
    return moment_of(day, time(hour, minute))


@pytest.fixture
def lay_room(head, technician):
    """`lay_room("SY-102", seats=20)`: a room of 40 seats, kept by the technician, that is booked
    without asking anybody."""

    def lay(code: str = "SY-102", **facts: Any) -> SpecialRoom:
        place = Place.objects.create(
            kind="room", use="laboratory", code=code, name=f"机器人教室 {code}"
        )
        facts = {
            "kind": "robot", "seats": 40, "keeper": technician, "equipment": "机器人套件24套",
            **facts,
        }  # fmt: skip
        room = rooms.write_room(SpecialRoom(), place=place, by=head, at=AT, **facts)
        return SpecialRoom.objects.select_related("place", "keeper").get(pk=room.pk)

    return lay


@pytest.fixture
def room(lay_room) -> SpecialRoom:
    return lay_room()


@pytest.fixture
def wish(room):
    """`wish(moment(5, 14), hours=2)`: the room for 30 people for an hour, or as is said."""

    def wanted(starts_at: datetime = USUAL, hours: float = 1, **facts: Any) -> Wish:
        ends_at = starts_at + timedelta(hours=hours)
        return Wish(**{"room": room, "people": 30, "starts_at": starts_at, "ends_at": ends_at}
                    | facts)  # fmt: skip

    return wanted


@pytest.fixture
def book(wish, teacher):
    """`book(moment(5, 14))`: a booking of the teacher's, made at AT."""

    def made(*args: Any, by: Person | None = None, at: datetime = AT, **facts: Any) -> Booking:
        said = {"purpose": "机器人社团", "group": ""}
        said |= {name: facts.pop(name) for name in list(facts) if name in said}
        return actions.book(wish(*args, **facts), by=by or teacher, at=at, **said)

    return made


@pytest.fixture
def project(head, technician, room) -> RoomProject:
    """The technician leads it."""
    return projects.lay_project(
        title="人工智能教室升级", places=[room.place], leader=technician, by=head, at=AT
    )


@pytest.fixture
def line(project, head) -> BudgetLine:
    """A thousand yuan."""
    return money.write_line(
        BudgetLine(project=project), name="设备", planned=Decimal(1000), by=head, at=AT
    )


@pytest.fixture
def spend(line, technician):
    """`spend(300)`: yuan of the line."""

    def paid(amount: Any, **facts: Any) -> Spending:
        facts = {"on": date(2025, 11, 3), "supplier": "云起教育装备", "invoice": "", **facts}
        return money.spend(line, amount=Decimal(amount), by=technician, at=AT, **facts)

    return paid


def end_all(project: RoomProject, head: Person, at: datetime = AT) -> None:
    """End all stages of a project."""
    for stage in project.stages.order_by("position"):
        projects.end_stage(stage, by=head, at=at)


def accept(project: RoomProject, head: Person, result: str = "accepted", defects: str = "") -> None:
    """Note an acceptance."""
    projects.accept(
        project, on=date(2025, 11, 3), people="信息处、供应商", result=result, defects=defects,
        by=head, at=AT,
    )  # fmt: skip


def told(person: Person) -> list[str]:
    """What the person was told, oldest first."""
    entries = InboxEntry.objects.filter(person=person).select_related("notice").order_by("pk")
    return [entry.notice.sentence for entry in entries]
