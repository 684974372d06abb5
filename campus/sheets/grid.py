"""A sheet as it lies in the file, before anybody looks for headings in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

MOST_BYTES = 5 * 1024 * 1024
MOST_ROWS = 20_000
MOST_COLUMNS = 100


@dataclass(frozen=True)
class Formula:
    """A cell that computes its value; what it shows is not to be trusted."""

    text: str


@dataclass(frozen=True)
class Shown:
    """A cell that shows an error such as #N/A."""

    error: str


@dataclass(frozen=True)
class Merged:
    """Cells made one: first and last row and column, counted from 1, and how the program writes
    the range."""

    words: str
    first_row: int
    last_row: int
    first_column: int
    last_column: int


@dataclass(frozen=True)
class Grid:
    """The filled rows of a sheet, each with its number from 1; values as the file holds them, or
    `Formula` or `Shown`. `too_wide` and `too_long` tell that there is more than is read."""

    name: str
    rows: list[tuple[int, tuple[Any, ...]]]
    merged: list[Merged] = field(default_factory=list)
    too_wide: bool = False
    too_long: bool = False
