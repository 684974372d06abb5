"""Looking for words in every list at once."""

import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import QueryDict

from campus.lists.finding import SEARCH, Asked, find
from campus.lists.registry import ListPage
from campus.lists.showing import address, count_words
from campus.models import Person
from logistics.areas import SEARCHED

TOP = 5


@dataclass(frozen=True)
class Hit:
    """One record: its words, what tells it apart, its page (empty where it has none)."""

    title: str
    detail: str
    path: str


@dataclass(frozen=True)
class Group:
    """The first hits of one kind; `path` leads to the list with the same question."""

    page: ListPage
    hits: list[Hit]
    count_words: str
    has_more: bool
    path: str


def look_for(words: str, person: Person, *, today: date) -> list[Group]:
    """What mentions `words`, by kind; kinds without a hit are left out.

    A bounded number of queries, whatever is found and however much there is.
    """
    readable = [page for page in SEARCHED if page.may_read(person)]
    groups = (group_of(page, words, person, today) for page in readable)
    return [group for group in groups if group.hits]


def group_of(page: ListPage, words: str, person: Person, today: date) -> Group:
    """The hits of one list."""
    asked = Asked(page, person, question(page, words), today=today)
    found = find(asked)
    hits = [Hit(str(row), page.brief(row), page.row_path(row)) for row in found.rows[:TOP]]
    return Group(page, hits, count_words(found), found.count > TOP, address(asked))


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
    numbered = [page for page in SEARCHED if page.number and page.may_read(person)]
    rows = [(page, row) for page in numbered for row in bearing(page, number, person)]
    paths = [path for page, row in rows if (path := page.row_path(row))]
    return paths[0] if len(paths) == 1 else ""


def bearing(page: ListPage, number: str, person: Person) -> list[Any]:
    """The records of a list with that number, typed in capitals or not."""
    rows = page.rows(person, question(page, "")).prefetch_related(None)
    return list(rows.filter(**{f"{page.number}__in": {number, number.upper()}})[:2])
