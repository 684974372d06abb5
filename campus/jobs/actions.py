"""Asking for long work, and doing it."""

import logging
from datetime import datetime, timedelta
from typing import Any

from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.translation import gettext_noop

from campus.doors import Refused
from campus.jobs.progress import progress_of
from campus.jobs.registry import WORK, Outcome
from campus.models import Job, Person
from campus.notices.actions import tell, wake_task
from campus.storing import store

logger = logging.getLogger(__name__)

RUN = "campus.jobs.tasks.run"
TOPIC = "job"
BROKEN = gettext_noop("It could not be done because of a fault in the portal. Try again later.")
FAILED = gettext_noop("“%(title)s” could not be done; its page says why.")
KEPT_DAYS = 7


@transaction.atomic
def ask(kind: str, *, title: str, by: Person, at: datetime, facts: dict[str, Any]) -> Job:
    """Ask for work of `kind`; a worker takes it up after the commit. Raises KeyError for no kind.

    `title` is shown to `by` alone, so it is written in that person's language.
    """
    WORK[kind]
    job = Job(kind=kind, title=title, by=by, asked_at=at, facts=facts)
    store(job)
    transaction.on_commit(lambda: wake_task(RUN, [job.pk]), robust=True)
    return job


def run(pk: int, *, at: datetime) -> None:
    """Do job `pk`, unless it is done or another worker has it; safe to repeat."""
    try:
        do(pk, at=at)
    except Refused as refusal:
        fail(pk, text="%(sentence)s", facts={"sentence": str(refusal)}, at=at)
    except Exception:
        logger.exception("Job %s broke.", pk)
        fail(pk, text=BROKEN, facts={}, at=at)


@transaction.atomic
def do(pk: int, *, at: datetime) -> None:
    """Do the work under the job's row lock: whoever dies frees it, and nobody does it twice."""
    job = taken(pk)
    if job is None:
        return
    end(job, Job.State.DONE, WORK[job.kind](job, progress_of(job), at), at=at)


def taken(pk: int) -> Job | None:
    """The waiting job under this transaction's lock; None where it is done, or in other hands."""
    jobs = Job.objects.select_for_update(skip_locked=True, of=("self",)).select_related("by")
    return jobs.waiting().filter(pk=pk).first()


@transaction.atomic
def fail(pk: int, *, text: str, facts: dict[str, Any], at: datetime) -> None:
    """Note why the job cannot be done; what it had written is undone already."""
    job = taken(pk)
    if job is not None:
        end(job, Job.State.FAILED, Outcome(text=text, facts=facts), at=at)


def end(job: Job, state: Job.State, outcome: Outcome, *, at: datetime) -> None:
    """Note what came of it, and put it into the inbox of whoever asked."""
    job.state, job.ended_at = state, max(at, job.asked_at)
    job.text, job.text_facts = outcome.text, outcome.facts
    job.file, job.file_name, job.path = outcome.file, outcome.file_name, outcome.path
    store(job)
    tell(
        [job.by],
        key=f"job:{job.pk}",
        topic=TOPIC,
        text=outcome.text if job.is_done else FAILED,
        facts={**outcome.facts, "title": job.title},
        path=job.get_absolute_url(),
        at=at,
        robots=False,
        mail=False,
    )


@transaction.atomic
def clear_old_files(*, at: datetime) -> int:
    """Remove the files of jobs that ended a week ago; answers with how many."""
    old = Job.objects.exclude(file="").filter(ended_at__lt=at - timedelta(days=KEPT_DAYS))
    jobs = list(old.select_for_update())
    for job in jobs:
        default_storage.delete(job.file)
    Job.objects.filter(pk__in=[job.pk for job in jobs]).update(file="")
    return len(jobs)
