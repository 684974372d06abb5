"""Celery's part of the audit log."""

from celery import shared_task
from django.utils import timezone

from campus.audit.actions import seals


@shared_task(expires=3600)
def seal_and_check() -> None:
    """Every night: seal yesterday, and look whether every seal holds."""
    seals.seal_days(at=timezone.now())
    seals.check_seals(at=timezone.now())
