"""Rows written as workbooks: in constant memory, and words stay words whatever they begin with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path
from typing import IO, Any
from urllib.parse import quote

from django.http import HttpResponse
from xlsxwriter import Workbook

SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# Characters that a sheet's name may not hold, and its greatest length, both set by the program.
_NOT_IN_TITLES = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_LONGEST_TITLE = 31
# What no cell may hold, and how much it holds.
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_LONGEST = 32_767
# Columns are made this wide where nobody says otherwise, in characters.
_WIDTH = 16
TEXT = "@"
# Moments come before days, which they are as well.
DAY_FORMATS = (
    (datetime, "yyyy-mm-dd hh:mm"), (date, "yyyy-mm-dd"), (time, "hh:mm"), (timedelta, "[hh]:mm"),
)  # fmt: skip
# One row at a time in memory, and nothing guessed from what words look like.
AS_THEY_ARE = {
    "constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
    "strings_to_numbers": False,
}  # fmt: skip


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
    with Workbook(target, AS_THEY_ARE) as book:
        looks = Looks(book)
        return sum(_write(book, sheet, looks) for sheet in sheets)


class Looks:
    """How cells look: header, body, columns that keep text, and days and times in their forms."""

    def __init__(self, book: Workbook) -> None:
        body = {"valign": "top", "text_wrap": True}
        self.head = book.add_format(body | {"bold": True})
        self.body = book.add_format(body)
        self.text = book.add_format(body | {"num_format": TEXT})
        self.dated = {
            kind: book.add_format(body | {"num_format": form}) for kind, form in DAY_FORMATS
        }  # fmt: skip


def _write(book: Workbook, sheet: Sheet, looks: Looks) -> int:
    page = book.add_worksheet(sheet.title.translate(_NOT_IN_TITLES)[:_LONGEST_TITLE])
    styles = [looks.text if at in sheet.as_text else looks.body for at in range(len(sheet.header))]
    # A stream cannot go back: widths, looks and the fixed header come before the rows.
    widths = sheet.widths or [_WIDTH] * len(sheet.header)
    for column, (width, look) in enumerate(zip(widths, styles, strict=False)):
        page.set_column(column, column, width, look)
    page.freeze_panes(1, 0)
    for column, words in enumerate(sheet.header):
        page.write_string(0, column, _told(words), looks.head)
    count = 0
    for count, row in enumerate(sheet.rows, 1):  # how many there were
        for column, (value, like) in enumerate(zip(row, styles, strict=False)):
            _put(page, count, column, value, like, looks)
    page.autofilter(0, 0, count, len(sheet.header) - 1)
    return count


def _put(page: Any, row: int, column: int, value: Any, like: Any, looks: Looks) -> None:
    """Write one cell: words stay words, whatever they begin with; what is empty looks like its
    column by itself."""
    if value is None or value == "":
        return
    if isinstance(value, str):
        page.write_string(row, column, _told(value), like)
    elif isinstance(value, date | time | timedelta):
        form = next(form for kind, form in looks.dated.items() if isinstance(value, kind))
        page.write_datetime(row, column, value, form)
    elif isinstance(value, bool):
        page.write_boolean(row, column, value, like)
    else:
        page.write_number(row, column, value, like)


def _told(words: str) -> str:
    """The words as a cell holds them: without control characters, and not longer than it can."""
    return _ILLEGAL.sub("", words)[:_LONGEST]


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
