"""Looking for words in every list at once."""

import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet, Value
from django.http import QueryDict

from campus.lists.finding import SEARCH, Asked
from campus.lists.naming import Names
from campus.lists.registry import CAP, Hit, ListPage
from campus.lists.showing import address, counted
from campus.models import Person
from campus.rows import Rows, read
from logistics.areas import SEARCHED

TOP = 5


@dataclass(frozen=True)
class Found:
    """One record: its words, what tells it apart, its page (empty where it has none)."""

    title: str
    detail: str
    path: str


@dataclass(frozen=True)
class Group:
    """The first hits of one kind; `path` leads to the list with the same question."""

    page: ListPage
    hits: list[Found]
    count_words: str
    has_more: bool
    path: str


def look_for(words: str, person: Person, *, today: date) -> list[Group]:
    """What mentions `words`, by kind; kinds without a hit are left out.

    Two queries however many kinds there are and whatever is found, and two for each word: whom and
    which places it names.
    """
    names = Names(person)
    asked = [
        Asked(page, person, question(page, words), today=today, names=names)
        for page in searched_by(person)
    ]
    numbers = numbers_of(asked)
    hits = first_hits(asked, numbers)
    return [
        group_of(each, hits[number], len(numbers[number]))
        for number, each in enumerate(asked)
        if numbers[number]
    ]


def searched_by(person: Person) -> list[ListPage]:
    return [page for page in SEARCHED if page.hit and page.may_read(person)]


def numbers_of(asked: list[Asked]) -> dict[int, list[int]]:
    """For each list the numbers of what matches, one more than CAP where there are more: the
    planner is told nothing of order, in which it would walk a whole table for a rare word."""
    numbers: dict[int, list[int]] = defaultdict(list)
    parts = [matching(each).annotate(told_by=Value(n)) for n, each in enumerate(asked)]
    if parts:
        rows = [part.values_list("told_by", "pk")[: CAP + 1] for part in parts]
        for number, pk in rows[0].union(*rows[1:], all=True):
            numbers[number].append(pk)
    return numbers


def matching(asked: Asked) -> QuerySet[Any]:
    return asked.matching.prefetch_related(None).order_by()


def first_hits(asked: list[Asked], numbers: dict[int, list[int]]) -> dict[int, list[Found]]:
    """The first hits of each list, in its order."""
    hits: dict[int, list[Found]] = defaultdict(list)
    told = [top(number, asked[number], pks) for number, pks in numbers.items()]
    for number, found in read(told):
        hits[number].append(found)
    return hits


def top(number: int, asked: Asked, pks: list[int]) -> Rows[tuple[int, Found]]:
    """The first rows of a list, each with the list's number; what is frequent is met soon."""
    rows = asked.some(pks) if len(pks) <= CAP else asked.in_order()
    hit = hit_of(asked.page)
    return Rows(
        rows=rows.prefetch_related(None)[:TOP],
        fields=hit.fields,
        draw=lambda row: (number, found(asked.page, hit, row)),
    )


def hit_of(page: ListPage) -> Hit:
    assert page.hit  # `searched_by` sees to it
    return page.hit


def found(page: ListPage, hit: Hit, row: Any) -> Found:
    return Found(hit.title(row), hit.brief(row), page.row_path(row))


def group_of(asked: Asked, hits: list[Found], count: int) -> Group:
    return Group(asked.page, hits, counted(count), count > TOP, address(asked))


def question(page: ListPage, words: str) -> QueryDict:
    """The query that looks for `words` in the whole of a list."""
    query = QueryDict(mutable=True)
    query.update({**page.everywhere, SEARCH: words})
    return query


def path_of_number(words: str, person: Person) -> str:
    """The page of the one record whose number is exactly `words`; empty where there is none."""
    number = unicodedata.normalize("NFKC", words).strip()
    if not number or len(number.split()) > 1 or "\0" in number:
        return ""
    numbered = [page for page in searched_by(person) if page.number]
    paths = read(bearing(page, number, person) for page in numbered)
    return paths[0] if len(paths) == 1 else ""


def bearing(page: ListPage, number: str, person: Person) -> Rows[str]:
    """The pages of the records of a list with that number, typed in capitals or not; a record
    without a page is left out."""
    rows = page.rows(person, question(page, "")).prefetch_related(None).order_by()
    return Rows(
        rows=page.bearing(rows, number)[:2],
        fields=hit_of(page).fields,
        draw=lambda row: page.row_path(row) or None,
    )  # fmt: skip
