"""What a project watches: milestones and risks."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.doors import Refused
from campus.models import Person
from campus.records.actions import note
from campus.storing import store
from planning.actions.reminders import plan_reminders
from rooms.actions.projects import open_one, today_of
from rooms.models import Milestone, Risk

REACHED = gettext_noop("Reached: %(milestone)s")
NOT_REACHED = gettext_noop("Not reached after all: %(milestone)s")
RISK = gettext_noop("Risk: %(risk)s, %(likelihood)s × %(impact)s")


@transaction.atomic
def write_milestone(milestone: Milestone, *, by: Person, at: datetime, **facts: Any) -> Milestone:
    """Add a milestone, or change one; its reminders follow. Raises Refused, ValidationError."""
    project = open_one(milestone.project)
    milestone.project = project
    for name, value in facts.items():
        setattr(milestone, name, value)
    store(milestone)
    plan_reminders(milestone, at=at)
    return milestone


@transaction.atomic
def remove_milestone(milestone: Milestone, *, by: Person, at: datetime) -> None:
    """Take a milestone out. Raises Refused once it was reached."""
    milestone.project = open_one(milestone.project)
    if milestone.done_on:
        raise Refused(_("It was reached already."))
    # What is reached is reminded of no more; afterwards nothing leads to its reminders.
    milestone.done_on = today_of(at)
    store(milestone)
    plan_reminders(milestone, at=at)
    milestone.delete()


@transaction.atomic
def reach(milestone: Milestone, *, by: Person, at: datetime) -> Milestone:
    """A milestone is reached today. Raises Refused where it was already, and once the project is
    over."""
    milestone = locked(milestone)
    if milestone.done_on:
        raise Refused(_("It was reached already."))
    return dated(milestone, today_of(at), text=REACHED, by=by, at=at)


@transaction.atomic
def take_up(milestone: Milestone, *, by: Person, at: datetime) -> Milestone:
    """A milestone is not reached after all. Raises Refused where nobody has said that it was, and
    once the project is over."""
    milestone = locked(milestone)
    if not milestone.done_on:
        raise Refused(_("It is not reached."))
    return dated(milestone, None, text=NOT_REACHED, by=by, at=at)


def locked(milestone: Milestone) -> Milestone:
    """The milestone as it is now, of a project that goes on."""
    project = open_one(milestone.project)
    found = Milestone.objects.select_for_update(of=("self",)).get(pk=milestone.pk)
    found.project = project
    return found


def dated(
    milestone: Milestone, day: date | None, *, text: str, by: Person, at: datetime
) -> Milestone:
    """Keep when it was reached; its reminders follow."""
    milestone.done_on = day
    store(milestone)
    note(milestone.project, by=by, at=at, text=text, facts={"milestone": milestone.title})
    plan_reminders(milestone, at=at)
    return milestone


@transaction.atomic
def write_risk(risk: Risk, *, by: Person, at: datetime, **facts: Any) -> Risk:
    """Note a risk, or how it stands now. Raises Refused once the project is over,
    ValidationError."""
    project = open_one(risk.project)
    for name, value in facts.items():
        setattr(risk, name, value)
    store(risk)
    told = {"risk": risk.title, "likelihood": risk.likelihood, "impact": risk.impact}
    note(project, by=by, at=at, text=RISK, facts=told)
    return risk
