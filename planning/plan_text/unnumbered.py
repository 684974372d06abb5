"""Lists without numbers: lines are items, as far as they are not wrapped."""

from __future__ import annotations

import re

from planning.plan_text.dates import leading_span
from planning.plan_text.entries import CUT_WIDTH, ENDED, UNFINISHED, Entry, Manner, Segment
from planning.plan_text.script import joined, twin, width


def unnumbered(segments: list[Segment], manner: Manner) -> list[Entry]:
    """The items: a line each as far as it is not wrapped, a lone line parted at its ；."""
    segments = [s for s in segments if not twin(s.text).rstrip().endswith(":")]
    segments = _without_farewell(segments, manner)
    if manner.rows > 1 and len(segments) == manner.rows:
        return [Entry([s.text], [s.line]) for s in segments]
    entries = _unwrapped(segments, manner)
    parted: list[Entry] = []
    for entry in entries:
        parted += _parted(entry, alone=len(entries) == 1)
    return parted


def _without_farewell(segments: list[Segment], manner: Manner) -> list[Segment]:
    """A paragraph set apart at the very end of the schedule closes the plan."""
    if not manner.is_last or len(segments) < 2:
        return segments
    *others, last = [width(s.text) for s in segments]
    unlike = not any(twin(s.text).rstrip().endswith("。") for s in segments[:-1])
    sentence = twin(segments[-1].text).rstrip().endswith("。") and unlike
    if sentence and last >= max(CUT_WIDTH, 2 * max(others)):
        return segments[:-1]
    blanks = [index for index, s in enumerate(segments) if s.blank and index]
    return segments[: blanks[0]] if len(blanks) == 1 and blanks[0] > 1 else segments


def _unwrapped(segments: list[Segment], manner: Manner) -> list[Entry]:
    ends = [twin(s.text).rstrip()[-1:] in ENDED for s in segments]
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


def _is_wrapped(before: Segment, ended: bool, punctuated: bool, wrap: int) -> bool:
    flat = twin(before.text).rstrip()
    if ended:
        return False
    if flat.endswith(UNFINISHED) or flat.count("(") > flat.count(")"):
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
