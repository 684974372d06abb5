"""Celery's part: numbers of deliveries go in, each is tried once; running twice is harmless."""

import time
from collections.abc import Iterable

from celery import shared_task
from django.utils import timezone

from campus.models import Delivery
from campus.notices import actions

# A mail server that hangs must not keep a worker from reminders: what is left comes with the sweep.
SECONDS = 45
BATCH = 200


@shared_task
def deliver(ids: list[int]) -> None:
    """Send the deliveries numbered `ids`, as far as their time has come."""
    deliver_each(ids)


@shared_task(expires=55)
def sweep_deliveries() -> None:
    """Every minute: send what a lost broker forgot, and what has failed before."""
    due = Delivery.objects.due(timezone.now()).order_by("next_try_at", "pk")
    deliver_each(due.values_list("pk", flat=True)[:BATCH])


def deliver_each(ids: Iterable[int]) -> None:
    """One after another, until the time of one task is used up."""
    end = time.monotonic() + SECONDS
    for pk in ids:
        if time.monotonic() > end:
            return
        actions.deliver(pk, at=timezone.now())
