"""What is asked of a file and what comes out of it: headings, rows, faults."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, Generic, TypeVar

from django.utils.translation import gettext

from campus.sheets.guard import Unreadable

Thing = TypeVar("Thing")


class Kind(Enum):
    """What a column holds: words; a code such as a number of staff (20250301.0 becomes 20250301);
    a whole number; an amount of money with cents; a day; a day in whatever words ("Monday"), where
    a cell that holds a day gives it as 2025-09-01."""

    TEXT = "text"
    CODE = "code"
    WHOLE = "whole"
    AMOUNT = "amount"
    DAY = "day"
    DAY_WORDS = "day_words"


@dataclass(frozen=True)
class Heading:
    """A column: its `key` in the rows, and every name that a file may give it, in any language.

    `label` (a source string) is what sentences call it. Where it is `required` the column must be
    there and every row must fill it in. One that `fills_down` is said once for the rows below it:
    merged down them, or left empty in them.
    """

    key: str
    label: str
    names: tuple[str, ...]
    kind: Kind = Kind.TEXT
    required: bool = False
    fills_down: bool = False


Cell = str | int | Decimal | date | None
"""TEXT, CODE and DAY_WORDS give words ("" where empty), WHOLE and AMOUNT a number, DAY a day, or
None."""


@dataclass(frozen=True)
class Row:
    """A row of the file: its number as the program shows it, and its cells by heading key."""

    number: int
    cells: dict[str, Any]


@dataclass(frozen=True)
class Fault:
    """Something wrong: where (row 0 and an empty heading where it is no single cell), and a
    sentence of the catalogue with its facts. A list among the facts is labels to be translated."""

    sheet: str
    row: int
    heading: str
    text: str
    facts: dict[str, Any] = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        """The sentence in the reader's language."""
        return in_words(self.text, self.facts)

    def stored(self) -> dict[str, Any]:
        """The fault as JSON knows it; `Fault(**stored)` is the way back."""
        return {
            "sheet": self.sheet, "row": self.row, "heading": self.heading,
            "text": self.text, "facts": self.facts,
        }  # fmt: skip


@dataclass(frozen=True)
class Table:
    """The rows below the headings of one sheet. `headings` gives each key's words in the file,
    `unread` the headings that nobody asked for."""

    sheet: str
    headings: dict[str, str]
    rows: list[Row]
    faults: list[Fault]
    unread: list[str] = field(default_factory=list)


@dataclass
class Read(Generic[Thing]):
    """What a file holds: the things that can be kept, and all that is wrong; `refusal` (in words)
    where none of it can be."""

    things: list[Thing] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    refusal: str = ""

    @property
    def is_good(self) -> bool:
        return not (self.faults or self.refusal)


def in_words(text: str, facts: Mapping[str, Any]) -> str:
    """A source string with its facts, in the reader's language."""
    told = {name: joined(fact) if isinstance(fact, list) else fact for name, fact in facts.items()}
    return gettext(text) % told


def joined(labels: Iterable[str]) -> str:
    return gettext(", ").join(gettext(label) for label in labels)


def refusal_in_words(refusal: Unreadable) -> str:
    """Why a file cannot be read, in the reader's language."""
    return in_words(refusal.sentence, refusal.facts)
