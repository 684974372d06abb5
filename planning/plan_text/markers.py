"""The numbers of lists: `1、` `1.` `（1）` `①` `A、` `一、`, and numbers glued to their text.

Leading digits may be a number, a date, a quantity or the first two glued together (`111.9消防` is
item 1 of 11.9). No line can be judged alone; the cheapest reading of the whole list is taken.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from planning.plan_text.dates import span_at
from planning.plan_text.script import number, twin


@dataclass(frozen=True)
class Marker:
    """The number at the start of a line: its style, its value, where the text after it begins."""

    style: str
    value: int
    end: int
    cost: float = 0.0
    glued: bool = False


_STYLED: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("paren", re.compile(r"\s*[(\[]\s*(?P<n>\d{1,2})\s*[)\]]\s*[、.:]?\s*")),
    ("parencn", re.compile(r"\s*[(\[]\s*(?P<n>[一二三四五六七八九十]{1,3})\s*[)\]]\s*[、.:]?\s*")),
    ("half", re.compile(r"\s*(?P<n>\d{1,2})\s*[)\]]\s*[、.]?\s*")),
    ("cn", re.compile(r"\s*(?P<n>[一二三四五六七八九十]{1,3})\s*(?:[、.]|:(?!\d))\s*")),
    (
        "cn",
        re.compile(r"\s*第(?P<n>[一二三四五六七八九十]{1,3})(?:[、,:]|项[、,:.]?|部分[、,:.]?)\s*"),
    ),
    (
        "task",
        re.compile(
            r"\s*(?:任务|事项|工作|项目|活动)\s*(?P<n>\d{1,2}|[一二三四五六七八九十]{1,3})\s*[:、.)]\s*"
        ),
    ),
)
_CIRCLED = re.compile(r"\s*(?P<c>[①-⑳⓵-⓾❶-❿㈠-㈩⑴-⒇⒈-⒛Ⅰ-Ⅻ])\s*[、.]?\s*")
_CIRCLES = ("①⑳", "⓵⓾", "❶❿", "㈠㈩", "⑴⒇", "⒈⒛", "ⅠⅫ")
_ALPHA = re.compile(r"\s*[(]?(?P<a>[A-Ha-h])(?:[、.)]|:(?=\S))\s*(?![A-Za-z0-9])")
_BULLET = re.compile(r"\s*(?:[●•◆■▪◇□○★☆▲△※➢➤►▶❖✓✔√⬥◎‣∎]|[-*+·](?=\s)|[-·](?=[^\s\d-]))\s*")
_DIGITS = re.compile(r"\s*(?P<n>\d{1,4})")
_SEPARATOR = re.compile(
    r"\s*(?:[、.]\s*|[,:](?=\s*[^\s\d])\s*|\s+(?=[^\s\d]|\d{1,2}\s*[月.]\s*(?:\d|[上中下初底])))"
)
# 24小时, 3年级, 2号楼: digits that belong to the word behind them.
_QUANTITY = re.compile(
    r"\s*(?:小时|分钟|年级|号|栋|幢|楼|层|个|名|次|台|套|周|天|日|月|年|点|人|项|级|班|米|公里|吨|元|万|%|届|期|类|张|份|度|克|路|辆|位|所|"
    r"间|[A-Za-z])"
)
_FIXED_WORD = re.compile(
    r"(?:[2345]D|[5-8][SG]|11[0-9]|12[0-9](?!\d)|12[0-9]{3}|24\s*小时|48\s*小时|100%)"
)
_TEXT = re.compile(r"[\u4e00-\u9fff“\"《‘'(\[]")
_NUMERIC_START = re.compile(r"\d")
_IMPROBABLE = 1.5
_PLAIN_NUMBER = 3.5
# A reading this much worse than the best so far cannot win: two wrong jumps cost less.
_HOPELESS = 6.0
_GLUED_DATE = 0.5
_LIKELY_GLUED = 0.3


@lru_cache(maxsize=16_384)
def styled_marker(text: str) -> Marker | None:
    """A marker that is no bare arabic number."""
    flat = twin(text)
    circled = _CIRCLED.match(text)
    if circled:
        return _circled(circled)
    for style, pattern in _STYLED:
        match = pattern.match(flat)
        if match and not _is_span(flat, style):
            return Marker(style, number(match["n"]) or 0, match.end())
    alpha = _ALPHA.match(flat)
    if alpha:
        return Marker("alpha", ord(alpha["a"].lower()) - 96, alpha.end())
    bullet = _BULLET.match(flat) or _BULLET.match(text)
    return Marker("bullet", 0, bullet.end()) if bullet and bullet.end() < len(text) else None


def _circled(match: re.Match[str]) -> Marker:
    first = next(pair[0] for pair in _CIRCLES if pair[0] <= match["c"] <= pair[1])
    style = {"Ⅰ": "roman", "㈠": "parencn", "⑴": "paren", "⒈": "arabic"}.get(first, "circled")
    return Marker(style, ord(match["c"]) - ord(first) + 1, match.end())


def _is_span(flat: str, style: str) -> bool:
    """`八、九月份` begins with a month, not with number eight."""
    if style not in {"cn", "half"}:
        return False
    found = span_at(flat.lstrip())
    return found is not None and found[0].first != found[0].last


@lru_cache(maxsize=16_384)
def arabic_markers(text: str) -> tuple[Marker, ...]:
    """Every way to read the digits at the start as an item's number."""
    flat = twin(text)
    match = _DIGITS.match(flat)
    if not match:
        return ()
    digits, start = match["n"], match.start("n")
    found = [_separated(flat, match)] if len(digits) < 3 else []
    found += [_glued(flat, start, size, len(digits)) for size in range(1, min(2, len(digits)) + 1)]
    return tuple(marker for marker in found if marker)


