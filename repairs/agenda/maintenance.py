"""Maintenance that is due: the jobs of one plan and one day together."""

from datetime import date
from functools import partial
from typing import Any

from django.db.models import Count, F, Q, Window
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from campus.agenda import Dated, Urgency, Waiting
from campus.models import Person
from campus.rows import Rows
from repairs.models import MaintenanceJob

Status = MaintenanceJob.Status
KIND = "maintenance"
TOGETHER = ("plan_id", "due_on")
FIELDS = ("title", "due_on", "plan_id", "plan__name", "status", "asset_id", "place_id")
BY_GROUP: Any = [F(name) for name in TOGETHER]


def dated(person: Person, first: date, last: date) -> Rows[Dated]:
    """What is or was due on a day."""
    due = MaintenanceJob.objects.visible_to(person).filter(due_on__range=(first, last))
    return Rows(
        rows=due.order_by(*TOGETHER, "id").distinct(*TOGETHER),
        fields=FIELDS,
        extra={
            "count": Window(Count("*"), partition_by=BY_GROUP),
            "left": Window(
                Count("pk", filter=Q(status__in=MaintenanceJob.OPEN)), partition_by=BY_GROUP
            ),
        },
        draw=dated_jobs,
    )


def dated_jobs(job: Any) -> Dated:
    """The jobs of one day as a thing of the calendar."""
    state = Status.PLANNED if job.left else Status.DONE
    return Dated(
        title=title_of(job),
        first=job.due_on,
        last=job.due_on,
        kind=KIND,
        path=job.get_absolute_url() if job.count == 1 else path_of(job, current="all"),
        state=state,
        state_words=state.label,
        is_done=not job.left,
    )


def title_of(job: Any) -> str:
    """One job by its own title, several by their plan and how many they are."""
    if job.count == 1:
        return str(job.title)
    words = ngettext("%(plan)s: %(count)d thing", "%(plan)s: %(count)d things", job.count)
    return words % {"plan": job.plan.name, "count": job.count}


def path_of(job: Any, *, current: str = "") -> str:
    """The list of the jobs that are told together."""
    query = f"plan={job.plan_id}&since={job.due_on}&until={job.due_on}"
    return f"{reverse('repairs:maintenance')}?{query}" + (f"&current={current}" if current else "")


def waiting(person: Person, today: date) -> Rows[Waiting]:
    """Open jobs that the person carries out, by name or by a role held today."""
    jobs = MaintenanceJob.objects.open().whose(person)
    return Rows(
        rows=jobs.order_by(*TOGETHER, "id").distinct(*TOGETHER),
        fields=FIELDS,
        extra={"count": Window(Count("*"), partition_by=BY_GROUP)},
        draw=partial(waiting_jobs, today=today),
    )


def waiting_jobs(job: Any, *, today: date) -> Waiting:
    """The open jobs of one plan and day as a thing of My day."""
    return Waiting(
        title=title_of(job),
        path=job.get_absolute_url() if job.count == 1 else path_of(job),
        icon="calendar-repeat",
        urgency=urgency_of(job, today),
        due=job.due_on,
        detail=_("Preventive maintenance"),
        button=pgettext("button", "Open"),
    )


def urgency_of(job: MaintenanceJob, today: date) -> Urgency:
    left = job.days_left(today)
    if left < 0:
        return Urgency.OVERDUE
    if left == 0:
        return Urgency.TODAY
    return Urgency.SOON if left <= 7 else Urgency.LATER
