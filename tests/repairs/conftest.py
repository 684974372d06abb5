"""A room with a fault, and a moment of a working day."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from campus.cases import actions as cases
from campus.models import Place
from repairs.models import Category, Ticket

SHANGHAI = ZoneInfo("Asia/Shanghai")


def moment(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of 2025, school time."""
    return datetime(2025, month, day, hour, minute, tzinfo=SHANGHAI)


AT = moment(11, 3, 9)  # a Monday


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
