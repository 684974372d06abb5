"""A webhook with something that it was told."""

from datetime import datetime
from typing import Any
from uuid import uuid4

from campus.account.sealing import seal
from campus.models import OutboundEvent, Person, Webhook, WebhookDelivery


def webhooks_things(head: Person, at: datetime) -> dict[str, Any]:
    """What its addresses name."""
    webhook = Webhook.objects.create(
        name="Office", address="https://office.example/", events=["ticket.state"], by=head,
        made_at=at, secret=seal("whsec_eA=="),
    )  # fmt: skip
    event = OutboundEvent.objects.create(key=uuid4(), kind="ticket.state", at=at)
    delivery = WebhookDelivery.objects.create(
        event=event, webhook=webhook, state=WebhookDelivery.State.GIVEN_UP, next_try_at=at
    )
    return {"webhooks:webhook": webhook.pk, "webhooks:delivery": delivery.pk}
