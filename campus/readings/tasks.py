"""What the clock wakes; running twice is harmless."""

from celery import shared_task
from django.utils import timezone

from campus.readings import actions


@shared_task(expires=300)
def tell_of_silence() -> None:
    """Tell of devices that have become silent."""
    actions.tell_of_silence(at=timezone.now())
