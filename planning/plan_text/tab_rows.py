"""Rows of a table pasted with tabs.

A paste loses the grid: a cell with two lines breaks its row, a merged cell is left out. The rows
are found again by the cheapest division of the lines in which every cell fits its column.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from planning.plan_text.columns import cell_fits, is_period
from planning.plan_text.script import twin
from planning.plan_text.source import Cell, Line
from planning.plan_text.units import are_units

_MISFIT = 4.0
_STRAY = 3.0
_ABSENT = 0.3
_NO_CONTENT = 2.0
_LONGEST_ROW = 40
# A line of departments amid the work, a cell that ends amid a sentence: the rows are cut wrongly.
_NAMES_ONLY = 1.0
_CUT_OFF = 1.0
_OPEN_ENDS = (",", "、", "(", "《", "“")
_NEW_ENTRY = re.compile(
    r"\s*(?:\d{1,2}\s*[、.,)日月]|[(][\d一二三四五六七八九十]+[)]|[①-⑳]|[一二三四五六七八九十]+、|[-*•●])"
)


@dataclass(frozen=True)
class _Piece:
    """A line of the region: its text, its number, whether a blank line stands before it."""

    line: Line
    blank: bool


@dataclass(frozen=True)
class _Row:
    start: int
    offset: int
    cost: float


def pieces_of(lines: list[Line]) -> list[_Piece]:
    """Lines with text, each knowing whether a blank one stands before it."""
    found: list[_Piece] = []
    blank = False
    for line in lines:
        if "\t" in line.text or line.text.strip():
            found.append(_Piece(line, blank))
        blank = not line.text.strip()
    return found


_MOST_UPRIGHT = 6
_PERIOD_ENDS = frozenset("月份周週")
_UPRIGHT = re.compile(r"^[第\d一二三四五六七八九十元月份周]{2,}[月份周]$")


def set_level(lines: list[Line]) -> list[Line]:
    """Periods written down a cell, a character a line (`十`, `一`, `月⇥…`), made one word again."""
    found: list[Line] = []
    at = 0
    while at < len(lines):
        size = next((n for n in range(_MOST_UPRIGHT, 1, -1) if _is_upright(lines[at : at + n])), 1)
        text = "".join(line.text.strip(" \u3000") for line in lines[at : at + size - 1])
        found.append(replace(lines[at], text=text + lines[at + size - 1].text))
        at += size
    return found


def _is_upright(lines: list[Line]) -> bool:
    if len(lines) < 2 or any(len(line.text.strip()) != 1 for line in lines[:-1]):
        return False
    last = lines[-1].text.split("\t")[0].strip()
    if last not in _PERIOD_ENDS:
        return False
    word = twin("".join(line.text.strip() for line in lines[:-1]) + last)
    return (is_period(word) or bool(_UPRIGHT.match(word))) and word != last


def rows_of(
    lines: list[Line], kinds: list[str]
) -> tuple[list[tuple[Cell, ...] | Line], list[Line]]:
    """The rows (a Line where one stands between them), and the lines after the table's end."""
    pieces = pieces_of(lines)
    best: list[_Row] = [_Row(0, 0, 0.0)]
    for end in range(1, len(pieces) + 1):
        best.append(_cheapest(pieces, end, kinds, best))
    return _cut(pieces, kinds, _chosen(best))


def _cheapest(pieces: list[_Piece], end: int, kinds: list[str], best: list[_Row]) -> _Row:
    choice = _Row(end - 1, -1, best[end - 1].cost + _stray_cost(pieces[end - 1]))
    tabs = 0
    for start in range(end - 1, max(-1, end - 1 - _LONGEST_ROW), -1):
        tabs += _cells(pieces[start].line.text, len(kinds)) - 1
        if tabs >= len(kinds):
            break
        if tabs:
            offset, cost = _row_cost(pieces, start, end, kinds)
            if best[start].cost + cost < choice.cost:
                choice = _Row(start, offset, best[start].cost + cost)
    return choice


def _stray_cost(piece: _Piece) -> float:
    if "\t" in piece.line.text.strip():
        return _STRAY * 3
    return 0.1 if is_period(piece.line.text) else _STRAY - 2 * piece.blank


def _cells(text: str, most: int) -> int:
    """How many cells a line holds; empty ones past the table's edge do not count."""
    count = text.count("\t") + 1
    while count > most and text.endswith(("\t", " ", "\u00a0", "\u3000")):
        text = text[:-1]
        count = text.count("\t") + 1
    return count


def _row_text(pieces: list[_Piece], start: int, end: int, most: int) -> list[Cell]:
    cells: list[Cell] = []
    for piece in pieces[start:end]:
        parts = piece.line.text.split("\t")[: _cells(piece.line.text, most)]
        if cells and parts:
            cells[-1] = Cell(cells[-1].text + "\n" + parts.pop(0), cells[-1].no)
        cells += [Cell(part, piece.line.no) for part in parts]
    return cells


