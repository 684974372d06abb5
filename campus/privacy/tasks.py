"""Celery's part of personal data."""

from celery import shared_task
from django.utils import timezone

from campus.privacy.actions import keeping, yearly


@shared_task(expires=3600)
def let_go() -> None:
    """Every night: what the school keeps no longer is let go of."""
    keeping.let_go(at=timezone.now(), ended_at=timezone.now)


@shared_task(expires=3600)
def lay_year() -> None:
    """Every night: this year's audit is there to be filled in."""
    yearly.lay(timezone.localdate().year)
