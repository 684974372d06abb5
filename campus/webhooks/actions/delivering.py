"""Telling a system what waits for it, and what follows from a failure."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

import requests
from django.db import transaction
from django.utils.translation import gettext_noop

from campus.account.sealing import unseal
from campus.audit.actions import record
from campus.models import Person, Role, Webhook, WebhookDelivery, WebhookTry
from campus.notices.actions import tell
from campus.webhooks import channels

logger = logging.getLogger(__name__)

TOPIC = "webhooks"
# Minutes until the next try: soon at first; two days in all.
BACK_OFF = (1, 5, 30, 120, 360, 720, 1440)
# Whoever sends holds no lock; who dies meanwhile frees the delivery after so long.
LEASE = timedelta(minutes=2)
# What has answered nothing for so long is switched off; our own figure.
SILENT = timedelta(days=5)
GIVEN_UP = gettext_noop("“%(name)s” has not taken an event for two days; it was given up.")
STOPPED = gettext_noop("“%(name)s” was switched off: it takes no events any more.")
S = WebhookDelivery.State


def deliver_all(pk: int, *, clock: Callable[[], datetime], until: datetime) -> int:
    """Send what waits for webhook `pk`, one after another, until nothing is due, one fails, or it
    is `until`; how many arrived. Two workers may do it at once: each takes what the other has not.
    """
    webhook = Webhook.objects.active().filter(pk=pk).first()
    if webhook is None:
        return 0
    arrived = 0
    with channels.session() as session:
        while (at := clock()) < until and (delivery := claim(pk, at=at)):
            if not send(delivery, webhook, by=session, at=at):
                break
            arrived += 1
    return arrived


@transaction.atomic
def claim(pk: int, *, at: datetime) -> WebhookDelivery | None:
    """The next delivery that is due, leased to whoever asks."""
    waiting = WebhookDelivery.objects.filter(webhook=pk).due(at)
    found = waiting.select_for_update(skip_locked=True, of=("self",)).select_related("event")
    delivery = found.first()
    if delivery is None:
        return None
    delivery.attempts += 1
    delivery.next_try_at = at + LEASE
    delivery.save(update_fields=["attempts", "next_try_at"])
    return delivery


def send(
    delivery: WebhookDelivery, webhook: Webhook, *, by: requests.Session, at: datetime
) -> bool:
    """One request and a note of how it went; whether it was taken."""
    went = channels.post(
        by, webhook.address, delivery.message, key=str(delivery.event.key),
        secret=unseal(webhook.secret), at=at,
    )  # fmt: skip
    note(delivery, webhook, went, at=at)
    return went.is_taken


@transaction.atomic
def note(delivery: WebhookDelivery, webhook: Webhook, went: channels.Went, *, at: datetime) -> None:
    """Keep the try; what was taken is done, all else is tried again or given up."""
    WebhookTry.objects.create(
        delivery=delivery, at=at, status=went.status, fault=went.fault,
        milliseconds=went.milliseconds,
    )  # fmt: skip
    if went.is_taken:
        delivery.state, delivery.arrived_at = S.SENT, at
        Webhook.objects.filter(pk=webhook.pk, failing_since__isnull=False).update(
            failing_since=None
        )
    else:
        note_failure(delivery, webhook, went, at=at)
    delivery.save(update_fields=["state", "arrived_at", "next_try_at"])


def note_failure(
    delivery: WebhookDelivery, webhook: Webhook, went: channels.Went, *, at: datetime
) -> None:
    """Try again later, or give up after the last try; an address that is gone is let be."""
    logger.warning("Webhook %s: try %s failed.", webhook.pk, delivery.attempts)
    locked = Webhook.objects.select_for_update().get(pk=webhook.pk)
    locked.failing_since = locked.failing_since or at
    locked.save(update_fields=["failing_since"])
    if delivery.attempts > len(BACK_OFF):
        delivery.state = S.GIVEN_UP
        tell_keepers(GIVEN_UP, locked, at=at)
    else:
        delivery.next_try_at = at + timedelta(minutes=BACK_OFF[delivery.attempts - 1])
    if went.is_gone or at - locked.failing_since > SILENT:
        stop(locked, at=at)


def stop(webhook: Webhook, *, at: datetime) -> None:
    """Switch it off and tell whoever keeps it; what waits stays and can be sent later."""
    if not webhook.is_active:
        return
    webhook.is_active = False
    webhook.save(update_fields=["is_active"])
    record("webhook_stopped", by=None, at=at, about=webhook, name=webhook.name)
    tell_keepers(STOPPED, webhook, at=at)


def tell_keepers(text: str, webhook: Webhook, *, at: datetime) -> None:
    """The administrators hear of it, once a day of each."""
    tell(
        Person.objects.on_duty_as(Role.ADMINISTRATOR),
        key=f"webhook:{webhook.pk}:{at.date()}:{text == STOPPED}", topic=TOPIC, text=text,
        facts={"name": webhook.name}, path=webhook.get_absolute_url(), at=at, robots=False,
    )  # fmt: skip
