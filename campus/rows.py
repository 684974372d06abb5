"""Rows of many models, read by one statement and drawn one by one.

Calendar, My day and the page of a place show what all areas have: with a query for each area they
would grow slower with every area that is built.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any, Generic, TypeVar

from django.db import DEFAULT_DB_ALIAS
from django.db.models import F, Model, QuerySet, Value
from django.db.models.functions import JSONObject

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Rows(Generic[T]):
    """What there is to tell of one model: the rows, and what draws one of them.

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
        related = {way for name in self.fields for way in ways_to(name)}
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


def itself(row: T) -> T:
    """Draws a row as the record that it is."""
    return row


def ways_to(name: str) -> list[str]:
    """The relations on the way to a field: of "plan__semester__number" plan__semester and plan."""
    parts = name.split("__")[:-1]
    return ["__".join(parts[:end]) for end in range(len(parts), 0, -1)]


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