def _separated(flat: str, digits: re.Match[str]) -> Marker | None:
    sign = _SEPARATOR.match(flat, digits.end())
    if not sign or sign.end() >= len(flat):
        return None
    cost = 0.0
    numeric = _NUMERIC_START.match(flat, sign.end()) is not None
    if numeric and "." in sign[0] and sign.end() == digits.end() + 1:
        # 2.5米 and 9.1 look like 2. and 9.; a date behind the sign (1.5日上午) is a good sign.
        cost = 0.0 if span_at(flat, sign.end()) else 1.0
        cost += 0.0 if re.match(r"\d+\s*\.\s*\d+", flat[sign.end() :]) else 0.2
    if not sign[0].strip():
        cost += 0.2
    return Marker("arabic", int(digits["n"]), sign.end(), cost)


def _glued(flat: str, start: int, size: int, count: int) -> Marker | None:
    rest = flat[start + size :]
    value = int(flat[start : start + size])
    if rest[:1] in set("月日号年周旬时"):
        return None
    if size == count and _TEXT.match(rest):
        cost = 0.3 + _IMPROBABLE * bool(_QUANTITY.match(rest) or rest.startswith("、"))
        return Marker("arabic", value, start + size, cost, glued=True)
    if size < count and (found := span_at(rest)) and found[0].first.month:
        return Marker("arabic", value, start + size, _GLUED_DATE, glued=True)
    # 324小时 is the third of a list, 24小时 as such is not: only the count around it can tell.
    if size < count and not rest.startswith("0") and re.match(r"\d+[^\d.\s]", rest):
        fixed, whole = _FIXED_WORD.match(rest), _FIXED_WORD.match(flat[start:])
        cost = 0.9 if fixed else 3.0 if whole else 1.4
        return Marker("arabic", value, start + size, cost, glued=True)
    return None


def begins_list(text: str) -> bool:
    """Whether a line has the first number of a list, or a bullet."""
    styled = styled_marker(text)
    readings = (styled,) if styled else arabic_markers(text)
    return any(marker.value in {0, 1} and not marker.glued for marker in readings)


# --- the reading of a whole list ------------------------------------------------------------------

