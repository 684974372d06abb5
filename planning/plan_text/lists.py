"""From the lines below a heading, or inside a cell, to single items.

Numbers decide where there are any; else lines do, as far as they are not wrapped; a lone line is
parted at its semicolons. Sub-items stay inside their parent.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from planning.plan_text.dates import leading_span
from planning.plan_text.headings import is_page_number
from planning.plan_text.markers import Marker, read_numbers, splits, styled_marker
from planning.plan_text.script import joined, twin, width
from planning.plan_text.source import Line
from planning.plan_text.units import is_unit

_CUT_WIDTH = 32
_LONGEST_GROUP = 16
_GROUP = re.compile(r"^[\u4e00-\u9fff、/]{2,12}(?<=[处科室部办组心会委团堂级馆队])$")
_ENDED = "。;!！？?"
# Styles that faulty lists mix in one count: 1、 2） （3）.
_COUNTED = frozenset({"arabic", "half", "paren", "cn", "parencn", "task"})
_CATEGORIES = frozenset({"cn", "parencn"})
_LABEL = re.compile(
    r"^\W*(?:本月|本周|月度|教育|安全|活动)?(?:主题|工作重点|重点工作|重点|目标|口号|主要工作|工作安排|具体工作)(?:\s*[:|]|是|为|$)"
)
_ENUMERATION = re.compile(r"(?<=[:。;\s])\s*(?=1\s*[、.](?!\d))")
_UNFINISHED = re.compile(r"[,、:（(“《\-及和与的]$")


@dataclass
class Entry:
    """An item before its dates are read: its text without number, the lines it was written on."""

    parts: list[str]
    lines: list[Line]
    number: int | None = None
    doubts: list[str] = field(default_factory=list)
    group: str = ""

    @property
    def text(self) -> str:
        """The title: wrapped lines joined, spaces collapsed, no closing 。 or ；"""
        return re.sub(r"[\s。；;｡]+$", "", joined(self.parts))


@dataclass(frozen=True)
class _Segment:
    text: str
    line: Line
    blank: bool
    first: bool

    @property
    def indent(self) -> int:
        return self.line.depth * 2 + len(self.text) - len(self.text.lstrip())


@dataclass(frozen=True)
class Manner:
    """How a list is to be read.

    `is_date_here`: cost of reading leading digits as a date; `wrap`: the width at which the
    text was wrapped by hand, 0 if it was not; `carried`: the last number of the list before;
    `is_last`: no heading follows, so trailing prose is no item; `rows`: lines in the cell beside;
    `cell`: the lines are a cell's.
    """

    is_date_here: Callable[[str], float]
    wrap: int = 0
    carried: int = 0
    is_last: bool = True
    rows: int = 0
    cell: bool = False


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
        name = "" if manner.cell else _group_name(line, lines[index + 1 :])
        if name:
            parts.append((name, []))
        else:
            parts[-1][1].append(line)
    return parts


def _group_name(line: Line, below: list[Line]) -> str:
    """The department a line names and nothing else; "" if it is none or has nothing below it."""
    flat = twin(line.text).strip()
    if len(flat) > _LONGEST_GROUP or not any(other.text.strip() for other in below):
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
        return _unnumbered(segments, manner)
    return _Numbered(segments, markers, manner).entries()


def _segments(lines: list[Line]) -> list[_Segment]:
    found: list[_Segment] = []
    blank = False
    for line in lines:
        flat = twin(line.text)
        if not flat.strip():
            blank = True
            continue
        if is_page_number(flat) or (_LABEL.match(flat.strip()) and not _enumerated(flat)):
            continue
        for index, part in enumerate(_on_one_line(line.text)):
            found.append(_Segment(part, line, blank and index == 0, index == 0))
        blank = False
    return found


def _enumerated(flat: str) -> bool:
    return _ENUMERATION.search(flat) is not None


def _on_one_line(text: str) -> list[str]:
    """The parts of a line that counts; a label before its `1、` is a part of its own."""
    parts = splits(text)
    if len(parts) > 1:
        return parts
    start = _ENUMERATION.search(twin(text))
    if start and not re.match(r"\s*\d{1,2}\s*[、.]", twin(text)):
        counted = splits(text[start.end() :])
        if len(counted) > 1:
            return [text[: start.start()], *counted]
    return parts


def _without_categories(
    segments: list[_Segment], markers: list[Marker | None]
) -> tuple[list[_Segment], list[Marker | None]]:
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


# --- numbered lists -------------------------------------------------------------------------------


class _Numbered:
    """One pass over the segments of a numbered list."""

    def __init__(
        self, segments: list[_Segment], markers: list[Marker | None], manner: Manner
    ) -> None:
        self.segments = segments
        self.markers = markers
        self.manner = manner
        self.top = next(marker.style for marker in markers if marker)
        self.sub = ""
        self.top_indent = 0
        self.nested = False
        self.found: list[Entry] = []

    def entries(self) -> list[Entry]:
        """The items, those without a number where the count shows that they are some."""
        for index, (segment, marker) in enumerate(zip(self.segments, self.markers, strict=True)):
            if marker is None:
                self._take_plain(index, segment)
            elif self._is_sub(index, marker):
                self.sub = marker.style
                self._append_sub(segment, marker)
            else:
                self._start(segment, marker)
        return self.found

    def _is_sub(self, index: int, marker: Marker) -> bool:
        if not self.found:
            return False
        if marker.style == self.top:
            return self._restarts_deeper(index)
        if marker.style not in _COUNTED or marker.style == self.sub or marker.value == 1:
            return True
        return marker.value != (self.found[-1].number or 0) + 1

    def _restarts_deeper(self, index: int) -> bool:
        """A list nested by its depth only, as lists of web pages and Markdown are."""
        segment, marker = self.segments[index], self.markers[index]
        if marker is None or segment.indent < self.top_indent + 2:
            return False
        if marker.style == "bullet" or self.nested:
            return True
        expected = (self.found[-1].number or 0) + 1
        ahead = zip(self.segments[index + 1 :], self.markers[index + 1 :], strict=True)
        self.nested = marker.value == 1 and any(
            other and other.value == expected and below.indent <= self.top_indent
            for below, other in ahead
        )
        return self.nested

    def _start(self, segment: _Segment, marker: Marker) -> None:
        entry = Entry([segment.text[marker.end :]], [segment.line], marker.value)
        if self.found and marker.value and self.found[-1].number == marker.value:
            entry.doubts.append("number_repeated")
        if marker.glued and twin(segment.text)[marker.end : marker.end + 1].isdigit():
            entry.doubts.append("number_or_date")
        self.top_indent = segment.indent
        self.sub, self.nested = "", False
        self.found.append(entry)

    def _append_sub(self, segment: _Segment, marker: Marker) -> None:
        """Sub-items stay as written; a bullet, which is no text, becomes a space."""
        if marker.style != "bullet":
            self._append(segment, segment.text)
            return
        entry = self.found[-1]
        entry.parts[-1] += " " + segment.text[marker.end :]
        entry.lines.append(segment.line)

    def _append(self, segment: _Segment, text: str) -> None:
        entry = self.found[-1]
        entry.parts.append(text)
        if entry.lines[-1] is not segment.line:
            entry.lines.append(segment.line)

    def _take_plain(self, index: int, segment: _Segment) -> None:
        if not self.found:
            self._take_lead(index, segment)
        elif self._continues(index, segment):
            self._append(segment, segment.text)
            if "wrapped" not in self.found[-1].doubts:
                self.found[-1].doubts.append("wrapped")
        elif self._is_forgotten(index, segment):
            number = (self.found[-1].number or 0) + 1
            self.found.append(Entry([segment.text], [segment.line], number, ["number_missing"]))

    def _take_lead(self, index: int, segment: _Segment) -> None:
        """A line before the first number is a motto, unless the count begins at two."""
        ahead = next(i for i, marker in enumerate(self.markers) if marker)
        first = self.markers[ahead]
        if first and first.style == "arabic" and first.value == ahead + 1 and ahead:
            self.found.append(Entry([segment.text], [segment.line], index + 1, ["number_missing"]))

    def _next_number(self, index: int) -> int | None:
        after = (m for m in self.markers[index + 1 :] if m and m.style == self.top)
        following = next(after, None)
        return following.value if following else None

    def _continues(self, index: int, segment: _Segment) -> bool:
        entry = self.found[-1]
        following, number = self._next_number(index), entry.number or 0
        if following is not None and following == number + 2:
            return bool(_UNFINISHED.search(twin(entry.parts[-1]).strip()))
        ended = twin(entry.parts[-1]).strip()[-1:] in _ENDED
        if not ended:
            return (
                self.manner.cell
                or following is not None
                or self._is_full(entry)
                or self._looks_cut(entry)
            )
        return self._is_full(entry) or following is not None

    def _looks_cut(self, entry: Entry) -> bool:
        """The others end in a stop and this one does not, or it fills the list's widest line."""
        stops = [twin(s.text).rstrip()[-1:] in _ENDED for s in self.segments]
        if sum(stops) * 2 >= len(stops):
            return True
        if _UNFINISHED.search(twin(entry.parts[-1]).strip()):
            return True
        widest = max(width(s.text) for s in self.segments)
        return width(entry.lines[-1].text) >= max(_CUT_WIDTH, widest * 0.85)

    def _is_full(self, entry: Entry) -> bool:
        return bool(self.manner.wrap) and width(entry.lines[-1].text) >= self.manner.wrap - 4

    def _is_forgotten(self, index: int, segment: _Segment) -> bool:
        following = self._next_number(index)
        if following is not None:
            return True
        return not self.manner.is_last and not twin(segment.text).rstrip().endswith(":")


