"""Tables as text (.csv, .txt): whatever the encoding, and whether commas, semicolons or tabs."""

from __future__ import annotations

import csv
import io
import re
from typing import Any

from django.utils.translation import gettext_noop

from campus.sheets.grid import MOST_COLUMNS, MOST_ROWS, Formula, Grid
from campus.sheets.guard import Unreadable

ENCODING = gettext_noop("The text's encoding is not known. Save the table as .xlsx.")
BINARY = gettext_noop("The file is neither a spreadsheet nor a text.")
PAGE = gettext_noop(
    "This is a web page, whatever its name says. Open it in the spreadsheet program and save it"
    " as .xlsx."
)
TORN = gettext_noop("The quotation marks of this text do not match. Save the table as .xlsx.")
DELIMITERS = ",;\t"
# How spreadsheets are told to keep the zeros of a number: ="00123".
_KEPT_TEXT = re.compile(r'="([^"]*)"')


def read_delimited(data: bytes, name: str) -> list[Grid]:
    """The text once for each delimiter, as a grid each; the one with the headings is the right one.

    Raises Unreadable.
    """
    text = decoded(data)
    if "\0" in text:
        raise Unreadable("binary", BINARY)
    if text.lstrip()[:1] == "<":
        raise Unreadable("page", PAGE)
    try:
        return [_grid(text, delimiter, name) for delimiter in DELIMITERS if delimiter in text] or [
            _grid(text, ",", name)
        ]
    except csv.Error as error:
        raise Unreadable("torn", TORN) from error


def _grid(text: str, delimiter: str, name: str) -> Grid:
    rows: list[tuple[int, tuple[Any, ...]]] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    too_wide = too_long = False
    for number, cells in enumerate(reader, 1):
        values = tuple(_value(cell) for cell in cells[:MOST_COLUMNS])
        too_wide = too_wide or any(cells[MOST_COLUMNS:])
        if any(value is not None for value in values):
            too_long = number > MOST_ROWS
            rows.append((number, values))
        if too_long:
            break
    return Grid(name, rows, too_wide=too_wide, too_long=too_long)


def _value(cell: str) -> Any:
    kept = _KEPT_TEXT.fullmatch(cell.strip())
    if kept:
        return kept[1]
    if cell.lstrip().startswith("=") and len(cell.strip()) > 1:
        return Formula(cell)
    return cell if cell.strip() else None


def decoded(data: bytes) -> str:
    """Text in UTF-8 or UTF-16, with or without its mark, or in GB 18030; raises Unreadable."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _tried(data, "utf-16")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _tried(data, _without_mark(data))
    return _tried(data, _without_mark(data)) if "\0" in text else text


def _without_mark(data: bytes) -> str:
    """UTF-16 without its mark shows by the zeros of its commas and digits; all else is GB 18030."""
    sample = data[:4096]
    if not len(data) % 2 and sample[1::2].count(0) > len(sample) // 20:
        return "utf-16-le"
    if not len(data) % 2 and sample[::2].count(0) > len(sample) // 20:
        return "utf-16-be"
    return "gb18030"


def _tried(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding).lstrip("\ufeff")
    except UnicodeDecodeError as error:
        raise Unreadable("encoding", ENCODING) from error
