"""What areas hand in about personal data: how long it is kept, and what the data map tells."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from campus.doors import PersonRequest
from campus.models import Person
from campus.rows import Rows, read

Words = str | Promise

PUPILS, STAFF, BOTH = _("Pupils"), _("Staff"), _("Pupils and staff")
DUTY = _("Necessary for the school's duties by law (PIPL art. 13)")
FROM_WORK = _("Written in the course of work")
NOBODY = _("Nobody")
AS_RECORDS = _("As records of the office; names are replaced once their people have left.")


@dataclass(frozen=True, kw_only=True)
class Kept:
    """A kind of data with an end: proposed `months` and `why`, the rows that are older than a
    moment (`due`), and what lets them go or makes them anonymous (`erase`, by their numbers)."""

    name: str
    label: Words
    months: int
    why: Words
    due: Callable[[datetime], QuerySet[Any]]
    erase: Callable[[list[int], datetime], None]
    # No rule of the school goes below this.
    least: int = 1


KEPT: dict[str, Kept] = {}


def name_kept(*kinds: Kept) -> None:
    """Let the nightly task see to such data."""
    for kind in kinds:
        KEPT[kind.name] = kind


@dataclass(frozen=True, kw_only=True)
class DataKind:
    """One line of the data map (个人信息处理活动记录): what is kept of whom and why, by which
    article, who sees it, where it is from, how long it is kept and who outside the school gets it.

    `models` are the labels of the models that hold it.
    """

    name: str
    label: Words
    whose: Words
    fields: Words
    purpose: Words
    seen_by: Words
    kept: Words
    models: tuple[str, ...]
    basis: Words = DUTY
    source: Words = FROM_WORK
    outside: Words = NOBODY


@dataclass(frozen=True, kw_only=True)
class Held:
    """A line of what is kept of one person: of which kind of the map, what, and its value."""

    kind: str
    label: Words
    value: str


DATA: dict[str, DataKind] = {}
# Models that point to people and are no data about them, each with the reason.
NO_DATA: dict[str, str] = {}


def name_data(*kinds: DataKind) -> None:
    """Put kinds of data on the map."""
    for kind in kinds:
        DATA[kind.name] = kind


def name_authors(models: Iterable[str]) -> None:
    """Models in which people stand only as those who wrote or answer for a record of the office."""
    NO_DATA.update(dict.fromkeys(models, "authors"))


# Files with pupils in them that are no lists: by name what answers with one, given the reason
FILES: dict[str, Callable[[PersonRequest, str], HttpResponse]] = {}


def name_file(name: str, answer: Callable[[PersonRequest, str], HttpResponse]) -> None:
    """Let a file be taken away once its taking is approved."""
    FILES[name] = answer


# What is kept of one person, told to that person


HOLDINGS: list[Callable[[Person], Iterable[Rows[Held]]]] = []


def name_holding(find: Callable[[Person], Iterable[Rows[Held]]]) -> None:
    """Let `find` give the rows that an area keeps of a person; one union reads those of all."""
    HOLDINGS.append(find)


def held_of(person: Person) -> dict[str, list[Held]]:
    """All that areas keep of the person, by the kinds of the map; one query."""
    found: dict[str, list[Held]] = {}
    for held in read(rows for find in HOLDINGS for rows in find(person)):
        found.setdefault(held.kind, []).append(held)
    return found
