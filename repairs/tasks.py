"""Celery's part of repairs: safe to repeat."""

import logging
from datetime import datetime, time

from celery import shared_task
from django.utils import timezone

from campus.jobs.registry import Outcome, Progress, name_work
from campus.models import Job
from campus.school_time.calendar import school_calendar
from campus.school_time.engine import moment_of
from repairs.actions import imports, maintenance, spares
from repairs.actions import tickets as actions
from repairs.models import Loan, MaintenancePlan, Ticket

logger = logging.getLogger(__name__)

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


@shared_task(expires=3600)
def warn_of_overdue_loans() -> None:
    """Every morning: tell borrowers and dispatchers, once, of spares that are overdue."""
    now = timezone.now()
    overdue = Loan.objects.overdue(timezone.localdate(now)).filter(warned_at=None)
    for pk in list(overdue.order_by("due_on").values_list("pk", flat=True)[:BATCH]):
        spares.warn(pk, at=now)


@shared_task(expires=3600)
def lay_maintenance() -> None:
    """Every morning: lay the jobs of maintenance whose time has come. A plan that fails is reported
    and does not hold up the others."""
    now = timezone.now()
    for pk in MaintenancePlan.objects.running().values_list("pk", flat=True):
        try:
            maintenance.lay_jobs(pk, at=now)
        except Exception:
            logger.exception("Maintenance plan %s could not be laid.", pk)


@shared_task(expires=3600)
def let_go_of_old_tables() -> None:
    """Every night: throw away tables that nobody has brought in within a week."""
    imports.let_go_of_old(at=timezone.now())


def read_table(job: Job, progress: Progress, at: datetime) -> Outcome:
    """A dry run of the job's table."""
    return imports.read(job.facts["import"], progress, at=at)


def bring_in_table(job: Job, progress: Progress, at: datetime) -> Outcome:
    """Bring the job's table in."""
    return imports.apply(job.facts["import"], progress, by=job.by, at=at)


def hand_in() -> None:
    """Name the long work, so that jobs find it."""
    name_work(imports.READ, read_table)
    name_work(imports.APPLY, bring_in_table)
