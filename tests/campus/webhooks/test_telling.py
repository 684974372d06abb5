"""What another system is told, when, how it is signed, and what follows when it does not listen."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction
from standardwebhooks.webhooks import Webhook as Reader
from standardwebhooks.webhooks import WebhookVerificationError

from campus.cases.actions import raise_case
from campus.desk.actions import refuse
from campus.models import Enquiry, InboxEntry, OutboundEvent, Webhook, WebhookDelivery
from campus.webhooks import actions, channels
from campus.webhooks.tasks import forget_old, sweep
from tests.campus.webhooks.conftest import AT, made

S = WebhookDelivery.State


def enquire(by, at=AT) -> Enquiry:
    return raise_case(Enquiry, by=by, at=at, title="林暮云的水卡丢了")


def test_a_system_is_told_of_each_state_and_of_no_name_or_text(
    hook, deliver, other_system, pupil, head
):
    enquiry = enquire(pupil)
    refuse(enquiry, by=head, at=AT, seen=enquiry.version, words="请到总务处补办")
    assert deliver() == 2
    data = {"id": enquiry.pk, "number": enquiry.number, "path": f"/desk/{enquiry.pk}/"}
    assert other_system.told == [
        {
            "type": "enquiry.state",
            "timestamp": "2025-11-03T01:00:00+00:00",
            "data": {**data, "state": state},
        }
        for state in ("new", "refused")
    ]


def test_what_nobody_wants_is_not_even_written(hook, head):
    hook.events = ["booking.state"]
    hook.save()
    enquire(head)
    assert OutboundEvent.objects.count() == 0


def test_what_is_taken_back_was_never_told(hook, deliver, head):
    with transaction.atomic():
        enquire(head)
        transaction.set_rollback(True)
    assert deliver() == 0


def test_the_receiver_can_prove_that_it_comes_from_here(hook, deliver, other_system, head):
    now = datetime.now(UTC)
    enquire(head, at=now)
    actions.deliver_all(hook.pk, clock=lambda: now, until=now + timedelta(seconds=1))
    [(headers, body)] = other_system.heard
    assert Reader(vars(hook)["told"]).verify(body, headers)["type"] == "enquiry.state"
    for other in (channels.invented_secret(), vars(hook)["told"][:-3] + "A=="):
        with pytest.raises(WebhookVerificationError):
            Reader(other).verify(body, headers)
    with pytest.raises(WebhookVerificationError):
        Reader(vars(hook)["told"]).verify(body.replace(b"new", b"old"), headers)


def test_the_secret_stands_nowhere_readable(hook):
    hook.refresh_from_db()
    assert vars(hook)["told"] not in hook.secret
    event_fields = {field.name for field in hook.pgh_event_model._meta.fields}
    assert "secret" not in event_fields


def test_after_two_failures_it_arrives_under_the_same_key_and_once(
    hook, deliver, other_system, head
):
    enquire(head)
    other_system.answers = [500, 302]
    went = [deliver(minutes) for minutes in (0, 0.5, 1, 3, 6, 7)]
    assert went == [0, 0, 0, 0, 1, 0]
    delivery = WebhookDelivery.objects.get()
    tries = [each.status for each in delivery.tries.all()]
    keys = {headers["webhook-id"] for headers, _body in other_system.heard}
    assert (tries, delivery.state, keys) == ([500, 302, 204], S.SENT, {str(delivery.event.key)})


def test_a_redirect_is_not_followed(hook, deliver, other_system, head):
    enquire(head)
    other_system.answers = [307]
    deliver()
    assert len(other_system.heard) == 1


def test_a_failure_stops_the_round_and_keeps_the_order(hook, deliver, other_system, head):
    for _ in range(3):
        enquire(head)
    other_system.answers = [503]
    assert (deliver(), deliver(1)) == (0, 3)
    told = [each["data"]["number"] for each in other_system.told]
    first, second, third = (each.number for each in Enquiry.objects.order_by("pk"))
    assert told == [first, first, second, third]


def test_two_days_later_it_is_given_up_and_the_administrators_are_told(
    hook, deliver, other_system, head, administrator
):
    enquire(head)
    other_system.answers = [500] * 20
    minutes = 0
    for wait in (0, 1, 5, 30, 120, 360, 720, 1440, 5000):
        minutes += wait
        deliver(minutes)
    delivery = WebhookDelivery.objects.get()
    told = InboxEntry.objects.filter(person=administrator).count()
    assert (delivery.state, delivery.attempts, told) == (S.GIVEN_UP, 8, 1)


def test_what_was_given_up_can_be_sent_again(hook, deliver, other_system, head, administrator):
    enquire(head)
    WebhookDelivery.objects.update(state=S.GIVEN_UP, attempts=8)
    actions.send_again(WebhookDelivery.objects.get(), by=administrator, at=AT)
    assert deliver() == 1


def test_an_address_that_is_gone_is_let_be(hook, deliver, other_system, head):
    enquire(head)
    other_system.answers = [410]
    deliver()
    hook.refresh_from_db()
    assert (hook.is_active, deliver(2)) == (False, 0)


def test_what_fails_for_five_days_is_switched_off(hook, deliver, other_system, head):
    other_system.answers = [500] * 20
    for day in range(7):
        enquire(head, at=AT + timedelta(days=day))
        deliver(day * 1440)
    hook.refresh_from_db()
    assert not hook.is_active


def test_a_sign_of_life_is_remembered(hook, deliver, other_system, head):
    enquire(head)
    other_system.answers = [500]
    deliver()
    hook.refresh_from_db()
    failing = hook.failing_since
    deliver(1)
    hook.refresh_from_db()
    assert (failing, hook.failing_since) == (AT, None)


@pytest.mark.parametrize(
    ("host", "ip", "may"),
    [
        ("example.org", "93.184.215.14", True),
        ("example.org", "127.0.0.1", False),
        ("example.org", "10.0.0.3", False),
        ("example.org", "169.254.169.254", False),
        ("example.org", "::1", False),
        ("oa.school.example", "10.0.0.3", True),
    ],
)
def test_only_public_places_and_named_hosts_are_reached(settings, host, ip, may):
    settings.WEBHOOK_HOSTS = ["oa.school.example"]
    assert channels.may_reach(host, ip) is may


def test_a_name_that_leads_into_the_house_gets_no_byte(hook, deliver, other_system, head, settings):
    hook.address = hook.address.replace("127.0.0.1", "localhost")
    hook.save()
    enquire(head)
    assert deliver() == 0
    tried = WebhookDelivery.objects.get().tries.get()
    assert (tried.fault, other_system.heard) == ("NotAllowed", [])


def test_nobody_listening_is_a_failure_like_others(hook, deliver, head):
    hook.address = "http://127.0.0.1:9/"
    hook.save()
    enquire(head)
    assert (deliver(), WebhookDelivery.objects.get().tries.get().fault) == (0, "ConnectionError")


def test_the_sweep_tells_whatever_waits(
    hook, other_system, head, django_capture_on_commit_callbacks
):
    enquire(head)
    sweep()
    assert len(other_system.heard) == 1
    sweep()
    assert len(other_system.heard) == 1


def test_events_of_a_month_ago_are_let_go_of_but_those_that_wait(hook, deliver, head):
    enquire(head)
    deliver()
    enquire(head)
    forget_old()
    assert [each.state for each in WebhookDelivery.objects.all()] == [S.WAITING]


def test_a_webhook_that_is_off_is_told_when_it_is_on_again(hook, deliver, head, administrator):
    enquire(head)
    actions.switch_webhook(hook, on=False, by=administrator, at=AT)
    enquire(head)
    assert deliver() == 0
    actions.switch_webhook(hook, on=True, by=administrator, at=AT)
    assert deliver() == 1


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_send_each_event_once(hook, other_system, head):
    from threading import Thread

    from django.db import connection

    for _ in range(10):
        enquire(head)

    def work() -> None:
        actions.deliver_all(hook.pk, clock=lambda: AT, until=AT + timedelta(seconds=1))
        connection.close()

    threads = [Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    numbers = sorted(each["data"]["number"] for each in other_system.told)
    assert numbers == sorted(Enquiry.objects.values_list("number", flat=True))


def test_each_system_is_told_what_it_wants(hook, other_system, administrator, head):
    made(administrator, other_system.address, "ticket.state", name="另一个")
    enquire(head)
    assert [each.webhook_id for each in WebhookDelivery.objects.all()] == [hook.pk]
    assert Webhook.objects.count() == 2
