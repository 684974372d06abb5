"""Which semester a list is of."""

from datetime import date

import pytest
from django.test import RequestFactory

from campus.models import SchoolYear, Semester
from campus.school_time.scope import chosen_semester, current_of, semester_scope


@pytest.fixture
def spring(semester) -> Semester:
    return Semester.objects.create(
        school_year=SchoolYear.objects.get(starts_in=2025),
        number=2,
        first_day=date(2026, 2, 1),
        last_day=date(2026, 7, 15),
        week_one=date(2026, 3, 2),
    )


def asked(query: str):
    return RequestFactory().get(f"/?{query}")


def test_the_semester_of_the_address_is_chosen(semester, spring):
    assert chosen_semester(asked(f"semester={semester.pk}")) == semester
    assert chosen_semester(asked(f"semester={spring.pk}")) == spring


@pytest.mark.parametrize("query", ["", "semester=", "semester=0", "semester=x", "semester=9e9"])
def test_without_or_with_a_senseless_one_it_is_the_current(semester, query):
    assert chosen_semester(asked(query)) == semester


def test_no_semester_is_no_failure(db):
    assert semester_scope(asked("")) == {"semester": None, "semesters": []}


def test_choosing_takes_one_query(semester, spring, django_assert_num_queries):
    with django_assert_num_queries(1):
        [str(each) for each in semester_scope(asked(""))["semesters"]]


@pytest.mark.parametrize(
    "day",
    [date(2025, 7, 1), date(2025, 8, 1), date(2026, 1, 31), date(2026, 2, 1), date(2026, 8, 9)],
)
def test_the_current_one_is_the_same_in_a_list_as_in_the_database(semester, spring, day):
    assert current_of([spring, semester], day) == Semester.objects.current(day)
