"""Celery's part of attachments: clearing up by night; running twice is harmless."""

from celery import shared_task
from django.utils import timezone

from campus.attachments import actions


@shared_task(expires=3600)
def clear_up() -> None:
    """Every night: throw away what was never sent, then the files that nothing needs."""
    actions.clear_loose(at=timezone.now())
    actions.sweep(at=timezone.now())
