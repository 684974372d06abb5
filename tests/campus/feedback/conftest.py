"""One area that asks for feedback, with two topics."""

import re
from datetime import UTC, datetime

import pytest

from campus.feedback import registry
from campus.feedback.actions import lay_topics
from campus.feedback.receipts import new_code, sealed
from campus.models import FeedbackTopic, Role
from tests.conftest import make_person

# A Tuesday, 12:17:41 in school time.
NOON = datetime(2025, 11, 4, 4, 17, 41, tzinfo=UTC)
ONE = datetime(2025, 11, 4, 5, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def house(monkeypatch):
    """An area of which feedback is asked, whatever areas the portal has."""
    area = registry.FeedbackArea(name="house", label="House", icon="home")
    monkeypatch.setitem(registry.AREAS, "house", area)
    return area


@pytest.fixture
def manager(office):
    return make_person("T031", "唐竹影", Role.CANTEEN_MANAGER, department=office)


@pytest.fixture
def prices(db) -> FeedbackTopic:
    """Answered by the canteen manager."""
    lay_topics("house", [("prices", "价格", "", (Role.CANTEEN_MANAGER,), (), False)])
    return FeedbackTopic.objects.get(code="prices")


@pytest.fixture
def poison(db) -> FeedbackTopic:
    """Cannot wait, and the head is told as well."""
    shipped = ("poison", "疑似食品安全", "", (Role.CANTEEN_MANAGER,), (Role.HEAD,), True)
    lay_topics("house", [shipped])
    return FeedbackTopic.objects.get(code="poison")


@pytest.fixture
def at_noon(monkeypatch):
    """The clock on the wall stands still."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOON)


def typed(topic, **facts):
    """What the form sends."""
    carried = sealed(facts.pop("code", None) or new_code())
    return {"topic": topic.pk, "kind": "opinion", "words": "太贵了", "receipt": carried, **facts}


def code_of(answer) -> str:
    """The code on a receipt."""
    found = re.search(r"<code>([0-9A-Z-]{19})</code>", answer.content.decode())
    assert found
    return found[1]
