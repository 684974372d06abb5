"""Rows written as workbooks: in constant memory, and words stay words whatever they begin with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import IO, Any
from urllib.parse import quote

from django.http import HttpResponse
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# Characters that a sheet's name may not hold, and its greatest length, both set by the program.
_NOT_IN_TITLES = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_LONGEST_TITLE = 31
# Columns are made this wide where nobody says otherwise, in characters.
_WIDTH = 16
TEXT = "@"


@dataclass(frozen=True)
class Sheet:
    """One sheet to write. `widths` of the columns are in characters; columns in `as_text` (counted
    from 0) keep what is typed into them later as text, leading zeros and all."""

    title: str
    header: Sequence[str]
    rows: Iterable[Sequence[Any]]
    widths: Sequence[int] | None = None
    as_text: frozenset[int] = field(default=frozenset())


def write_workbook(
    target: str | Path | IO[bytes],
    *,
    title: str,
    header: Sequence[str],
    rows: Iterable[Sequence[Any]],
    widths: Sequence[int] | None = None,
) -> int:
    """Write one sheet to a path or stream; answers with the number of rows below the header."""
    return write_sheets(target, [Sheet(title, header, rows, widths)])


def write_sheets(target: str | Path | IO[bytes], sheets: Iterable[Sheet]) -> int:
    """Write a workbook of several sheets; answers with the number of rows below the headers."""
    book = Workbook(write_only=True)
    written = sum(_write(book, sheet) for sheet in sheets)
    book.save(target)
    return written


def _write(book: Workbook, sheet: Sheet) -> int:
    page = book.create_sheet(sheet.title.translate(_NOT_IN_TITLES)[:_LONGEST_TITLE])
    # A stream cannot go back: widths and the fixed header come before the rows.
    for column, width in enumerate(sheet.widths or [_WIDTH] * len(sheet.header), 1):
        page.column_dimensions[get_column_letter(column)].width = width
    for column in sheet.as_text:
        page.column_dimensions[get_column_letter(column + 1)].number_format = TEXT
    page.freeze_panes = "A2"
    head, body, text = _styles(page)
    page.append(_cells(page, sheet.header, [head] * len(sheet.header)))
    styles = [text if at in sheet.as_text else body for at in range(len(sheet.header))]
    count = 0
    for row in sheet.rows:
        page.append(_cells(page, row, styles))
        count += 1
    page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.header))}{count + 1}"
    return count


def _styles(page: Any) -> tuple[Any, Any, Any]:
    """The looks of header, body and text column: made once, since looking one up for every cell
    takes longer than writing it."""
    head, body, text = (WriteOnlyCell(page, None) for _ in range(3))
    for cell in (head, body, text):
        cell.alignment = Alignment(vertical="top", wrap_text=True)
    head.font = Font(bold=True)
    text.number_format = TEXT
    return head, body, text


def _cells(page: Any, values: Sequence[Any], styles: Sequence[Any]) -> Iterator[Any]:
    for value, like in zip(values, styles, strict=False):
        cell: Any = WriteOnlyCell(page, None)
        if isinstance(value, str):
            cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
            cell.data_type = "s"
        else:
            # Days bring their own format along; everything else looks like its column.
            cell.value = value
        day_format = cell.number_format if cell.is_date else ""
        cell._style = copy(like._style)
        if day_format:
            cell.number_format = day_format
        yield cell


def sheet_answer(
    rows: Iterable[Sequence[Any]], name: str, *, widths: Sequence[int] | None = None
) -> HttpResponse:
    """The rows, the first of them the header, as an .xlsx file named `name` for the browser to
    keep; for some hundred rows. More than that are a job's work."""
    rest = iter(rows)
    held = BytesIO()
    write_workbook(held, title=name, header=next(rest), rows=rest, widths=widths)
    return workbook_answer(held.getvalue(), name)


def workbook_answer(data: bytes, name: str) -> HttpResponse:
    """A workbook's bytes for the browser to keep as `name`.xlsx."""
    answer = HttpResponse(data, content_type=SPREADSHEET)
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}.xlsx"
    return answer
