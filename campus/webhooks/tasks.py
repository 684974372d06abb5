"""Celery's part of webhooks; running twice is harmless."""

from datetime import timedelta

from celery import shared_task
from django.utils import timezone

from campus.models import WebhookDelivery
from campus.webhooks import actions

# A system that answers slowly must not keep a worker from everything else.
SECONDS = 20


@shared_task
def deliver(pk: int) -> None:
    """Tell webhook `pk` what waits for it."""
    until = timezone.now() + timedelta(seconds=SECONDS)
    actions.deliver_all(pk, clock=timezone.now, until=until)


@shared_task(expires=55)
def sweep() -> None:
    """Every minute: what a lost broker forgot, and what has failed before."""
    due = WebhookDelivery.objects.due(timezone.now()).order_by()
    for pk in due.values_list("webhook", flat=True).distinct():
        deliver(pk)


@shared_task(expires=3600)
def forget_old() -> None:
    """Every night: let go of what was told a month ago."""
    while actions.forget_old(at=timezone.now()):
        pass
