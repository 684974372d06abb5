"""The last step: found items become ReadItems with kind, cohort, source and doubts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from planning.plan_text.result import ReadItem
from planning.plan_text.school_calendar import SchoolCalendar, Window, month_end
from planning.plan_text.scopes import Found
from planning.plan_text.wording import cohort_of, kind_of


def finished(found: list[Found], school: SchoolCalendar, lines: dict[int, str]) -> list[ReadItem]:
    """The items in text order; those of the whole plan last from its first month to its last.

    `lines` gives the source's lines by number.
    """
    windows = [item.scope.window for item in found if item.scope.window]
    if not windows:
        return []
    first = min(window.starts_on for window in windows).replace(day=1)
    last = month_end(max(window.ends_on for window in windows))
    items: list[ReadItem] = []
    seen: set[tuple[str, date, date]] = set()
    for item in found:
        window = item.scope.window or Window(first, last)
        made = _item(item, window, school, lines)
        if not made.title:
            continue
        key = (made.title, made.starts_on, made.ends_on)
        items.append(replace(made, doubts=(*made.doubts, "duplicate")) if key in seen else made)
        seen.add(key)
    return items


def _item(item: Found, window: Window, school: SchoolCalendar, lines: dict[int, str]) -> ReadItem:
    title = item.entry.text
    numbers = [line.no for line in item.entry.lines]
    written = [lines.get(line.no, line.text) for line in item.entry.lines]
    return ReadItem(
        title=title,
        starts_on=window.starts_on,
        ends_on=window.ends_on,
        units=item.units,
        kind=kind_of(title),
        cohort=cohort_of(title),
        recurs=item.scope.recurs,
        line_no=numbers[0] if numbers else 1,
        source="\n".join(dict.fromkeys(written)),
        doubts=_doubts(item, window, school),
    )


def _doubts(item: Found, window: Window, school: SchoolCalendar) -> tuple[str, ...]:
    doubts = [*item.entry.doubts, *item.doubts]
    if school.guessed:
        doubts.append("year_guessed")
    frame = school.semester_window()
    if frame and not (frame.holds(window.starts_on) and frame.holds(window.ends_on)):
        doubts.append("outside_semester")
    return tuple(dict.fromkeys(doubts))
