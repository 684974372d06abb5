"""A promise is counted in school time; it stands still on hold, and it is met, dropped, put off."""

from datetime import timedelta

import pytest

from campus.cases import actions
from campus.cases.models import Promise
from campus.desk import actions as desk
from campus.doors import Refused
from campus.models import Enquiry, PromiseRule
from tests.campus.cases.conftest import AT, moment


def promise_of(case: Enquiry) -> Promise:
    return Promise.objects.of(case).get()


@pytest.mark.parametrize(
    ("raised_at", "due_at"),
    [
        # A working day of eight hours later, within the week.
        (moment(11, 3, 9), moment(11, 4, 9)),
        # Friday 16:50: the forty minutes left, then Monday.
        (moment(11, 7, 16, 50), moment(11, 10, 16, 50)),
        # Friday 16:50 before a make-up Saturday: it runs on through it.
        (moment(10, 10, 16, 50), moment(10, 11, 16, 50)),
        # The eve of National Day: it stands still until 9 October.
        (moment(9, 30, 16, 50), moment(10, 9, 16, 50)),
        # Raised at night: it begins to count in the morning.
        (moment(11, 3, 23), moment(11, 4, 17, 30)),
    ],
)
def test_an_answer_is_promised_within_a_working_day(raised, raised_at, due_at):
    case = raised(at=raised_at)
    assert promise_of(case).due_at == due_at
    assert case.due_at == due_at


def test_urgent_ones_are_promised_within_two_working_hours(raised):
    assert raised(priority="urgent").due_at == AT + timedelta(hours=2)


def test_the_schools_own_rule_replaces_the_shipped_figures(raised, head):
    rule = PromiseRule(
        case_kind="enquiry", promise="answer", priority="normal", minutes=60, warn_minutes=0
    )
    actions.change_rule(rule, by=head, at=AT)
    assert raised().due_at == AT + timedelta(hours=1)
    actions.forget_rule(rule, by=head, at=AT)
    assert raised().due_at == AT + timedelta(days=1)


def test_a_promise_stands_still_on_hold_and_runs_on_from_there(enquiry, dispatcher):
    desk.take(enquiry, by=dispatcher, at=AT + timedelta(hours=1))
    desk.hold(enquiry, words="等配件", by=dispatcher, at=AT + timedelta(hours=2))
    enquiry.refresh_from_db()
    assert (promise_of(enquiry).left, enquiry.due_at) == (timedelta(hours=6), None)
    desk.go_on(enquiry, by=dispatcher, at=moment(11, 10, 8))
    enquiry.refresh_from_db()
    assert promise_of(enquiry).due_at == enquiry.due_at == moment(11, 10, 15, 30)


def test_a_promise_that_has_passed_has_nothing_left_when_work_goes_on(enquiry, dispatcher):
    desk.take(enquiry, by=dispatcher, at=AT)
    desk.hold(enquiry, words="等配件", by=dispatcher, at=moment(11, 5, 9))
    desk.go_on(enquiry, by=dispatcher, at=moment(11, 6, 9))
    assert promise_of(enquiry).due_at == moment(11, 6, 9)


@pytest.mark.parametrize(("hours", "kept"), [(3, True), (30, False)])
def test_an_answer_meets_the_promise_in_time_or_late(enquiry, dispatcher, hours, kept):
    desk.answer(enquiry, words="已修好", by=dispatcher, at=AT + timedelta(hours=hours))
    promise = promise_of(enquiry)
    assert (promise.was_kept, promise.met_at) == (kept, AT + timedelta(hours=hours))
    enquiry.refresh_from_db()
    assert enquiry.due_at is None


def test_a_withdrawn_case_drops_its_promise(enquiry, teacher):
    desk.withdraw(enquiry, by=teacher, at=AT)
    promise = promise_of(enquiry)
    assert (promise.dropped_at, promise.met_at, promise.next_alarm_at) == (AT, None, None)


def test_a_reopened_case_gets_a_new_promise(enquiry, dispatcher, teacher):
    desk.answer(enquiry, words="已修好", by=dispatcher, at=AT)
    desk.reopen(enquiry, words="还是不亮", by=teacher, at=moment(11, 5, 9))
    promises = list(Promise.objects.of(enquiry))
    assert [promise.is_unmet for promise in promises] == [False, True]
    assert promises[1].due_at == moment(11, 6, 9)


def test_a_promise_is_put_off_with_a_reason(enquiry, dispatcher):
    entry = actions.extend(
        enquiry, promise="answer", to=moment(11, 6, 17), by=dispatcher, at=AT, words="要请厂家"
    )
    enquiry.refresh_from_db()
    assert enquiry.due_at == moment(11, 6, 17)
    assert (entry.sentence, entry.words) == ("“答复”延期至11月6日(周四) 17:00", "要请厂家")


@pytest.mark.parametrize("to", [moment(11, 4, 9), moment(11, 3, 12)])
def test_nobody_puts_a_promise_off_to_an_earlier_moment(enquiry, dispatcher, to):
    with pytest.raises(Refused):
        actions.extend(enquiry, promise="answer", to=to, by=dispatcher, at=AT, words="…")
