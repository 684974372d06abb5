"""Celery's part of accounts; running twice is harmless."""

from celery import shared_task
from django.utils import timezone

from campus.account import actions


@shared_task(expires=3600)
def clear_devices() -> None:
    """Every night: forget devices on which nobody is signed in any more."""
    actions.clear_devices(at=timezone.now())
