"""Celery's part of being an identity; running twice is harmless."""

from celery import shared_task
from django.utils import timezone

from campus.clients import actions


@shared_task(expires=3600)
def forget_tokens() -> None:
    """Every night: let go of tokens that have run out."""
    actions.forget_tokens(at=timezone.now())
