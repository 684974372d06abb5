"""Several items on one line: `1、…。2、…`, parted where the numbers count on."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from planning.plan_text.dates import MEASURE, span_at
from planning.plan_text.markers import (
    CIRCLES,
    FIXED_WORD,
    Marker,
    arabic_markers,
    styled_marker,
)
from planning.plan_text.script import number, twin

_STOP = "。;!？?:,.…"
_CLOSED = "。;!？?…"
_INNER: dict[str, re.Pattern[str]] = {
    "arabic": re.compile(r"(?<![\d.\-~/(第至到])(?P<n>\d{1,2})(?P<s>\s*[、.]|\s(?=[^\s]))\s*"),
    "paren": re.compile(r"[(\[]\s*(?P<n>\d{1,2})\s*[)\]]\s*"),
    "half": re.compile(r"(?<![\d(\[.])(?P<n>\d{1,2})\s*[)\]]\s*"),
    "parencn": re.compile(r"[(\[]\s*(?P<n>[一二三四五六七八九十]{1,3})\s*[)\]]\s*"),
    "cn": re.compile(r"(?<![一二三四五六七八九十年月第])(?P<n>[一二三四五六七八九十]{1,3})、\s*"),
    "task": re.compile(
        r"(?:任务|事项|工作|项目|活动)\s*(?P<n>\d{1,2}|[一二三四五六七八九十]{1,3})\s*[:、.]\s*"
    ),
    "alpha": re.compile(r"(?<![A-Za-z])(?P<n>[A-Ha-h])[、.]\s*(?![A-Za-z0-9])"),
}
_SIGNS = {pair: re.compile(f"(?P<n>[{pair[0]}-{pair[1]}])[、.]?\\s*") for pair in CIRCLES}
_GLUED_INSIDE = re.compile(r"(?<=[。;])\s*(?P<n>\d{1,2})(?P<s>)(?=[\u4e00-\u9fff“《])")
_ENDS_ABOVE = re.compile(r"[。;!?…]\s*$|\S\s+$")
_POINTS = re.compile(r"\d{1,2}\s*\.\s*\d")
_DECIMAL = re.compile(rf"\d{{1,3}}{MEASURE}")


@dataclass(frozen=True)
class _Cut:
    """A place where an item may begin; `certain` without looking at its neighbours."""

    at: int
    value: int
    certain: bool


def splits(text: str, above: Marker | None = None) -> list[str]:
    """The items of one line that counts on (`1、…。2、…`): its parts as written, at least one.

    `above` is the number of the list so far, for a line that begins inside an item.
    """
    first = marker_of(text) or (replace(above, end=0) if above else None)
    if first is None:
        return [text]
    cuts = _cuts(text, first)
    if first.end == 0:
        cuts = [cut for cut in cuts if cut.certain and _ENDS_ABOVE.search(twin(text[: cut.at]))]
    edges = [0, *_chosen(cuts, first.value), len(text)]
    parts = [text[a:b] for a, b in pairwise(edges) if text[a:b].strip()]
    # A comma between two numbers parted the items and belongs to neither.
    return [*(part.rstrip(" ，,、") for part in parts[:-1]), parts[-1]] if parts else [text]


def marker_of(text: str) -> Marker | None:
    """The likeliest number at the start of a line, without looking at its neighbours."""
    return styled_marker(text) or next(iter(arabic_markers(text)), None)


def _chosen(cuts: list[_Cut], last: int) -> list[int]:
    """The cuts that count on from `last` or repeat it; a doubtful one only before the next."""
    found: list[int] = []
    for index, cut in enumerate(cuts):
        repeated = cut.value == last and cut.certain
        if cut.value != last + 1 and not repeated:
            continue
        if cut.certain or any(
            later.value == cut.value + 1 and later.certain for later in cuts[index + 1 :]
        ):
            found.append(cut.at)
            last = cut.value
    return found


def _cuts(text: str, first: Marker) -> list[_Cut]:
    flat = twin(text)
    pair = next((p for c in text[: first.end] for p in CIRCLES if p[0] <= c <= p[1]), None)
    if not first.end and first.style == "circled":
        pair = CIRCLES[0]
    if pair:
        signs = _SIGNS[pair].finditer(text, first.end)
        return [_Cut(match.start(), ord(match["n"]) - ord(pair[0]) + 1, True) for match in signs]
    if first.style not in _INNER:
        return []
    matches = [
        *_INNER[first.style].finditer(flat, first.end),
        *(_GLUED_INSIDE.finditer(flat, first.end) if first.style == "arabic" else ()),
    ]
    matches.sort(key=lambda match: match.start("n"))
    return [cut for match in matches if (cut := _cut(flat, match, first.style))]


def _cut(flat: str, match: re.Match[str], style: str) -> _Cut | None:
    arabic = style == "arabic"
    at = match.start("n") if arabic else match.start()
    before = flat[:at].rstrip(" ")
    value = _value(match["n"])
    if not arabic:
        free = style != "cn" or len(before) < at or before[-1:] in _STOP
        return _Cut(at, value, True) if free else None
    closed = before[-1:] in _CLOSED or before[-1:] == ":" or len(before) < match.start()
    if flat[match.end() : match.end() + 1].isdigit():
        return _before_digits(flat, match, at, closed=closed)
    return _Cut(at, value, True) if _stands_free(flat, match, before, closed=closed) else None


def _before_digits(flat: str, match: re.Match[str], at: int, *, closed: bool) -> _Cut | None:
    """`2.5.5千瓦`, `2.119平台` begin an item; `2.5米` may be one, its neighbours tell."""
    value, pointed = _value(match["n"]), "." in match["s"]
    found = span_at(flat, match.end())
    if found and found[0].first.month is not None and not pointed:
        return _Cut(at, value, True)
    if not closed:
        return None
    doubtful = bool(_DECIMAL.match(flat, match.end())) or span_at(flat, at) is not None
    fixed = FIXED_WORD.match(flat, match.end()) is not None
    clear = found is not None or not pointed or fixed or not doubtful
    return _Cut(at, value, clear or _POINTS.match(flat, match.end()) is not None)


def _stands_free(flat: str, match: re.Match[str], before: str, *, closed: bool) -> bool:
    if before[-1:] in "、,":
        return before[-1:] == "," and bool(match["s"].strip())
    return closed or (bool(match["s"].strip()) and not _counts_things(flat, match))


def _value(text: str) -> int:
    return ord(text.lower()) - 96 if text.isascii() and text.isalpha() else number(text) or 0


def _counts_things(flat: str, match: re.Match[str]) -> bool:
    """`检查1、2、3号楼`: digits in a row of digits number no items."""
    return bool(re.match(r"\s*\d", flat[match.end() :])) or before_is_digit(flat, match.start("n"))


def before_is_digit(flat: str, at: int) -> bool:
    """Whether the last thing before `at`, separators aside, is a digit."""
    return flat[:at].rstrip(" 、,.")[-1:].isdigit()
