"""The work plan that planning's tests start from."""

import pytest

from planning.models import Plan, PlanDraft, PlanItem
from tests.planning.school_plan import DRILL, adopted, as_read, drafted, item_of


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
