"""An item on its way: the lines of a list, how the list is to be read, the entries found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from planning.plan_text.script import joined
from planning.plan_text.source import Line

# What ends an item, and what shows that a line does not.
ENDED = "。;!！？?"
UNFINISHED = (",", "、", ":", "(", "（", "“", "《", "-", "及", "和", "与", "的")
CUT_WIDTH = 32
LONGEST_LABEL = 16


@dataclass
class Entry:
    """An item before its dates are read: its text without number, the lines it was written on."""

    parts: list[str]
    lines: list[Line]
    number: int | None = None
    doubts: list[str] = field(default_factory=list)
    group: str = ""

    @property
    def text(self) -> str:
        """The title: wrapped lines joined, spaces collapsed, no closing 。 or ；"""
        return joined(self.parts).rstrip(" 。；;｡")


@dataclass(frozen=True)
class Segment:
    """A line of a list, or the part of a line that holds one item; `blank`: set apart above."""

    text: str
    line: Line
    blank: bool

    @property
    def indent(self) -> int:
        """How far the segment stands in: nested lists count double."""
        return self.line.depth * 2 + len(self.text) - len(self.text.lstrip())


@dataclass(frozen=True)
class Manner:
    """How a list is to be read.

    `is_date_here`: cost of reading leading digits as a date; `wrap`: the width at which the
    text was wrapped by hand, 0 if it was not; `carried`: the last number of the list before;
    `is_last`: no heading follows, so trailing prose is no item; `rows`: lines in the cell beside;
    `cell`: the lines are a cell's.
    """

    is_date_here: Callable[[str], float]
    wrap: int = 0
    carried: int = 0
    is_last: bool = True
    rows: int = 0
    cell: bool = False
