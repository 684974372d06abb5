"""Whoever becomes responsible for an item is told, once, and nobody else."""

from datetime import timedelta

import pytest

from campus.models import InboxEntry
from planning.actions import items
from planning.models import Kind, PlanItem
from tests.planning.school_plan import AT, LATER


@pytest.fixture
def quiet(drill):
    """An item of a kind that nobody is reminded of."""
    PlanItem.objects.filter(pk=drill.pk).update(kind=Kind.EDUCATION, owner=None)
    drill.refresh_from_db()
    return drill


def told() -> list[tuple[str, str]]:
    """Who was told of which item, in order."""
    entries = InboxEntry.objects.select_related("person", "notice").order_by("pk")
    return [(entry.person.name, entry.notice.facts["title"]) for entry in entries]


def test_a_new_owner_is_told(quiet, head, technician):
    items.give_owner(quiet, to=technician, by=head, at=AT)
    assert told() == [(technician.name, quiet.title)]


def test_the_same_owner_is_not_told_again(quiet, head, technician):
    items.give_owner(quiet, to=technician, by=head, at=AT)
    items.give_owner(quiet, to=technician, by=head, at=LATER)
    assert told() == [(technician.name, quiet.title)]


def test_an_owner_who_comes_back_is_told_again(quiet, head, technician):
    for step, owner in enumerate([technician, None, technician]):
        items.give_owner(quiet, to=owner, by=head, at=AT + timedelta(hours=step))
    assert told() == [(technician.name, quiet.title)] * 2


def test_whoever_names_themselves_knows_it_already(quiet, head):
    items.give_owner(quiet, to=head, by=head, at=AT)
    assert told() == []


def test_the_owner_of_something_done_is_left_in_peace(quiet, head, technician):
    items.move(quiet, PlanItem.Status.DONE, by=head, at=AT)
    items.give_owner(quiet, to=technician, by=head, at=LATER)
    assert told() == []


def test_no_group_hears_of_it(quiet, head, technician):
    items.give_owner(quiet, to=technician, by=head, at=AT)
    assert not InboxEntry.objects.get().notice.deliveries.exclude(robot=None).exists()
