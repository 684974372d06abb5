"""Celery's part of reminders: each goes out in its own transaction; running twice is harmless."""

import logging

from celery import shared_task
from django.utils import timezone

from planning import registry
from planning.actions import reminders
from planning.models import Reminder

logger = logging.getLogger(__name__)

BATCH = 500


@shared_task(expires=55)
def send_due_reminders() -> None:
    """Every minute: send what is due, also what became due while all was down."""
    now = timezone.now()
    for pk in Reminder.objects.due(now).values_list("pk", flat=True)[:BATCH]:
        send_or_report(pk)


def send_or_report(pk: int) -> None:
    """Send one; a fault in it is reported and does not hold up the others."""
    try:
        reminders.send_reminder(pk, at=timezone.now())
    except Exception:
        logger.exception("Reminder %s could not be sent.", pk)


@shared_task(expires=3600)
def lay_reminders() -> None:
    """Every morning: lay all reminders anew over today's days off, duties and departments."""
    for remindable in registry.REMINDABLE.values():
        for pk in remindable.open_things().values_list("pk", flat=True):
            reminders.plan_reminders_anew(remindable, pk, at=timezone.now())
