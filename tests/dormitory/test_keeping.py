"""Nights are forgotten after a while; what was counted stays."""

from datetime import timedelta

import pytest

from campus.privacy.actions import keeping
from campus.privacy.actions.erasing import history_of
from dormitory.actions import leave
from dormitory.models import Absence, AbsenceTally, LeaveSlip
from tests.dormitory.conftest import moment
from tests.dormitory.test_headcount import EVENING, class_teacher, count, three  # noqa: F401  # fixtures

YEAR_AND_A_HALF = EVENING + timedelta(days=550)


@pytest.fixture
def night(three, house, warden, class_teacher) -> None:  # noqa: F811  # the fixtures above
    """One of three is missing, another is on leave."""
    leave.give(
        three[1], starts_at=EVENING, ends_at=moment(11, 5, 18), reason="home",
        by=class_teacher, at=EVENING,
    )  # fmt: skip
    count(house, [three[0]], warden)


def test_slips_and_absences_go_with_their_history_and_counts_stay(night):
    assert history_of(Absence).exists()
    counts = keeping.let_go(at=YEAR_AND_A_HALF).counts
    assert (counts["leave_slips"], counts["absences"]) == (1, 1)
    for model in (Absence, LeaveSlip):
        assert not model.objects.exists()
        assert not history_of(model).exists()
    assert AbsenceTally.objects.exists()


def test_until_then_they_are_kept(night):
    keeping.let_go(at=EVENING + timedelta(days=500))
    assert (Absence.objects.count(), LeaveSlip.objects.count()) == (1, 1)
