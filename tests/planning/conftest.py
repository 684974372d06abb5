"""The work plan, the action and the enquiry that planning's tests start from."""

import pytest

from campus.cases import actions as cases
from campus.models import Enquiry, Person, Role
from planning.models import ActionItem, Plan, PlanDraft, PlanItem
from tests.conftest import make_person
from tests.planning.meetings import CALLED_AT
from tests.planning.school_plan import DRILL, adopted, as_read, drafted, item_of
from tests.planning.tasks import given, photo


@pytest.fixture
def draft(head, semester) -> PlanDraft:
    """Four items read, waiting for adoption."""
    return drafted(as_read(), by=head)


@pytest.fixture
def plan(head, semester) -> Plan:
    """The same four items, adopted."""
    return adopted(by=head)


@pytest.fixture
def drill(plan) -> PlanItem:
    """An item of the adopted plan: September's drill, led by the logistics office."""
    return item_of(plan, DRILL.title)


@pytest.fixture
def action(head, technician) -> ActionItem:
    """Given to the technician on Monday 3 November, to be done by Wednesday the 12th."""
    return given(head, technician)


@pytest.fixture
def enquiry(pupil, dispatcher) -> Enquiry:
    """A pupil's matter with a photo, followed by a member of staff."""
    return cases.raise_case(
        Enquiry, by=pupil, at=CALLED_AT, title="三楼应急灯不亮", description="晚自习很暗",
        attachments=[photo(pupil)],
    )  # fmt: skip


@pytest.fixture
def dorm_leader(db) -> Person:
    return make_person("20250302", "苏听澜", Role.DORM_LEADER, kind=Person.Kind.PUPIL)
