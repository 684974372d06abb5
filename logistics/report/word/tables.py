"""Tables with lines around their cells, and photos two in a row with their captions."""

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any
from unicodedata import east_asian_width

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm

from logistics.report.text import Table, Words
from logistics.report.word.layout import made
from logistics.report.word.styles import CAPTION, TABLE_TEXT

# The width of the block of text, and of a photo beside another one.
WIDTH, PHOTO = 156, 74
# Millimetres of a full character of 12 points, and of the edges of a cell with some room.
CHARACTER, EDGES = 4.3, 5.0
Runs = Callable[[Any, Sequence[Words]], None]


def add_table(document: Any, block: Table, add_runs: Runs) -> None:
    """A table as wide as the text; its header is repeated on every page, no row is torn apart."""
    table = document.add_table(rows=0, cols=len(block.header))
    table.style, table.autofit = "Table Grid", False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    columns = widths(block)
    header = row_of(table, [(Words(word),) for word in block.header], columns, add_runs)
    header.get_or_add_trPr().append(made("w:tblHeader"))
    for cell in table.rows[0].cells:
        cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
        for run in cell.paragraphs[0].runs:
            run.bold = True
    for cells in block.rows:
        row_of(table, cells, columns, add_runs)
    for column, width in zip(table.columns, columns, strict=True):
        column.width = Mm(width)


def row_of(
    table: Any, cells: Sequence[Sequence[Words]], columns: Sequence[float], add_runs: Runs
) -> Any:
    row = table.add_row()
    row._tr.get_or_add_trPr().append(made("w:cantSplit"))
    # Asked once: the row looks all its cells up each time.
    for cell, runs, width in zip(row.cells, cells, columns, strict=True):
        cell.width = Mm(width)
        cell.paragraphs[0].style = TABLE_TEXT
        add_runs(cell.paragraphs[0], runs)
    return row._tr


def widths(block: Table) -> list[float]:
    """Millimetres of each column: narrow ones have what their longest cell needs, the widest share
    what is left and break their lines."""
    told = [[text_of(cell) for cell in row] for row in block.rows]
    columns = list(zip(block.header, *told, strict=True))
    needs = [max(map(broadness, column)) * CHARACTER + EDGES for column in columns]
    found, left = [0.0] * len(needs), float(WIDTH)
    order = sorted(range(len(needs)), key=needs.__getitem__)
    for turn, column in enumerate(order):
        found[column] = min(needs[column], left / (len(needs) - turn))
        left -= found[column]
    found[order[-1]] += left
    return found


def text_of(runs: Sequence[Words]) -> str:
    return "".join(run.words for run in runs)


def broadness(text: str) -> float:
    """How many full characters wide the text is."""
    return sum(1 if east_asian_width(letter) in "WF" else 0.5 for letter in text)


def add_photos(document: Any, photos: Sequence[tuple[BytesIO, str]]) -> None:
    """Photos two in a row, each above its caption; a row is not torn from its captions."""
    if not photos:
        return
    table = document.add_table(rows=0, cols=2)
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    for first in range(0, len(photos), 2):
        pair = photos[first : first + 2]
        pictures, captions = table.add_row(), table.add_row()
        for row in (pictures, captions):
            row._tr.get_or_add_trPr().append(made("w:cantSplit"))
        for place, (picture, caption) in enumerate(pair):
            add_picture(pictures.cells[place].paragraphs[0], picture)
            below = captions.cells[place].paragraphs[0]
            below.style, below.text = CAPTION, caption
        if len(pair) == 1:
            for row in (pictures, captions):
                row.cells[0].merge(row.cells[1])


def add_picture(paragraph: Any, picture: BytesIO) -> None:
    """At the width of half a line; a line of a fixed height would show a strip of it alone."""
    paragraph.style = CAPTION
    paragraph.paragraph_format.line_spacing = 1.0
    paragraph.paragraph_format.keep_with_next = True
    paragraph.add_run().add_picture(picture, width=Mm(PHOTO))
    drawn = paragraph._p.find(f".//{qn('wp:inline')}")
    limit_height(drawn)


def limit_height(drawn: Any) -> None:
    """Upright photos are as high as lying ones are wide, so that two rows fit on a page."""
    extent = drawn.find(qn("wp:extent"))
    width, height = int(extent.get("cx")), int(extent.get("cy"))
    if height <= width:
        return
    for size in (extent, drawn.find(f".//{qn('a:ext')}")):
        size.set("cx", str(width * width // height))
        size.set("cy", str(width))
