"""The carrier's content made equal: lines and grids, whatever file they came in."""

from __future__ import annotations

from dataclasses import dataclass, field

from campus.sheets.guard import Unreadable

# A file that cannot be read: `code` is stable, `sentence` is English for people.
UnreadableSource = Unreadable


@dataclass(frozen=True)
class Line:
    """A line of text. `no` counts from 1 in the source, `level` is the rank of a marked heading
    (1 highest, 0 none), `depth` the nesting of a list."""

    text: str
    no: int
    level: int = 0
    depth: int = 0


@dataclass(frozen=True)
class Cell:
    """A cell; `merged` if it only continues the cell above it, `absent` if the row left it out."""

    text: str
    no: int
    merged: bool = False
    absent: bool = False


@dataclass(frozen=True)
class Grid:
    """A table with equally long rows."""

    rows: tuple[tuple[Cell, ...], ...]


Block = Line | Grid


@dataclass(frozen=True)
class Source:
    """A file's content in reading order."""

    name: str
    blocks: tuple[Block, ...] = field(default=())
