"""Which days hold at a place of the text: headings inside headings, and the item's own date."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date

from planning.plan_text.dates import Point, Span, bare_days, leading_span, mentions_date, recurrence
from planning.plan_text.entries import Entry
from planning.plan_text.headings import PeriodHeading, phrase_of
from planning.plan_text.school_calendar import (
    ImpossibleDate,
    SchoolCalendar,
    Window,
    month_window,
)
from planning.plan_text.script import NUM, joined, number, twin


@dataclass(frozen=True)
class Scope:
    """The days that hold, or none (`window`), and how the things in it recur."""

    window: Window | None = None
    recurs: str = ""
    whole: bool = False


@dataclass(frozen=True)
class Found:
    """An item with what the text says of its days; `scope.whole` waits for the text's months."""

    entry: Entry
    scope: Scope
    units: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


@dataclass
class Timeline:
    """The headings that hold now, by rank, and the last day mentioned."""

    school: SchoolCalendar
    windows: dict[int, Window] = field(default_factory=dict)
    recurs: str = ""
    latest: Window | None = None

    def enter(self, heading: PeriodHeading) -> Scope | None:
        """Take a period heading; None if its days cannot be known."""
        self.leave(heading.rank)
        self.recurs = heading.recurs
        if heading.span is None:
            self.windows = {}
            return Scope(recurs=heading.recurs.replace("term", ""), whole=True)
        window = self._heading_window(heading.span)
        if window:
            self.windows[heading.rank] = window
            self.latest = window
            return Scope(window)
        return None

    def leave(self, rank: int = 0) -> None:
        """Forget the headings of this rank and finer."""
        self.windows = {key: value for key, value in self.windows.items() if key < rank}

    def _heading_window(self, span: Span) -> Window | None:
        try:
            window = self.school.window(span, self._outer(span))
        except ImpossibleDate:
            return None
        return self.in_order(window, span) if window else None

    def _outer(self, span: Span) -> Window | None:
        if self.windows:
            return self.windows[max(self.windows)]
        if span.first.day and span.first.month is None and self.latest:
            return month_window(self.latest.ends_on.year, self.latest.ends_on.month)
        return None

    def in_order(self, window: Window, span: Span) -> Window:
        """In a plan longer than a semester, January after December is next year's."""
        if self.school.steady or span.first.year or not self.latest or not span.first.month:
            return window
        if (self.latest.starts_on - window.starts_on).days > 150:
            return _years_later(window)
        return window

    @property
    def scope(self) -> Scope:
        """What holds now."""
        return Scope(self.windows[max(self.windows)] if self.windows else None)


def _years_later(window: Window) -> Window:
    year = window.starts_on.year + 1
    first = month_window(year, window.starts_on.month)
    last = month_window(window.ends_on.year + 1, window.ends_on.month)
    if window.starts_on.day == 1 and window == month_window(year - 1, window.starts_on.month):
        return first
    return Window(_moved(window.starts_on), min(_moved(window.ends_on), last.ends_on))


def _moved(day: date) -> date:
    return day.replace(year=day.year + 1, day=min(day.day, 28) if day.month == 2 else day.day)


# --- the date of a single item --------------------------------------------------------------------


def dated(entry: Entry, scope: Scope, school: SchoolCalendar) -> Found | None:
    """The item with its days: its own date at the start, else the heading's. None without any."""
    flat = twin(entry.text)
    recurs = recurrence(flat) or scope.recurs
    if recurrence(flat):
        return Found(entry, replace(scope, recurs=recurs, whole=scope.window is None))
    found = leading_span(flat)
    if not found:
        inside = ("date_inside",) if mentions_date(flat) else ()
        held = scope.window or scope.whole
        return Found(entry, replace(scope, recurs=recurs), doubts=inside) if held else None
    if found[0].rank == "month" and scope.window and _is_wide(found[0], scope, school):
        return Found(entry, scope)
    return _own(entry, found[0], scope, school)


def _is_wide(span: Span, scope: Scope, school: SchoolCalendar) -> bool:
    """`9月份…` at the start of an item inside a week of September narrows nothing."""
    window = school.window(span, scope.window)
    holds = scope.window
    return bool(window and holds and window.holds(holds.starts_on) and window.holds(holds.ends_on))


# 2.5 glued to a word in September is a measure in a unit nobody foresaw, not a day of February.
_GLUED_POINT = re.compile(r"\s*\d{1,2}\.\d{1,2}(?=[\u4e00-\u9fff])(?![日号])")
_FAR = 31


