"""What the clock wakes."""

from celery import shared_task
from django.utils import timezone

from logistics.api.repeating import actions


@shared_task
def forget_old_calls() -> None:
    """Forget calls that nobody repeats any more."""
    actions.forget_old(at=timezone.now())
