"""Celery's part of the dormitory: safe to repeat."""

from datetime import datetime

from celery import shared_task
from django.utils import timezone

from campus.jobs.registry import Outcome, Progress, name_work
from campus.models import Job
from dormitory.actions import allotments, headcount, stays
from dormitory.models import Absence

BATCH = 200


@shared_task(expires=3600)
def end_stays_of_leavers() -> None:
    """Every night: whoever has left the school sleeps nowhere."""
    stays.end_stays_of_leavers(at=timezone.now())


@shared_task(expires=50)
def tell_of_missing() -> None:
    """Every minute: tell the leader on duty of pupils who are still missing."""
    now = timezone.now()
    ringing = Absence.objects.ringing(now).order_by("rings_at").values_list("pk", flat=True)
    for pk in list(ringing[:BATCH]):
        headcount.ring(pk, at=now)


@shared_task(expires=3600)
def let_go_of_old_allotments() -> None:
    """Every night: throw away allotments that nobody has applied within a week."""
    allotments.let_go_of_old(at=timezone.now())


def read_allotment(job: Job, progress: Progress, at: datetime) -> Outcome:
    """Read the table of the job's allotment."""
    return allotments.read(job.facts["allotment"], progress, at=at)


def apply_allotment(job: Job, progress: Progress, at: datetime) -> Outcome:
    """Apply the job's allotment."""
    return allotments.apply(job.facts["allotment"], progress, by=job.by, at=at)


def hand_in() -> None:
    """Name the long work, so that jobs find it."""
    name_work(allotments.READ, read_allotment)
    name_work(allotments.APPLY, apply_allotment)
