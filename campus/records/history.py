"""A record's row history in words: who changed what, when, and from which page.

Read from the snapshots that triggers write (`campus.tracking`); two neighbouring snapshots tell
what changed between them.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import Field, ForeignKey, Model
from django.urls import reverse
from django.utils.translation import pgettext, pgettext_lazy

from campus.models import Person
from campus.records.rights import may_read_history
from campus.shell.words import value_in_words

# What the database calls its events, and the word that people read.
LABELS = {
    "insert": pgettext_lazy("history", "Written"),
    "update": pgettext_lazy("history", "Changed"),
    "delete": pgettext_lazy("history", "Deleted"),
}
NOTHING = "—"


@dataclass(frozen=True)
class Change:
    """One field, from what to what, in words."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Step:
    """One snapshot: when, by whom (empty where no page or task is known), and what it changed."""

    at: datetime
    label: str
    by: str
    page: str
    changes: list[Change]


def history_of(thing: Model) -> list[Step]:
    """The history of a tracked record, newest first.

    One query for the snapshots, one for the people, one for each other model that its relations
    lead to: the number does not grow with the history. Raises AttributeError for a model that is
    not tracked.
    """
    model: Any = type(thing)
    rows = model.pgh_event_model.objects.filter(pgh_obj_id=thing.pk)
    snapshots = list(rows.select_related("pgh_context").order_by("pgh_id"))
    fields = told_fields(model, snapshots)
    names = names_of(fields, snapshots)
    # What a record was at first is not a change of it.
    steps = [told(oldest, [], names) for oldest in snapshots[:1]]
    steps += [step(before, after, fields, names) for before, after in pairwise(snapshots)]
    return steps[::-1]


def told_fields(model: type[Model], snapshots: Iterable[Any]) -> list[Field]:
    """The fields of the record that its snapshots hold, but for its number."""
    held = {field.name for snapshot in snapshots for field in snapshot._meta.fields}
    fields = model._meta.local_fields
    return [field for field in fields if field.name in held and not field.primary_key]


def history_path(person: Person, thing: Model) -> str:
    """Where `person` reads the history of a record; empty for who may not. It is read from there
    when it is unfolded: hardly anybody does, and every page would pay for it."""
    if not may_read_history(person, thing):
        return ""
    return reverse("records:history", args=[thing._meta.label_lower, thing.pk])


Names = dict[type[Model], dict[Any, str]]


def names_of(fields: list[Field], snapshots: list[Any]) -> Names:
    """The names of whatever the snapshots point at, by model and number."""
    wanted: dict[type[Model], set[Any]] = defaultdict(set)
    for field in fields:
        if isinstance(field, ForeignKey):
            related: Any = field.related_model
            wanted[related] |= {getattr(snapshot, field.attname) for snapshot in snapshots}
    wanted[Person] |= {context(snapshot).get("user") for snapshot in snapshots}
    return {model: names_in(model, numbers - {None}) for model, numbers in wanted.items()}


def names_in(model: type[Model], numbers: set[Any]) -> dict[Any, str]:
    """The names of rows, with what their names are made of; one query."""
    rows: Any = model._default_manager.filter(pk__in=numbers)
    needed = [field.name for field in model._meta.fields if isinstance(field, ForeignKey)]
    return {row.pk: str(row) for row in rows.select_related(*needed)} if numbers else {}


def context(snapshot: Any) -> dict[str, Any]:
    """What is known of the circumstances: user and url of a request, page of a task or command."""
    found = snapshot.pgh_context
    return found.metadata if found else {}


def step(before: Any, after: Any, fields: list[Field], names: Names) -> Step:
    """What changed from one snapshot to the next."""
    changes = [
        Change(
            str(field.verbose_name),
            in_words(field, getattr(before, field.attname), names),
            in_words(field, getattr(after, field.attname), names),
        )
        for field in fields
        if getattr(before, field.attname) != getattr(after, field.attname)
    ]
    return told(after, changes, names)


def told(snapshot: Any, changes: list[Change], names: Names) -> Step:
    known = context(snapshot)
    return Step(
        at=snapshot.pgh_created_at,
        label=str(LABELS.get(snapshot.pgh_label, snapshot.pgh_label)),
        by=names[Person].get(known.get("user"), ""),
        page=known.get("url") or known.get("page") or "",
        changes=changes,
    )


def in_words(field: Field, value: Any, names: Names) -> str:
    """A field's value as people write it: label, name, day, yes or no."""
    if value in (None, "", []):
        return NOTHING
    if isinstance(field, ForeignKey):
        related: Any = field.related_model
        return names[related].get(value, f"#{value}")
    if field.choices:
        choices: Any = field.flatchoices
        return str(dict(choices).get(value, value))
    if isinstance(field, ArrayField):
        return pgettext("between names", ", ").join(str(each) for each in value)
    return value_in_words(value)
