"""Whoever takes a list with pupils away is noted."""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from campus.models import Person
from campus.people.actions import note_taken


def pupils_of(rows: QuerySet[Any]) -> QuerySet[Any]:
    """The number of each row's pupil."""
    return rows.order_by().values_list("pupil", flat=True)


def note_export(
    person: Person, rows: QuerySet[Any], *, at: datetime, page: str, on_paper: bool, reason: str
) -> None:
    """Note it for the pupil of each row."""
    note_taken(pupils_of(rows), by=person, at=at, page=page, on_paper=on_paper, reason=reason)
