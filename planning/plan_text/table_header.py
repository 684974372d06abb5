"""A table's header: which row it is, and what it leaves to the cells below to say."""

from __future__ import annotations

import re

from planning.plan_text.columns import PERIODS, cell_fits, header_kinds, is_period
from planning.plan_text.script import twin
from planning.plan_text.source import Cell, Grid
from planning.plan_text.units import are_units

_SHORT = 4


def header_of(grid: Grid) -> tuple[int, list[str] | None]:
    """The row where a table's content begins, and the kinds of its columns (None: no table)."""
    for index, row in enumerate(grid.rows[:6]):
        kinds = header_kinds([cell.text for cell in row])
        if kinds is not None:
            return _under_header(grid, index, kinds)
    return 0, _kinds_by_cells(grid)


def _under_header(grid: Grid, index: int, kinds: list[str]) -> tuple[int, list[str]]:
    """Settle what one header row leaves open: a second row, 日 as a date, 责任 by its cells."""
    first = index + 1
    if first < len(grid.rows) and _continues_header(grid.rows[first], grid.rows[index]):
        below = header_kinds([cell.text for cell in grid.rows[first]]) or []
        kinds = [low or high for high, low in zip(kinds, below, strict=False)] if below else kinds
        first += 1
    rows = grid.rows[first:]
    if kinds.count("grid_day") == 1:
        kinds = ["date" if kind == "grid_day" else kind for kind in kinds]
    if _holds_work(kinds, rows):
        kinds = ["period" if kind == "grid_day" else kind for kind in kinds]
    kinds = [_who(kind, rows, column) for column, kind in enumerate(kinds)]
    return first, _with_fallbacks(kinds, rows)


def _holds_work(kinds: list[str], rows: tuple[tuple[Cell, ...], ...]) -> bool:
    """A column for each weekday with work in it, not with the days of a calendar."""
    texts = [
        twin(row[column].text)
        for row in rows
        for column, kind in enumerate(kinds)
        if kind == "grid_day" and row[column].text.strip()
    ]
    days = sum(bool(re.match(r"\s*[\d一二三四五六七八九十]", text)) for text in texts)
    return "content" not in kinds and days * 2 < len(texts)


def _continues_header(row: tuple[Cell, ...], header: tuple[Cell, ...]) -> bool:
    if not any(cell.merged for cell in row):
        return False
    return header_kinds([cell.text for cell in row]) is not None


def _who(kind: str, rows: tuple[tuple[Cell, ...], ...], column: int) -> str:
    if kind != "who":
        return kind
    filled = [row[column].text for row in rows if row[column].text.strip()]
    return "unit" if sum(map(are_units, filled)) * 2 > len(filled) else "person"


def _with_fallbacks(kinds: list[str], rows: tuple[tuple[Cell, ...], ...]) -> list[str]:
    """Without a column of content, the theme, the remark or the unnamed column is it."""
    if "content" in kinds and "area" in kinds:
        return [_beside_content(kind, kinds, rows, i) for i, kind in enumerate(kinds)]
    if "content" in kinds or "area" in kinds:
        return kinds
    if "period" in kinds:
        return [kinds[0] or _who("who", rows, 0), *kinds[1:]]
    for fallback in ("theme", "", "remark"):
        if fallback in kinds:
            at = kinds.index(fallback)
            long = [len(row[at].text.strip()) for row in rows if row[at].text.strip()]
            if long and sum(long) / len(long) >= _SHORT and "person" not in kinds:
                return [*kinds[:at], "content", *kinds[at + 1 :]]
    return kinds


def _beside_content(
    kind: str, kinds: list[str], rows: tuple[tuple[Cell, ...], ...], column: int
) -> str:
    """A department's own column beside the work: names in it, or units elsewhere, are no items."""
    if kind != "area":
        return kind
    texts = [row[column].text.strip() for row in rows if row[column].text.strip()]
    short = sum(map(len, texts)) < _SHORT * len(texts)
    return "person" if "unit" in kinds or short else kind


def _kinds_by_cells(grid: Grid) -> list[str] | None:
    """A table without header: its first column must say when in most rows."""
    rows = [row for row in grid.rows if sum(bool(cell.text.strip()) for cell in row) > 1]
    if not rows or len(rows[0]) < 2:
        return None
    kinds = [_kind_by_cells([row[column].text for row in rows]) for column in range(len(rows[0]))]
    if not PERIODS & set(kinds):
        return None
    texts = [
        (sum(len(row[column].text) for row in rows) / len(rows), column)
        for column, kind in enumerate(kinds)
        if not kind
    ]
    if not texts or max(texts)[0] < _SHORT:
        return None
    kinds[max(texts)[1]] = "content"
    return kinds


def _kind_by_cells(texts: list[str]) -> str:
    filled = [text for text in texts if text.strip()]
    if not filled:
        return "remark"
    for kind, test in (
        ("date", is_period),
        ("weekday", lambda text: cell_fits("weekday", text)),
        ("unit", are_units),
        ("number", lambda text: cell_fits("number", text)),
    ):
        if sum(map(test, filled)) * 10 >= len(filled) * 7:
            return kind
    return ""
