"""How many rows a list has at an address."""

from datetime import date
from typing import Any
from urllib.parse import urlsplit

from django.db.models import QuerySet
from django.http import QueryDict

from campus.lists.finding import Asked
from campus.lists.registry import ListPage
from campus.models import Person


def rows_behind_in(
    page: ListPage, person: Person, path: str, today: date = date(2025, 11, 3)
) -> QuerySet[Any]:
    """The rows that `person` finds in the list behind the address `path`."""
    return Asked(page, person, QueryDict(urlsplit(path).query), today=today).matching


def rows_behind(page: ListPage, person: Person, path: str, today: date = date(2025, 11, 3)) -> int:
    """How many there are of them."""
    return rows_behind_in(page, person, path, today).count()
