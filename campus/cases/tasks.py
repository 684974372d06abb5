"""Celery's part of promises: each alarm in its own transaction; running twice is harmless."""

import logging

from celery import shared_task
from django.utils import timezone

from campus.cases import actions
from campus.cases.models import Promise

logger = logging.getLogger(__name__)

BATCH = 500


@shared_task(expires=55)
def ring_alarms() -> None:
    """Every minute: warn and escalate, also what became due while all was down."""
    ringing = Promise.objects.ringing(timezone.now()).values_list("pk", flat=True)
    for pk in list(ringing[:BATCH]):
        ring_or_report(pk)


def ring_or_report(pk: int) -> None:
    """Give one alarm; a fault in it is reported and does not hold up the others."""
    try:
        actions.ring(pk, at=timezone.now())
    except Exception:
        logger.exception("The alarm of promise %s could not be given.", pk)
