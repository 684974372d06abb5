"""Celery's part of the canteens: nothing goes in, one action comes out, safe to repeat."""

from celery import shared_task
from django.utils import timezone

from canteen.actions import samples


@shared_task(expires=240)
def remind_of_samples() -> None:
    """Every five minutes: tell of dishes without a sample before their meal is over."""
    samples.remind_of_missing(at=timezone.now())
