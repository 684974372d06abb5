"""Celery's part of submissions; running twice is harmless."""

from celery import shared_task
from django.utils import timezone

from campus.submissions import actions


@shared_task(expires=3600)
def clear_old() -> None:
    """Every night: forget what is old."""
    actions.clear_old(at=timezone.now())
