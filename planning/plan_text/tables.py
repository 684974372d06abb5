"""From a table to its items: which column says when, what, and by whom."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from planning.plan_text.columns import (
    PERIODS,
    covers_all,
    header_kind,
    header_kinds,
    is_time_of_day,
)
from planning.plan_text.dates import recurrence
from planning.plan_text.entries import Entry, Manner
from planning.plan_text.headings import is_chrome, is_note, period_heading
from planning.plan_text.lists import entries_of
from planning.plan_text.rosters import is_other_list
from planning.plan_text.school_calendar import ImpossibleDate, Window, month_window
from planning.plan_text.scopes import Found, Scope, Timeline, date_cost, dated, span_of_cell
from planning.plan_text.script import twin
from planning.plan_text.source import Cell, Grid, Line
from planning.plan_text.table_header import header_of
from planning.plan_text.units import is_unit, units_of

_PERIOD_ORDER = ("month", "week", "date", "weekday")
# Rows of a table of months that say more of the row above: by whom, where.
_BESIDE_WORK = frozenset({"unit", "who", "person", "place", "remark"})
_LONG_RHYTHMS = frozenset({"weekly", "monthly"})


@dataclass
class _Carried:
    """What the cells above said, for cells that are merged or left empty below them."""

    windows: dict[str, Scope] = field(default_factory=dict)
    units: dict[int, str] = field(default_factory=dict)
    last: dict[int, list[int]] = field(default_factory=dict)


def table_items(grid: Grid, timeline: Timeline) -> list[Found]:
    """The items of a table; none if it is a roster, a menu, or has no dates."""
    start, kinds = header_of(grid)
    if kinds is None or not _is_schedule(kinds, grid, start, timeline):
        return []
    return _Table(grid, start, kinds, timeline).items()


def _is_schedule(kinds: list[str], grid: Grid, start: int, timeline: Timeline) -> bool:
    if not {"content", "area", "period"} & set(kinds):
        return False
    dates = [
        row[column].text
        for row in grid.rows[start:]
        for column, kind in enumerate(kinds)
        if kind == "date" and row[column].text.strip()
    ]
    if dates and sum(map(is_time_of_day, dates)) * 2 > len(dates):
        return False
    placed = {*PERIODS, "period", "grid_day"} & set(kinds)
    return bool(placed or timeline.windows or _has_period_rows(grid))


def _has_period_rows(grid: Grid) -> bool:
    return any(_whole_row(row) and period_heading(Line(row[0].text, 0)) for row in grid.rows)


def _whole_row(row: tuple[Cell, ...]) -> bool:
    """A row with one text across the table."""
    texts = {cell.text.strip() for cell in row if cell.text.strip()}
    return len(texts) == 1 and bool(row[0].text.strip()) and len(row) > 1


class _Table:
    """One pass over a table's rows."""

    def __init__(self, grid: Grid, start: int, kinds: list[str], timeline: Timeline) -> None:
        self.grid = grid
        self.start = start
        self.kinds = kinds
        self.timeline = timeline
        self.carried = _Carried()
        self.found: list[Found] = []
        self.header = grid.rows[start - 1] if start else ()
        self.days: list[Scope] = []
        # A paste that leaves out merged cells shows it in its first column.
        self.leaves_out = any(row[0].absent for row in grid.rows)

    def items(self) -> list[Found]:
        """The items row by row."""
        closed = False
        for row in self.grid.rows[self.start :]:
            texts = [cell.text for cell in row]
            if header_kinds(texts) is not None:
                closed = False
            elif _whole_row(row) and is_other_list(twin(row[0].text)):
                closed = True
            elif "period" in self.kinds and header_kind(texts[0]) in _BESIDE_WORK:
                continue
            elif not closed and not (_whole_row(row) and self._take_whole(row)):
                self._take(row)
        return self.found

    def _take_whole(self, row: tuple[Cell, ...]) -> bool:
        """A month across the table is a heading; another text across it is no item."""
        heading = period_heading(Line(row[0].text, row[0].no))
        spread = all(cell.merged or cell.absent for cell in row[1:])
        if heading and (spread or heading.rank <= 1 or self.kinds[0] not in PERIODS):
            self.timeline.enter(heading)
            self.carried = _Carried()
            return True
        return spread or is_note(twin(row[0].text)) or is_chrome(twin(row[0].text))

    def _take(self, row: tuple[Cell, ...]) -> None:
        scope = self._scope(row)
        units = self._unit_lines(row)
        self.days = self._day_lines(row, scope)
        for column, kind in enumerate(self.kinds):
            if kind in {"content", "area", "period"}:
                self._take_cell(row[column], column, scope, units)

    # when

    def _scope(self, row: tuple[Cell, ...]) -> Scope:
        scope = self.timeline.scope
        renewed = any(
            row[i].merged for i, kind in enumerate(self.kinds) if kind in {"month", "week"}
        )
        for kind in _PERIOD_ORDER:
            for column in [i for i, name in enumerate(self.kinds) if name == kind]:
                cell = row[column]
                if cell.text.strip() and not cell.merged:
                    scope = self._read_period(kind, cell.text, scope)
                    self.carried.windows[kind] = scope
                    self._forget_below(kind)
                    renewed = True
                elif kind in self.carried.windows and not (renewed and _is_blank_date(kind, cell)):
                    scope = self.carried.windows[kind]
        return self._grid_days(row, scope)

    def _forget_below(self, kind: str) -> None:
        for finer in _PERIOD_ORDER[_PERIOD_ORDER.index(kind) + 1 :]:
            self.carried.windows.pop(finer, None)

    def _read_period(self, kind: str, text: str, scope: Scope) -> Scope:
        rhythm = covers_all(text)
        if rhythm:
            recurs = rhythm.replace("term", "")
            return (
                replace(scope, recurs=recurs) if scope.window else Scope(None, recurs, whole=True)
            )
        if kind == "weekday" and "date" in self.kinds:
            return scope
        window = self._window(kind, text, scope.window)
        if window is None:
            return scope if kind in {"date", "weekday"} else self.timeline.scope
        self.timeline.latest = window
        return Scope(window)

    def _window(self, kind: str, text: str, holds: Window | None) -> Window | None:
        windows = [
            window
            for line in _phrases(kind, text)
            if (window := self._one_window(kind, line, holds)) is not None
        ]
        if not windows:
            return None
        ends = (min(w.starts_on for w in windows), max(w.ends_on for w in windows))
        return Window(*ends, windows[0].doubts)

    def _one_window(self, kind: str, text: str, holds: Window | None) -> Window | None:
        span = span_of_cell(kind, text)
        if span is None:
            return None
        latest = self.timeline.latest
        carried = holds is None and span.first.month is None and span.first.week is None and latest
        if carried and latest:
            holds = month_window(latest.ends_on.year, latest.ends_on.month)
        try:
            window = self.timeline.school.window(span, holds)
        except ImpossibleDate:
            return None
        if carried and latest and window and window.starts_on < latest.starts_on:
            return _month_later(window)
        return self.timeline.in_order(window, span) if window else None

    def _grid_days(self, row: tuple[Cell, ...], scope: Scope) -> Scope:
        """A school calendar with a column for each weekday: the row's days are its week."""
        days = [
            row[column].text.strip()
            for column, kind in enumerate(self.kinds)
            if kind == "grid_day"
            and re.match(r"\s*[\d一二三四五六七八九十]", twin(row[column].text))
        ]
        if not days or "date" in self.kinds:
            return scope
        month = self.carried.windows.get("month", Scope()).window
        window = self._window("date", f"{days[0]}-{days[-1]}", month)
        if window:
            self.timeline.latest = window
        return Scope(window) if window else scope

    def _day_lines(self, row: tuple[Cell, ...], scope: Scope) -> list[Scope]:
        """A date cell with a date on each line: one for each item, if there are as many."""
        cells = [row[i] for i, kind in enumerate(self.kinds) if kind == "date"]
        if len(cells) != 1 or cells[0].merged:
            return []
        lines = _phrases("date", cells[0].text)
        outer = self.carried.windows.get("week") or self.carried.windows.get("month")
        holds = (outer or self.timeline.scope).window or scope.window
        windows = [self._one_window("date", line, holds) for line in lines]
        found = [Scope(window) for window in windows if window]
        return found if len(found) == len(lines) > 1 else []

    # by whom

    def _unit_lines(self, row: tuple[Cell, ...]) -> list[str]:
        lines: list[str] = []
        for column in [i for i, kind in enumerate(self.kinds) if kind == "unit"]:
            cell = row[column]
            merged = cell.absent and self.leaves_out
            text = self.carried.units.get(column, "") if merged else cell.text
            self.carried.units[column] = text
            lines += [line for line in text.split("\n") if line.strip()]
        return lines

    # what

    def _take_cell(self, cell: Cell, column: int, scope: Scope, units: list[str]) -> None:
        own = self._column_scope(column, scope)
        if cell.merged:
            self._extend(column, own, units)
            return
        entries = self._entries(cell, own, len(units))
        names = self._paired(entries, column, units)
        self.carried.last[column] = []
        paired = len(self.days) == len(entries)
        for index, (entry, unit) in enumerate(zip(entries, names, strict=True)):
            holds = self.days[index] if paired else own
            found = dated(entry, self._recurring(entry, holds), self.timeline.school)
            if found:
                self.carried.last[column].append(len(self.found))
                self.found.append(replace(found, units=unit))

    def _recurring(self, entry: Entry, holds: Scope) -> Scope:
        """`每周三…` in a week's row recurs in the month beside the week."""
        month = self.carried.windows.get("month")
        return month if month and recurrence(twin(entry.text)) in _LONG_RHYTHMS else holds

    def _column_scope(self, column: int, scope: Scope) -> Scope:
        if self.kinds[column] != "period":
            return scope
        title = self.header[column].text
        kind = "weekday" if header_kind(title) == "grid_day" else "date"
        window = self._window(kind, title, scope.window)
        return Scope(window) if window else scope

    def _entries(self, cell: Cell, scope: Scope, rows: int) -> list[Entry]:
        lines = [Line(text, cell.no + i) for i, text in enumerate(cell.text.split("\n"))]
        lines = [line for line in lines if re.search(r"\w", line.text)]

        def cost(text: str) -> float:
            return date_cost(scope, self.timeline.school, text)

        return entries_of(lines, Manner(cost, is_last=False, rows=rows, cell=True))

    def _paired(self, entries: list[Entry], column: int, units: list[str]) -> list[tuple[str, ...]]:
        """As many lines of departments as items belong together in order; else all to each."""
        if self.kinds[column] == "area" and is_unit(twin(self.header[column].text)):
            return [units_of(self.header[column].text)] * len(entries)
        if len(units) == len(entries) > 1:
            return [units_of(unit) for unit in units]
        return [units_of("\n".join(units))] * len(entries)

    def _extend(self, column: int, scope: Scope, units: list[str]) -> None:
        """An item whose cell spans several rows lasts through all of them."""
        for index in self.carried.last.get(column, []):
            found = self.found[index]
            old, new = found.scope.window, scope.window
            names = tuple(dict.fromkeys((*found.units, *units_of("\n".join(units)))))
            if old and new and not found.doubts:
                window = Window(min(old.starts_on, new.starts_on), max(old.ends_on, new.ends_on))
                found = replace(found, scope=replace(found.scope, window=window))
            self.found[index] = replace(found, units=names)


def _is_blank_date(kind: str, cell: Cell) -> bool:
    """An empty date cell of its own: the week beside it holds, not the date above."""
    return kind == "date" and not (cell.merged or cell.absent)


def _phrases(kind: str, text: str) -> list[str]:
    """A cell with a date on each line is all of them; else its lines are one phrase."""
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) > 1 and all(span_of_cell(kind, line) for line in lines) and kind == "date":
        return lines
    return [text]


def _month_later(window: Window) -> Window:
    year = window.starts_on.year + window.starts_on.month // 12
    month = window.starts_on.month % 12 + 1
    shift = window.ends_on - window.starts_on
    try:
        first = window.starts_on.replace(year=year, month=month)
    except ValueError:
        return window
    return Window(first, first + shift)
