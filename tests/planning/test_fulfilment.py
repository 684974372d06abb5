"""What becomes of a plan item through what was made of it; here meetings, planning's own."""

import pytest
from django.db import IntegrityError, transaction

from campus.models import TimelineEntry
from planning.actions import items, meetings
from planning.fulfilment import made_of, ways_for
from planning.models import PlanItem
from tests.planning.meetings import CALLED_AT, ENDS_AT, called, minuted, published
from tests.planning.school_plan import MEETING, item_of

Status = PlanItem.Status


@pytest.fixture
def item(plan) -> PlanItem:
    return item_of(plan, MEETING.title)


def state(item: PlanItem) -> tuple[str, bool]:
    item.refresh_from_db()
    return item.status, item.is_fulfilled


def told(item: PlanItem) -> list[tuple[str, str]]:
    """What its timeline tells, with the state that it led to."""
    return [(each.text, each.status) for each in TimelineEntry.objects.of(item).order_by("pk")]


def test_an_item_is_done_once_what_was_made_of_it_is(item, head):
    published(head, plan_item=item)
    assert state(item) == (Status.DONE, True)
    assert told(item) == [
        ("Made of it: %(thing)s", ""), ("Done, since this is: %(thing)s", "done"),
    ]  # fmt: skip


def test_all_of_it_must_be_done(item, head):
    published(head, plan_item=item)
    second = called(head, plan_item=item)
    assert state(item) == (Status.UNDER_WAY, False)
    meetings.cancel(second, reason="并入月会", by=head, at=CALLED_AT)
    assert state(item) == (Status.DONE, True)


def test_what_is_called_off_makes_nothing_done(item, head):
    meetings.cancel(called(head, plan_item=item), reason="改期", by=head, at=CALLED_AT)
    assert state(item) == (Status.PLANNED, False)


def test_what_is_taken_back_is_not_done_any_more(item, head):
    meetings.take_back(published(head, plan_item=item), by=head, at=ENDS_AT)
    assert state(item) == (Status.UNDER_WAY, False)
    assert told(item)[-1] == (
        "No longer done, since this is open or called off: %(thing)s", "under_way",
    )  # fmt: skip


def test_an_item_done_by_hand_stays_so(item, head):
    items.move(item, Status.DONE, by=head, at=CALLED_AT)
    meetings.take_back(published(head, plan_item=item), by=head, at=ENDS_AT)
    assert state(item) == (Status.DONE, False)


def test_a_dropped_item_stays_dropped(item, head):
    meeting = minuted(head, plan_item=item, recorder=head)
    items.move(item, Status.DROPPED, reason="并入十月", by=head, at=CALLED_AT)
    meetings.publish(meeting, by=head, at=ENDS_AT)
    assert state(item) == (Status.DROPPED, False)


def test_a_meeting_that_is_held_for_something_else_counts_no_more(item, head, plan):
    published(head, plan_item=item)
    other = called(head, plan_item=item)
    facts = {"people": [], "roles": [], "departments": [], "agenda": [], "by": head}
    meetings.change(other, **facts, at=CALLED_AT, plan_item=None)
    assert state(item) == (Status.DONE, True)


def test_the_database_knows_no_fulfilled_item_that_is_open(item):
    with pytest.raises(IntegrityError), transaction.atomic():
        PlanItem.objects.filter(pk=item.pk).update(is_fulfilled=True)


def test_whoever_may_gets_the_buttons_while_the_item_is_open(item, head, teacher):
    assert [path for _way, path in ways_for(head, item)] == [f"/plan/meetings/new/?item={item.pk}"]
    assert ways_for(teacher, item) == []
    items.move(item, Status.DONE, by=head, at=CALLED_AT)
    item.refresh_from_db()
    assert ways_for(head, item) == []


def test_its_page_lists_what_was_made_of_it(item, head, signed_in):
    meeting = called(head, plan_item=item)
    made = signed_in(head).get(item.get_absolute_url()).context["made"]
    assert [(each.title, each.path, each.state) for each in made] == [
        (meeting.title, meeting.get_absolute_url(), "planned")
    ]


def test_the_list_finds_items_of_which_nothing_was_made(plan, item, head, signed_in):
    called(head, plan_item=item)

    def listed(**query):
        months = signed_in(head).get("/plan/", query).context["months"]
        return [(each.title, each.has_thing) for _month, rows in months for each in rows]

    kinds = {"meeting", "drill", "education", "inspection"}
    bare = plan.items.filter(kind__in=kinds).exclude(pk=item.pk)
    assert set(listed(state="unplanned")) == {(each.title, False) for each in bare}
    assert (item.title, True) in listed()


def test_pupils_see_neither_buttons_nor_what_is_not_theirs(item, head, pupil, signed_in):
    called(head, plan_item=item)
    context = signed_in(pupil).get(item.get_absolute_url()).context
    assert (context["made"], context["buttons"]) == ([], [])
    assert made_of(pupil, item) == []
