"""A promise warns before it passes and goes up the chain after it has."""

import pytest

from campus.cases import actions
from campus.cases.models import Promise
from campus.cases.tasks import ring_alarms
from campus.desk import actions as desk
from campus.models import InboxEntry, TimelineEntry
from tests.campus.cases.conftest import AT, moment


@pytest.fixture
def promise(enquiry, head, dispatcher, technician) -> Promise:
    """Raised on Monday at 9 and given to the technician, due on Tuesday at 9."""
    desk.give(enquiry, to=technician, by=dispatcher, at=AT)
    InboxEntry.objects.all().delete()
    return Promise.objects.of(enquiry).get()


def told() -> list[tuple[str, str]]:
    entries = InboxEntry.objects.select_related("person", "notice").order_by("pk")
    return [(entry.person.name, entry.notice.sentence) for entry in entries]


SOON = "“答复”须在11月4日(周二) 09:00前完成：E-2025-0001 走廊灯不亮"
PASSED = "“答复”应在11月4日(周二) 09:00前完成：E-2025-0001 走廊灯不亮"


def test_the_warning_reaches_whoever_has_it_in_hands(promise):
    assert promise.next_alarm_at == moment(11, 3, 17, 30)
    assert actions.ring(promise.pk, at=moment(11, 3, 17, 30))
    assert told() == [("江小川", SOON)]


def test_nothing_rings_before_its_moment_nor_twice(promise):
    assert not actions.ring(promise.pk, at=moment(11, 3, 17, 29))
    assert actions.ring(promise.pk, at=moment(11, 3, 17, 30))
    assert not actions.ring(promise.pk, at=moment(11, 3, 17, 31))


def test_the_chain_goes_up_step_by_step(promise):
    actions.ring(promise.pk, at=moment(11, 3, 17, 30))
    actions.ring(promise.pk, at=moment(11, 4, 9))
    actions.ring(promise.pk, at=moment(11, 4, 14, 30))
    assert told()[1:] == [
        ("江小川", PASSED), ("秦疏影", PASSED),
        ("江小川", PASSED), ("秦疏影", PASSED), ("程远山", PASSED),
    ]  # fmt: skip
    promise.refresh_from_db()
    assert promise.next_alarm_at is None


def test_what_was_missed_while_all_was_down_is_told_once(promise):
    assert actions.ring(promise.pk, at=moment(11, 6, 9))
    assert told() == [("江小川", PASSED), ("秦疏影", PASSED), ("程远山", PASSED)]
    assert not actions.ring(promise.pk, at=moment(11, 6, 9, 1))


def test_the_timeline_notes_each_escalation(promise, enquiry):
    actions.ring(promise.pk, at=moment(11, 4, 9))
    entry = list(TimelineEntry.objects.of(enquiry))[-1]
    assert (entry.by, entry.sentence) == (
        None, "“答复”应在11月4日(周二) 09:00前完成；已通知江小川、秦疏影",
    )  # fmt: skip


def test_a_promise_put_off_warns_anew(promise, enquiry, dispatcher):
    actions.ring(promise.pk, at=moment(11, 4, 9))
    actions.extend(
        enquiry, promise="answer", to=moment(11, 6, 17), by=dispatcher, at=moment(11, 4, 10)
    )
    promise.refresh_from_db()
    assert promise.next_alarm_at == moment(11, 6, 16)


def test_nothing_rings_on_hold_and_after_the_answer(promise, enquiry, technician):
    desk.hold(enquiry, words="等配件", by=technician, at=AT)
    promise.refresh_from_db()
    assert promise.next_alarm_at is None


@pytest.mark.usefixtures("promise")
def test_every_minute_the_clock_rings_what_is_due():
    ring_alarms()
    assert len(told()) == 3
    ring_alarms()
    assert len(told()) == 3
