"""The pages of whoever keeps webhooks."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from campus.account.sealing import unseal
from campus.models import AuditEntry, Webhook, WebhookDelivery
from campus.webhooks import actions
from tests.campus.webhooks.conftest import AT, made
from tests.campus.webhooks.test_telling import enquire

S = WebhookDelivery.State


@pytest.fixture
def page(signed_in, administrator):
    return signed_in(administrator)


def test_the_secret_is_shown_once_and_is_the_one_that_signs(page, other_system):
    answer = page.post(
        "/webhooks/new/",
        {"name": "办公系统", "address": other_system.address, "events": ["booking.state"]},
    )
    [shown] = re.findall(r"whsec_[\w+/=]+", answer.content.decode())
    webhook = Webhook.objects.get()
    assert (unseal(webhook.secret), webhook.events) == (shown, ["booking.state"])
    assert shown not in page.get(f"/webhooks/{webhook.pk}/").content.decode()


@pytest.mark.parametrize(
    "address",
    [
        "http://oa.school.example/", "ftp://oa.school.example/", "javascript:alert(1)",
        "https://user:pass@oa.school.example/", "https://", "//oa.school.example/", "",
    ],
)  # fmt: skip
def test_other_addresses_than_whole_ones_by_https_come_back_with_a_sentence(page, address):
    sent = {"name": "办公系统", "address": address, "events": ["booking.state"]}
    answer = page.post("/webhooks/new/", sent)
    assert (answer.status_code, Webhook.objects.count()) == (422, 0)
    assert answer.context["form"].errors["address"]


def test_what_is_done_to_webhooks_stands_in_the_audit_log(page, hook, administrator):
    page.post(f"/webhooks/{hook.pk}/secret/")
    page.post(f"/webhooks/{hook.pk}/switch/", {"on": "no"})
    page.post(f"/webhooks/{hook.pk}/remove/")
    entries = AuditEntry.objects.order_by("id")
    kinds = ["webhook_made", "webhook_secret", "webhook_off", "webhook_removed"]
    assert [(each.kind, each.by) for each in entries] == [(kind, administrator) for kind in kinds]


def test_another_secret_makes_the_one_before_useless(page, hook):
    page.post(f"/webhooks/{hook.pk}/secret/")
    hook.refresh_from_db()
    assert unseal(hook.secret) != vars(hook)["told"]


def test_a_trial_is_sent_and_its_page_says_how_it_went(page, hook, deliver, other_system):
    answer = page.post(f"/webhooks/{hook.pk}/trial/")
    deliver(60 * 24 * 500)
    assert [each["type"] for each in other_system.told] == ["webhook.ping"]
    assert "HTTP 204" in page.get(answer.url).content.decode()


def test_a_trial_of_one_that_is_off_is_refused(page, hook):
    page.post(f"/webhooks/{hook.pk}/switch/", {"on": "no"})
    page.post(f"/webhooks/{hook.pk}/trial/")
    assert WebhookDelivery.objects.count() == 0


def test_those_that_were_given_up_are_sent_again_from_the_list(page, hook, deliver, head):
    enquire(head)
    enquire(head)
    WebhookDelivery.objects.update(state=S.GIVEN_UP, attempts=8)
    numbers = list(WebhookDelivery.objects.values_list("pk", flat=True))
    page.post("/webhooks/deliveries/again/?state=given_up", {"item": numbers})
    assert deliver(60 * 24 * 500) == 2


def test_the_list_asks_as_much_for_many_as_for_one(page, hook, head, django_assert_num_queries):
    enquire(head)
    page.get("/webhooks/deliveries/")
    with CaptureQueriesContext(connection) as few:
        page.get("/webhooks/deliveries/")
    for _ in range(5):
        enquire(head)
    with CaptureQueriesContext(connection) as many:
        page.get("/webhooks/deliveries/")
    assert len(many) == len(few)


def test_nobody_else_sees_them(signed_in, hook, teacher, pupil):
    for person in (teacher, pupil):
        seen = signed_in(person)
        answers = [
            seen.get("/webhooks/").status_code,
            seen.get(f"/webhooks/{hook.pk}/").status_code,
        ]
        assert answers == [403, 403]


def test_a_second_one_of_the_same_name_is_refused(page, hook, administrator):
    sent = {"name": hook.name, "address": "https://a.example/", "events": ["booking.state"]}
    assert page.post("/webhooks/new/", sent).status_code == 422


def test_two_can_lead_to_one_address(hook, administrator, other_system):
    made(administrator, other_system.address, "booking.state", name="另一个")
    actions.change_webhook(
        hook, name="改名", address=hook.address, events=[], by=administrator, at=AT
    )
    assert sorted(each.name for each in Webhook.objects.all()) == ["另一个", "改名"]
