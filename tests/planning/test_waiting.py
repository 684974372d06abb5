"""What waits for a person in the work plan."""

from datetime import date

import pytest

from campus.agenda import Urgency
from campus.rows import read
from planning import agenda
from planning.actions.reminders import acknowledge, plan_reminders
from tests.reminding import make_item, moment

NOON = moment("2025-11-12 12:00")  # a Wednesday; seven working days on is Friday 21 November


@pytest.fixture
def item(semester, office, head):
    """Items of the office's plan: `item("title", "2025-11-10", "2025-11-14", owner=…)`."""

    def make(title: str, first: str, last: str, **fields):
        days = {"starts_on": date.fromisoformat(first), "ends_on": date.fromisoformat(last)}
        return make_item(semester, office, head, title=title, **days, **fields)

    return make


def waits(person) -> dict[str, Urgency]:
    return {each.title: each.urgency for each in read(agenda.waiting(person, NOON))}


def test_what_is_overdue_under_way_or_soon_due_waits_for_its_owner(item, technician):
    item("逾期", "2025-11-10", "2025-11-11", owner=technician)
    item("今天", "2025-11-12", "2025-11-12", owner=technician)
    item("将到期", "2025-11-21", "2025-11-21", owner=technician)
    item("进行中", "2025-11-01", "2025-11-30", owner=technician)
    item("太远", "2025-11-24", "2025-11-24", owner=technician)
    assert waits(technician) == {
        "逾期": Urgency.OVERDUE,
        "今天": Urgency.TODAY,
        "将到期": Urgency.SOON,
        "进行中": Urgency.LATER,
    }


@pytest.mark.parametrize("status", ["done", "dropped"])
def test_what_is_done_or_dropped_does_not_wait(item, technician, status):
    item("今天", "2025-11-12", "2025-11-12", owner=technician, status=status, reason="雨")
    assert waits(technician) == {}


def test_what_is_anothers_does_not_wait(item, technician, head, teacher):
    item("今天", "2025-11-12", "2025-11-12", owner=technician)
    assert (waits(head), waits(teacher)) == ({}, {})


def test_what_is_nobodys_waits_for_the_head(item, technician, head):
    item("今天", "2025-11-12", "2025-11-12")
    assert (waits(head), waits(technician)) == ({"今天": Urgency.TODAY}, {})


def test_what_belongs_to_somebody_who_left_waits_for_the_head(item, technician, head):
    item("今天", "2025-11-12", "2025-11-12", owner=technician)
    technician.is_active = False
    technician.save()
    assert waits(head) == {"今天": Urgency.TODAY}


def test_the_button_finishes_what_has_begun_and_opens_what_has_not(item, technician, head):
    begun = item("已开始", "2025-11-10", "2025-11-14", owner=technician)
    coming = item("未开始", "2025-11-14", "2025-11-14", owner=technician)
    nobodys = item("无人", "2025-11-10", "2025-11-14")
    found = read(agenda.waiting(technician, NOON)) + read(agenda.waiting(head, NOON))
    assert {each.path: (each.act_path, each.act_fields) for each in found} == {
        begun.get_absolute_url(): (f"/plan/items/{begun.pk}/move/", (("to", "done"),)),
        coming.get_absolute_url(): ("", ()),
        nobodys.get_absolute_url(): ("", ()),
    }


def test_note_can_be_taken_while_reminders_are_to_come_and_once(item, technician):
    drill = item("演练", "2025-11-21", "2025-11-21", owner=technician)
    item("无提醒", "2025-11-21", "2025-11-21", owner=technician, kind="meeting")
    plan_reminders(drill, at=NOON)

    def asides() -> dict[str, str]:
        return {each.title: each.aside_path for each in read(agenda.waiting(technician, NOON))}

    assert asides() == {"演练": f"/plan/items/{drill.pk}/acknowledge/", "无提醒": ""}
    acknowledge(drill, by=technician, at=NOON)
    assert asides() == {"演练": "", "无提醒": ""}
