"""What happens to maintenance: plans written and paused, jobs laid, begun, done, skipped."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.attachments.actions import Upload, attach
from campus.doors import Refused
from campus.models import Attachment, Person
from campus.records.actions import note
from campus.storing import store
from inspections.actions import walking
from inspections.models import Inspection
from planning.actions.fulfilment import follow, note_made
from planning.actions.reminders import plan_reminders
from repairs.actions.maintenance_days import lay_due, take_off_coming
from repairs.models import MaintenanceJob, MaintenancePlan

Status = MaintenanceJob.Status

BEGUN = gettext_noop("Begun")
DONE = gettext_noop("Done on %(day)s")
WALKED = gettext_noop("Walked by the checklist: %(faults)s faults")
SKIPPED = gettext_noop("Skipped")
COSTS = gettext_noop("Cost: %(before)s → %(after)s yuan")


# Plans


@transaction.atomic
def write_plan(
    plan: MaintenancePlan, *, by: Person, at: datetime, **fields: Any
) -> MaintenancePlan:
    """Write a plan; jobs that are not due yet and that nobody has begun are laid anew. A new one
    with a `plan_item` is the maintenance of that item of the work plan. Raises ValidationError.
    """
    kept = locked(plan.pk) if plan.pk else MaintenancePlan(by=by, at=at, plan_item=plan.plan_item)
    is_new = kept.pk is None
    for name, value in fields.items():
        setattr(kept, name, value)
    store(kept)
    laid_anew(kept, at=at)
    (note_made if is_new else follow)(kept, by=by, at=at)
    return kept


def locked(pk: int) -> MaintenancePlan:
    """The plan as it stands, held until the transaction ends."""
    rows = MaintenancePlan.objects.select_for_update(of=("self",)).defer("sought")
    return rows.select_related("asset", "category", "place").get(pk=pk)


def laid_anew(plan: MaintenancePlan, *, at: datetime) -> MaintenancePlan:
    today = timezone.localtime(at).date()
    take_off_coming(plan, today)
    lay_due(plan, today)
    plan_reminders(plan, at=at)
    return plan


@transaction.atomic
def set_paused(
    plan: MaintenancePlan, *, is_paused: bool, by: Person, at: datetime
) -> MaintenancePlan:
    """Lay no more jobs, or lay them again. What is laid and not due yet goes while it is paused;
    what was due already stays until somebody does or skips it."""
    kept = locked(plan.pk)
    kept.is_paused = is_paused
    kept.save(update_fields=["is_paused"])
    laid_anew(kept, at=at)
    follow(kept, by=by, at=at)
    return kept


@transaction.atomic
def lay_jobs(pk: int, *, at: datetime) -> int:
    """Lay the jobs of plan `pk` whose time has come; how many.

    Safe to repeat, also at once: whoever comes second waits for the plan's row and finds them
    laid, and the database holds each plan × thing × due day once.
    """
    plan = locked(pk)
    count = lay_due(plan, timezone.localtime(at).date())
    if count:
        plan_reminders(plan, at=at)
    return count


# Jobs


def held(job: MaintenanceJob) -> MaintenanceJob:
    """The job as it stands, held until the transaction ends; its plan too, since what is due next
    and who is reminded of it follow from all of its jobs."""
    MaintenancePlan.objects.select_for_update().only("pk").get(pk=job.plan_id)
    rows = MaintenanceJob.objects.select_for_update(of=("self",)).defer("sought")
    related = ("plan__checklist", "asset__place", "place", "inspection", "started_by")
    return rows.select_related(*related).get(pk=job.pk)


def refuse_over(job: MaintenanceJob, status: str) -> None:
    """Raise Refused where the job cannot become that any more."""
    if not job.can_become(status):
        raise Refused(_("It is “%(state)s” already.") % {"state": job.get_status_display()})


@transaction.atomic
def start(job: MaintenanceJob, *, by: Person, at: datetime) -> MaintenanceJob:
    """Begin a job; with a checklist its walk begins at the thing's place. Again by the same person
    goes on, and where the walk was broken off a new one begins.

    Raises Refused where somebody else has begun it, it is over, or its thing has no place.
    """
    job = held(job)
    if job.status == Status.UNDER_WAY and not is_broken_off(job):
        if job.started_by_id == by.pk:
            return job
        raise Refused(_("%(person)s has begun it already.") % {"person": job.started_by})
    if not job.is_open:
        refuse_over(job, Status.UNDER_WAY)
    job.inspection = walk_of(job, by=by, at=at)
    job.status, job.started_by, job.started_at = Status.UNDER_WAY, by, at
    store(job)
    note(job, by=by, at=at, text=BEGUN, status=job.status)
    return job


def is_broken_off(job: MaintenanceJob) -> bool:
    """Whether its walk was cancelled before it was finished."""
    return job.inspection is not None and job.inspection.status == Inspection.Status.CANCELLED


def walk_of(job: MaintenanceJob, *, by: Person, at: datetime) -> Inspection | None:
    """The walk that a job with a checklist is done by. Raises Refused."""
    checklist = job.plan.checklist
    if checklist is None:
        return None
    if job.where is None:
        raise Refused(_("%(thing)s has no place yet, so no checklist can be walked there.")
                      % {"thing": job.asset})  # fmt: skip
    walk = walking.start_at(checklist, job.where, by=by, at=at)
    if MaintenanceJob.objects.filter(inspection=walk).exclude(pk=job.pk).exists():
        raise Refused(_("Finish the walk that you are on here first: it is another job's."))
    return walk


@transaction.atomic
def finish(
    job: MaintenanceJob, *, words: str, done_on: date, by: Person, at: datetime,
    cost: Decimal = Decimal(0), attachments: Iterable[Upload | Attachment] = (),
) -> MaintenanceJob:  # fmt: skip
    """Say that a job is done, what was done and what it has cost in yuan.

    Raises Refused where it is over, is done by a checklist, or would be done on a day to come.
    """
    job = held(job)
    refuse_over(job, Status.DONE)
    if job.plan.checklist_id:
        raise Refused(_("It is done by walking its checklist."))
    if done_on > timezone.localtime(at).date():
        raise Refused(_("That is still to come."))
    job.words, job.cost = words, cost
    files = attach(job, attachments, by=by, at=at)
    ended(job, Status.DONE, done_on=done_on, by=by, at=at)
    note(
        job, by=by, at=at, text=DONE, facts={"day": {"day": done_on.isoformat()}}, words=words,
        status=job.status, attachments=files,
    )  # fmt: skip
    return job


def ended(
    job: MaintenanceJob, status: str, *, done_on: date | None, by: Person, at: datetime
) -> None:
    """The job stored at its end, what its plan wants next laid, and the reminders brought up."""
    job.status, job.done_on, job.ended_by, job.ended_at = status, done_on, by, at
    store(job)
    plan = locked(job.plan_id)
    lay_due(plan, timezone.localtime(at).date())
    plan_reminders(plan, at=at)
    follow(plan, by=by, at=at)


@transaction.atomic
def finish_all(
    jobs: Iterable[MaintenanceJob], *, words: str, by: Person, at: datetime
) -> list[MaintenanceJob]:
    """Say of several that they were done today, or of none. Raises Refused."""
    today = timezone.localtime(at).date()
    return [finish(job, words=words, done_on=today, by=by, at=at) for job in jobs]


def finish_by_walk(inspection: Inspection, *, by: Person, at: datetime) -> None:
    """A walk was finished: the job that it was begun for is done, in the same transaction. Its
    failed lines are findings and go on from there."""
    job = MaintenanceJob.objects.filter(inspection=inspection, status=Status.UNDER_WAY).first()
    if job is None:
        return
    job = held(job)
    refuse_over(job, Status.DONE)
    job.words = inspection.words
    ended(job, Status.DONE, done_on=timezone.localtime(at).date(), by=by, at=at)
    facts = {"faults": inspection.faults}
    note(job, by=by, at=at, text=WALKED, facts=facts, words=job.words, status=job.status)


@transaction.atomic
def skip(job: MaintenanceJob, *, reason: str, by: Person, at: datetime) -> MaintenanceJob:
    """Leave a job out this once, for a reason. Raises Refused where it is over or its walk is under
    way, ValidationError without a reason."""
    job = held(job)
    refuse_over(job, Status.SKIPPED)
    if job.inspection and not is_broken_off(job):
        raise Refused(_("Its walk is under way: finish it, or cancel it there."))
    job.reason = reason.strip()
    ended(job, Status.SKIPPED, done_on=None, by=by, at=at)
    note(job, by=by, at=at, text=SKIPPED, words=job.reason, status=job.status)
    return job


@transaction.atomic
def set_cost(job: MaintenanceJob, *, cost: Decimal, by: Person, at: datetime) -> MaintenanceJob:
    """Write down what a job has cost in yuan; the bill often comes later. Raises Refused before it
    is done."""
    job = held(job)
    if job.status != Status.DONE:
        raise Refused(_("It is not done yet."))
    before, job.cost = job.cost, cost
    store(job)
    if before != cost:
        note(job, by=by, at=at, text=COSTS, facts={"before": str(before), "after": str(cost)})
    return job
