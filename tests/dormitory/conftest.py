"""A house of two floors with rooms for boys and for girls, and who sleeps there."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from campus.models import Duty, InboxEntry, Person, Place, Role, SchoolClass
from dormitory.actions import houses, stays
from dormitory.models import Bed, DormRoom, House, Occupancy
from tests.conftest import make_person

SHANGHAI = ZoneInfo("Asia/Shanghai")
FIRST = date(2025, 9, 1)
LAST = date(2026, 1, 31)


def moment(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of 2025, school time."""
    return datetime(2025, month, day, hour, minute, tzinfo=SHANGHAI)


AT = moment(11, 3, 9)  # a Monday


def lay_house(code: str, name: str) -> Place:
    """A building with two floors of three rooms for four."""
    building = Place.objects.create(kind="building", code=code, name=name)
    for number in (1, 2):
        floor = Place.objects.create(
            kind="floor", code=f"{code}-{number}", name=f"{number}层", parent=building
        )
        for room in (1, 2, 3):
            Place.objects.create(
                kind="room", code=f"{code}-{number}0{room}", name=f"{number}0{room}", parent=floor,
                use="dorm_room", capacity=4,
            )  # fmt: skip
    return Place.objects.get(pk=building.pk)


@pytest.fixture
def building(db) -> Place:
    return lay_house("S1", "松园")


@pytest.fixture
def other_building(db) -> Place:
    return lay_house("S2", "竹园")


def put_on_duty(person: Person, role: Role, place: Place) -> Person:
    """The person holds the role at the place, since 2020."""
    Duty.objects.create(person=person, role=role, place=place, starts_on=date(2020, 1, 1))
    return Person.objects.get(pk=person.pk)


@pytest.fixture
def affairs(db) -> Person:
    """Student affairs: sees all houses."""
    return make_person("T030", "贺景行", Role.STUDENT_AFFAIRS)


@pytest.fixture
def warden(building) -> Person:
    """Keeps the first house alone."""
    return put_on_duty(make_person("T031", "苏晚晴"), Role.DORM_WARDEN, building)


@pytest.fixture
def house(building, affairs) -> House:
    """Its ground floor is for boys, the other one for girls."""
    ground, upper = Place.objects.filter(parent=building).order_by("code")
    houses.set_up(ground, side="boys", by=affairs, at=AT)
    houses.set_up(upper, side="girls", by=affairs, at=AT)
    return House.objects.get(place=building)


@pytest.fixture
def other_house(other_building, affairs) -> House:
    houses.set_up(other_building, side="boys", by=affairs, at=AT)
    return House.objects.get(place=other_building)


def room_of(name: str, house: House) -> DormRoom:
    return DormRoom.objects.select_related("place").get(place__name=name, house=house)


def bed_of(room: str, label: str, house: House) -> Bed:
    return Bed.objects.select_related("room__place").get(room=room_of(room, house), label=label)


@pytest.fixture
def boarders(db):
    """`boarders(3, number=1)`: so many pupils of class 1 of grade 10."""

    def enrol(count: int, *, number: int = 1, grade: int = 10) -> list[Person]:
        school_class = SchoolClass.objects.get_or_create(grade=grade, number=number)[0]
        return [
            Person.objects.create(
                number=f"{grade}{number:02}{seat:02}", name=f"住校{number}班{seat}号",
                kind=Person.Kind.PUPIL, school_class=school_class, must_change_password=False,
                password="!",
            )
            for seat in range(1, count + 1)
        ]  # fmt: skip

    return enrol


@pytest.fixture
def sleeping(house, affairs, boarders):
    """`sleeping("101", pupils)`: they sleep there this semester, bed after bed."""

    def settle(room: str, pupils: list[Person], of: House = house) -> list[Occupancy]:
        beds = Bed.objects.filter(room=room_of(room, of)).order_by("label")
        return [
            stays.settle(bed, pupil=pupil, starts_on=FIRST, ends_on=LAST, by=affairs, at=AT)
            for bed, pupil in zip(beds, pupils, strict=False)
        ]

    return settle


def told(person: Person) -> list[str]:
    entries = InboxEntry.objects.filter(person=person).select_related("notice").order_by("pk")
    return [entry.notice.text for entry in entries]


def queries(browser, path: str) -> int:
    """How many queries the page asks once it has been opened before."""
    browser.get(path)
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(path).status_code == 200
    around = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")
    return len([each for each in asked if not each["sql"].startswith(around)])


@pytest.fixture
def two_thousand(house, affairs) -> list[list[str]]:
    """A table of beds for as many boarders, on six more floors of the boys' house."""
    building = Place.objects.get(code="S1")
    for number in range(3, 9):
        floor = Place.objects.create(
            kind="floor", code=f"S1-{number}", name=f"{number}层", parent=building
        )
        for room in range(1, 43):
            name = f"{number}{room:02}"
            Place.objects.create(
                kind="room", code=f"S1-{name}", name=name, use="dorm_room", parent=floor, capacity=8
            )
        houses.set_up(Place.objects.get(pk=floor.pk), side="boys", by=affairs, at=AT)
    school_class = SchoolClass.objects.create(grade=11, number=1)
    people = Person.objects.bulk_create(
        Person(number=f"P{at:04}", name=f"寄宿{at:04}", kind="pupil", password="!",
               school_class=school_class) for at in range(2000)
    )  # fmt: skip
    beds = Bed.objects.filter(room__side="boys", room__place__code__gte="S1-3")
    return [
        [person.number, person.name, "男", "松园", bed.room.place.name, bed.label]
        for person, bed in zip(people, beds.select_related("room__place"), strict=False)
    ]
