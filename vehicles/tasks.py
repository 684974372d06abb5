"""Celery's part of the vehicles: safe to repeat."""

from celery import shared_task
from django.utils import timezone

from vehicles.actions import driving, months
from vehicles.models import Trip

BATCH = 200


@shared_task(expires=240)
def ask_after_trips() -> None:
    """Every five minutes: ask after trips that were to be back and that nobody has ended."""
    now = timezone.now()
    late = Trip.objects.to_ask_after(now)
    for pk in list(late.order_by("ends_at").values_list("pk", flat=True)[:BATCH]):
        driving.ask_after(pk, at=now)


@shared_task(expires=3600)
def lay_months() -> None:
    """Every morning: note that the last month is over."""
    months.lay_month(at=timezone.now())
