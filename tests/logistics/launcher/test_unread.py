"""What other systems say of unread things: signed, newest last, shown to its person alone."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from standardwebhooks.webhooks import Webhook as Signer

from logistics.launcher import actions
from logistics.launcher.models import LinkedSystem, UnreadCount

NOW = datetime.now(UTC)


@pytest.fixture
def office_system(administrator) -> LinkedSystem:
    system = actions.write_system(
        LinkedSystem(), name="协同办公", address="https://oa.school.example/",
        by=administrator, at=NOW,
    )  # fmt: skip
    vars(system)["told"] = actions.renew_secret(system, by=administrator, at=NOW)
    return system


@pytest.fixture
def say(office_system):
    """The system says something: `say({"counts": {…}})`; answers with the status."""

    def said(message: Any, *, ago: float = 0, secret: str = "", **headers: str) -> int:
        body = message if isinstance(message, str) else json.dumps(message)
        at = datetime.now(UTC) - timedelta(seconds=ago)
        signed = {
            "webhook-id": "msg_1", "webhook-timestamp": str(int(at.timestamp())),
            "webhook-signature": Signer(secret or vars(office_system)["told"]).sign(
                "msg_1", at, body
            ),
        }  # fmt: skip
        path = f"/systems/{office_system.pk}/unread/"
        sent = Client(enforce_csrf_checks=True).post(
            path, body, content_type="application/json", headers={**signed, **headers}
        )
        return sent.status_code

    return said


def counts() -> dict[str, int]:
    return {each.person.number: each.count for each in UnreadCount.objects.select_related("person")}


def test_counts_stand_on_the_tile_of_whom_they_are_for(say, signed_in, head, teacher):
    assert say({"counts": {head.number: 3, teacher.number: 0}}) == 204
    shown = signed_in(head).get("/systems/").content.decode()
    hidden = signed_in(teacher).get("/systems/").content.decode()
    assert ('bg-red text-red-fg">3' in shown, "bg-red" in hidden) == (True, False)


def test_a_new_count_replaces_and_nothing_takes_away(say, head, teacher):
    say({"counts": {head.number: 3, teacher.number: 2}}, ago=20)
    say({"counts": {head.number: 5}}, ago=10)
    between = counts()
    say({"counts": {teacher.number: 0}})
    assert (between, counts()) == ({"T001": 5, "T005": 2}, {"T001": 5})


def test_what_is_said_again_or_comes_late_changes_nothing(say, head):
    say({"counts": {head.number: 5}})
    answers = [say({"counts": {head.number: 9}}, ago=ago) for ago in (60, 120)]
    assert (answers, counts()) == ([204, 204], {"T001": 5})


def test_numbers_that_nobody_has_are_passed_over_and_not_told_apart(say):
    assert (say({"counts": {"nobody": 3}}), counts()) == (204, {})


@pytest.mark.parametrize(
    "wrong",
    [
        {"secret": "whsec_" + "A" * 43 + "="}, {"ago": 310}, {"ago": -310},
        {"webhook-signature": ""}, {"webhook-signature": "v1"}, {"webhook-signature": "v1,°"},
        {"webhook-timestamp": "inf"}, {"webhook-timestamp": "now"}, {"webhook-id": "msg_2"},
    ],
    ids=str,
)  # fmt: skip
def test_who_cannot_sign_says_nothing(say, head, wrong):
    assert (say({"counts": {head.number: 3}}, **wrong), counts()) == (401, {})


@pytest.mark.parametrize(
    "message",
    [
        "", "[]", "{", "null", {"counts": []}, {"counts": {"T001": -1}}, {"counts": {"T001": "3"}},
        {"counts": {"T001": True}}, {"counts": {"T001": 1.5}}, {"counts": {"T001": 10**9}}, {},
        {"counts": {str(number): 1 for number in range(5001)}},
    ],
    ids=lambda message: str(message)[:30],
)  # fmt: skip
def test_what_cannot_be_understood_is_refused(say, head, message):
    assert (say(message), counts()) == (422, {})


def test_a_system_without_a_secret_is_not_heard(office_system, say, head):
    LinkedSystem.objects.update(secret="")
    assert say({"counts": {head.number: 3}}) == 404


def test_the_secret_is_shown_once_to_whoever_keeps_systems(
    signed_in, office_system, administrator, teacher
):
    path = f"/systems/list/{office_system.pk}/secret/"
    assert signed_in(teacher).post(path).status_code == 403
    shown = signed_in(administrator).post(path).content.decode()
    edit = signed_in(administrator).get(f"/systems/list/{office_system.pk}/").content.decode()
    assert ("whsec_" in shown, "whsec_" in edit) == (True, False)


def test_the_tiles_ask_as_much_for_many_as_for_one(
    say, signed_in, head, administrator, django_assert_max_num_queries
):
    say({"counts": {head.number: 3}})
    for number in range(5):
        actions.write_system(
            LinkedSystem(), name=f"系统{number}", address="https://x.example/", by=administrator,
            at=NOW,
        )  # fmt: skip
    client = signed_in(head)
    client.get("/systems/")
    with django_assert_max_num_queries(8):
        client.get("/systems/")
