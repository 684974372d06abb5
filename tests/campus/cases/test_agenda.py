"""What cases ask of a person today."""

from datetime import timedelta

import pytest

from campus.agenda import Urgency
from campus.cases.agenda import waiting
from campus.desk import actions as desk
from campus.rows import read
from tests.campus.cases.conftest import AT, moment


def told(person, at=AT) -> list[tuple[str, str, Urgency]]:
    return [(each.title, each.detail, each.urgency) for each in read(waiting(person, at))]


@pytest.fixture
def given(enquiry, lab, dispatcher, technician):
    """Given to the technician."""
    desk.give(enquiry, to=technician, by=dispatcher, at=AT)
    return enquiry


def test_what_is_in_nobodys_hands_waits_for_the_desk(enquiry, dispatcher, technician):
    assert told(dispatcher) == [("走廊灯不亮", "E-2025-0001 · 暂无经办人", Urgency.SOON)]
    assert told(technician) == []


def test_what_is_in_ones_hands_waits_for_oneself_and_not_for_the_desk(
    given, dispatcher, technician
):
    assert told(technician) == [("走廊灯不亮", "E-2025-0001", Urgency.SOON)]
    assert told(dispatcher) == []


@pytest.mark.parametrize(
    ("at", "urgency"),
    [
        (moment(11, 3, 23), Urgency.TODAY),
        (moment(11, 4, 9, 1), Urgency.OVERDUE),
    ],
)
def test_it_grows_more_urgent(given, technician, at, urgency):
    assert [urgency] == [each[2] for each in told(technician, at)]


def test_on_hold_it_can_wait(given, technician):
    desk.hold(given, words="等配件", by=technician, at=AT)
    assert [each[2] for each in told(technician, moment(11, 20, 9))] == [Urgency.LATER]


def test_an_answer_waits_for_the_word_of_whoever_asked(given, technician, teacher):
    desk.answer(given, words="修好了", by=technician, at=AT + timedelta(hours=1))
    assert told(teacher) == [("走廊灯不亮", "E-2025-0001 · 等您确认", Urgency.LATER)]
    assert told(technician) == []


def test_all_kinds_together_ask_one_question(given, technician, django_assert_num_queries):
    assert technician.duties_today
    with django_assert_num_queries(1):
        read(waiting(technician, AT))
