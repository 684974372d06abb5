"""Copies on their way out: sent once, tried again, given up."""

from datetime import timedelta

import pytest
from django.core import mail

from campus.doors import Refused
from campus.models import Delivery, Notice, Robot
from campus.notices import actions, channels, tasks
from campus.notices.actions.delivery import BACK_OFF, LEFT, NO_ADDRESS, SWITCHED_OFF
from tests.reminding import held_elsewhere, moment

AT = moment("2025-11-10 08:00")


@pytest.fixture
def delivery(head) -> Delivery:
    """A letter to the head, waiting since AT."""
    notice = Notice.objects.create(
        key="n",
        topic="reminder",
        text="%(title)s",
        facts={"title": "消防演练"},
        path="/",
        told_at=AT,
    )
    return Delivery.objects.create(notice=notice, person=head, next_try_at=AT)


@pytest.fixture
def robot_delivery(delivery) -> Delivery:
    robot = Robot.objects.create(name="安全群", address="wecombot://secretkey", topics=["reminder"])
    return Delivery.objects.create(notice=delivery.notice, robot=robot, next_try_at=AT)


@pytest.fixture
def broken_mail(monkeypatch):
    def refuse(letter):
        raise ConnectionRefusedError(111, "refused")

    monkeypatch.setattr("campus.notices.channels.EmailMessage.send", refuse)


def now(delivery: Delivery) -> tuple:
    delivery.refresh_from_db()
    return delivery.state, delivery.attempts, delivery.last_error


def test_what_is_due_is_sent_and_noted(delivery):
    assert actions.deliver(delivery.pk, at=AT) is True
    assert now(delivery) == ("sent", 1, "")
    assert delivery.sent_at == AT
    assert [letter.to for letter in mail.outbox] == [["head@school.example"]]


def test_what_was_sent_is_not_sent_again(delivery):
    actions.deliver(delivery.pk, at=AT)
    assert actions.deliver(delivery.pk, at=AT + timedelta(days=1)) is False
    assert len(mail.outbox) == 1


def test_what_is_not_due_yet_stays(delivery):
    assert actions.deliver(delivery.pk, at=AT - timedelta(seconds=1)) is False
    assert now(delivery) == ("waiting", 0, "")


def test_a_failure_is_noted_and_tried_again_later(delivery, broken_mail):
    assert actions.deliver(delivery.pk, at=AT) is False
    assert now(delivery) == ("waiting", 1, "ConnectionRefusedError 111")
    assert delivery.next_try_at == AT + timedelta(minutes=1)


@pytest.mark.logs_errors
def test_waits_grow_until_it_is_given_up_after_a_day(delivery, broken_mail, caplog):
    at, waits = AT, []
    while delivery.state == Delivery.State.WAITING:
        actions.deliver(delivery.pk, at=at)
        delivery.refresh_from_db()
        waits.append((delivery.next_try_at - at) // timedelta(minutes=1))
        at = delivery.next_try_at
    assert waits == [*BACK_OFF, 0]
    assert now(delivery) == ("given_up", 11, "ConnectionRefusedError 111")
    assert timedelta(hours=24) < at - AT < timedelta(hours=26)
    assert [each.levelname for each in caplog.records].count("ERROR") == 1


@pytest.mark.logs_errors
def test_an_unforeseen_fault_of_one_message_is_a_failed_try(delivery, monkeypatch, caplog):
    def stumble(notice, to):
        raise ZeroDivisionError

    monkeypatch.setattr(channels, "send_mail", stumble)
    actions.deliver(delivery.pk, at=AT)
    assert now(delivery) == ("waiting", 1, "ZeroDivisionError")


def test_a_robots_refusal_is_kept_without_its_key(robot_delivery, monkeypatch):
    monkeypatch.setattr(channels, "send_to_robot", refusing("code 93000"))
    actions.deliver(robot_delivery.pk, at=AT)
    assert now(robot_delivery) == ("waiting", 1, "code 93000")


def refusing(words: str):
    def refuse(address, text):
        raise channels.NotSent(words)

    return refuse


@pytest.mark.parametrize(
    ("change", "words"),
    [({"is_active": False}, LEFT), ({"email": ""}, NO_ADDRESS)],
)
def test_no_letter_follows_people_who_left_or_have_no_address(delivery, head, change, words):
    for name, value in change.items():
        setattr(head, name, value)
    head.save()
    actions.deliver(delivery.pk, at=AT)
    assert now(delivery) == ("given_up", 0, words)
    assert mail.outbox == []


def test_a_robot_switched_off_says_nothing(robot_delivery, head):
    actions.switch_robot(robot_delivery.robot, on=False, by=head, at=AT)
    actions.deliver(robot_delivery.pk, at=AT)
    assert now(robot_delivery) == ("given_up", 0, SWITCHED_OFF)


def test_what_was_given_up_can_be_tried_again(delivery, administrator):
    Delivery.objects.filter(pk=delivery.pk).update(state="given_up", attempts=11)
    actions.try_again(delivery, by=administrator, at=AT)
    assert now(delivery) == ("waiting", 0, "")
    with pytest.raises(Refused):
        actions.try_again(delivery, by=administrator, at=AT)


# -- tasks


def test_the_sweep_sends_all_that_is_due_the_longest_waiting_first(head, technician):
    notice = Notice.objects.create(
        key="n", topic="reminder", text="%(title)s", facts={"title": "x"}, path="/", told_at=AT
    )
    Delivery.objects.create(notice=notice, person=head, next_try_at=AT)
    Delivery.objects.create(notice=notice, person=technician, next_try_at=AT - timedelta(hours=1))
    tasks.sweep_deliveries()
    assert [letter.to for letter in mail.outbox] == [
        ["technician@school.example"],
        ["head@school.example"],
    ]


def test_a_task_stops_when_its_time_is_used_up(delivery, monkeypatch):
    monkeypatch.setattr(tasks, "SECONDS", -1)
    tasks.deliver([delivery.pk])
    assert now(delivery) == ("waiting", 0, "")


def test_numbers_of_deliveries_that_are_gone_are_passed_over(db):
    tasks.deliver([0])


@pytest.mark.django_db(transaction=True)
def test_while_one_worker_sends_another_passes_over(delivery):
    with held_elsewhere(delivery):
        assert actions.deliver(delivery.pk, at=AT) is False
    assert (mail.outbox, now(delivery)) == ([], ("waiting", 0, ""))