# --- lists without numbers ------------------------------------------------------------------------


def _unnumbered(segments: list[_Segment], manner: Manner) -> list[Entry]:
    segments = [s for s in segments if not twin(s.text).rstrip().endswith(":")]
    segments = _without_farewell(segments, manner)
    if manner.rows > 1 and len(segments) == manner.rows:
        return [Entry([s.text], [s.line]) for s in segments]
    entries = _unwrapped(segments, manner)
    parted: list[Entry] = []
    for entry in entries:
        parted += _parted(entry, alone=len(entries) == 1)
    return parted


def _without_farewell(segments: list[_Segment], manner: Manner) -> list[_Segment]:
    """A paragraph set apart at the very end of the schedule closes the plan."""
    if not manner.is_last or len(segments) < 2:
        return segments
    blanks = [index for index, s in enumerate(segments) if s.blank and index]
    return segments[: blanks[0]] if len(blanks) == 1 and blanks[0] > 1 else segments


def _unwrapped(segments: list[_Segment], manner: Manner) -> list[Entry]:
    ends = [twin(s.text).rstrip()[-1:] in _ENDED for s in segments]
    punctuated = sum(ends) * 2 >= len(ends) and bool(ends) and ends[-1]
    found: list[Entry] = []
    for index, segment in enumerate(segments):
        if index and _is_wrapped(segments[index - 1], ends[index - 1], punctuated, manner.wrap):
            found[-1].parts.append(segment.text)
            found[-1].lines.append(segment.line)
            found[-1].doubts = ["wrapped"]
        else:
            found.append(Entry([segment.text], [segment.line]))
    return found


