"""The small school, and the numbers of it."""

from datetime import date, timedelta

import pytest

from campus.models import SchoolYear, Semester
from logistics.dashboard import readings
from logistics.dashboard.readings import Board, counted
from logistics.dashboard.scope import Scope
from tests.logistics.dashboard.school import TODAY, School, lay_school, moment


@pytest.fixture(autouse=True)
def nothing_is_kept(monkeypatch) -> None:
    """Numbers are kept for the better part of a minute, and a test takes less."""
    monkeypatch.setattr(readings, "RENEWED_AFTER", timedelta(0))


@pytest.fixture
def school(head, semester) -> School:
    return lay_school(head, semester)


@pytest.fixture
def spring(db) -> Semester:
    """The semester before: week 1 begins on 17 February 2025."""
    return Semester.objects.create(
        school_year=SchoolYear.objects.create(starts_in=2024), number=2,
        first_day=date(2025, 2, 1), last_day=date(2025, 7, 31), week_one=date(2025, 2, 17),
    )  # fmt: skip


def board(scope: Scope) -> Board:
    """The numbers of a scope as they are now."""
    return counted(scope, moment(110))


def scope_of(semester: Semester, *others: Semester, **narrowed) -> Scope:
    """A scope that is read on TODAY."""
    return Scope(semester=semester, semesters=[semester, *others], today=TODAY, **narrowed)
