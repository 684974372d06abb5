"""The areas that have dated things. A new area is named here once, and its things are seen."""

from collections.abc import Callable
from datetime import date, time

import planning.agenda
from campus.agenda import Dated
from campus.models import Person

Agenda = Callable[[Person, date, date], list[Dated]]

AGENDAS: tuple[Agenda, ...] = (planning.agenda.dated,)


def dated_things(person: Person, first: date, last: date) -> list[Dated]:
    """What `person` may see of some days: by first day, then the longest first, then by time."""
    found = [thing for agenda in AGENDAS for thing in agenda(person, first, last)]
    return sorted(found, key=reading_order)


def reading_order(thing: Dated) -> tuple[date, int, time, str]:
    return (thing.first, -thing.days, thing.starts_at or time.min, thing.title)
