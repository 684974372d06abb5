"""Telling people something, in the transaction of what it tells of."""

import logging
from typing import Any

import pytest
from celery import current_app
from django.db import transaction
from django.utils import translation

from campus.models import Delivery, InboxEntry, Notice, Robot
from campus.notices.actions import tell as really_tell
from campus.notices.actions import telling
from tests.reminding import moment

AT = moment("2025-11-10 08:00")


def tell(*people, **changes):
    facts: dict[str, Any] = {
        "key": "drill:1",
        "topic": "reminder",
        "text": "Due today, %(day)s: %(title)s",
        "facts": {"title": "消防演练", "day": {"day": "2025-11-10"}},
        "path": "/plan/items/1/",
        "at": AT,
    }
    return really_tell(people, **facts | changes)


@pytest.fixture
def robot(db) -> Robot:
    return Robot.objects.create(name="安全群", address="json://127.0.0.1/", topics=["reminder"])


@pytest.fixture
def woken(monkeypatch) -> list[list[int]]:
    """What Celery was asked to deliver."""
    calls: list[list[int]] = []
    monkeypatch.setattr(telling, "wake", calls.append)
    return calls


def inboxes() -> list[tuple[str, str]]:
    entries = InboxEntry.objects.order_by("person__number")
    return [(entry.person.number, entry.notice.key) for entry in entries]


def targets() -> list[str]:
    return [str(each.robot or each.person) for each in Delivery.objects.order_by("robot", "person")]


def test_each_person_has_it_in_the_inbox_once(head, technician):
    tell(head, technician, head)
    assert inboxes() == [(head.number, "drill:1"), (technician.number, "drill:1")]


def test_told_again_under_the_same_key_only_newcomers_get_it(head, technician):
    tell(head)
    tell(head, technician)
    assert inboxes() == [(head.number, "drill:1"), (technician.number, "drill:1")]
    assert Notice.objects.count() == 1


def test_a_copy_goes_to_each_address_and_to_each_robot_of_the_topic(head, administrator, robot):
    Robot.objects.create(name="他群", address="json://127.0.0.1/", topics=["escalation"])
    Robot.objects.create(
        name="旧群", address="json://127.0.0.1/", topics=["reminder"], is_active=False
    )
    tell(head, administrator)  # the administrator has no e-mail address
    assert targets() == [str(robot), str(head)]


def test_robots_can_be_left_out(head, robot):
    tell(head, robots=False)
    assert targets() == [str(head)]


def test_people_who_have_left_are_not_told(head, technician):
    technician.is_active = False
    tell(head, technician)
    assert inboxes() == [(head.number, "drill:1")]


def test_the_sentence_is_in_the_readers_language(head):
    notice = tell(head, text="Sign in", facts={})
    with translation.override("en"):
        assert notice.sentence == "Sign in"
    with translation.override("zh-hans"):
        assert notice.sentence == "登录"


def test_a_day_among_the_facts_is_written_as_the_reader_writes_days(head):
    notice = tell(head)
    with translation.override("en"):
        assert notice.sentence == "Due today, Mon 10 Nov: 消防演练"


def test_a_percent_sign_in_a_fact_is_text(head):
    notice = tell(head, facts={"title": "100%合格 %(day)s", "day": "x"})
    with translation.override("en"):
        assert notice.sentence == "Due today, x: 100%合格 %(day)s"


def test_a_missing_fact_fails_while_telling(head):
    with pytest.raises(KeyError), transaction.atomic():
        tell(head, facts={"title": "消防演练"})
    assert inboxes() == []


@pytest.mark.parametrize(
    "path", ["https://elsewhere.example/", "//elsewhere.example", "/\\e.example"]
)
def test_a_notice_never_leads_to_another_site(head, path):
    with pytest.raises(Exception, match="path"), transaction.atomic():
        tell(head, path=path)


def test_celery_is_woken_after_the_commit_and_not_before(
    head, robot, woken, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        tell(head)
        assert woken == []
    assert woken == [list(Delivery.objects.order_by("pk").values_list("pk", flat=True))]


def test_what_is_rolled_back_tells_nobody(head, woken, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        tell(head)
        transaction.set_rollback(True)
    assert (woken, inboxes(), targets()) == ([], [], [])


def test_nobody_is_woken_for_an_inbox_alone(
    administrator, woken, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        tell(administrator)
    assert woken == []


@pytest.fixture
def no_broker(settings, monkeypatch):
    """A broker address at which nothing listens, and a process that does not know it yet."""
    monkeypatch.setattr(telling, "broker", telling.Broker())
    monkeypatch.setattr(current_app.conf, "broker_write_url", "redis://127.0.0.1:1/0")


def test_a_broker_that_is_away_is_a_warning_and_asked_again_only_later(no_broker, caplog):
    with caplog.at_level(logging.WARNING):
        telling.wake([1])
        telling.wake([2])
    assert [(each.levelname, each.name) for each in caplog.records] == [
        ("WARNING", "campus.notices.actions.telling")
    ]


def test_telling_costs_the_same_for_one_and_for_many(
    head, technician, teacher, safety_officer, django_assert_num_queries
):
    with django_assert_num_queries(8):
        tell(head, key="one")
    with django_assert_num_queries(8):
        tell(head, technician, teacher, safety_officer, key="many")
