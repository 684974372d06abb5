"""What cases of every kind ask of a person today."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Q, Value
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from campus.agenda import Dated, Urgency, Waiting
from campus.cases.registry import KINDS, CaseKind
from campus.models import Person
from campus.school_time.engine import moment_of

# More than a screen of one kind is a list's business.
MOST = 12
SOON = timedelta(days=2)


def waiting(person: Person, at: datetime) -> list[Waiting]:
    """Open cases in the person's hands, or in nobody's where the person is the desk, and answers
    that wait for the person's word; those due first, first. One query, however many the kinds."""
    parts = [rows_of(kind, person) for kind in KINDS.values()]
    if not parts:
        return []
    found = parts[0].union(*parts[1:], all=True) if len(parts) > 1 else parts[0]
    return [waiting_case(KINDS[row["kind"]], row, person, at) for row in found]


def rows_of(kind: CaseKind, person: Person) -> Any:
    """What of one kind waits for the person, as rows that are alike for all kinds."""
    cases: Any = kind.model._default_manager
    waits = cases.filter(waits_for(kind, person)).in_due_order()[:MOST]
    return waits.annotate(kind=Value(kind.name)).values(
        "kind", "pk", "number", "title", "due_at", "status", "assignee_id", "place__name"
    )


def waits_for(kind: CaseKind, person: Person) -> Q:
    """The cases of the kind in which it is the person's turn."""
    open_ones = Q(status__in=kind.model.OPEN)
    theirs = open_ones & Q(assignee=person)
    if person.on_duty_as(*kind.desk):
        theirs |= open_ones & Q(assignee=None)
    return theirs | Q(reporter=person, status__in=kind.waits_for_reporter) | kind.waits(person)


def waiting_case(kind: CaseKind, row: dict[str, Any], person: Person, at: datetime) -> Waiting:
    """One case with its button."""
    is_open = row["status"] in kind.model.OPEN
    facts = [row["number"], row["place__name"] or ""]
    if not is_open:
        facts.append(_("waits for your word"))
    elif row["assignee_id"] is None:
        facts.append(_("nobody's yet"))
    due = row["due_at"]
    return Waiting(
        title=row["title"],
        path=kind.path_of(row["pk"]),
        icon=kind.icon,
        urgency=urgency_of(due, at, is_paused=row["status"] in kind.model.PAUSED),
        due=timezone.localtime(due).date() if due else None,
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


def promised(person: Person, first: date, last: date) -> list[Dated]:
    """What is due of the cases in the person's hands, from `first` to `last` day inclusive.

    Told by kind and number alone: it is made to leave the portal.
    """
    since, until = moment_of(first, time.min), moment_of(last + timedelta(days=1), time.min)
    return [
        promised_case(kind, row)
        for kind in KINDS.values()
        for row in due_rows(kind, person, since, until)
    ]


def due_rows(kind: CaseKind, person: Person, since: datetime, until: datetime) -> Any:
    cases: Any = kind.model._default_manager.filter(assignee=person)
    return cases.open().filter(due_at__gte=since, due_at__lt=until).values("pk", "number", "due_at")


def promised_case(kind: CaseKind, row: dict[str, Any]) -> Dated:
    """A promise as a moment of the calendar."""
    due = timezone.localtime(row["due_at"])
    return Dated(
        title=f"{kind.label} {row['number']}",
        first=due.date(),
        last=due.date(),
        starts_at=due.time(),
        kind="",
        path=kind.path_of(row["pk"]),
    )
