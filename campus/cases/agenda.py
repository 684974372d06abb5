"""What cases of every kind ask of a person today."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from campus.agenda import Dated, Urgency, Waiting
from campus.cases.models import Case
from campus.cases.registry import KINDS, CaseKind
from campus.models import Person
from campus.rows import Rows
from campus.school_time.engine import moments_of

# More than a screen of one kind is a list's business.
MOST = 12
SOON = timedelta(days=2)


def waiting(person: Person, at: datetime) -> list[Rows[Waiting]]:
    """Open cases in the person's hands, or in nobody's where the person is the desk, and answers
    that wait for the person's word; of each kind those due first."""
    return [waiting_kind(kind, person, at) for kind in KINDS.values()]


def waiting_kind(kind: CaseKind, person: Person, at: datetime) -> Rows[Waiting]:
    """What of one kind waits for the person."""
    cases: Any = kind.model._default_manager
    return Rows(
        rows=cases.filter(waits_for(kind, person)).in_due_order()[:MOST],
        fields=(
            "number",
            "title",
            "due_at",
            "status",
            "assignee_id",
            "asked_until",
            "place__name",
            "place__code",
        ),
        draw=lambda case: waiting_case(kind, case, at),
    )


def waits_for(kind: CaseKind, person: Person) -> Q:
    """The cases of the kind in which it is the person's turn."""
    open_ones = Q(status__in=kind.model.OPEN)
    theirs = open_ones & Q(assignee=person)
    if person.on_duty_as(*kind.desk):
        theirs |= open_ones & (Q(assignee=None) | Q(asked_until__isnull=False))
    return theirs | Q(reporter=person, status__in=kind.waits_for_reporter) | kind.waits(person)


def waiting_case(kind: CaseKind, case: Case, at: datetime) -> Waiting:
    """One case with its button."""
    facts = [case.number, case.place.with_code if case.place else ""]
    if not case.is_open:
        facts.append(_("waits for your word"))
    elif case.assignee_id is None:
        facts.append(_("nobody's yet"))
    elif case.asked_until:
        facts.append(_("more time is asked for"))
    return Waiting(
        title=case.title,
        path=kind.path(case),
        icon=kind.icon,
        urgency=urgency_of(case.due_at, at, is_paused=case.is_paused),
        due=timezone.localtime(case.due_at).date() if case.due_at else None,
        detail=" · ".join(filter(None, facts)),
        button=pgettext("button", "Open"),
    )


def urgency_of(due: datetime | None, at: datetime, *, is_paused: bool) -> Urgency:
    """By the nearest promise that is running."""
    if is_paused or due is None:
        return Urgency.LATER
    if due < at:
        return Urgency.OVERDUE
    if due - at < timedelta(hours=12):
        return Urgency.TODAY
    return Urgency.SOON if due - at < SOON else Urgency.LATER


def promised(person: Person, first: date, last: date) -> list[Rows[Dated]]:
    """What is due of the cases in the person's hands, from `first` to `last` day inclusive.

    Told by kind and number alone: it is made to leave the portal.
    """
    since, until = moments_of(first, last)
    return [promised_kind(kind, person, since, until) for kind in KINDS.values()]


def promised_kind(kind: CaseKind, person: Person, since: datetime, until: datetime) -> Rows[Dated]:
    """What is due of one kind."""
    cases: Any = kind.model._default_manager.filter(assignee=person)
    return Rows(
        rows=cases.open().filter(due_at__gte=since, due_at__lt=until),
        fields=("number", "due_at"),
        draw=lambda case: promised_case(kind, case),
    )


def promised_case(kind: CaseKind, case: Case) -> Dated:
    """A promise as a moment of the calendar."""
    assert case.due_at is not None  # `promised_kind` sees to it
    due = timezone.localtime(case.due_at)
    return Dated(
        title=f"{kind.label} {case.number}",
        first=due.date(),
        last=due.date(),
        starts_at=due.time(),
        kind="",
        path=kind.path(case),
    )
