"""Lists with numbers: which line begins an item, which goes on with it, which is its sub-item."""

from __future__ import annotations

import re

from planning.plan_text.entries import (
    CUT_WIDTH,
    ENDED,
    LONGEST_LABEL,
    UNFINISHED,
    Entry,
    Manner,
    Segment,
)
from planning.plan_text.markers import Marker
from planning.plan_text.script import twin, width

# Styles that faulty lists mix in one count: 1、 2） （3）.
_COUNTED = frozenset({"arabic", "half", "paren", "cn", "parencn", "task"})
# The style of a list whose items are labels such as `宿舍：` with numbered sub-items below.
_LABELS = "label"
_BELOW_LABELS = frozenset({"paren", "circled", "alpha", "half"})


class Numbered:
    """One pass over the segments of a numbered list."""

    def __init__(
        self, segments: list[Segment], markers: list[Marker | None], manner: Manner
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

    def _start(self, segment: Segment, marker: Marker) -> None:
        entry = Entry([segment.text[marker.end :]], [segment.line], marker.value)
        if self.found and marker.value and self.found[-1].number == marker.value:
            entry.doubts.append("number_repeated")
        if marker.glued and twin(segment.text)[marker.end : marker.end + 1].isdigit():
            entry.doubts.append("number_or_date")
        self.top_indent = segment.indent
        self.sub, self.nested = "", False
        self.found.append(entry)

    def _append_sub(self, segment: Segment, marker: Marker) -> None:
        """Sub-items stay as written; a bullet, which is no text, becomes a space."""
        if marker.style != "bullet":
            self._append(segment, segment.text)
            return
        entry = self.found[-1]
        entry.parts[-1] += " " + segment.text[marker.end :]
        entry.lines.append(segment.line)

    def _append(self, segment: Segment, text: str) -> None:
        entry = self.found[-1]
        entry.parts.append(text)
        if entry.lines[-1] is not segment.line:
            entry.lines.append(segment.line)

    def _take_plain(self, index: int, segment: Segment) -> None:
        if self._is_label(index):
            self.top = _LABELS
            self.found.append(Entry([segment.text], [segment.line]))
        elif not self.found:
            self._take_lead(index, segment)
        elif self._heads_again(index):
            return
        elif self._continues(index, segment):
            self._append(segment, segment.text)
            if "wrapped" not in self.found[-1].doubts:
                self.found[-1].doubts.append("wrapped")
        elif self._is_forgotten(index, segment):
            number = (self.found[-1].number or 0) + 1
            self.found.append(Entry([segment.text], [segment.line], number, ["number_missing"]))

    def _is_label(self, index: int) -> bool:
        """`宿舍检查：` in a cell, above （1） and （2）: an item with sub-items."""
        ahead = self.markers[index + 1] if index + 1 < len(self.markers) else None
        if not self.manner.cell or ahead is None or ahead.style not in _BELOW_LABELS:
            return False
        alone = not self.found or self.top == _LABELS
        return alone and ahead.value == 1 and twin(self.segments[index].text).rstrip().endswith(":")

    def _heads_again(self, index: int) -> bool:
        """A short line above a new `1、` heads a part of the list and is no item."""
        ahead = self.markers[index + 1] if index + 1 < len(self.markers) else None
        if ahead is None or ahead.style != self.top or ahead.value != 1:
            return False
        text = twin(self.segments[index].text).strip()
        return len(text) <= LONGEST_LABEL and text[-1:] not in ENDED

    def _take_lead(self, index: int, segment: Segment) -> None:
        """A line before the first number is a motto, unless the count begins at two."""
        ahead = next(i for i, marker in enumerate(self.markers) if marker)
        first = self.markers[ahead]
        if first and first.style == "arabic" and first.value == ahead + 1 and ahead:
            self.found.append(Entry([segment.text], [segment.line], index + 1, ["number_missing"]))

    def _next_number(self, index: int) -> int | None:
        after = (m for m in self.markers[index + 1 :] if m and m.style == self.top)
        following = next(after, None)
        return following.value if following else None

    def _continues(self, index: int, segment: Segment) -> bool:
        entry = self.found[-1]
        if _is_torn(twin(entry.parts[-1]).rstrip(), twin(segment.text).lstrip()):
            return True
        following, number = self._next_number(index), entry.number or 0
        if following is not None and following == number + 2:
            return twin(entry.parts[-1]).strip().endswith(UNFINISHED)
        ended = twin(entry.parts[-1]).strip()[-1:] in ENDED
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
        starts = [index for index, marker in enumerate(self.markers) if marker]
        lasts = [*(index - 1 for index in starts[1:]), len(self.segments) - 1]
        stops = [twin(self.segments[last].text).rstrip()[-1:] in ENDED for last in lasts]
        if sum(stops) * 2 >= len(stops):
            return True
        if twin(entry.parts[-1]).strip().endswith(UNFINISHED):
            return True
        widest = max(width(s.text) for s in self.segments)
        return width(entry.lines[-1].text) >= max(CUT_WIDTH, widest * 0.85)

    def _is_full(self, entry: Entry) -> bool:
        return bool(self.manner.wrap) and width(entry.lines[-1].text) >= self.manner.wrap - 4

    def _is_forgotten(self, index: int, segment: Segment) -> bool:
        following = self._next_number(index)
        if following is not None:
            return True
        return not self.manner.is_last and not twin(segment.text).rstrip().endswith(":")


def _is_torn(above: str, below: str) -> bool:
    """A date broken in two: `10月` above `15日，…`, `9` above `日…`."""
    if re.search(r"月(?:份)?$", above) and re.match(r"\d{1,2}\s*[日号]", below):
        return True
    return above[-1:].isdigit() and bool(re.match(r"\d?\s*[日号月年]", below))
