"""From an address to rows: what was asked of a list, and what is found."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from typing import Any

from django.db.models import QuerySet
from django.http import QueryDict

from campus.lists.naming import Names
from campus.lists.registry import CAP, ListPage
from campus.lists.search import mentioning
from campus.people.models import Person
from campus.shell.numbers import number_typed

SEARCH, SORT, PAGE = "q", "sort", "page"
MOST_WORDS = 100
# Letters and digits as cases and assets bear them: F-2026-0011, ZC-0001.
NUMBER = re.compile(r"[a-z]{1,4}(-\d+)+", re.ASCII | re.IGNORECASE)


class Asked:
    """What `person` asks of a list by an address's `query`; parameters it does not know are let be.

    `names` is handed in where several lists are asked for the same words. Raises nothing for
    whatever the query holds.
    """

    def __init__(
        self,
        page: ListPage,
        person: Person,
        query: QueryDict,
        *,
        today: date,
        names: Names | None = None,
    ) -> None:
        self.page, self.person, self.query = page, person, query
        self.names = names or Names(person)
        self.words = query.get(SEARCH, "").strip()[:MOST_WORDS] if page.sought else ""
        self.everything = self.without_sought(page.rows(person, query))
        self.filters = page.filters(query, self.everything, person=person, today=today)
        self.sort = self.known_sort(query.get(SORT, ""))

    def without_sought(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The bigrams are for the index; no page wants to read them."""
        return rows.defer(self.page.sought) if self.page.sought else rows

    def known_sort(self, typed: str) -> str:
        return typed if typed.removeprefix("-") in self.page.sorts else ""

    @property
    def is_narrowed(self) -> bool:
        """Whether less than the whole list is asked for."""
        return bool(self.words or self.filters.chosen)

    @cached_property
    def matching(self) -> QuerySet[Any]:
        """What passes search and filters, in no particular order."""
        passing = self.filters.qs
        if not self.words:
            return passing
        if (borne := self.bearing(passing)) is not None:
            return borne
        also = partial(self.names.leading_to, self.page, passing.model)
        return mentioning(passing, self.words, self.page.sought, also)

    def bearing(self, rows: QuerySet[Any]) -> QuerySet[Any] | None:
        """Of `rows` the one whose whole number was typed, if there is one: its own index knows it,
        while the pieces of numbers stand in every row."""
        if not self.page.number or not NUMBER.fullmatch(self.words):
            return None
        borne = self.page.bearing(rows, self.words)
        return borne if borne.exists() else None

    @property
    def order(self) -> tuple[str, ...]:
        """The fields to order by; the last of them tells any two rows apart."""
        fields = self.page.sorts.get(self.sort.removeprefix("-"), self.page.order)
        turned = tuple(map(reversed_field, fields)) if self.sort.startswith("-") else fields
        return (*turned, "-pk" if turned[0].startswith("-") else "pk")

    def in_order(self) -> QuerySet[Any]:
        """All that matches, as the list shows it."""
        return self.matching.order_by(*self.order)

    def rows(self) -> Iterator[Any]:
        """All that matches, read in portions through the database's own cursor."""
        return self.in_order().iterator(chunk_size=500)

    def some(self, pks: list[int]) -> QuerySet[Any]:
        """These rows, as the list shows them."""
        return self.everything.filter(pk__in=pks).order_by(*self.order)


@dataclass(frozen=True, kw_only=True)
class Found:
    """One page of what was asked for.

    `count` is at most CAP + 1, which means that there are more than CAP. With `is_too_far` the
    page asked for lies beyond what can be paged through and has no rows.
    """

    rows: list[Any]
    count: int
    number: int
    has_next: bool
    is_too_far: bool = False

    @property
    def is_capped(self) -> bool:
        return self.count > CAP

    @property
    def has_previous(self) -> bool:
        return self.number > 1


def find(asked: Asked) -> Found:
    """The page that was asked for: two queries, each bounded however large the table is."""
    rows, count = asked.in_order(), 0
    if asked.is_narrowed:
        # Numbers first, rows by their numbers: for rare words the planner would else walk the
        # whole table in its order, hoping to meet 26 of them soon.
        pks = matching_pks(asked)
        count = len(pks)
        rows = asked.some(pks) if count <= CAP else rows
    else:
        count = asked.matching.order_by()[: CAP + 1].count()
    return paged(rows, count, asked.query.get(PAGE, ""), asked.page.page_size)


def matching_pks(asked: Asked) -> list[int]:
    """Numbers of what matches, in no order; one more than CAP where there are more."""
    return list(asked.matching.order_by().values_list("pk", flat=True)[: CAP + 1])


def paged(rows: QuerySet[Any], count: int, typed: str, size: int) -> Found:
    """The page `typed` of `rows`; the first for what is no number, the last for what is beyond."""
    wanted = number_typed(typed) or 1
    last = max(1, -(-min(count, CAP) // size))
    if count > CAP and wanted > last:
        return Found(rows=[], count=count, number=last, has_next=False, is_too_far=True)
    number = min(max(wanted, 1), last)
    read = list(rows[(number - 1) * size : number * size + 1])
    return Found(
        rows=read[:size], count=count, number=number, has_next=len(read) > size and number < last
    )


def reversed_field(field: str) -> str:
    return field[1:] if field.startswith("-") else f"-{field}"
