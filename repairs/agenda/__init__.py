"""What repairs tell the roof: dated things for the calendar, and what waits for a person."""

from collections.abc import Iterable
from datetime import date, datetime

from django.utils import timezone

from campus.agenda import Dated, Waiting
from campus.models import Person
from campus.rows import Rows
from repairs.agenda import assets, loans, maintenance, property, supplies


def dated(person: Person, first: date, last: date) -> Iterable[Rows[Dated]]:
    """Returns of spares, maintenance, and property to be counted, from `first` to `last`."""
    if person.is_pupil:
        return []
    return [
        loans.dated(person, first, last), maintenance.dated(person, first, last),
        property.dated(person, first, last),
    ]  # fmt: skip


def waiting(person: Person, at: datetime) -> Iterable[Rows[Waiting]]:
    """Spares to be returned, supplies to be signed for, maintenance that is due, transfers to be
    approved."""
    if person.is_pupil:
        return []
    today = timezone.localtime(at).date()
    told = [
        loans.waiting(person, today), supplies.waiting(person), maintenance.waiting(person, today),
        property.waiting(person, today),
    ]  # fmt: skip
    return [*told, *assets.waiting(person)]
