"""What the roof asks of every area: its agenda. A new area is named here once."""

from datetime import date, time
from types import ModuleType

from campus.agenda import Dated
from campus.models import Person
from planning import agenda as planning

# Each offers `dated(person, first, last)` and `waiting(person, at)`.
AGENDAS: tuple[ModuleType, ...] = (planning,)


def dated_things(person: Person, first: date, last: date) -> list[Dated]:
    """What `person` may see of some days: by first day, then the longest first, then by time."""
    found = [thing for agenda in AGENDAS for thing in agenda.dated(person, first, last)]
    return sorted(found, key=reading_order)


def reading_order(thing: Dated) -> tuple[date, int, time, str]:
    return (thing.first, -thing.days, thing.starts_at or time.min, thing.title)