def _is_wrapped(before: _Segment, ended: bool, punctuated: bool, wrap: int) -> bool:
    flat = twin(before.text).rstrip()
    if ended:
        return False
    if _UNFINISHED.search(flat) or flat.count("(") > flat.count(")"):
        return True
    return punctuated or (bool(wrap) and width(before.line.text) >= wrap - 4)


def _parted(entry: Entry, *, alone: bool) -> list[Entry]:
    """One line with several items: parted at ；, where there is none at 。"""
    text = joined(entry.parts)
    signs = "；;" if re.search(r"[；;]\s*\S", text) else "。" if alone else ""
    # Among other lines a sentence, or a line with its own date, is one item whatever it holds.
    clause = not alone and (text.rstrip().endswith("。") or leading_span(twin(text)) is not None)
    if not signs or clause or re.search(r"[；;。]\s*(?:[(（]\d|[②B-H][、.．]?)", text):
        return [entry]
    pieces = _outside_brackets(text, signs + ("。" if alone else ""))
    if len(pieces) < 2:
        return [entry]
    return [Entry([piece], entry.lines, None, list(entry.doubts)) for piece in pieces]


def _outside_brackets(text: str, signs: str) -> list[str]:
    pieces, depth, start = [], 0, 0
    for index, char in enumerate(text):
        depth += (char in "（(《【“[") - (char in "）)》】”]")
        if char in signs and depth <= 0:
            pieces.append(text[start:index])
            start, depth = index + 1, 0
    pieces.append(text[start:])
    return [piece for piece in pieces if piece.strip()]
