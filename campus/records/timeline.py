"""A record's timeline as its page draws it: what happened, by day, oldest first."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import groupby
from typing import Any

from django.db.models import Model
from django.utils import timezone
from django.utils.functional import Promise

from campus.attachments.rights import can_remove
from campus.models import Attachment, Person, TimelineEntry


@dataclass(frozen=True, kw_only=True)
class Happening:
    """One thing that happened to a record, whichever row tells of it.

    `by` is None for what the portal did by itself, or somebody without a name. `sentence` says what
    happened, `words` are the person's own; `status` is the code of the state it led to, `state` its
    label. `anchor` is its name on the page.
    """

    at: datetime
    by: Person | None
    anchor: str
    sentence: str = ""
    words: str = ""
    is_unnamed: bool = False
    status: str = ""
    state: str | Promise = ""
    attachments: list[Attachment] = field(default_factory=list)

    @property
    def day(self) -> date:
        """The day in school time."""
        return timezone.localtime(self.at).date()


@dataclass(frozen=True)
class Day:
    """A day of the timeline."""

    day: date
    happenings: list[Happening]


def timeline_of(thing: Model, others: Iterable[Happening] = ()) -> list[Day]:
    """The entries of `thing`, and the `others` that its area keeps in rows of its own."""
    own = [told(entry, thing) for entry in TimelineEntry.objects.of(thing)]
    all_of_them = sorted([*own, *others], key=lambda each: each.at)
    return [Day(day, list(found)) for day, found in groupby(all_of_them, key=lambda one: one.day)]


def told(entry: TimelineEntry, thing: Model) -> Happening:
    """A row of the timeline as it is drawn."""
    return Happening(
        at=entry.at,
        by=entry.by,
        anchor=anchor_of(entry),
        sentence=entry.sentence,
        words=entry.words,
        is_unnamed=entry.kind == TimelineEntry.Kind.UNNAMED,
        status=entry.status,
        state=state_of(thing, entry.status),
        attachments=list(entry.attachments.all()),
    )


def anchor_of(entry: TimelineEntry) -> str:
    """The entry's name on its page."""
    return f"entry-{entry.pk}"


def state_of(thing: Model, status: str) -> str | Promise:
    """The label of a state of the record, its code where the state is no longer known."""
    if not status:
        return ""
    field: Any = type(thing)._meta.get_field("status")
    return dict(field.choices).get(status, status)


def removable_by(person: Person, days: Iterable[Day], at: datetime) -> set[int]:
    """The numbers of the timeline's files that the person may take away now; no query."""
    return {
        each.pk
        for day in days
        for happening in day.happenings
        for each in happening.attachments
        if can_remove(person, each, at)
    }
