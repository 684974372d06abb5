"""The numbers of lists: `1、` `1.` `（1）` `①` `A、` `一、`, and numbers glued to their text.

Leading digits may be a number, a date, a quantity or the first two glued together (`111.9消防` is
item 1 of 11.9). No line can be judged alone; the cheapest reading of the whole list is taken.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

from planning.plan_text.dates import MEASURE, span_at
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
CIRCLES = ("①⑳", "⓵⓾", "❶❿", "㈠㈩", "⑴⒇", "⒈⒛", "ⅠⅫ")
_ALPHA = re.compile(r"\s*[(]?(?P<a>[A-Ha-h])(?:[、.)]|:(?=\S))\s*(?![A-Za-z0-9])")
_BULLET = re.compile(r"\s*(?:[●•◆■▪◇□○★☆▲△※➢➤►▶❖✓✔√⬥◎‣∎]|[-*+·](?=\s)|[-·](?=[^\s\d-]))\s*")
_DIGITS = re.compile(r"\s*(?P<n>\d{1,4})")
_SEPARATOR = re.compile(
    r"\s*(?:[、.]\s*|[,:](?=\s*[^\s\d])\s*|,(?!\d{3}(?!\d))\s*(?=\d)|\s+(?=[^\s]))"
)
# 24小时, 3年级, 2号楼: digits that belong to the word behind them.
_QUANTITY = re.compile(
    r"\s*(?:小时|分钟|年级|号|栋|幢|楼|层|个|名|次|台|套|周|天|日|月|年|点|人|项|级|班|米|公里|吨|元|万|%|届|期(?![中末])|类|张|份|度|克|路|辆|位|所|"
    r"间|[A-Za-z])"
)
FIXED_WORD = re.compile(
    r"(?:[2345]D|[5-8][SG]|11[0-9]|12[0-9](?!\d)|12[0-9]{3}|24\s*小时|48\s*小时|100%)"
)
_TEXT = re.compile(r"[\u4e00-\u9fff“\"《‘'(\[]")
_NUMERIC_START = re.compile(r"\d")
_SPACED_DIGITS = re.compile(r"\s*\d{1,2}\s+\d")
_NTH_THING = re.compile(r"\d{1,2}\s*号")
_TWO_POINTS = re.compile(r"\s*\d{1,2}\s*\.\s*\d{1,3}\.\d")
_TWENTY = 20
_MEASURED = re.compile(rf"\d\.\d{{1,2}}{MEASURE}")
_ODD = 1.0
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
    first = next(pair[0] for pair in CIRCLES if pair[0] <= match["c"] <= pair[1])
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
    if int(digits["n"]) < _TWENTY and _TWO_POINTS.match(flat, digits.start("n")):
        return Marker("arabic", int(digits["n"]), sign.end())
    cost = 0.0
    numeric = _NUMERIC_START.match(flat, sign.end()) is not None
    if numeric and "." in sign[0] and sign.end() == digits.end() + 1:
        # 2.5米 and 9.1 look like 2. and 9.; a date behind the sign (1.5日上午) is a good sign.
        cost = 0.0 if span_at(flat, sign.end()) else 1.0
        cost += 0.0 if re.match(r"\d+\s*\.\s*\d+", flat[sign.end() :]) else 0.2
        cost = 0.2 if _begins_word(flat, digits.start("n"), sign.end()) else cost
    if not sign[0].strip():
        dated = re.match(r"\d{1,2}\s*[月.]\s*(?:\d|[上中下初底])", flat[sign.end() :])
        cost += 0.7 if numeric and not dated else 0.2
    if numeric and sign[0].strip() == ",":
        cost += 0.6
    return Marker("arabic", int(digits["n"]), sign.end(), cost)


def _begins_word(flat: str, start: int, at: int) -> bool:
    """`2.110联网`, `2.3号楼`: what follows the point is a word of its own, no decimal."""
    if FIXED_WORD.match(flat, at):
        return True
    return bool(_NTH_THING.match(flat, at)) and span_at(flat, start) is None


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
    if size < count and _MEASURED.match(rest):
        return Marker("arabic", value, start + size, 2.2, glued=True)
    # 324小时 is the third of a list, 24小时 as such is not: only the count around it can tell.
    if size < count and not rest.startswith("0") and re.match(r"\d+[^\d.\s]", rest):
        fixed, whole = FIXED_WORD.match(rest), FIXED_WORD.match(flat[start:])
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
    likely = sum(any(m.glued and m.cost <= _LIKELY_GLUED for m in arabic_markers(t)) for t in texts)
    for text in texts:
        options = _options(text, is_date_here, is_glued=likely > 1)
        states, links = _step(states, options, carried)
        chain.append(links)
    return _traced(chain, states)


def _options(
    text: str, is_date_here: Callable[[str], float], *, is_glued: bool
) -> list[tuple[Marker | None, float]]:
    styled = styled_marker(text)
    if styled and styled.style != "arabic":
        return [(styled, 0.0)]
    readings = (styled,) if styled else arabic_markers(text)
    arabic = [_weighed(marker, text, is_date_here) for marker in readings]
    if is_glued:
        arabic = [_relieved(marker) for marker in arabic]
    options: list[tuple[Marker | None, float]] = [(marker, marker.cost) for marker in arabic]
    if any(marker.cost == 0.0 and not marker.glued for marker in arabic) and not _is_dotted(text):
        return [*options, (None, _PLAIN_NUMBER)]
    if any(_is_likely(marker, text) for marker in arabic):
        return [*options, (None, max(2.0, is_date_here(text)))]
    return [*options, (None, is_date_here(text) if arabic else 1.0)]


def _is_likely(marker: Marker, text: str) -> bool:
    """A glued number, or one with a space, before words: hardly anything else."""
    if marker.glued:
        dated = marker.cost <= _GLUED_DATE and span_at(twin(text).lstrip()) is None
        return marker.cost <= _LIKELY_GLUED or dated
    spaced = _SPACED_DIGITS.match(twin(text)) is not None
    return spaced or (marker.cost <= _LIKELY_GLUED and not _is_dotted(text))


def _relieved(marker: Marker) -> Marker:
    """Where other items are glued to their numbers, an odd one is less odd."""
    odd = marker.glued and marker.cost > _ODD
    return replace(marker, cost=marker.cost - 1.0) if odd else marker


def _weighed(marker: Marker, text: str, is_date_here: Callable[[str], float]) -> Marker:
    """`12月` in November is no item 1 of 2月: a date far from the heading speaks against it."""
    rest = text[marker.end :]
    if not marker.glued or not rest[:1].isdigit() or marker.cost != _GLUED_DATE:
        return marker
    return replace(marker, cost=marker.cost + max(0.0, is_date_here(rest) - 0.3))


def _is_dotted(text: str) -> bool:
    """`9.1…` may be a date; `9、…`, `9.开学`, `2.1.5吨` hardly are."""
    flat = twin(text)
    match = re.match(r"\s*\d+\s*\.\s*(?=\d)", flat)
    if match is None or _TWO_POINTS.match(flat):
        return False
    return not _begins_word(flat, len(flat) - len(flat.lstrip()), match.end())


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
