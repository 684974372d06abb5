"""Celery's part: the letterbox is emptied by the clock, never by whoever wrote."""

from celery import shared_task
from django.utils import timezone

from campus.feedback.actions.allowance import forget_weeks
from campus.feedback.actions.letterbox import deliver


@shared_task(expires=55)
def empty_letterbox() -> None:
    """Every minute: what cannot wait, and on the full hour everything that has come."""
    deliver(at=timezone.now())


@shared_task(expires=3600)
def forget_old_weeks() -> None:
    """Every night: the counts of weeks that are over."""
    forget_weeks(at=timezone.now())
