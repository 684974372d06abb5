"""Something has happened: the systems that want to know will be told."""

from datetime import datetime
from typing import Any
from uuid import uuid4

from django.db import transaction
from django.db.models import Model

from campus.models import OutboundEvent, Webhook, WebhookDelivery
from campus.notices.actions import wake_task
from campus.webhooks.names import STATED

DELIVER = "campus.webhooks.tasks.deliver"


@transaction.atomic
def announce(kind: str, *, at: datetime, **data: Any) -> OutboundEvent | None:
    """Lay the event for every system that wants its kind; None where there is none.

    Call it inside the transaction of what it tells of. `data` are numbers, states and paths of the
    portal; names and texts of people have no place in it.
    """
    wanting = list(Webhook.objects.wanting(kind).only("pk"))
    return lay(kind, wanting, at=at, **data) if wanting else None


def announce_state(thing: Model, state: str, *, at: datetime) -> OutboundEvent | None:
    """Announce that `thing` is in `state` now; nothing where its noun has not been named."""
    stated = STATED.get(thing._meta.label_lower)
    if stated is None:
        return None
    number = {"number": thing.number} if hasattr(thing, "number") else {}
    path = stated.path(thing)
    return announce(stated.kind, at=at, id=thing.pk, **number, state=state, path=path)


def lay(kind: str, webhooks: list[Webhook], *, at: datetime, **data: Any) -> OutboundEvent:
    """The event with a delivery to each; a worker takes them up after the commit."""
    event = OutboundEvent.objects.create(key=uuid4(), kind=kind, at=at, data=data)
    WebhookDelivery.objects.bulk_create(
        WebhookDelivery(event=event, webhook=webhook, next_try_at=at) for webhook in webhooks
    )
    for webhook in webhooks:
        wake(webhook)
    return event


def wake(webhook: Webhook) -> None:
    """Have a worker see to what waits for it, once that is there for others to see."""
    transaction.on_commit(lambda: wake_task(DELIVER, [webhook.pk]), robust=True)
