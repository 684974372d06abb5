"""What every area tells the roof: its dated things for the calendar, and what waits for a person.

An area offers both in its `agenda.py`: `dated(person, first, last)` and `waiting(person, at)`. Each
answers with `Rows`, so that `read` asks all areas by one statement, however many they are.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from enum import IntEnum
from operator import itemgetter
from typing import Any, Generic, TypeVar

from django.db import DEFAULT_DB_ALIAS
from django.db.models import F, Model, QuerySet, Value
from django.db.models.functions import JSONObject
from django.utils.functional import Promise

T = TypeVar("T")


class Urgency(IntEnum):
    """How soon something wants doing; the smaller, the sooner."""

    OVERDUE = 0
    TODAY = 1
    SOON = 2
    LATER = 3


@dataclass(frozen=True, kw_only=True)
class Dated:
    """One thing in the calendar, from `first` to `last` day inclusive.

    `unit` is in charge, `support` helps, `person` is responsible (told to staff alone). What can
    stay unfinished has a `state`, a code, with its word in `state_words`; `is_done` ends it.
    With a time it may end at another, `ends_at` of the last day. `move_path` takes a POST of `to`,
    the new first day, where the reader may move it.
    """

    title: str
    first: date
    last: date
    kind: str
    path: str
    starts_at: time | None = None
    ends_at: time | None = None
    unit: str = ""
    support: tuple[str, ...] = ()
    person: str = ""
    place: str = ""
    state: str = ""
    state_words: str | Promise = ""
    is_done: bool = False
    move_path: str = ""

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def is_whole_month(self) -> bool:
        """Whether it is dated with a month alone."""
        same_month = (self.first.year, self.first.month) == (self.last.year, self.last.month)
        return same_month and self.first.day == 1 and (self.last + timedelta(days=1)).day == 1

    @property
    def is_unfinished(self) -> bool:
        """Whether it can be finished and is not."""
        return bool(self.state) and not self.is_done


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """One thing that waits for a person, with its one button.

    `act_path` takes the button's POST with `act_fields`; where it is empty the button opens
    `path`. `aside_path` takes the POST of a second, quiet button that does not finish the thing.
    """

    title: str
    path: str
    icon: str
    urgency: Urgency
    due: date | None = None
    detail: str = ""
    button: str = ""
    act_path: str = ""
    act_fields: tuple[tuple[str, str], ...] = ()
    aside: str = ""
    aside_path: str = ""


@dataclass(frozen=True, kw_only=True)
class Rows(Generic[T]):
    """What an area has to tell of one model: the rows, and what draws one of them.

    `draw` is given a row as an instance that knows the `fields` alone, those of related records
    as "owner__name", and the `extra` values under their names; it may leave the row out by None.
    What else it asks of the row costs a query for each, which the tests of query counts find.
    """

    rows: QuerySet[Any]
    fields: tuple[str, ...]
    draw: Callable[[Any], T | None]
    extra: Mapping[str, Any] = field(default_factory=dict)

    def part(self, number: int) -> QuerySet[Any]:
        """The rows as (number, facts), alike for all models."""
        related = {name.rpartition("__")[0] for name in self.fields if "__" in name}
        names = {"id", *self.fields, *(f"{name}__id" for name in related)}
        facts = JSONObject(**{name: F(name) for name in sorted(names)}, **self.extra)
        told = self.rows.annotate(told_by=Value(number), told_facts=facts)
        return told.values_list("told_by", "told_facts")

    def drawn(self, facts: dict[str, Any]) -> T | None:
        extra = {name: facts.pop(name) for name in self.extra}
        row = instance(self.rows.model, facts)
        for name, value in extra.items():
            setattr(row, name, value)
        return self.draw(row)


def read(told: Iterable[Rows[T]]) -> list[T]:
    """All that is told, drawn, in the order of `told`: one query."""
    sources = list(told)
    if not sources:
        return []
    first, *others = (each.part(number) for number, each in enumerate(sources))
    found = first.union(*others, all=True) if others else first
    drawn = (sources[number].drawn(facts) for number, facts in sorted(found, key=itemgetter(0)))
    return [each for each in drawn if each is not None]


def instance(model: type[Model], facts: dict[str, Any]) -> Any:
    """A record of `model` that knows `facts` alone; they come as JSON writes them."""
    own = {name: value for name, value in facts.items() if "__" not in name}
    relations = {name.partition("__")[0] for name in facts if "__" in name}
    related = {name: related_instance(model, name, facts) for name in relations}
    own |= {f"{name}_id": record and record.pk for name, record in related.items()}
    known = [each for each in model._meta.concrete_fields if each.attname in own]
    values = [each.to_python(own[each.attname]) for each in known]
    record = model.from_db(DEFAULT_DB_ALIAS, [each.attname for each in known], values)
    for name, other in related.items():
        model._meta.get_field(name).set_cached_value(record, other)  # type: ignore[union-attr]  # a foreign key
    return record


def related_instance(model: type[Model], name: str, facts: dict[str, Any]) -> Any:
    """The record that the relation `name` leads to; None where it leads nowhere."""
    if facts[f"{name}__id"] is None:
        return None
    there: Any = model._meta.get_field(name).related_model
    start = f"{name}__"
    return instance(
        there, {each.removeprefix(start): facts[each] for each in facts if each.startswith(start)}
    )