def _row_cost(pieces: list[_Piece], start: int, end: int, kinds: list[str]) -> tuple[int, float]:
    cells = _row_text(pieces, start, end, len(kinds))
    broken = 2.0 * sum(piece.blank for piece in pieces[start + 1 : end])
    costs = [
        (broken + _placed_cost(cells, offset, kinds), -offset)
        for offset in range(len(kinds) - len(cells) + 1)
    ]
    cost, offset = min(costs)
    return -offset, cost


def _placed_cost(cells: list[Cell], offset: int, kinds: list[str]) -> float:
    covered = kinds[offset : offset + len(cells)]
    cost = _ABSENT * (len(kinds) - len(cells))
    if "content" in kinds and "content" not in covered:
        cost += _NO_CONTENT
    # A row that leaves out its last cells has them merged with the row above: rarer than the first.
    cost += 0.2 * (len(kinds) - len(cells) - offset)
    return cost + sum(
        _cell_cost(kind, cell.text) for kind, cell in zip(covered, cells, strict=True)
    )


@lru_cache(maxsize=20_000)
def _cell_cost(kind: str, text: str) -> float:
    lines = text.split("\n")
    cost = 0.0 if cell_fits(kind, text) else _MISFIT
    if kind == "content" and len(lines) > 1:
        cost += sum(_NAMES_ONLY for line in lines if are_units(line))
    if twin(text).rstrip().endswith(_OPEN_ENDS):
        cost += _CUT_OFF
    for above, line in pairwise(lines):
        cost += 0.0 if twin(above).rstrip().endswith(_OPEN_ENDS) else _break_cost(kind, line)
    return cost


def is_entry(text: str) -> bool:
    """Whether a line begins like an item: with a number, a date, a bullet."""
    return _NEW_ENTRY.match(twin(text)) is not None


def _break_cost(kind: str, line: str) -> float:
    if kind == "content":
        return 0.1 if is_entry(line) else 0.6
    return 0.2 if kind in {"unit", "place", "who"} and cell_fits("unit", line) else 0.5


def _chosen(best: list[_Row]) -> list[tuple[int, int, int]]:
    rows: list[tuple[int, int, int]] = []
    end = len(best) - 1
    while end > 0:
        row = best[end]
        rows.append((row.start, end, row.offset))
        end = row.start
    return rows[::-1]


def _cut(
    pieces: list[_Piece], kinds: list[str], rows: list[tuple[int, int, int]]
) -> tuple[list[tuple[Cell, ...] | Line], list[Line]]:
    """Rows until the first stray line that is no period: there the table ends."""
    found: list[tuple[Cell, ...] | Line] = []
    for start, end, offset in rows:
        if offset < 0 and not is_period(pieces[start].line.text):
            return found, [piece.line for piece in pieces[start:]]
        if offset < 0:
            found.append(pieces[start].line)
        else:
            found.append(_placed(_row_text(pieces, start, end, len(kinds)), offset, len(kinds)))
    return found, []


def _placed(cells: list[Cell], offset: int, count: int) -> tuple[Cell, ...]:
    no = cells[0].no
    before = [Cell("", no, absent=True)] * offset
    after = [Cell("", no, absent=True)] * (count - offset - len(cells))
    return (*before, *cells, *after)


# --- every cell on a line of its own --------------------------------------------------------------


def stacked_rows(lines: list[Line], kinds: list[str]) -> list[tuple[Cell, ...]]:
    """The rows of a table whose cells follow one another line by line, empty ones lost.

    Each line gets the column that makes the whole cheapest; a smaller column begins a row.
    """
    if not lines:
        return []
    costs = [_line_cost(kind, lines[0].text) + 0.3 * i for i, kind in enumerate(kinds)]
    chain: list[list[int]] = []
    for line in lines[1:]:
        steps = [
            min(
                (costs[old] + _move_cost(old, new, kinds, line.text), old)
                for old in range(len(kinds))
            )
            for new in range(len(kinds))
        ]
        chain.append([old for _, old in steps])
        costs = [cost for cost, _ in steps]
    return _stacked(lines, _columns(costs, chain), len(kinds))


def _line_cost(kind: str, text: str) -> float:
    return 0.0 if cell_fits(kind, text) else _MISFIT


def _move_cost(old: int, new: int, kinds: list[str], text: str) -> float:
    fit = _line_cost(kinds[new], text)
    if new == old:
        return fit + _break_cost(kinds[new], text)
    if new > old:
        return fit + 0.7 * (new - old - 1)
    return fit + 0.3 * new + 0.7 * (len(kinds) - 1 - old)


def _columns(costs: list[float], chain: list[list[int]]) -> list[int]:
    column = costs.index(min(costs))
    found = [column]
    for links in reversed(chain):
        column = links[column]
        found.append(column)
    return found[::-1]


def _stacked(lines: list[Line], columns: list[int], count: int) -> list[tuple[Cell, ...]]:
    rows: list[dict[int, Cell]] = []
    last = count
    for line, column in zip(lines, columns, strict=True):
        if column < last:
            rows.append({})
        held = rows[-1].get(column)
        text = f"{held.text}\n{line.text}" if held else line.text
        rows[-1][column] = Cell(text, held.no if held else line.no)
        last = column
    return [tuple(row.get(i, Cell("", 0, absent=True)) for i in range(count)) for row in rows]
