"""Dated things of the vehicles, and what waits for a person: trips, and what keeps them running."""

from collections.abc import Iterable
from datetime import date, datetime

from campus.agenda import Dated, Waiting
from campus.models import Person
from campus.rows import Rows
from vehicles.agenda import running, trips


def dated(person: Person, first: date, last: date) -> Iterable[Rows[Dated]]:
    """What the calendar shows."""
    return [*trips.dated(person, first, last), *running.dated(person, first, last)]


def waiting(person: Person, at: datetime) -> Iterable[Rows[Waiting]]:
    """What My day asks for."""
    return [*trips.waiting(person, at), *running.waiting(person, at)]
