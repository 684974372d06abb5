"""From the lines below a heading, or inside a cell, to single items.

Numbers decide where there are any; else lines do, as far as they are not wrapped; a lone line is
parted at its semicolons. Sub-items stay inside their parent.
"""

from __future__ import annotations

import re

from planning.plan_text.entries import LONGEST_LABEL, Entry, Manner, Segment
from planning.plan_text.headings import is_page_number
from planning.plan_text.markers import Marker, read_numbers, styled_marker
from planning.plan_text.numbered import Numbered
from planning.plan_text.one_line import marker_of, splits
from planning.plan_text.script import twin
from planning.plan_text.source import Line
from planning.plan_text.units import is_unit
from planning.plan_text.unnumbered import unnumbered

_GROUP = re.compile(r"^[\u4e00-\u9fff、/]{2,12}(?<=[处科室部办组心会委团堂级馆队])$")
_CATEGORIES = frozenset({"cn", "parencn"})
_LABEL = re.compile(
    r"^\W*(?:本月|本周|月度|教育|安全|活动)?(?:主题|工作重点|重点工作|重点|目标|口号|主要工作|工作安排|具体工作)(?:\s*[:|]|是|为|$)"
)
_ENUMERATION = re.compile(r"(?<=[:。;\s])\s*(?=1\s*[、.](?!\d))")


def entries_of(lines: list[Line], manner: Manner) -> list[Entry]:
    """The items of one list, in order; empty if the lines hold none.

    A line that only names a department heads the items below it (`Entry.group`).
    """
    found: list[Entry] = []
    for group, part in _by_group(lines, manner):
        entries = _entries(part, manner)
        for entry in entries:
            entry.group = group
        found += entries
    return found


def _by_group(lines: list[Line], manner: Manner) -> list[tuple[str, list[Line]]]:
    parts: list[tuple[str, list[Line]]] = [("", [])]
    for index, line in enumerate(lines):
        name = "" if manner.cell else _group_name(line)
        if name and not any(below.text.strip() for below in lines[index + 1 :]):
            name = ""
        if name:
            parts.append((name, []))
        else:
            parts[-1][1].append(line)
    return parts


def _group_name(line: Line) -> str:
    """The department a line names and nothing else; "" if it is none."""
    flat = twin(line.text).strip()
    if len(flat) > LONGEST_LABEL:
        return ""
    marker = styled_marker(line.text)
    if marker and marker.style not in _CATEGORIES:
        return ""
    name = line.text[marker.end :] if marker else line.text
    bare = re.sub(r"^[\s\[(【（●■◆*#]+|[\s\])】）:：*]+$", "", name)
    marked = bare != name.strip() or marker is not None
    return bare if marked and _GROUP.match(twin(bare)) and is_unit(bare) else ""


def _entries(lines: list[Line], manner: Manner) -> list[Entry]:
    segments = _segments(lines)
    markers = read_numbers([s.text for s in segments], manner.is_date_here, manner.carried)
    segments, markers = _without_categories(segments, markers)
    if not any(markers):
        return unnumbered(segments, manner)
    return Numbered(segments, markers, manner).entries()


def _segments(lines: list[Line]) -> list[Segment]:
    found: list[Segment] = []
    blank = False
    above: Marker | None = None
    for line in lines:
        flat = twin(line.text)
        if not flat.strip():
            blank = True
            continue
        if is_page_number(flat) or (_LABEL.match(flat.strip()) and not _enumerated(flat)):
            continue
        for index, part in enumerate(_on_one_line(line.text, above)):
            found.append(Segment(part, line, blank and index == 0))
            above = marker_of(part) or above
        blank = False
    return found


def _enumerated(flat: str) -> bool:
    return _ENUMERATION.search(flat) is not None


def _on_one_line(text: str, above: Marker | None) -> list[str]:
    """The parts of a line that counts; a label before its `1、` is a part of its own."""
    parts = splits(text, above)
    if len(parts) > 1:
        return parts
    start = _ENUMERATION.search(twin(text))
    if start and not re.match(r"\s*\d{1,2}\s*[、.]", twin(text)):
        counted = splits(text[start.end() :])
        if len(counted) > 1:
            return [text[: start.start()], *counted]
    return parts


def _without_categories(
    segments: list[Segment], markers: list[Marker | None]
) -> tuple[list[Segment], list[Marker | None]]:
    """`（一）安全工作` above `1.` is a heading inside the month, no item."""
    kept = [
        index
        for index, marker in enumerate(markers)
        if not (marker and marker.style in _CATEGORIES and _heads_list(markers, index))
    ]
    return [segments[index] for index in kept], [markers[index] for index in kept]


def _heads_list(markers: list[Marker | None], index: int) -> bool:
    below = markers[index + 1] if index + 1 < len(markers) else None
    mine = markers[index]
    if below is None or mine is None:
        return False
    if below.style == "arabic":
        return True
    return mine.style == "cn" and below.style == "parencn" and below.value == 1
