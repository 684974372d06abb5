"""Celery's part of inspections: ids in, one action out, safe to repeat."""

import logging
from collections import defaultdict
from collections.abc import Callable
from typing import Any

from celery import shared_task
from django.utils import timezone

from inspections.actions import coverage, schedules, windows
from inspections.models import Checklist, Schedule, Window

logger = logging.getLogger(__name__)

BATCH = 500


@shared_task(expires=240)
def keep_time() -> None:
    """Every five minutes: lay what comes, tell what opens, warn, and note what was missed."""
    now = timezone.now()
    today = timezone.localdate(now)
    for pk in Schedule.objects.running(today).values_list("pk", flat=True):
        reported(schedules.lay_windows, pk, at=now)
    missed: dict[int, list[int]] = defaultdict(list)
    over = Window.objects.over(now).order_by("closes_at").values_list("pk", "schedule_id")
    for pk, schedule in list(over[:BATCH]):
        if reported(windows.close, pk, at=now):
            missed[schedule].append(pk)
    for pks in missed.values():
        reported(windows.tell_of_missed, pks, at=now)
    for pk in list(Window.objects.untold(now).values_list("pk", flat=True)[:BATCH]):
        reported(windows.tell_that_open, pk, at=now)
    for pk in list(Window.objects.unwarned(now).values_list("pk", flat=True)[:BATCH]):
        reported(windows.warn, pk, at=now)


def reported(act: Callable[..., Any], given: Any, **facts: Any) -> Any:
    """One act in its own transaction; a fault in it is reported and does not hold up the others."""
    try:
        return act(given, **facts)
    except Exception:
        logger.exception("%s failed for %s.", act.__name__, given)
        return None


@shared_task(expires=3600)
def expect_places() -> None:
    """Every night: places may have been laid or ended since yesterday."""
    today = timezone.localdate()
    for checklist in Checklist.objects.offered():
        coverage.expect(checklist, on=today)
