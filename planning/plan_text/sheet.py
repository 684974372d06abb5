"""Spreadsheets: every visible sheet in order, merged cells filled, rows of one text as lines."""

from __future__ import annotations

import io
import warnings
from datetime import date, datetime, time
from typing import Any

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from planning.plan_text.columns import header_kinds
from planning.plan_text.headings import period_heading
from planning.plan_text.script import cleaned
from planning.plan_text.source import Block, Cell, Grid, Line

_LONGEST_CELL = 12
_MOST_ROWS = 5000
_MOST_COLUMNS = 60


def read_sheet(data: bytes) -> list[Block]:
    """The blocks of a workbook; raises what openpyxl raises for a broken one."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(io.BytesIO(data), data_only=True)
    blocks: list[Block] = []
    no = 1
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible":
            blocks += _sheet(sheet, no, named=len(book.worksheets) > 1)
            no += sheet.max_row
    return blocks


def _sheet(sheet: Worksheet, no: int, *, named: bool) -> list[Block]:
    rows = _rows(sheet, no)
    blocks: list[Block] = []
    title = Line(sheet.title, no)
    if named and period_heading(title):
        blocks.append(title)
    table: list[tuple[Cell, ...]] = []
    for row in rows:
        if _is_text(row, table):
            blocks += [*_grid(table), *_lines(row)]
            table = []
        else:
            table.append(row)
    return [*blocks, *_grid(table)]


def _is_text(row: tuple[Cell, ...], table: list[tuple[Cell, ...]]) -> bool:
    """A row whose only text stands in its first cell is a line, unless a table runs through it."""
    filled = [cell for cell in row if cell.text.strip()]
    if not filled:
        return not table
    own = [cell for cell in filled if not cell.merged]
    alone = len(own) <= 1 and len({cell.text for cell in filled}) == 1
    spread = len(filled) > 1 or len(row) == 1
    apart = spread or not table or _stands_apart(row, table)
    return alone and bool(row[0].text.strip()) and apart


def _stands_apart(row: tuple[Cell, ...], table: list[tuple[Cell, ...]]) -> bool:
    """A period alone in its row is a heading, unless the table has a column for it."""
    if period_heading(Line(row[0].text, 0)):
        return not any(header_kinds([cell.text for cell in above]) for above in table[:6])
    return len(row[0].text) > _LONGEST_CELL


def _lines(row: tuple[Cell, ...]) -> list[Block]:
    text = next((cell.text for cell in row if cell.text.strip()), "")
    return [Line(part, row[0].no) for part in text.split("\n")]


def _grid(rows: list[tuple[Cell, ...]]) -> list[Block]:
    kept = [row for row in rows if any(cell.text.strip() for cell in row)]
    return [Grid(tuple(kept))] if kept else []


def _rows(sheet: Worksheet, no: int) -> list[tuple[Cell, ...]]:
    height, breadth = min(sheet.max_row, _MOST_ROWS), min(sheet.max_column, _MOST_COLUMNS)
    merged = _merged(sheet)
    rows: list[tuple[Cell, ...]] = []
    for index in range(1, height + 1):
        row = []
        for column in range(1, breadth + 1):
            origin = merged.get((index, column))
            cell = sheet.cell(*(origin or (index, column)))
            moved = origin is not None and origin != (index, column)
            row.append(Cell(_shown(cell.value, cell.number_format), no + index - 1, merged=moved))
        rows.append(tuple(row))
    return _trimmed(rows)


def _trimmed(rows: list[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    used = max(
        (i + 1 for row in rows for i, cell in enumerate(row) if cell.text.strip()), default=1
    )
    return [row[:used] for row in rows]


def _merged(sheet: Worksheet) -> dict[tuple[int, int], tuple[int, int]]:
    """For every cell of a merged area the cell that holds its text."""
    found: dict[tuple[int, int], tuple[int, int]] = {}
    for area in sheet.merged_cells.ranges:
        origin = (area.min_row, area.min_col)
        for row in range(area.min_row, min(area.max_row, _MOST_ROWS) + 1):
            for column in range(area.min_col, min(area.max_col, _MOST_COLUMNS) + 1):
                found[row, column] = origin
    return found


def _shown(value: Any, form: str) -> str:
    """A value as its reader sees it: 9.10 stays 9.10 where the format has two decimals."""
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return _shown_date(value, form)
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, float) and value.is_integer() and "." not in form:
        return str(int(value))
    if isinstance(value, float) and form.startswith("0.0"):
        return f"{value:.{len(form.split('.')[1].rstrip('_ '))}f}"
    return cleaned(str(value))


def _shown_date(value: date, form: str) -> str:
    if "d" not in form.lower() and "m" in form.lower():
        return f"{value.year}年{value.month}月"
    return f"{value.year}-{value.month:02d}-{value.day:02d}"
