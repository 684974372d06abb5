"""Naming addresses, changing them, and sending again what did not arrive."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from campus.account.sealing import seal
from campus.audit.actions import record
from campus.doors import Refused
from campus.models import OutboundEvent, Person, Webhook, WebhookDelivery
from campus.storing import store
from campus.webhooks.actions.announcing import lay, wake
from campus.webhooks.channels import invented_secret
from campus.webhooks.names import PING

# Events and how they went are kept so long.
KEPT = timedelta(days=30)
BATCH = 1000
S = WebhookDelivery.State


@transaction.atomic
def add_webhook(webhook: Webhook, *, by: Person, at: datetime) -> str:
    """Tell another system from now on; answers with its secret, this once. Raises
    ValidationError."""
    secret = invented_secret()
    webhook.secret, webhook.by, webhook.made_at = seal(secret), by, at
    store(webhook)
    record("webhook_made", by=by, at=at, about=webhook, name=webhook.name, address=webhook.address)
    return secret


@transaction.atomic
def change_webhook(
    webhook: Webhook, *, name: str, address: str, events: list[str], by: Person, at: datetime
) -> Webhook:
    """Another name, address or choice of events. Raises ValidationError."""
    webhook = locked(webhook)
    webhook.name, webhook.address, webhook.events = name, address, events
    store(webhook, only=["name", "address", "events"])
    record("webhook_changed", by=by, at=at, about=webhook, name=name, address=address)
    return webhook


@transaction.atomic
def renew_secret(webhook: Webhook, *, by: Person, at: datetime) -> str:
    """Another secret, answered this once; the one before signs nothing any more."""
    webhook, secret = locked(webhook), invented_secret()
    webhook.secret = seal(secret)
    store(webhook, only=["secret"])
    record("webhook_secret", by=by, at=at, about=webhook, name=webhook.name)
    return secret


@transaction.atomic
def switch_webhook(webhook: Webhook, *, on: bool, by: Person, at: datetime) -> Webhook:
    """Tell the system again, or let it be; what waited meanwhile is told when it is on again."""
    webhook = locked(webhook)
    webhook.is_active, webhook.failing_since = on, None
    store(webhook, only=["is_active", "failing_since"])
    record("webhook_on" if on else "webhook_off", by=by, at=at, about=webhook, name=webhook.name)
    if on:
        wake(webhook)
    return webhook


@transaction.atomic
def remove_webhook(webhook: Webhook, *, by: Person, at: datetime) -> None:
    """Take it out, with what it was told."""
    record("webhook_removed", by=by, at=at, name=webhook.name, address=webhook.address)
    webhook.delete()


@transaction.atomic
def send_trial(webhook: Webhook, *, by: Person, at: datetime) -> WebhookDelivery:
    """Tell the system that this is a trial. Raises Refused where it is switched off."""
    if not webhook.is_active:
        raise Refused(_("Switch it on first."))
    return lay(PING, [webhook], at=at).deliveries.get()


@transaction.atomic
def send_again(delivery: WebhookDelivery, *, by: Person, at: datetime) -> WebhookDelivery:
    """Send it once more under the same key, whether it arrived or was given up. Raises Refused
    while it is waiting anyway, and where its webhook is switched off."""
    found = WebhookDelivery.objects.select_for_update(of=("self",)).select_related("webhook")
    delivery = found.get(pk=delivery.pk)
    if delivery.state == S.WAITING:
        raise Refused(_("This is being tried already."))
    if not delivery.webhook.is_active:
        raise Refused(_("Switch “%(name)s” on first.") % {"name": delivery.webhook})
    delivery.state, delivery.attempts = S.WAITING, 0
    delivery.next_try_at, delivery.arrived_at = at, None
    store(delivery, only=["state", "attempts", "next_try_at", "arrived_at"])
    wake(delivery.webhook)
    return delivery


@transaction.atomic
def send_all_again(deliveries: Iterable[WebhookDelivery], *, by: Person, at: datetime) -> int:
    """Send the selected ones again that are not waiting; how many. Raises Refused."""
    chosen = [each for each in deliveries if each.state != S.WAITING]
    for each in chosen:
        send_again(each, by=by, at=at)
    return len(chosen)


@transaction.atomic
def forget_old(*, at: datetime) -> int:
    """Delete some of the events of which nothing waits and that are old; how many."""
    old = OutboundEvent.objects.filter(at__lt=at - KEPT).exclude(deliveries__state=S.WAITING)
    numbers = list(old.order_by("at").values_list("pk", flat=True)[:BATCH])
    OutboundEvent.objects.filter(pk__in=numbers).delete()
    return len(numbers)


def locked(webhook: Webhook) -> Webhook:
    """The webhook under this transaction's lock."""
    return Webhook.objects.select_for_update(of=("self",)).get(pk=webhook.pk)
