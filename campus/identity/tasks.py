"""Celery's part of identities; running twice is harmless."""

from celery import shared_task
from django.utils import timezone

from campus.identity import actions


@shared_task(expires=3600)
def forget_sessions() -> None:
    """Every night: let go of sessions by an identity that are over."""
    actions.forget_sessions(at=timezone.now())
