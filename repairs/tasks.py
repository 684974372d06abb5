"""Celery's part of repairs: safe to repeat."""

from datetime import time

from celery import shared_task
from django.utils import timezone

from campus.school_time.calendar import school_calendar
from campus.school_time.engine import moment_of
from repairs.actions import tickets as actions
from repairs.models import Ticket

# Working days within which somebody may say that it is not mended; our own figure.
DAYS_TO_OBJECT = 3
BATCH = 1000


@shared_task(expires=3600)
def confirm_old() -> None:
    """Every night: confirm what was done days ago and nobody has objected to."""
    now = timezone.now()
    day = school_calendar().working_days_from(timezone.localdate(now), -DAYS_TO_OBJECT)
    before = moment_of(day, time.min)
    old = Ticket.objects.done_before(before).order_by("pk").values_list("pk", flat=True)
    for pk in list(old[:BATCH]):
        actions.confirm_by_itself(pk, before=before, at=now)
