"""A campus with classrooms and yards, three classes, and the people around them."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from campus.models import Duty, Person, Place, Role, SchoolClass
from cleaning.actions import areas as actions
from cleaning.models import CleaningArea, DutyWeek
from inspections.models import Checklist
from tests.conftest import make_person


@pytest.fixture
def now() -> datetime:
    """Noon of the day on which the tests run: who is on duty follows from the database's today."""
    return timezone.localtime().replace(hour=12, minute=0, second=0, microsecond=0)


@pytest.fixture
def today(now) -> date:
    return now.date()


@pytest.fixture
def supervisor(office) -> Person:
    return make_person("T040", "顾清扬", Role.CLEANING_SUPERVISOR, department=office)


@pytest.fixture
def affairs(db) -> Person:
    return make_person("T041", "叶知秋", Role.STUDENT_AFFAIRS)


@pytest.fixture
def classes(pupil) -> list[SchoolClass]:
    """Classes 3 to 5 of grade 10; the pupil's is the first."""
    others = [SchoolClass.objects.create(grade=10, number=number) for number in (4, 5)]
    return [pupil.school_class, *others]


@pytest.fixture
def checker(classes) -> Person:
    """A pupil of the second class, which is on duty where a test says so."""
    return make_person("20250401", "白露", kind=Person.Kind.PUPIL, school_class=classes[1])


@pytest.fixture
def labor_monitor(classes) -> Person:
    """Speaks for the first class."""
    person = make_person("20250302", "江月", kind=Person.Kind.PUPIL, school_class=classes[0])
    Duty.objects.create(
        person=person, role=Role.LABOR_MONITOR, school_class=classes[0],
        starts_on=date(2020, 1, 1),
    )  # fmt: skip
    return person


@pytest.fixture
def campus(db) -> Place:
    whole = Place.objects.create(kind="campus", code="C", name="主校区")
    for number in (1, 2, 3):
        Place.objects.create(
            kind="spot", code=f"C-Y{number}", name=f"{number} 号区", use="outdoors", parent=whole
        )
    whole.refresh_from_db()
    return whole


@pytest.fixture
def yards(campus, classes, supervisor, now, today) -> list[CleaningArea]:
    """Three areas; each is in the care of one class since last month."""
    first, made = today - timedelta(days=30), []
    spots = Place.objects.filter(parent=campus).order_by("code")
    for spot, school_class in zip(spots, classes, strict=True):
        area = CleaningArea(name=spot.name, place=spot, kind="daily", starts_on=first)
        actions.write_area(area, by=supervisor, at=now)
        actions.give(area, to=school_class, starts_on=first, by=supervisor, at=now)
        made.append(area)
    return made


@pytest.fixture
def on_duty(classes, today) -> DutyWeek:
    """The second class is on duty this week."""
    monday = today - timedelta(days=today.weekday())
    return DutyWeek.objects.create(
        school_class=classes[1], starts_on=monday, ends_on=monday + timedelta(days=6)
    )


@pytest.fixture
def check(db) -> Checklist:
    """The check of cleaning areas that comes with the portal: ten points."""
    found = Checklist.objects.select_related("current").get(code="area-check")
    assert found.current
    assert found.current.full_marks == Decimal(10)
    return found
