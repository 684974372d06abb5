"""A stairwell with a hazard, a drill of a class, and moments of a working day."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from campus.models import InboxEntry, Person, Place, SchoolClass
from safety.actions import drills
from safety.actions import hazards as actions
from safety.models import Drill, Hazard, MajorCriterion
from tests.conftest import make_person

SHANGHAI = ZoneInfo("Asia/Shanghai")


def moment(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of 2025, school time."""
    return datetime(2025, month, day, hour, minute, tzinfo=SHANGHAI)


AT = moment(11, 3, 9)  # a Monday
GENERAL: dict[str, Any] = {"level": "general", "domain": "fire", "criterion": None, "grounds": ""}
BY = date(2025, 11, 10)


@pytest.fixture
def stairs(db) -> Place:
    return Place.objects.create(kind="spot", code="A-JX1-S1", name="东楼梯间")


@pytest.fixture
def reported(teacher, safety_officer, stairs):
    """`reported(title=…)`: a hazard of the teacher's, raised at AT unless said otherwise."""

    def report(*, by=None, at=AT, **facts) -> Hazard:
        facts = {"title": "安全出口上锁", "place": stairs, **facts}
        return actions.report(by=by or teacher, at=at, **facts)

    return report


@pytest.fixture
def hazard(reported) -> Hazard:
    return reported()


@pytest.fixture
def commitments(technician):
    """`commitments(budget=…)`: what is fixed when rectification is ordered."""

    def fixed(**changes: Any) -> dict[str, Any]:
        return {
            "owner": technician, "department": technician.department, "measures": "换推杠锁",
            "budget": Decimal(600), "rectify_by": BY, "contingency": "值班员随身带钥匙",
            "isolation": "专人看守", **changes,
        }  # fmt: skip

    return fixed


@pytest.fixture
def criterion(db) -> MajorCriterion:
    return MajorCriterion.objects.get(code="fire-exits")


@pytest.fixture
def ordered(hazard, safety_officer, commitments) -> Hazard:
    """Graded as general, and in the technician's hands."""
    actions.grade(hazard, **GENERAL, by=safety_officer, at=AT)
    actions.order(hazard, **commitments(), by=safety_officer, at=AT)
    return fresh(hazard)


@pytest.fixture
def rectified(ordered, technician) -> Hazard:
    actions.finish(ordered, words="已换锁。", by=technician, at=moment(11, 5, 10))
    return fresh(ordered)


@pytest.fixture
def school_class(pupil) -> SchoolClass:
    """Three pupils are in it."""
    for number in (2, 3):
        make_person(
            f"2025030{number}", f"学生{number}", kind=Person.Kind.PUPIL,
            school_class=pupil.school_class,
        )  # fmt: skip
    return pupil.school_class


@pytest.fixture
def planned(head, school_class):
    """`planned(title=…)`: a fire drill of one class and one floor of a dormitory."""

    def plan(**facts: Any) -> Drill:
        facts = {
            "title": "消防疏散演练", "kind": "fire", "planned_at": AT, "commander": head,
            "lines": {"post": [["程远山", "东楼梯", "引导"]], "route": [], "step": []},
            "classes": [school_class], "groups": [("5层", 40)], **facts,
        }  # fmt: skip
        return drills.plan(by=head, at=AT - timedelta(days=2), **facts)

    return plan


@pytest.fixture
def drill(planned) -> Drill:
    return planned()


@pytest.fixture
def running(drill, head) -> Drill:
    drills.start(drill, by=head, at=AT)
    return Drill.objects.get(pk=drill.pk)


def fresh(hazard: Hazard) -> Hazard:
    return Hazard.objects.get(pk=hazard.pk)


def told(person: Person) -> list[str]:
    entries = InboxEntry.objects.filter(person=person).select_related("notice").order_by("pk")
    return [entry.notice.text for entry in entries]
