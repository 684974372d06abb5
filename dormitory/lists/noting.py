"""Whoever takes a list with pupils away is noted."""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from campus.models import Person
from campus.people.actions import note_taken


def note_export(
    person: Person, rows: QuerySet[Any], *, at: datetime, page: str, on_paper: bool, reason: str
) -> None:
    """Note it for the pupil of each row."""
    pupils = rows.order_by().values_list("pupil", flat=True)
    note_taken(pupils, by=person, at=at, page=page, on_paper=on_paper, reason=reason)
