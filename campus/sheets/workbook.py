"""Workbooks (.xlsx) as grids, row by row: memory stays small whatever the file holds."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, Any

from django.utils.translation import gettext_noop
from openpyxl.reader.excel import ExcelReader
from openpyxl.utils import range_boundaries

from campus.sheets.grid import MOST_COLUMNS, MOST_ROWS, Formula, Grid, Merged, Shown
from campus.sheets.guard import Unreadable, refuse_bomb

BROKEN = gettext_noop("The file is damaged and cannot be opened.")
WORD = gettext_noop(
    "This is a Word document. Copy its table into a spreadsheet and save that as .xlsx."
)
OPEN_DOCUMENT = gettext_noop("This is an OpenDocument file. Save it as .xlsx.")
ARCHIVE = gettext_noop("This is an archive, not a spreadsheet. Unpack it and give the table in it.")
_FAULTS = (
    zipfile.BadZipFile, KeyError, ValueError, OSError, EOFError, SyntaxError, TypeError,
    RuntimeError, AttributeError, IndexError, zlib.error,
)  # fmt: skip
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s+ref\s*=\s*[\"']([A-Z]+\d+:[A-Z]+\d+)[\"']")
_CHUNK = 1 << 20
_MOST_MERGED = 200


def read_workbook(data: bytes) -> list[Grid]:
    """The visible sheets; hidden rows and columns are read as all others. Raises Unreadable."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            refuse_bomb(archive)
            refuse_other_documents(archive.namelist())
            return list(_grids(data, archive))
    except _FAULTS as error:
        raise Unreadable("broken", BROKEN) from error


def refuse_other_documents(parts: list[str]) -> None:
    """Raise Unreadable for a packed file that is no workbook."""
    if "xl/workbook.xml" in parts:
        return
    if "word/document.xml" in parts:
        raise Unreadable("word", WORD)
    if "mimetype" in parts and "content.xml" in parts:
        raise Unreadable("open_document", OPEN_DOCUMENT)
    raise Unreadable("archive", ARCHIVE)


def _grids(data: bytes, archive: zipfile.ZipFile) -> Iterator[Grid]:
    reader = ExcelReader(io.BytesIO(data), read_only=True, keep_links=False)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of styles and validations that are lost on reading
        reader.read()
        for found, relation in reader.parser.find_sheets():
            sheet = reader.wb[found.name]
            if getattr(sheet, "sheet_state", "visible") == "visible" and hasattr(sheet, "rows"):
                yield _grid(sheet, merged_in(archive, relation.target))
    reader.wb.close()


def _grid(sheet: Any, merged: list[Merged]) -> Grid:
    # What the file says of its own size is often wrong.
    sheet.reset_dimensions()
    rows: list[tuple[int, tuple[Any, ...]]] = []
    too_wide = too_long = False
    for number, cells in enumerate(sheet.iter_rows(), 1):
        values = tuple(_value(cell) for cell in cells[:MOST_COLUMNS])
        too_wide = too_wide or any(cell.value is not None for cell in cells[MOST_COLUMNS:])
        if any(value is not None for value in values):
            too_long = number > MOST_ROWS
            rows.append((number, values))
        if too_long:
            break
    return Grid(sheet.title, rows, merged, too_wide=too_wide, too_long=too_long)


def _value(cell: Any) -> Any:
    if cell.data_type == "f":
        return Formula(str(cell.value))
    if cell.data_type == "e":
        return Shown(str(cell.value))
    return cell.value if cell.value != "" else None


def merged_in(archive: zipfile.ZipFile, part: str) -> list[Merged]:
    """The merged ranges of the sheet in `part`, at most 200; they stand below all rows."""
    with archive.open(part) as stream:
        ranges = list(_ranges(stream))
    return [_merged(words) for words in ranges[:_MOST_MERGED]]


def _ranges(stream: IO[bytes]) -> Iterator[str]:
    """Looked for in the raw text, piece by piece: a cell's own words hold no bare `<`."""
    rest = b""
    while piece := stream.read(_CHUNK):
        text = rest + piece
        end = text.rfind(b">") + 1
        rest = text[end:]
        yield from (found[1].decode() for found in _MERGED.finditer(text, 0, end))


def _merged(words: str) -> Merged:
    first_column, first_row, last_column, last_row = (edge or 0 for edge in range_boundaries(words))
    return Merged(words, first_row, last_row, first_column, last_column)
