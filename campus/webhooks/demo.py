"""A webhook of the demo school; it is switched off, for nobody listens there."""

from datetime import date, datetime, time
from random import Random

from django.utils import timezone

from campus.models import Person, Webhook
from campus.webhooks import actions


def fill(random: Random, day: date) -> None:
    """The office system would be told of requests for trips and bookings."""
    at = timezone.make_aware(datetime.combine(day, time(8)))
    admin = Person.objects.get(number="admin")
    webhook = Webhook(
        name="协同办公系统", address="https://oa.yunqi.example/hooks/steward",
        events=["trip_request.state", "booking.state"],
    )  # fmt: skip
    actions.add_webhook(webhook, by=admin, at=at)
    actions.switch_webhook(webhook, on=False, by=admin, at=at)
