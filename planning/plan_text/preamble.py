"""What stands around the schedule: the title, its year and semester, the aims, the signature."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from planning.plan_text.dates import span_at
from planning.plan_text.headings import (
    is_chrome,
    is_signature,
    names_plan,
    period_heading,
    section_heading,
)
from planning.plan_text.school_calendar import (
    ImpossibleDate,
    SchoolCalendar,
    first_monday,
    guessed_calendar,
    stated_calendar,
    stated_semester,
    weeks_before,
)
from planning.plan_text.scopes import span_of_cell
from planning.plan_text.script import collapsed, number, twin
from planning.plan_text.source import Block, Grid, Line
from planning.plan_text.tab_rows import is_entry

_LONGEST_TITLE = 60
_LONGEST_AIM = 40
_TERM = re.compile(r"学年|学期|年度|20\d\d|二〇|春季|秋季|寒假|暑假|暑期|\d{2}-\d{2}")
_DATED = re.compile(r"(?:20\d\d)\s*[年.\-/]\s*\d{1,2}\s*[月.\-/]\s*\d{1,2}")
_MONTH = re.compile(
    r"(?<![\d年.])(1[0-2]|[1-9])月|(?<![一二三四五六七八九十])(十[一二]?|[一二三四五六七八九])月"
)
_YEAR_HEADING = re.compile(
    r"\W*(20\d\d)(?:\s*年\s*(1[0-2]|[1-9])\s*月(?!\s*\d)|[.\-/](1[0-2]|0?[1-9])\s*$)"
)
_SCHEDULE = re.compile(r"具体安排|工作安排|日程|行事历|安排如下|进度|时间表|月度|各月|逐月|月份")


def title_of(blocks: list[Block]) -> str:
    """The line that names the plan: with a plan's word and a year or semester, the first such."""
    lines = [line for line in _lines(blocks) if _may_be_title(line)]
    for test in (
        lambda flat: names_plan(flat) and _TERM.search(flat),
        names_plan,
        lambda flat: bool(_TERM.search(flat)),
    ):
        found = next((line for line in lines if test(twin(line.text))), None)
        if found:
            return as_title(found.text)
    long = next((m for b in _lines(blocks) if (m := _TITLE_INSIDE.match(twin(b.text)))), None)
    if long:
        return as_title(long[0])
    first = next(
        (line for line in lines if not (period_heading(line) or is_entry(line.text))), None
    )
    return as_title(first.text) if first else ""


_TITLE_INSIDE = re.compile(
    r"\s*[^。;,:]{2,50}?(?:学期|学年|年度?)[^。;,:]{0,30}?(?:计划|行事历|安排表?|日程表?|要点)"
)


def as_title(text: str) -> str:
    """A title as shown: spaces collapsed, Markdown's marks off."""
    return collapsed(text).strip("*# ")


def _may_be_title(line: Line) -> bool:
    flat = twin(line.text).strip()
    if not flat or len(flat) > _LONGEST_TITLE or is_chrome(flat) or "\t" in line.text:
        return False
    return not flat.endswith(("。", ";", ":", ",")) and not re.search(r"[>|].*[>|]|>>", flat)


def _lines(blocks: list[Block]) -> list[Line]:
    return [block for block in blocks if isinstance(block, Line)]


def texts_of(blocks: list[Block]) -> list[str]:
    """All text for recognition, cells included."""
    found: list[str] = []
    for block in blocks:
        if isinstance(block, Line):
            found.append(twin(block.text))
        else:
            found += [
                " ".join(twin(cell.text).replace("\n", " ") for cell in row) for row in block.rows
            ]
    return found


def calendar_of(blocks: list[Block], title: str, today: date | None) -> SchoolCalendar:
    """The plan's calendar: from its title, another line that names a term, else guessed."""
    texts = texts_of(blocks)
    school = _stated(texts, twin(title)) or _guessed(texts, today)
    monday = first_monday(texts, school) or _monday_from_grids(blocks, school)
    if monday is None:
        return replace(school, week_one=_likely_monday(school), week_guessed=True)
    return replace(school, week_one=monday)


def _stated(texts: list[str], title: str) -> SchoolCalendar | None:
    school = stated_calendar(title) if not _DATED.search(title) else None
    if school and (school.semester or not stated_semester(title)):
        return school
    for text in texts[:80]:
        if re.search(r"学年|学期|[春秋]季", text) and (found := stated_calendar(text)):
            return found
    for text in texts[:30]:
        if (
            names_plan(text)
            and not is_chrome(text)
            and len(text) <= _LONGEST_TITLE
            and not _DATED.search(text)
        ):
            found = stated_calendar(text)
            if found:
                return found
    return school


