"""The standing cast: the same few people in every test, each known for what they may do."""

import gc
import logging
from datetime import date

import pytest
from django.test import Client, TransactionTestCase

from campus.models import Department, Duty, Person, Role, SchoolClass, SchoolYear, Semester
from tests.laid_rows import LaidRows

# Workers, clocks and servers that tests start and kill.
pytest_plugins = ["tests.processes"]

PASSWORD = "a-password-for-tests"


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes long is begun first, so that nobody waits for it at the end."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


def pytest_collection_finish() -> None:
    """What was imported stays to the end: whoever looks for waste need not look there."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker) -> None:
    """After a test that commits, the database is brought back to the rows it has now."""
    with django_db_blocker.unblock():
        laid = LaidRows()
    TransactionTestCase._fixture_teardown = lambda _self: laid.put_back()  # type: ignore[attr-defined]  # the stubs leave it out


@pytest.fixture(autouse=True)
def no_error_is_logged(request, caplog):
    """Whatever is logged as an error fails the test, unless it is marked as what it is about."""
    yield
    if request.node.get_closest_marker("logs_errors"):
        return
    logged = [each for each in caplog.get_records("call") if each.levelno >= logging.ERROR]
    assert [each.getMessage() for each in logged] == []


@pytest.fixture(autouse=True)
def private_files(settings, tmp_path) -> None:
    """Files are kept where no other test looks."""
    settings.MEDIA_ROOT = tmp_path / "files"


@pytest.fixture
def office(db) -> Department:
    """The logistics office."""
    return Department.objects.create(name="后勤服务处")


@pytest.fixture
def academic_office(db) -> Department:
    return Department.objects.create(name="课程教学处")


@pytest.fixture
def semester(db) -> Semester:
    """Autumn 2025: August's preparation to January's holiday duty; week 1 begins on 1 September."""
    year = SchoolYear.objects.create(starts_in=2025)
    return Semester.objects.create(
        school_year=year,
        number=1,
        first_day=date(2025, 8, 1),
        last_day=date(2026, 1, 31),
        week_one=date(2025, 9, 1),
    )


def make_person(number: str, name: str, *roles: Role, **fields) -> Person:
    """Somebody with `roles` since 2020; staff unless `kind` says otherwise."""
    fields.setdefault("kind", Person.Kind.STAFF)
    fields.setdefault("must_change_password", False)
    person = Person(number=number, name=name, **fields)
    person.set_password(PASSWORD)
    person.save()
    for role in roles:
        Duty.objects.create(person=person, role=role, starts_on=date(2020, 1, 1))
    return person


@pytest.fixture
def head(office) -> Person:
    """The head of the office: may plan everything."""
    return make_person("T001", "程远山", Role.HEAD, department=office, email="head@school.example")


@pytest.fixture
def safety_officer(office) -> Person:
    return make_person(
        "T002", "安若溪", Role.SAFETY_OFFICER, department=office, email="safety@school.example"
    )


@pytest.fixture
def technician(office) -> Person:
    return make_person(
        "T003", "江小川", Role.TECHNICIAN, department=office, email="technician@school.example"
    )


@pytest.fixture
def dispatcher(office) -> Person:
    """Sits at the front desk."""
    return make_person(
        "T006", "秦疏影", Role.DISPATCHER, department=office, email="desk@school.example"
    )


@pytest.fixture
def administrator(db) -> Person:
    return make_person("T004", "温以宁", Role.ADMINISTRATOR)


@pytest.fixture
def teacher(academic_office) -> Person:
    """A member of staff without any duty in the office."""
    return make_person("T005", "许知言", department=academic_office)


@pytest.fixture
def pupil(db) -> Person:
    school_class = SchoolClass.objects.create(grade=10, number=3)
    return make_person("20250301", "林暮云", kind=Person.Kind.PUPIL, school_class=school_class)


@pytest.fixture
def signed_in(db):
    """A browser in which the given person has signed in: `signed_in(head).get(...)`."""

    def sign_in(person: Person) -> Client:
        client = Client()
        client.force_login(person)
        return client

    return sign_in
