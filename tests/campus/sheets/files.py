"""Files as clerks have them, made on the spot."""

import io
import zipfile
from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook

from campus.sheets.reader import read_table
from campus.sheets.table import Heading, Kind, Table

NUMBER = Heading("number", "Number", ("学号", "工号", "Number"), Kind.CODE, required=True)
NAME = Heading("name", "Name", ("姓名", "名字", "Name"), required=True)
AGE = Heading("seat", "Seat", ("座号",), Kind.WHOLE)
DAY = Heading("since", "Since", ("入学日期",), Kind.DAY)
HEADINGS = (NUMBER, NAME, AGE, DAY)


def saved(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def workbook(*rows: Sequence[Any], title: str = "名单") -> Workbook:
    """A workbook with these rows on one sheet."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    return book


def table(*rows: Sequence[Any]) -> Table:
    """What is read of a sheet of these rows."""
    return read_table(saved(workbook(*rows)), "list.xlsx", headings=HEADINGS)


def packed(**parts: bytes) -> bytes:
    """A zip file of these parts; `__` in a name is a folder's stroke, `_xml` its ending."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return stream.getvalue()
