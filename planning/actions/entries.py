"""What happens to the calendar's own entries: written, changed, moved, deleted."""

from datetime import date, datetime, time
from typing import TypedDict, Unpack

from django.db import transaction

from campus.models import Department, Person
from campus.storing import store
from planning.models import CalendarEntry


class EntryFields(TypedDict, total=False):
    """What an entry says; a field left out keeps its value, or is empty on a new entry."""

    title: str
    kind: str
    starts_on: date
    ends_on: date
    starts_at: time | None
    place: str
    unit: Department | None
    for_pupils: bool


@transaction.atomic
def create(*, by: Person, at: datetime, **fields: Unpack[EntryFields]) -> CalendarEntry:
    """Write an entry into the calendar."""
    return kept(CalendarEntry(by=by), fields, at)


@transaction.atomic
def edit(entry: CalendarEntry, *, at: datetime, **fields: Unpack[EntryFields]) -> CalendarEntry:
    """Change what an entry says; its author stays."""
    return kept(locked(entry), fields, at)


@transaction.atomic
def move(entry: CalendarEntry, *, to: date, at: datetime) -> CalendarEntry:
    """Put an entry on another first day; it lasts as long as before."""
    entry = locked(entry)
    length = entry.ends_on - entry.starts_on
    return kept(entry, {"starts_on": to, "ends_on": to + length}, at)


@transaction.atomic
def remove(entry: CalendarEntry) -> None:
    """Take an entry out of the calendar."""
    locked(entry).delete()


def locked(entry: CalendarEntry) -> CalendarEntry:
    return CalendarEntry.objects.select_for_update(of=("self",)).get(pk=entry.pk)


def kept(entry: CalendarEntry, fields: EntryFields, at: datetime) -> CalendarEntry:
    for name, value in fields.items():
        setattr(entry, name, value)
    entry.changed_at = at
    store(entry)
    return entry
