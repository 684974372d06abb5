"""The life of a ticket: who moves it, who is told, what is promised."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from campus.cases import actions as cases
from campus.cases.models import Promise
from campus.doors import Refused
from campus.models import Enquiry, InboxEntry
from repairs import tasks
from repairs.actions import tickets as actions
from repairs.kinds.ticket import TICKET
from repairs.models import Category, Contractor, Ticket
from tests.repairs.conftest import AT, fresh, moment

Status = Ticket.Status
HOUR = timedelta(hours=1)


@pytest.fixture
def sent(ticket, technician, dispatcher) -> Ticket:
    """Assigned to the technician ten minutes after it was reported."""
    actions.assign(ticket, to=technician, by=dispatcher, at=AT + timedelta(minutes=10))
    return fresh(ticket)


@pytest.fixture
def mended(sent, technician) -> Ticket:
    actions.accept(sent, by=technician, at=AT + timedelta(minutes=15))
    actions.begin(sent, by=technician, at=AT + HOUR)
    actions.finish(sent, words="换了阀芯。", damage_cause="wear", by=technician, at=AT + 2 * HOUR)
    return fresh(sent)


def told(person) -> list[str]:
    entries = InboxEntry.objects.filter(person=person).select_related("notice").order_by("pk")
    return [entry.notice.text for entry in entries]


def test_it_goes_from_the_report_to_the_confirmation(mended, teacher, technician):
    assert (mended.number, mended.status, mended.damage_cause) == ("R-2025-0001", "done", "wear")
    actions.confirm(mended, rating=5, by=teacher, at=AT + 3 * HOUR)
    assert (fresh(mended).status, fresh(mended).rating) == ("confirmed", 5)
    assert not Promise.objects.of(mended).unmet().exists()


def test_who_reported_it_hears_of_every_step(mended, teacher, dispatcher, technician):
    assert len(told(teacher)) == 4
    assert len(told(dispatcher)) == 1
    assert len(told(technician)) == 1


def test_a_low_rating_reaches_the_dispatcher(mended, teacher, dispatcher):
    before = len(told(dispatcher))
    actions.confirm(mended, rating=2, words="还在滴", by=teacher, at=AT + 3 * HOUR)
    assert told(dispatcher)[before:] == [actions.RATED_LOW]


def test_what_does_not_hold_begins_anew_with_new_promises(mended, teacher):
    actions.reopen(mended, words="又滴了", by=teacher, at=AT + 4 * HOUR)
    again = fresh(mended)
    assert (again.status, again.assignee, again.done_at) == ("reported", None, None)
    running = set(Promise.objects.of(again).unmet().values_list("kind", flat=True))
    assert running == {"dispatch", "answer", "done"}


def test_another_technician_is_sent_instead(sent, technician, safety_officer, dispatcher):
    actions.accept(sent, by=technician, at=AT + timedelta(minutes=15))
    actions.assign(fresh(sent), to=safety_officer, by=dispatcher, at=AT + HOUR)
    assert (fresh(sent).assignee, fresh(sent).status) == (safety_officer, "assigned")


def wait(ticket, technician, *, at=AT + HOUR, **facts):
    """Put on hold for parts that come on Wednesday, unless said otherwise."""
    facts = {"hold_for": "parts", "expected_on": date(2025, 11, 5), "words": "等配件", **facts}
    return actions.hold(ticket, by=technician, at=at, **facts)


def test_it_waits_for_something_until_a_day_and_no_longer(sent, technician):
    contractor = Contractor.objects.create(name="安捷电梯")
    for wrong in ({"expected_on": date(2025, 11, 2)}, {"hold_for": "contractor"}):
        with pytest.raises(Refused):
            wait(sent, technician, **wrong)
    entry = wait(sent, technician, hold_for="contractor", contractor=contractor)
    assert entry.facts["day"] == {"day": "2025-11-05"}
    assert fresh(sent).contractor == contractor
    actions.begin(fresh(sent), by=technician, at=moment(11, 4, 9))
    assert (fresh(sent).hold_for, fresh(sent).expected_on) == ("", None)
    assert fresh(sent).contractor == contractor


def test_the_database_knows_no_hold_without_an_end(sent):
    with pytest.raises(IntegrityError):
        Ticket.objects.filter(pk=sent.pk).update(status="on_hold")


def test_on_hold_wants_a_reason_and_stops_the_clock(sent, technician):
    with pytest.raises(Refused):
        wait(sent, technician, words=" ")
    wait(sent, technician)
    assert all(promise.is_paused for promise in Promise.objects.of(sent).unmet())
    actions.begin(fresh(sent), by=technician, at=moment(11, 5, 9))
    assert fresh(sent).due_at is not None


def test_what_is_confirmed_or_rejected_is_not_mended_again(ticket, dispatcher, technician):
    actions.reject(ticket, words="不属于学校", by=dispatcher, at=AT + HOUR)
    with pytest.raises(Refused):
        actions.assign(fresh(ticket), to=technician, by=dispatcher, at=AT + 2 * HOUR)


def test_of_two_dispatchers_the_second_is_told(ticket, dispatcher, head, technician, teacher):
    actions.assign(ticket, to=technician, by=dispatcher, at=AT, seen=ticket.version)
    with pytest.raises(Refused, match=dispatcher.name):
        actions.assign(ticket, to=teacher, by=head, at=AT, seen=ticket.version)
    assert fresh(ticket).assignee == technician


# What is promised


def due(ticket: Ticket) -> dict[str, str]:
    running = Promise.objects.of(ticket).unmet().exclude(due_at=None)
    moments = dict(running.values_list("kind", "due_at"))
    return {
        kind: f"{due_at.astimezone(AT.tzinfo):%m-%d %H:%M}"
        for kind, due_at in moments.items()
        if due_at
    }


def test_a_normal_fault_is_promised_in_working_hours(ticket):
    assert due(ticket) == {
        "dispatch": "11-03 09:30", "answer": "11-04 09:00", "done": "11-06 09:00",
    }  # fmt: skip


def test_an_urgent_one_around_the_clock(reported):
    late = reported(priority="urgent", at=moment(11, 7, 17))
    assert due(late) == {
        "dispatch": "11-07 17:30", "answer": "11-07 19:00", "done": "11-08 17:00",
    }  # fmt: skip


def test_whoever_is_sent_has_ten_minutes_to_accept(ticket, dispatcher, technician):
    actions.assign(ticket, to=technician, by=dispatcher, at=AT + timedelta(minutes=10))
    assert due(ticket) == {
        "accept": "11-03 09:20", "answer": "11-04 09:00", "done": "11-06 09:00",
    }  # fmt: skip
    actions.accept(ticket, by=technician, at=AT + timedelta(minutes=12))
    assert "accept" not in due(ticket)


# By itself


def test_what_nobody_objects_to_is_confirmed_by_itself_and_once(mended, teacher):
    before = moment(11, 7, 0)
    assert actions.confirm_by_itself(mended.pk, before=before, at=moment(11, 10, 4))
    assert not actions.confirm_by_itself(mended.pk, before=before, at=moment(11, 10, 4))
    assert fresh(mended).status == Status.CONFIRMED


def test_what_was_done_a_moment_ago_waits(mended):
    assert not actions.confirm_by_itself(mended.pk, before=AT, at=AT + 3 * HOUR)
    assert fresh(mended).status == Status.DONE


def test_the_task_confirms_what_is_old(mended):
    tasks.confirm_old()
    assert fresh(mended).status == Status.CONFIRMED


# From the front desk


def test_an_enquiry_that_is_a_fault_goes_on_as_a_ticket(teacher, dispatcher, room):
    enquiry = cases.raise_case(Enquiry, by=teacher, at=AT, title="灯不亮", place=room)
    cases.hand_on(enquiry, to=TICKET, by=dispatcher, at=AT + HOUR)
    made = Ticket.objects.get()
    assert (made.title, made.place, made.reporter, made.origin) == (
        "灯不亮",
        room,
        teacher,
        enquiry,
    )
    assert made.category == Category.objects.get(code="other")


# What must never be


def test_a_ticket_is_somewhere(reported):
    with pytest.raises(ValidationError):
        reported(place=None)


@pytest.mark.parametrize(
    "facts",
    [{"status": "lost"}, {"status": "assigned"}, {"rating": 5}, {"damage_cause": "x"}],
)
def test_the_database_keeps_the_rules(ticket, facts):
    with pytest.raises(IntegrityError), transaction.atomic():
        Ticket.objects.filter(pk=ticket.pk).update(**facts)


def test_there_are_five_ratings(mended, teacher):
    actions.confirm(mended, rating=5, by=teacher, at=AT + 3 * HOUR)
    with pytest.raises(IntegrityError, match="ticket_rating_of_five"), transaction.atomic():
        Ticket.objects.filter(pk=mended.pk).update(rating=6)


def test_the_usual_categories_are_there_and_a_renamed_one_stays(water):
    Category.objects.filter(pk=water.pk).update(name="水暖")
    actions.lay_usual_categories()
    names = list(Category.objects.values_list("code", "name"))
    assert (len(names), names[0]) == (len(actions.USUAL), ("water", "水暖"))
