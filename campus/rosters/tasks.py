"""What a worker does for imports: the three kinds of jobs, and the nightly clearing."""

from datetime import datetime

from celery import shared_task
from django.utils import timezone

from campus.jobs.registry import Outcome, Progress, name_work
from campus.models import Job, RosterImport
from campus.privacy.registry import name_file
from campus.rosters import actions, exports


def read(job: Job, progress: Progress, at: datetime) -> Outcome:
    """A dry run of the job's import."""
    return actions.read(roster_of(job), progress, at=at)


def apply(job: Job, progress: Progress, at: datetime) -> Outcome:
    """Apply the job's import."""
    return actions.apply(roster_of(job), progress, sure=job.facts["sure"], by=job.by, at=at)


def take_back(job: Job, progress: Progress, at: datetime) -> Outcome:
    """Take the job's import back."""
    return actions.take_back(roster_of(job), progress, by=job.by, at=at)


def roster_of(job: Job) -> RosterImport:
    return RosterImport.objects.get(pk=job.facts["roster"])


def hand_in() -> None:
    """Name the work, so that jobs find it."""
    name_work(actions.READ, read)
    name_work(actions.APPLY, apply)
    name_work(actions.TAKE_BACK, take_back)
    name_file(exports.ROSTERS, exports.taken)


@shared_task(expires=3600)
def let_go_of_old() -> None:
    """Every night: delete uploads that nobody has imported within a week."""
    actions.let_go_of_old(at=timezone.now())