_State = tuple[float, int, tuple["Marker | None", ...]]


def read_numbers(
    texts: list[str], is_date_here: Callable[[str], float], carried: int = 0
) -> list[Marker | None]:
    """For each line its marker, chosen so that the list as a whole counts best.

    `is_date_here(text)` is the cost of reading the line's leading digits as a date or a word;
    `carried` is the last number of the list before, which this one may continue.
    """
    chain: list[dict[int, tuple[float, int, Marker | None]]] = []
    states: dict[int, float] = {0: 0.0}
    for text in texts:
        states, links = _step(states, _options(text, is_date_here), carried)
        chain.append(links)
    return _traced(chain, states)


def _options(text: str, is_date_here: Callable[[str], float]) -> list[tuple[Marker | None, float]]:
    styled = styled_marker(text)
    if styled and styled.style != "arabic":
        return [(styled, 0.0)]
    readings = (styled,) if styled else arabic_markers(text)
    arabic = [_weighed(marker, text, is_date_here) for marker in readings]
    options: list[tuple[Marker | None, float]] = [(marker, marker.cost) for marker in arabic]
    if any(marker.cost == 0.0 and not marker.glued for marker in arabic) and not _is_dotted(text):
        return [*options, (None, _PLAIN_NUMBER)]
    if any(marker.glued and marker.cost <= _LIKELY_GLUED for marker in arabic):
        return [*options, (None, max(2.0, is_date_here(text)))]
    return [*options, (None, is_date_here(text) if arabic else 1.0)]


def _weighed(marker: Marker, text: str, is_date_here: Callable[[str], float]) -> Marker:
    """`12月` in November is no item 1 of 2月: a date far from the heading speaks against it."""
    rest = text[marker.end :]
    if not marker.glued or not rest[:1].isdigit() or marker.cost != _GLUED_DATE:
        return marker
    return replace(marker, cost=marker.cost + max(0.0, is_date_here(rest) - 0.3))


def _is_dotted(text: str) -> bool:
    """`9.1…` may be a date; `9、…` or `9.开学` hardly are."""
    return re.match(r"\s*\d+\s*\.\s*\d", twin(text)) is not None


def _step(
    states: dict[int, float], options: list[tuple[Marker | None, float]], carried: int
) -> tuple[dict[int, float], dict[int, tuple[float, int, Marker | None]]]:
    links: dict[int, tuple[float, int, Marker | None]] = {}
    for last, so_far in states.items():
        for marker, cost in options:
            counted = marker is not None and marker.style == "arabic"
            step = _jump(last, marker.value, carried) if marker and counted else 0.0
            state = marker.value if marker and counted else last
            total = so_far + cost + step
            if state not in links or total < links[state][0]:
                links[state] = (total, last, marker)
    enough = min(link[0] for link in links.values()) + _HOPELESS
    return {state: link[0] for state, link in links.items() if link[0] <= enough}, links


def _jump(last: int, value: int, carried: int) -> float:
    if value == last + 1:
        return 0.0
    if last == 0:
        return 0.2 if carried and value == carried + 1 else 2.5
    if value == 1:
        return 1.3
    return 1.2 if value in {last, last + 2} else 2.5


def _traced(
    chain: list[dict[int, tuple[float, int, Marker | None]]], states: dict[int, float]
) -> list[Marker | None]:
    state = min(states, key=lambda key: states[key])
    found: list[Marker | None] = []
    for links in reversed(chain):
        _, before, marker = links[state]
        found.append(marker)
        state = before
    return found[::-1]


# --- several items on one line --------------------------------------------------------------------

