"""A webhook from its making to its arrival, in a browser and at a real server on this machine."""

import re
from datetime import timedelta

from django.utils import timezone
from standardwebhooks.webhooks import Webhook as Reader

from campus.models import Webhook, WebhookDelivery
from campus.webhooks import actions


def deliver(minutes: float) -> None:
    """The worker's round, so many minutes from now."""
    at = timezone.now() + timedelta(minutes=minutes)
    webhook = Webhook.objects.get()
    actions.deliver_all(webhook.pk, clock=lambda: at, until=at + timedelta(seconds=1))


def test_an_enquiry_reaches_another_system_after_two_failures(
    visitor, administrator, dispatcher, other_system
):
    page = visitor.sign_in(administrator)
    visitor.goto("/webhooks/new/")
    page.locator("#id_name").fill("协同办公系统")
    page.locator("#id_address").fill(other_system.address)
    page.locator("input[name=events][value='enquiry.state']").check()
    page.locator("main form.form-card button.btn-primary").click()
    secret = page.locator("code").inner_text()
    assert re.fullmatch(r"whsec_[\w+/]{43}=", secret)

    visitor.goto("/desk/new/")
    page.locator("#id_title").fill("饮水机没有热水")
    page.locator("main form.form-card button.btn-primary").click()
    page.wait_for_url(re.compile(r"/desk/\d+/$"))
    other_system.answers = [500, 503]
    for minutes in (0, 2, 10):
        deliver(minutes)

    delivery = WebhookDelivery.objects.get()
    visitor.goto(delivery.get_absolute_url())
    tries = page.locator("table .state").all_inner_texts()
    assert tries == ["HTTP 500", "HTTP 503", "HTTP 204"]
    assert not visitor.is_wider_than_its_screen()
    headers, body = other_system.heard[0]
    assert Reader(secret).verify(body, headers)["data"]["state"] == "new"

    page.locator("header .btn-primary, .page-header .btn-primary").first.click()
    deliver(11)
    keys = [headers["webhook-id"] for headers, _body in other_system.heard]
    assert keys == [str(delivery.event.key)] * 4
    assert visitor.complaints == []
