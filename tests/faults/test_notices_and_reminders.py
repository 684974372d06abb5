"""Whatever is killed, lost or down: no reminder is lost, and none is doubled in an inbox."""

import time
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone

from campus.models import Delivery, InboxEntry, Notice, Robot
from campus.notices.actions import tell
from planning.actions.reminders import new_reminder
from planning.models import Reminder
from planning.models.reminder import Moment
from tests.processes import stays, wait_until
from tests.reminding import make_item

pytestmark = [pytest.mark.faults, pytest.mark.django_db(transaction=True)]


def tell_of(key: str, *people) -> None:
    with transaction.atomic():
        tell(
            people, key=key, topic="reminder", text="%(title)s", facts={"title": key}, path="/",
            at=timezone.now(),
        )  # fmt: skip


def remind(item, minutes_ago: int) -> Reminder:
    """A reminder of `item`, laid long ago, whose moment was so many minutes ago."""
    now = timezone.now()
    moment = Moment(now - timedelta(minutes=minutes_ago), Reminder.Step.BEFORE)
    reminder = new_reminder(item, item.ends_on, moment, now - timedelta(days=9))
    reminder.save()
    return reminder


@pytest.fixture
def make_items(semester, office, head, technician):
    """So many of the technician's items, due in ten days."""
    day = timezone.localdate() + timedelta(days=10)

    def make(count: int):
        return [
            make_item(
                semester, office, head, owner=technician, title=f"演练{number}",
                starts_on=day, ends_on=day,
            )
            for number in range(count)
        ]  # fmt: skip

    return make


def inboxes() -> list[tuple[str, str]]:
    """Who has what in the inbox."""
    found = InboxEntry.objects.select_related("person", "notice").order_by("pk")
    return [(entry.person.name, entry.notice.facts["title"]) for entry in found]


def all_sent() -> bool:
    return not Delivery.objects.exclude(state="sent").exists()


def test_a_reminder_reaches_inbox_mailbox_and_group(start, mailbox, group, make_items, technician):
    Robot.objects.create(name="安全群", address=group.address, topics=["reminder"])
    [item] = make_items(1)
    remind(item, minutes_ago=1)
    start("worker")
    start("beat")
    wait_until(lambda: mailbox.caught and group.heard)
    assert inboxes() == [(technician.name, item.title)]
    assert [address for address, _ in mailbox.letters()] == [technician.email]
    assert [item.title in words for words in group.heard] == [True]
    assert stays(lambda: (len(mailbox.caught), len(group.heard)) == (1, 1))


def test_a_worker_killed_between_claim_and_send_loses_and_doubles_nothing(
    start, mailbox, technician
):
    mailbox.stalls = True
    worker = start("worker")
    tell_of("演练", technician)
    assert mailbox.arrived.wait(30)
    worker.kill()
    mailbox.stalls = False
    assert Delivery.objects.get().state == "waiting"
    start("worker")
    start("beat")
    wait_until(all_sent)
    assert mailbox.letters() == [(technician.email, "演练")]
    assert inboxes() == [(technician.name, "演练")]


def test_a_message_under_way_is_not_sent_by_a_second_worker(start, broker, mailbox, technician):
    mailbox.stalls = True
    start("worker")
    start("worker")
    tell_of("演练", technician)
    assert mailbox.arrived.wait(30)
    for _ in range(3):
        broker.ask("campus.notices.tasks.sweep_deliveries")
    assert stays(lambda: mailbox.arrivals == 1)
    mailbox.stalls = False
    wait_until(all_sent)
    assert mailbox.letters() == [(technician.email, "演练")]


def test_a_worker_killed_while_it_tells_loses_and_doubles_nothing(
    start, broker, mailbox, make_items, technician
):
    """The inbox is locked, so that the worker dies with the reminder claimed and half told."""
    [item] = make_items(1)
    remind(item, minutes_ago=1)
    worker = start("worker")
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE campus_inboxentry IN EXCLUSIVE MODE")
        broker.ask("planning.tasks.send_due_reminders")
        wait_until(somebody_waits_for_a_lock)
        worker.kill()
    assert inboxes() == []
    start("worker")
    start("beat")
    wait_until(lambda: mailbox.caught)
    assert stays(lambda: inboxes() == [(technician.name, item.title)])
    assert mailbox.letters() == [(technician.email, mailbox.letters()[0][1])]


def somebody_waits_for_a_lock() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
        return cursor.fetchone()[0] > 0


def test_a_broker_that_loses_its_data_before_delivery_loses_nothing(
    start, broker, mailbox, technician, monkeypatch
):
    for key in ("一", "二", "三"):
        tell_of(key, technician)
    broker.lose_everything()
    broker.come_back(monkeypatch)
    start("worker")
    start("beat")
    wait_until(all_sent)
    expected = sorted((technician.email, key) for key in ("一", "二", "三"))
    assert stays(lambda: mailbox.letters() == expected)
    assert inboxes() == [(technician.name, key) for key in ("一", "二", "三")]


def test_a_broker_that_is_away_for_a_while_holds_nobody_up_and_loses_nothing(
    start, broker, mailbox, technician, monkeypatch
):
    start("worker")
    start("beat")
    tell_of("之前", technician)
    wait_until(all_sent)
    broker.lose_everything()
    begun = time.monotonic()
    for key in ("一", "二", "三"):
        tell_of(key, technician)
    assert time.monotonic() - begun < 3
    broker.come_back(monkeypatch)
    wait_until(all_sent)
    assert [subject for _, subject in mailbox.letters()] == sorted(["之前", "一", "二", "三"])
    assert inboxes() == [(technician.name, key) for key in ("之前", "一", "二", "三")]


def test_a_moment_that_passed_while_all_was_down_comes_late_and_once(
    start, mailbox, make_items, technician
):
    [item] = make_items(1)
    remind(item, minutes_ago=90)
    start("worker")
    clock = start("beat")
    wait_until(lambda: mailbox.caught)
    clock.kill()
    start("beat")
    assert stays(lambda: inboxes() == [(technician.name, item.title)])
    assert list(Notice.objects.values_list("late", flat=True)) == [True]
    assert len(mailbox.caught) == 1


def test_workers_that_send_at_the_same_time_send_each_reminder_once(
    start, broker, mailbox, make_items, technician
):
    items = make_items(30)
    for item in items:
        remind(item, minutes_ago=1)
    start("worker")
    start("worker")
    for _ in range(8):
        broker.ask("planning.tasks.send_due_reminders")
    wait_until(lambda: Delivery.objects.count() == 30 and all_sent())
    assert sorted(inboxes()) == sorted((technician.name, item.title) for item in items)
    assert len(mailbox.letters()) == 30
    assert len(set(mailbox.letters())) == 30
