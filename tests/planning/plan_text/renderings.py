"""The same plan in every carrier: lines and grids as Word, web page, Markdown, spreadsheet."""

from __future__ import annotations

import io
from collections.abc import Callable
from html import escape

from docx import Document
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from planning.plan_text.source import Block, Cell, Grid, Line


def as_word(blocks: list[Block]) -> bytes:
    """A document with a paragraph per line; cells that are merged are merged."""
    document = Document()
    for block in blocks:
        if isinstance(block, Line):
            document.add_paragraph(block.text)
            continue
        table = document.add_table(rows=len(block.rows), cols=len(block.rows[0]))
        for column in range(len(block.rows[0])):
            for top, bottom in _areas([row[column] for row in block.rows]):
                cell = table.cell(top, column)
                if bottom > top:
                    cell = cell.merge(table.cell(bottom, column))
                cell.text = block.rows[top][column].text
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def as_page(blocks: list[Block]) -> bytes:
    """A web page with a paragraph per line and real tables."""
    parts = ["<!DOCTYPE html><html><head><meta charset='utf-8'><title>页面</title></head><body>"]
    for block in blocks:
        parts.append(
            f"<p>{escape(block.text)}</p>" if isinstance(block, Line) else _page_table(block)
        )
    return "\n".join([*parts, "</body></html>"]).encode()


def _page_table(grid: Grid) -> str:
    spans = {
        (top, column): bottom - top + 1
        for column in range(len(grid.rows[0]))
        for top, bottom in _areas([row[column] for row in grid.rows])
    }
    rows = []
    for index, row in enumerate(grid.rows):
        cells = [
            f"<td rowspan='{spans[index, column]}'>{_page_text(cell.text)}</td>"
            for column, cell in enumerate(row)
            if (index, column) in spans
        ]
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return f"<table><tbody>{''.join(rows)}</tbody></table>"


def _page_text(text: str) -> str:
    return "<br>".join(escape(line) for line in text.split("\n"))


def as_markdown(blocks: list[Block]) -> bytes:
    """Markdown: a blank line between lines, tables with pipes."""
    parts: list[str] = []
    for block in blocks:
        if isinstance(block, Line):
            parts.append(f"{block.text}\n")
            continue
        for index, row in enumerate(block.rows):
            texts = (cell.text.replace("\n", "<br>").replace("|", "\\|") for cell in row)
            parts.append(f"| {' | '.join(texts)} |")
            if index == 0:
                parts.append("|" + " --- |" * len(row))
        parts.append("")
    return "\n".join(parts).encode()


def as_sheet(blocks: list[Block]) -> bytes:
    """A sheet with lines in its first column and merged cells where the grid has them."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    at = 1
    for block in blocks:
        if isinstance(block, Line):
            sheet.cell(at, 1).value = block.text or None
            at += 1
            continue
        for column in range(len(block.rows[0])):
            for top, bottom in _areas([row[column] for row in block.rows]):
                sheet.cell(at + top, column + 1).value = block.rows[top][column].text or None
                if bottom > top:
                    sheet.merge_cells(
                        start_row=at + top,
                        end_row=at + bottom,
                        start_column=column + 1,
                        end_column=column + 1,
                    )
        at += len(block.rows)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _areas(column: list[Cell]) -> list[tuple[int, int]]:
    """First and last row of every cell of a column, merged ones as one."""
    areas: list[tuple[int, int]] = []
    for index, cell in enumerate(column):
        if areas and cell.merged != cell.absent:
            areas[-1] = (areas[-1][0], index)
        else:
            areas.append((index, index))
    return areas


CARRIERS: dict[str, Callable[[list[Block]], bytes]] = {
    "plan.docx": as_word,
    "plan.html": as_page,
    "plan.md": as_markdown,
    "plan.xlsx": as_sheet,
}