def _days_between(one: Window, other: Window) -> int:
    return max((one.starts_on - other.ends_on).days, (other.starts_on - one.ends_on).days)


_QUOTED = re.compile(r"\s*[“\"'‘《]")


def _touches(window: Window, frame: Window) -> bool:
    return frame.holds(window.starts_on) or frame.holds(window.ends_on)


def _own(entry: Entry, span: Span, scope: Scope, school: SchoolCalendar) -> Found | None:
    try:
        window = school.window(span, scope.window)
    except ImpossibleDate:
        doubts: tuple[str, ...] = ("impossible_date",)
        return Found(entry, scope, doubts=doubts) if scope.window else None
    if window is None:
        return Found(entry, scope) if scope.window or scope.whole else None
    doubts, flat = window.doubts, twin(entry.text)
    if scope.window and _GLUED_POINT.match(flat) and _days_between(window, scope.window) > _FAR:
        return Found(entry, scope, doubts=("number_or_date",))
    if scope.window and _QUOTED.match(entry.text) and not _touches(window, scope.window):
        return Found(entry, scope)
    if scope.window and not (
        scope.window.holds(window.starts_on) or scope.window.holds(window.ends_on)
    ):
        doubts = (*doubts, "outside_heading")
    return Found(entry, Scope(window, scope.recurs), doubts=doubts)


def date_cost(scope: Scope, school: SchoolCalendar, text: str) -> float:
    """The cost of reading an item's leading digits as a date here: low inside the scope."""
    found = leading_span(twin(text))
    if not found:
        return 1.5 if re.match(r"\s*\d+\s*\.\s*\d", twin(text)) else 1.0
    if scope.window is None:
        return 0.3
    try:
        window = school.window(found[0], scope.window)
    except ImpossibleDate:
        return 2.0
    inside = window and (scope.window.holds(window.starts_on) or scope.window.holds(window.ends_on))
    return 0.3 if inside else 2.0


# --- cells that say when --------------------------------------------------------------------------

_MONTHS = re.compile(rf"^(?:20\d\d年?)?(?P<a>{NUM})月?份?(?:[-~至到、,/](?P<b>{NUM})月?份?)?$")
_WEEKS = re.compile(rf"^第?(?P<a>{NUM})周?(?:[-~至到、,/]第?(?P<b>{NUM}))?周?$")
_WEEKDAYS = re.compile(
    r"^(?:周|星期|礼拜)?(?P<a>[一二三四五六日天])"
    r"(?:[-~至到、,/](?:周|星期|礼拜)?(?P<b>[一二三四五六日天]))*$"
)
_WEEK_HEAD = re.compile(
    rf"^(?:第?\s*{NUM}\s*(?:[-~至到、,/]\s*第?\s*{NUM}\s*)?周?|(?:预备|准备)周)\s*[(\[:]?\s*"
)


def span_of_cell(kind: str, text: str) -> Span | None:
    """The phrase of a period cell; the column's kind tells bare numbers apart."""
    flat = twin(joined(text.split("\n"))).strip()
    bare = _bare(kind, re.sub(r"\s", "", flat))
    if bare:
        return bare
    if kind == "week" and (head := _WEEK_HEAD.match(flat)):
        inner = phrase_of(flat[head.end() :])
        if inner and inner.rank != "week":
            return inner
    return phrase_of(flat.lstrip("([约")) or phrase_of(re.sub(r"\s", "", flat))


def _bare(kind: str, flat: str) -> Span | None:
    if kind == "month" and (match := _MONTHS.match(flat)):
        first, last = number(match["a"]), number(match["b"] or match["a"])
        if first and last and first <= 12 and last <= 12 and not flat.startswith("20"):
            return Span(Point(month=first), Point(month=last))
    if kind == "week" and (match := _WEEKS.match(flat)):
        first, last = number(match["a"]), number(match["b"] or match["a"])
        return Span(Point(week=first), Point(week=last))
    if kind == "weekday" and (match := _WEEKDAYS.match(flat)):
        first, last = (_weekday(match[name] or match["a"]) for name in ("a", "b"))
        return Span(Point(weekday=first), Point(weekday=last))
    return bare_days(flat) if kind == "date" else None


def _weekday(char: str) -> int:
    return "一二三四五六日".index(char.replace("天", "日"))
