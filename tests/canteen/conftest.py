"""Two canteens with their counters and dishes, and the moments of a working day."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.utils import translation

from campus.doors import Refused
from campus.models import Person, Place, Role
from canteen.actions import menus
from canteen.models import Canteen, Counter, Dish, MenuItem
from tests.conftest import make_person

SHANGHAI = ZoneInfo("Asia/Shanghai")


def moment(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of 2025, school time."""
    return datetime(2025, month, day, hour, minute, tzinfo=SHANGHAI)


AT = moment(11, 3, 9)  # a Monday
MONDAY = date(2025, 11, 3)


@contextmanager
def refused(words: str) -> Iterator[None]:
    """What an action refuses, with `words` in its sentence."""
    with translation.override("en"), pytest.raises(Refused, match=words):
        yield


@pytest.fixture
def manager(office) -> Person:
    """Runs the canteens."""
    return make_person("T020", "韩野", Role.CANTEEN_MANAGER, department=office)


@pytest.fixture
def food_officer(office) -> Person:
    return make_person("T021", "苏澜", Role.FOOD_SAFETY_OFFICER, department=office)


@pytest.fixture
def member(pupil) -> Person:
    """A pupil of the canteen committee."""
    return make_person(
        "20250309", "叶初", Role.CANTEEN_COMMITTEE, kind=Person.Kind.PUPIL,
        school_class=pupil.school_class,
    )  # fmt: skip


@pytest.fixture
def canteen(db) -> Canteen:
    place = Place.objects.create(kind="room", code="A-ST-101", name="一楼大厅", use="canteen")
    return Canteen.objects.create(name="一食堂", place=place)


@pytest.fixture
def counter(canteen) -> Counter:
    return Counter.objects.create(canteen=canteen, name="一号窗口")


@pytest.fixture
def dish(db) -> Dish:
    return Dish.objects.create(name="红烧肉", ingredients="五花肉、酱油")


@pytest.fixture
def served(manager, counter, dish):
    """`served(day=…, price=…)`: put up for lunch, at 6 yuan for 150 g unless said otherwise."""

    def put_up(**facts: Any) -> MenuItem:
        facts = {
            "day": MONDAY, "meal": "lunch", "counter": counter, "dish": dish,
            "price": Decimal(6), "grams": 150, "by": manager, "at": AT, **facts,
        }  # fmt: skip
        return menus.put_up(MenuItem(), **facts)

    return put_up


@pytest.fixture
def item(served) -> MenuItem:
    return served()
