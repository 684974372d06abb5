"""The walk through a plan: headings open and close periods, what stands below becomes items."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date

from planning.plan_text import preamble
from planning.plan_text.dates import leading_span, recurrence
from planning.plan_text.entries import Entry, Manner
from planning.plan_text.explode import exploded
from planning.plan_text.finishing import finished
from planning.plan_text.headings import (
    PeriodHeading,
    is_chrome,
    is_closing_title,
    is_note,
    is_short_title,
    period_heading,
    section_heading,
)
from planning.plan_text.layout import laid_out, lines_of
from planning.plan_text.lists import entries_of
from planning.plan_text.markers import begins_list
from planning.plan_text.result import NoSchedule, PlanText
from planning.plan_text.rosters import are_groups, is_other_list, is_turn, titles_roster
from planning.plan_text.school_calendar import SchoolCalendar, Window, month_end
from planning.plan_text.scopes import Found, Scope, Timeline, date_cost, dated
from planning.plan_text.script import twin, width
from planning.plan_text.source import Block, Grid, Line, Source
from planning.plan_text.tables import table_items
from planning.plan_text.units import units_of

_ROUTINE = re.compile(r"每周|每月|常规|例行|日常")
_COUNTS = frozenset({"arabic", "half", "paren"})
_DAY_ALONE = re.compile(r"\s*(?:\d{1,2}\s*[日号]|[上中下]旬)")
_FEWEST_DATED = 2
_DATED_SHARE = 0.6
_STRICT_SHARE = 0.75
_ROUTINE_SHARE = 0.6
_LONGEST_LABEL = 12


def read_plan(source: Source | str, *, today: date | None = None) -> PlanText:
    """The dated items of a plan, in text order.

    `today` places a text that names no year and no publication date; such items are doubtful.
    Raises NoSchedule if no dated item is found.
    """
    blocks = source.blocks if isinstance(source, Source) else tuple(lines_of(source))
    read = preamble.with_plain_headings(exploded(laid_out(blocks)))
    title = preamble.title_of(read)
    school = preamble.calendar_of(read, title, today)
    reading = _Reading(_without_title(read, title), school)
    found = reading.found()
    if not reading.collected:
        found = _by_title(read, title, school) or found
    items = finished(
        found, school, {line.no: line.text for line in blocks if isinstance(line, Line)}
    )
    if not items:
        raise NoSchedule
    aims = preamble.aims_of(read)
    return PlanText(title, school.school_year, school.semester, aims, items)


def _without_title(blocks: list[Block], title: str) -> list[Block]:
    """The blocks without the title, unless it is a heading of the schedule itself."""
    if period_heading(Line(title, 0)):
        return blocks
    return [b for b in blocks if not (isinstance(b, Line) and preamble.as_title(b.text) == title)]


def _by_title(blocks: list[Block], title: str, school: SchoolCalendar) -> list[Found]:
    """A plan of one month or week that says so only in its title."""
    flat = twin(title)
    match = re.search(
        r"(?:(?:20\d\d)年\s*)?(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?|第[\d一二三四五六七八九十]+周",
        flat,
    )
    if not match or re.search(r"学年|学期", flat[match.start() : match.end()]):
        return []
    heading = period_heading(Line(match[0], 0))
    at = next((i for i, b in enumerate(blocks) if isinstance(b, Line) and title in b.text), None)
    if heading is None or at is None:
        return []
    reading = _Reading(blocks[at + 1 :], school)
    reading.enter(heading)
    return reading.found()


@dataclass
class _Body:
    """Lines gathered below one heading."""

    heading: PeriodHeading | None = None
    scope: Scope | None = None
    lines: list[Line] = field(default_factory=list)
    title: str = ""


class _Reading:
    """One walk over the blocks."""

    def __init__(self, blocks: list[Block], school: SchoolCalendar) -> None:
        self.blocks = blocks
        self.school = school
        self.timeline = Timeline(school)
        self.body = _Body()
        self.collected: list[Found] = []
        self.loose: list[tuple[int, _Body]] = []
        self.numbers: dict[str, int] = {}
        self.carried = 0
        self.roster = False
        lines = [block for block in blocks if isinstance(block, Line)]
        self.signed = preamble.signature_lines(lines)
        self.wrap = _wrap_width(lines)

    def found(self) -> list[Found]:
        """All items; loose lists of dated lines count only where they clearly are schedules."""
        for index, block in enumerate(self.blocks):
            if isinstance(block, Grid):
                self._table(block, index)
            elif heading := self._heading(block, index):
                self._flush(is_last=False)
                self.enter(heading, block)
            else:
                self.body.lines.append(block)
        self._flush(is_last=True)
        return self._with_loose()

    def enter(self, heading: PeriodHeading, line: Line | None = None) -> None:
        """Open a period; what stands behind the heading on its line is its first text."""
        scope = self.timeline.enter(heading)
        rest = [replace(line, text=heading.rest, level=0)] if line and heading.rest else []
        self.body = _Body(heading, scope, rest)
        section = section_heading(line) if line else None
        if section:
            self.numbers[section.style] = section.value

    def _heading(self, line: Line, index: int) -> PeriodHeading | None:
        flat = twin(line.text).strip()
        if line in self.signed or is_chrome(flat) or self._is_turn(flat):
            return None
        heading = period_heading(line)
        if heading and heading.spaced and not self._is_headed(index):
            return None
        if heading and heading.numbered in _COUNTS and self._goes_on_below(index):
            return None
        return heading

    def _is_turn(self, flat: str) -> bool:
        """Whether the line hands out a turn of duty: by itself, or below a roster's title."""
        if not flat:
            return False
        above = next((twin(b.text) for b in reversed(self.body.lines) if b.text.strip()), "")
        self.roster = is_turn(flat) and (self.roster or titles_roster(above, flat))
        return self.roster or are_groups([flat])

    def _goes_on_below(self, index: int) -> bool:
        """`3．10月` above `15日，…` is an item whose date was wrapped."""
        below = next((b for b in self.blocks[index + 1 :] if _has_text(b)), None)
        return isinstance(below, Line) and bool(_DAY_ALONE.match(twin(below.text)))

    def _is_headed(self, index: int) -> bool:
        """Whether a list begins below the line, or a clear heading of a month stands beside it."""
        below = next((b for b in self.blocks[index + 1 :] if _has_text(b)), None)
        above = next((b for b in reversed(self.blocks[:index]) if _has_text(b)), None)
        if isinstance(below, Line) and begins_list(below.text):
            return True
        beside = [period_heading(b) for b in (above, below) if isinstance(b, Line)]
        return any(h and h.rest and not h.spaced and h.rank == 1 for h in beside)

    def _table(self, grid: Grid, index: int) -> None:
        caption = next(
            (twin(line.text) for line in reversed(self.body.lines) if line.text.strip()), ""
        )
        other = is_other_list(caption)
        if other:
            _drop_caption(self.body.lines)
        self._flush(is_last=False)
        if not other:
            self.collected += table_items(grid, self.timeline)
        self.body = _Body(self.body.heading, Scope() if self.timeline.windows else None, [])
        self.body.heading = None

    # lists

    def _flush(self, *, is_last: bool) -> None:
        body = self.body
        if body.scope is None or (body.scope.window is None and not body.scope.whole):
            self._keep_loose(body.lines)
        else:
            inside, outside = self._trimmed(body)
            self._take(body, inside, is_last=is_last or bool(outside))
            if outside:
                self.timeline.leave()
                self._keep_loose(outside)
        self.body = _Body()

    def _trimmed(self, body: _Body) -> tuple[list[Line], list[Line]]:
        """The lines of the list, and those after it that close it."""
        inner: dict[str, int] = {}
        for index, line in enumerate(body.lines):
            if not line.text.strip():
                continue
            if self._ends_list(line) or titles_roster(twin(line.text), _text_at(body, index + 1)):
                return body.lines[:index], body.lines[index:]
            if self._begins_section(line, inner) and any(
                above.text.strip() for above in body.lines[:index]
            ):
                return body.lines[:index], body.lines[index:]
        return body.lines, []

    def _ends_list(self, line: Line) -> bool:
        flat = twin(line.text).strip()
        return bool(flat) and (line in self.signed or is_chrome(flat) or is_note(flat))

    def _begins_section(self, line: Line, inner: dict[str, int]) -> bool:
        """Prose begins again: 工作要求, a marked heading, or the next number of the sections."""
        section = section_heading(line)
        if section is None:
            return is_closing_title(twin(line.text).strip())
        if is_closing_title(twin(section.title)):
            return True
        if section.style == "marked":
            return 0 < line.level < 6
        before, inner[section.style] = inner.get(section.style), section.value
        if before == section.value - 1 or section.value == 1:
            return False
        # 二 without 一 in this month: no category of it, and hardly an item.
        return self.numbers.get(section.style) == section.value - 1 or (
            before is None and section.style == "cn" and is_short_title(section.title)
        )

    def _take(self, body: _Body, lines: list[Line], *, is_last: bool) -> None:
        scope = body.scope or Scope()
        entries = entries_of(lines, self._manner(scope, is_last=is_last))
        if entries and entries[-1].number:
            self.carried = entries[-1].number
        for entry in entries:
            found = dated(entry, scope, self.school)
            if found:
                self.collected.append(replace(found, units=units_of(entry.group)))

    def _manner(self, scope: Scope, *, is_last: bool) -> Manner:
        def cost(text: str) -> float:
            return date_cost(scope, self.school, text)

        return Manner(cost, wrap=self.wrap, carried=self.carried, is_last=is_last)

    # prose, and lists of dated lines in it

    def _keep_loose(self, lines: list[Line]) -> None:
        part = _Body()
        for index, line in enumerate(lines):
            section = section_heading(line)
            flat = twin(line.text).strip()
            if section:
                self.numbers[section.style] = section.value
            if (section and not leading_span(twin(section.title))) or flat.endswith(":"):
                self.loose.append((len(self.collected), part))
                part = _Body(title=line.text)
            elif titles_roster(flat, twin(lines[index + 1].text) if lines[index + 1 :] else ""):
                self.loose.append((len(self.collected), part))
                part = _Body(title="值班")
            elif not self._ends_list(line):
                part.lines.append(line)
        self.loose.append((len(self.collected), part))

    def _with_loose(self) -> list[Found]:
        strict = bool(self.collected)
        found: list[Found] = []
        at = 0
        for place, body in self.loose:
            found += self.collected[at:place]
            found += self._loose_items(body, strict=strict)
            at = place
        return found + self.collected[at:]

    def _loose_items(self, body: _Body, *, strict: bool) -> list[Found]:
        if is_other_list(body.title) or not any(line.text.strip() for line in body.lines):
            return []
        entries = entries_of(body.lines, self._manner(Scope(), is_last=True))
        own = [bool(_own_date(entry)) for entry in entries]
        if are_groups([twin(entry.text) for entry in entries]):
            return []
        fewest = _FEWEST_DATED + strict
        share = _STRICT_SHARE if strict else _DATED_SHARE
        if sum(own) >= fewest and sum(own) >= share * len(own):
            return self._carried_on(entries)
        if strict and self._is_routine(body, entries):
            return [
                Found(entry, Scope(None, recurrence(twin(entry.text)), whole=True))
                for entry in entries
                if recurrence(twin(entry.text))
            ]
        return []

    def _is_routine(self, body: _Body, entries: list[Entry]) -> bool:
        """Recurring work named so, or a list of it directly under the schedule's heading."""
        lead = next((line.text for line in body.lines if line.text.strip()), "")
        title = twin(body.title or (lead if len(lead.strip()) <= _LONGEST_LABEL else ""))
        if _ROUTINE.search(title) or re.search(r"安排|日程|行事历|如下", title):
            return True
        recurring = sum(bool(recurrence(twin(entry.text))) for entry in entries)
        numbered = section_heading(Line(body.title, 0)) if body.title else None
        return numbered is None and recurring >= _ROUTINE_SHARE * len(entries)

    def _carried_on(self, entries: list[Entry]) -> list[Found]:
        """A list of dated lines: a day without its month takes that of the line above."""
        found: list[Found] = []
        scope = Scope()
        for entry in entries:
            item = dated(entry, scope, self.school)
            if item is None or not _own_date(entry):
                item = Found(entry, Scope(whole=True), doubts=("no_own_date",))
            elif item.scope.window:
                day = item.scope.window.starts_on
                scope = Scope(Window(day.replace(day=1), month_end(day)))
            doubts = tuple(doubt for doubt in item.doubts if doubt != "outside_heading")
            found.append(replace(item, doubts=doubts, units=units_of(entry.group)))
        return found


def _text_at(body: _Body, index: int) -> str:
    below = (twin(line.text).strip() for line in body.lines[index:])
    return next((text for text in below if text), "")


def _drop_caption(lines: list[Line]) -> None:
    while lines and not lines[-1].text.strip():
        lines.pop()
    lines.pop()


def _has_text(block: Block) -> bool:
    return isinstance(block, Grid) or bool(block.text.strip())


def _own_date(entry: Entry) -> bool:
    found = leading_span(twin(entry.text))
    return bool(
        found
        and (
            found[0].first.month
            or found[0].first.day
            or found[0].first.part
            or found[0].first.week is not None
        )
    )


def _wrap_width(lines: list[Line]) -> int:
    """The width at which the text was wrapped by hand; 0 if lines are as long as they like."""
    widths = sorted(
        (width(line.text.rstrip()) for line in lines if line.text.strip()), reverse=True
    )
    if len(widths) < 8 or widths[0] > 100 or widths[0] < 40:
        return 0
    near = sum(1 for one in widths if one >= widths[0] - 4)
    return widths[0] if near >= max(3, len(widths) // 6) else 0
