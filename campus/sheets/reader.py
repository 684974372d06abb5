"""From a file's bytes to rows: the sheet and its headings found, every cell made what it should be.

What makes a whole file useless raises `Unreadable`; what is wrong with a cell is a `Fault` of the
table, and all faults of a file are told at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_noop

from campus.sheets.delimited import read_delimited
from campus.sheets.grid import MOST_BYTES, MOST_COLUMNS, MOST_ROWS, Formula, Grid, Merged, Shown
from campus.sheets.guard import Unreadable, foreign_kind
from campus.sheets.table import Fault, Heading, Kind, Row, Table
from campus.sheets.values import EMPTY, ERROR, FORMULA, Faulty, is_blank, tidy, value_of
from campus.sheets.workbook import read_workbook

TOO_LARGE = gettext_noop("The file is larger than %(most)s MB. Give the table alone.")
NO_FILE = gettext_noop("The file is empty.")
NO_ROWS = gettext_noop("The file holds no table: every sheet is empty.")
WRONG_SHEET = gettext_noop(
    "No sheet has the headings %(wanted)s within its first %(rows)s rows. Sheets of the file:"
    " %(sheets)s."
)
FOREIGN = {
    "pdf": gettext_noop("This is a PDF. Give the table as .xlsx or .csv."),
    "picture": gettext_noop("This is a picture. Give the table as .xlsx or .csv."),
    "program": gettext_noop("This is a program, whatever its name says. It is not opened."),
    "rtf": gettext_noop("This is an RTF file. Give the table as .xlsx or .csv."),
    "old_office": gettext_noop("This is an old Office file (.xls or .doc). Save it as .xlsx."),
    "encrypted": gettext_noop(
        "The file is protected by a password. Save it without one and give it again."
    ),
}
TWICE = gettext_noop("This heading stands twice: in the columns %(first)s and %(second)s.")
MERGED = gettext_noop(
    "The cells %(range)s are merged. Unmerge them and fill in each cell of its own."
)
TOO_LONG = gettext_noop("The sheet goes on below row %(most)s, which is as far as is read.")
TOO_WIDE = gettext_noop("The sheet goes on beyond column %(most)s, which is as far as is read.")

HEADING_WITHIN = 20
# What is empty as None rather than as no words.
NUMBERS = {Kind.DAY, Kind.WHOLE, Kind.AMOUNT}
# A row whose first cell begins so shows how to fill in the sheet and is no row.
EXAMPLES = ("(示例)", "(example)")
_REMARK = re.compile(r"\(.*?\)|\[.*?\]|[*:\s]")


def read_table(data: bytes, name: str, *, headings: Sequence[Heading]) -> Table:
    """The first sheet of the file that has the required `headings`; raises Unreadable."""
    grids = grids_of(data, name)
    for grid in grids:
        head = head_of(grid, headings)
        if head:
            return table_of(grid, head)
    raise no_such_sheet(grids, headings)


def no_such_sheet(grids: Sequence[Grid], headings: Sequence[Heading]) -> Unreadable:
    """What to raise when none of the sheets has the headings."""
    wanted = [heading.label for heading in headings if heading.required]
    sheets = "、".join(dict.fromkeys(grid.name for grid in grids))
    return Unreadable("no_table", WRONG_SHEET, wanted=wanted, sheets=sheets, rows=HEADING_WITHIN)


def grids_of(data: bytes, name: str) -> list[Grid]:
    """The filled sheets of the file, told by its content and not by its name; raises Unreadable."""
    refuse_file(data)
    read = read_workbook(data) if foreign_kind(data) == "packed" else read_delimited(data, name)
    grids = [grid for grid in read if grid.rows]
    if not grids:
        raise Unreadable("empty", NO_ROWS)
    return grids


def refuse_file(data: bytes) -> None:
    """Raise Unreadable for what can be seen to be no table without opening it."""
    if not data.removeprefix(b"\xef\xbb\xbf").strip():
        raise Unreadable("empty", NO_FILE)
    if len(data) > MOST_BYTES:
        raise Unreadable("too_large", TOO_LARGE, most=MOST_BYTES // 2**20)
    kind = foreign_kind(data)
    if kind in FOREIGN:
        raise Unreadable(kind, FOREIGN[kind])


@dataclass(frozen=True)
class Head:
    """The row of headings: its number, the column of each key, and what stands there."""

    row: int
    columns: dict[Heading, int]
    words: Mapping[int, str]
    twice: tuple[tuple[str, int, int], ...] = ()


def head_of(grid: Grid, headings: Sequence[Heading]) -> Head | None:
    """The first of the first 20 rows that has every required heading."""
    for number, values in grid.rows:
        if number > HEADING_WITHIN:
            return None
        head = head_in(number, values, headings)
        if all(heading in head.columns for heading in headings if heading.required):
            return head
    return None


def head_in(number: int, values: Sequence[Any], headings: Sequence[Heading]) -> Head:
    """What of the headings stands in one row."""
    known = {heading_key(name): heading for heading in headings for name in heading.names}
    columns: dict[Heading, int] = {}
    words: dict[int, str] = {}
    twice = []
    for column, value in enumerate(values):
        if not isinstance(value, str) or is_blank(value):
            continue
        words[column] = tidy(value)
        heading = known.get(heading_key(value))
        if heading is None:
            continue
        if heading in columns:
            twice.append((words[column], columns[heading] + 1, column + 1))
        columns.setdefault(heading, column)
    return Head(number, columns, words, tuple(twice))


def heading_key(words: str) -> str:
    """A heading without what people add to it: blanks, stars, colons, remarks in brackets."""
    return _REMARK.sub("", tidy(words)).casefold()


def table_of(grid: Grid, head: Head) -> Table:
    """The rows below the headings, with every fault of the sheet."""
    written = {heading.key: head.words[column] for heading, column in head.columns.items()}
    used = set(head.columns.values())
    doubled = {second - 1 for _words, _first, second in head.twice}
    faults = [*sheet_faults(grid, head)]
    rows = []
    above: dict[int, Any] = {}
    for number, plain in grid.rows:
        if number <= head.row or is_example(plain) or not any_filled(plain, used):
            continue
        values = filled_down(plain, above, head)
        cells, found = cells_of(number, values, head, grid.merged)
        faults += [Fault(grid.name, number, head.words[at], *wrong) for at, wrong in found]
        rows.append(Row(number, cells))
    unread = [words for at, words in head.words.items() if at not in used | doubled]
    return Table(grid.name, written, rows, faults, unread)


def filled_down(values: Sequence[Any], above: dict[int, Any], head: Head) -> Sequence[Any]:
    """The row with what stands above it in the columns that are said once for several rows;
    `above` keeps that for the next row."""
    columns = {column for heading, column in head.columns.items() if heading.fills_down}
    for column in columns:
        value = values[column] if column < len(values) else None
        above[column] = above.get(column) if is_blank(value) else value
    if not columns:
        return values
    wide = [*values, *[None] * (max(columns) + 1 - len(values))]
    return [above[at] if at in columns else value for at, value in enumerate(wide)]


def any_filled(values: Sequence[Any], columns: set[int]) -> bool:
    return any(not is_blank(values[at]) for at in columns if at < len(values))


def is_example(values: Sequence[Any]) -> bool:
    first = next((value for value in values if not is_blank(value)), None)
    return isinstance(first, str) and tidy(first).casefold().startswith(EXAMPLES)


Wrong = tuple[str, dict[str, Any]]


def cells_of(
    number: int, values: Sequence[Any], head: Head, merged: Sequence[Merged]
) -> tuple[dict[str, Any], list[tuple[int, Wrong]]]:
    """The cells of one row by key, and what is wrong with them by column; a wrong cell is empty."""
    cells: dict[str, Any] = {}
    found: list[tuple[int, Wrong]] = []
    for heading, column in head.columns.items():
        value = values[column] if column < len(values) else None
        try:
            cells[heading.key] = value_in(value, heading)
            if is_missing(cells[heading.key], heading) and not is_covered(number, column, merged):
                raise Faulty(EMPTY)
        except Faulty as faulty:
            cells[heading.key] = None if heading.kind in NUMBERS else ""
            found.append((column, (faulty.text, faulty.facts)))
    return cells, found


def value_in(value: Any, heading: Heading) -> Any:
    """The cell as its column wants it; raises Faulty."""
    if isinstance(value, Formula):
        raise Faulty(FORMULA)
    if isinstance(value, Shown):
        raise Faulty(ERROR, error=value.error)
    return value_of(value, heading.kind)


def is_missing(cell: Any, heading: Heading) -> bool:
    return heading.required and cell in ("", None)


def is_covered(row: int, column: int, merged: Sequence[Merged]) -> bool:
    """Whether merging has emptied the cell (column from 0), which has been told of already."""
    return any(
        each.first_row <= row <= each.last_row
        and each.first_column <= column + 1 <= each.last_column
        for each in merged
    )


def sheet_faults(grid: Grid, head: Head) -> Iterator[Fault]:
    """What is wrong with the sheet as a whole: headings twice, merged cells, too much of it."""
    for words, first, second in head.twice:
        facts = {"first": first, "second": second}
        yield Fault(grid.name, head.row, words, TWICE, facts)
    last = max(head.columns.values()) + 1
    down = {column + 1 for heading, column in head.columns.items() if heading.fills_down}
    for merged in grid.merged:
        if merged.first_column == merged.last_column and merged.first_column in down:
            continue
        if merged.last_row >= head.row and merged.first_column <= last:
            words = head.words.get(merged.first_column - 1, "")
            yield Fault(grid.name, merged.first_row, words, MERGED, {"range": merged.words})
    if grid.too_long:
        yield Fault(grid.name, MOST_ROWS + 1, "", TOO_LONG, {"most": MOST_ROWS})
    if grid.too_wide:
        yield Fault(grid.name, 0, "", TOO_WIDE, {"most": MOST_COLUMNS})