def _guessed(texts: list[str], today: date | None) -> SchoolCalendar:
    """No term is named: a heading's year, then a publication or signature, then today."""
    headed = next((match for text in texts if (match := _YEAR_HEADING.match(text))), None)
    semester = next((term for text in texts[:40] if (term := stated_semester(text))), None)
    months = _months(texts)
    if headed:
        near = date(int(headed[1]), int(headed[2] or headed[3]), 1)
        return replace(guessed_calendar(near, semester, months), guessed=False)
    dates = [found for text in texts if (found := _date_in(text))]
    near = dates[0] if dates else today or date.today()  # noqa: DTZ011 - a plan's dates are local
    return guessed_calendar(near, semester, months)


def _date_in(text: str) -> date | None:
    match = _DATED.search(text)
    found = span_at(text, match.start()) if match else None
    if not found:
        return None
    point = found[0].first
    if not (point.year and point.month and point.day):
        return None
    try:
        return date(point.year, point.month, point.day)
    except ValueError:
        return None


def _months(texts: list[str]) -> list[int]:
    found: list[int] = []
    for text in texts:
        span = span_at(text.strip())
        if span and span[0].first.month and span[0].first.year is None:
            found.append(span[0].first.month)
    return found


def _monday_from_grids(blocks: list[Block], school: SchoolCalendar) -> date | None:
    """Week 1 from a row that holds a week's number in one cell and its days in another."""
    for block in blocks:
        if not isinstance(block, Grid):
            continue
        for row in block.rows:
            monday = _monday_from_row([cell.text for cell in row[:4]], school)
            if monday:
                return monday
    return None


def _monday_from_row(cells: list[str], school: SchoolCalendar) -> date | None:
    spans = [span for cell in cells if (span := span_of_cell("", cell))]
    week = next((span for span in spans if span.rank == "week"), None)
    days = next((span for span in spans if span.first.day and span.first.month), None)
    if week is None or days is None or week.first.week is None:
        return None
    try:
        window = school.window(days)
    except ImpossibleDate:
        return None
    if window is None:
        return None
    return weeks_before(window.starts_on, week.first.week)


def _likely_monday(school: SchoolCalendar) -> date:
    """The week of 1 September, or the second half of February's first: most schools begin then."""
    if school.semester == 2:
        return weeks_before(date(school.school_year + 1, 2, 20), 1)
    return weeks_before(date(school.school_year, 9, 1), 1)


_NUMBERED_MONTH = re.compile(
    r"^\s*(?P<n>[一二三四五六七八九十]{1,2}|\d{1,2})、\s*"
    r"(?P<m>(?:(?:[一二三四五六七八九十元]{1,2}|1[0-2]|[1-9])\s*月?份?\s*[、和及与\-~至]\s*)?"
    r"(?:[一二三四五六七八九十元]{1,2}|1[0-2]|[1-9])\s*月)(?!\s*(?:\d|[上中下]旬|[初底末]|[一二三四五六七八九十廿]{1,3}日))"
)


def with_plain_headings(blocks: list[Block]) -> list[Block]:
    """`一、二月份`, `二、三月份` … count months one by one: the 、 becomes a point.

    Only the sequence tells them from `八、九月份`, which is two months.
    """
    numbered = [
        (index, match)
        for index, block in enumerate(blocks)
        if isinstance(block, Line) and (match := _NUMBERED_MONTH.match(twin(block.text)))
    ]
    numbered = _counted_on(numbered)
    if len(numbered) < 2:
        return blocks
    changed = list(blocks)
    for index, match in numbered:
        line = changed[index]
        if isinstance(line, Line):
            rest = line.text[match.start("m") :]
            changed[index] = replace(line, text=f"{match['n']}.{rest}")
    return changed


def _counted_on(numbered: list[tuple[int, re.Match[str]]]) -> list[tuple[int, re.Match[str]]]:
    """Those whose numbers follow one another; none where pairs such as `八、九月` do as well."""
    run = numbered[:1]
    for found in numbered[1:]:
        if number(found[1]["n"]) == (number(run[-1][1]["n"]) or 0) + 1:
            run.append(found)
    return run if len(run) * 2 > len(numbered) else []


# --- prose ----------------------------------------------------------------------------------------


def aims_of(blocks: list[Block]) -> list[str]:
    """The headings of the prose sections before the schedule, without their numbers."""
    found: list[str] = []
    for block in blocks:
        if isinstance(block, Grid):
            break
        if period_heading(block):
            break
        heading = section_heading(block)
        if heading and heading.style in {"cn", "marked"} and _is_aim(heading.title):
            found.append(collapsed(heading.title))
    return found


def _is_aim(title: str) -> bool:
    flat = twin(title).strip()
    if not flat or len(flat) > _LONGEST_AIM or flat.endswith((":", "。", ";")):
        return False
    return not (_SCHEDULE.search(flat) or names_plan(flat))


def signature_lines(lines: list[Line]) -> set[Line]:
    """The lines that sign the plan: an office, a school, a date at the end."""
    kept = [line for line in lines if line.text.strip() and not is_chrome(twin(line.text))]
    found: set[Line] = set()
    for index in range(len(kept) - 1, max(-1, len(kept) - 6), -1):
        flat = twin(kept[index].text).strip()
        if is_signature(flat):
            found.add(kept[index])
        else:
            break
    return found