_STOP = "。;!？?:,.…"
_INNER: dict[str, re.Pattern[str]] = {
    "arabic": re.compile(r"(?<![\d.\-~/(第至到])(?P<n>\d{1,2})(?P<s>\s*[、.]|\s(?=[^\s\d]))\s*"),
    "paren": re.compile(r"[(\[]\s*(?P<n>\d{1,2})\s*[)\]]\s*"),
    "half": re.compile(r"(?<![\d(\[.])(?P<n>\d{1,2})\s*[)\]]\s*"),
    "parencn": re.compile(r"[(\[]\s*(?P<n>[一二三四五六七八九十]{1,3})\s*[)\]]\s*"),
    "cn": re.compile(r"(?<![一二三四五六七八九十年月第])(?P<n>[一二三四五六七八九十]{1,3})、\s*"),
    "task": re.compile(
        r"(?:任务|事项|工作|项目|活动)\s*(?P<n>\d{1,2}|[一二三四五六七八九十]{1,3})\s*[:、.]\s*"
    ),
    "circled": re.compile(r"(?P<n>[①-⑳])\s*"),
    "roman": re.compile(r"(?P<n>[Ⅰ-Ⅻ])[、.]?\s*"),
    "alpha": re.compile(r"(?<![A-Za-z])(?P<n>[A-Ha-h])[、.]\s*(?![A-Za-z0-9])"),
}
_GLUED_INSIDE = re.compile(r"(?<=[。;])\s*(?P<n>\d{1,2})(?P<s>)(?=[\u4e00-\u9fff“《])")


def splits(text: str) -> list[str]:
    """The items of one line that counts on (`1、…。2、…`): its parts as written, at least one."""
    first = styled_marker(text) or next(iter(arabic_markers(text)), None)
    if first is None or first.style not in _INNER:
        return [text]
    cuts = _cuts(text, first)
    edges = [0, *cuts, len(text)]
    return [text[a:b] for a, b in pairwise(edges) if text[a:b].strip()]


def _cuts(text: str, first: Marker) -> list[int]:
    flat = twin(text)
    cuts: list[int] = []
    expected = first.value + 1
    for match in _inner_matches(text, flat, first):
        value = _inner_value(match["n"])
        if value == expected and _stands_free(flat, match, first.style):
            cuts.append(match.start("n") if first.style == "arabic" else match.start())
            expected += 1
    return cuts


def _inner_matches(text: str, flat: str, first: Marker) -> list[re.Match[str]]:
    source = text if first.style in {"circled", "roman"} else flat
    found = list(_INNER[first.style].finditer(source, first.end))
    if first.style == "arabic":
        found += _GLUED_INSIDE.finditer(flat, first.end)
    return sorted(found, key=lambda match: match.start("n"))


def _inner_value(text: str) -> int:
    if "①" <= text <= "⑳":
        return ord(text) - ord("①") + 1
    if "Ⅰ" <= text <= "Ⅻ":
        return ord(text) - ord("Ⅰ") + 1
    return ord(text.lower()) - 96 if text.isascii() and text.isalpha() else number(text) or 0


def _stands_free(flat: str, match: re.Match[str], style: str) -> bool:
    before = flat[: match.start("n") if style == "arabic" else match.start()].rstrip(" ")
    spaced = len(before) < match.start()
    if style != "arabic":
        return style != "cn" or spaced or before[-1:] in _STOP
    after = flat[match.end() : match.end() + 1]
    closed = before[-1:] in "。;!？?…" or spaced or before[-1:] in ":"
    if after.isdigit():
        dated = span_at(flat, match.end())
        certain = dated is not None and dated[0].first.month is not None and "、" in match["s"]
        return certain or (closed and (dated is not None or "、" in match["s"]))
    if before[-1:] in "、,":
        return before[-1:] == "," and "." in match["s"]
    return closed or (("、" in match["s"] or "." in match["s"]) and not _counts_things(flat, match))


def _counts_things(flat: str, match: re.Match[str]) -> bool:
    """`检查1、2、3号楼`: digits in a row of digits number no items."""
    return bool(re.match(r"\s*\d", flat[match.end() :])) or before_is_digit(flat, match.start("n"))


def before_is_digit(flat: str, at: int) -> bool:
    """Whether the last thing before `at`, separators aside, is a digit."""
    return flat[:at].rstrip(" 、,.")[-1:].isdigit()
