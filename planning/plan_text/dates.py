"""The grammar of dates: what a phrase such as `9月25日－26日` says, before any year is known.

`span_at` reads one phrase at a place of a recognition twin (see `script`). Nothing here knows the
calendar; `school_calendar` turns a Span into days.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

from planning.plan_text.script import NUM, number, year_number

YEAR = r"(?:20\d\d|二〇[〇一二三四五六七八九]{2}|2\d(?=\s*年))"
MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]|元)"
_ONES = "[一二三四五六七八九]"
_DAY = rf"(?:3[01]|[12]\d|0?[1-9]|三十一?|二?十{_ONES}?|廿{_ONES}?|{_ONES})"
_PART = r"(?:上[、,]?中旬|中[、,]?下旬|上旬|中旬|下旬|上半月|下半月|初(?!中|[一二三]|级)|底|末)"
# What stands behind a measure, so that 2.5米 is no second of May.
MEASURE = (
    r"(?:\s*(?:米|公里|千米|厘米|毫米|平方|立方|吨|公斤|千克|克|斤|两|元(?![旦宵])|万|亿|千|百|倍|升|毫升|小时|分钟|秒|天|"
    r"公尺|尺|英尺|匹|亩|瓦|伏|帕|兆|赫|室(?![内外])|桶(?!装)|袋(?!装)|[kK][gGwWvV]|"
    r"度|℃|°|级|版|折|寸|英寸|人|个|台|套|件|名|次|点|G|M|K|k|V|W|A|L|T|S|D|mm|cm|m\b|㎡|%|‰)|\d|[.]\d)"
)
# A number before a numbered thing is no day: 7号公寓, 2号锅炉. Beside its month it hardly is
# one, so only what can be nothing else speaks against a day there.
_HOUSE = r"(?![楼门线机房栋院库厅馆岗])"
_THING = (
    r"(?![^。;,:、\s的]{0,3}?(?:[楼门线机房栋院库厅馆岗幢站池塔仓柜箱桩管井泵炉梯阀灶窗床桌棚亭路桥口舱罐"
    r"闸盘梁厕]|公寓|宿舍(?!长)|食堂|餐厅|教室|场地|球场|设备|机组|电缆|配电|变压|变电|热水|开水|监控|探头|令))"
)
_NTH = rf"(?:日|号{_HOUSE})"
_LONE_NTH = rf"(?:日|号{_THING})"
DASH = r"\s*(?:-+>?|~+|至|到|→)\s*"
_COMMA = r"\s*[、,和及与]\s*"
_MORE_DAYS = r"(?=\s*(?:[-~至到]|[、,]\s*\d{1,2}\s*(?:[日号、,]|[-~至到]\s*\d{1,2}\s*[日号])))"
_WEEKDAY = r"(?:周|星期|礼拜)[一二三四五六日天1-7]"
_WEEKDAYS_NOTED = rf"{_WEEKDAY}(?:\s*[-~至到、]\s*(?:{_WEEKDAY}|[一二三四五六日天]))?"
_NOTE = rf"(?:\s*(?:[(\[]\s*{_WEEKDAYS_NOTED}\s*[)\]]|{_WEEKDAY}))?"
_HOURS = r"(?:\s*(?:上午|下午|中午|晚上|晚间|早上|早晨|晚自习|傍晚|凌晨|晚|全天))?"

_ISO = re.compile(
    rf"(?P<y>20\d\d)\s*(?P<s>[年.\-/])\s*(?P<m>{MONTH})\s*(?:月|(?P=s))\s*(?P<d>{_DAY})(?!\d)\s*[日号]?"
)
_MONTHLY = re.compile(
    rf"(?:(?:(?P<y>{YEAR})|次|翌)\s*年\s*)?(?P<m>{MONTH})\s*月(?:\s*份)?"
    rf"(?:\s*(?:(?P<d>{_DAY})\s*(?:{_NTH}|{_MORE_DAYS})|(?P<part>{_PART})))?"
)
_OWN_MONTH = re.compile(
    rf"(?:(?:本|当|该)月|月)(?P<part>{_PART})|(?P<part2>上[、,]?中旬|中[、,]?下旬|[上中下]旬|[上下]半月)"
)
_YEAR_MONTH = re.compile(r"(?P<y>20\d\d)\s*[.\-/]\s*(?P<m>1[0-2]|0?[1-9])(?![\d.\-/年]|\s*学)")
_QUARTER = re.compile(r"(?:(?P<y>20\d\d)年\s*)?第?(?P<q>[一二三四1-4])季度")
_DOTTED = re.compile(
    rf"(?P<m>1[0-2]|0?[1-9])(?P<s>[.·/])(?P<d>3[01]|[12]\d|0?[1-9])(?![月年])(?:\s*{_LONE_NTH}|"
    rf"(?!{MEASURE}|\s*号))"
)
_TWO = r"(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
# 02-23 ~ 03-01: days as a calendar program writes them; a lone 10-14 is rather a range of days.
_HYPHENED = re.compile(
    rf"(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])(?![\d日号月周节年])"
    rf"(?:(?<=0\d-\d\d)|(?=\s*(?:-+|~+|至|到)\s*{_TWO}(?!\d)))"
)
_HYPHENED_END = re.compile(r"(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])(?![\d日号月周节年])")
_DAILY = re.compile(rf"(?:本月|当月)?(?P<d>{_DAY})\s*{_LONE_NTH}(?!常(?!规))")
_BARE_START = re.compile(
    rf"(?:本月|当月)?(?P<d>3[01]|[12]\d|0?[1-9])(?={DASH}\d{{1,2}}\s*{_LONE_NTH}|"
    rf"\s*[、,]\s*\d{{1,2}}\s*(?:[、,]\s*\d{{1,2}}\s*)*{_LONE_NTH})"
)
_BARE = re.compile(
    rf"(?P<d>3[01]|[12]\d|0?[1-9])(?!\d|[.·/]\d|月|年|周)(?:\s*{_LONE_NTH}|(?!{MEASURE}|\s*号))"
)
_MONTH_LIST = re.compile(
    rf"(?:(?P<y>{YEAR})\s*年\s*)?(?P<m>{MONTH})\s*(?:月份?)?\s*(?:{DASH}|[、,和及与]\s*|"
    rf"(?<=[一二三四五六七八九])(?=[一二三四五六七八九十]月))\s*"
    rf"(?:(?:(?P<y2>{YEAR})|次|翌)\s*年\s*)?(?P<m2>{MONTH})\s*月(?:\s*份)?(?!\s*(?:{_DAY}\s*[日号]|"
    rf"{_PART}|\d))"
)
_WEEKS = re.compile(
    rf"第?\s*(?P<a>{NUM})\s*周?(?:\s*(?:-+|~+|至|到|"
    rf"[、,和及])\s*第?\s*(?P<b>{NUM}))*\s*周(?![一二三四五六日天末年岁会报记班期])"
    r"|(?P<zero>预备|准备)周"
)
_WEEKDAY_POINT = re.compile(r"(?:本|这)?(?:周|星期|礼拜)(?P<w>[一二三四五六日天])")
_UNTIL = re.compile(r"\s*(?:之前|以前|前(?![后往期台沿端置夕言厅门]))")
_FROM = re.compile(r"\s*(?:起|开始|以后|之后)")
_AROUND = re.compile(r"\s*(?:左右|前后)")
_INSIDE = re.compile(rf"{_NOTE}{_HOURS}")
_RANGE = re.compile(DASH)
_LIST = re.compile(_COMMA)
_LATE = 28
_WEEKDAYS = "一二三四五六日"


@dataclass(frozen=True)
class Point:
    """One end of a phrase. `part` is the part of a month as written: 上旬, 初, 底 …"""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    part: str = ""
    week: int | None = None
    weekday: int | None = None


@dataclass(frozen=True)
class Span:
    """A phrase of time from `first` to `last`; `until` for `…前`, `onward` for `…起`."""

    first: Point
    last: Point
    until: bool = False
    onward: bool = False

    @property
    def rank(self) -> str:
        """The finest unit it names: month, week or day."""
        point = self.first
        if point.day or point.part or point.weekday is not None:
            return "day"
        return "week" if point.week is not None else "month"


def _month_point(match: re.Match[str]) -> Point:
    found = match.groupdict()
    year = year_number(found["y"]) if found.get("y") else None
    day = number(found["d"]) if found.get("d") else None
    return Point(year, _month(found["m"]), day, _part(found.get("part")))


def _part(text: str | None) -> str:
    return re.sub("[、,]", "", text or "")


def _month(text: str) -> int | None:
    return 1 if text == "元" else number(text)


def _day_point(match: re.Match[str]) -> Point:
    return Point(day=number(match["d"]))


def _part_point(match: re.Match[str]) -> Point:
    return Point(part=_part(match["part"] or match["part2"]))


def _weekday_point(match: re.Match[str]) -> Point:
    return Point(weekday=_WEEKDAYS.index(match["w"].replace("天", "日")))


_Reading = tuple[re.Pattern[str], Callable[[re.Match[str]], Point]]

_STARTS: tuple[_Reading, ...] = (
    (_ISO, _month_point),
    (_MONTHLY, _month_point),
    (_YEAR_MONTH, _month_point),
    (_DOTTED, _month_point),
    (_HYPHENED, _month_point),
    (_DAILY, _day_point),
    (_BARE_START, _day_point),
    (_OWN_MONTH, _part_point),
)
_ENDS: tuple[_Reading, ...] = (
    *_STARTS[:6],
    (_HYPHENED_END, _month_point),
    (_OWN_MONTH, _part_point),
    (_BARE, _day_point),
)


def _point_at(text: str, at: int, readings: tuple[_Reading, ...]) -> tuple[Point, int] | None:
    for pattern, build in readings:
        match = pattern.match(text, at)
        if match:
            return build(match), match.end()
    return None


@lru_cache(maxsize=16_384)
def span_at(text: str, at: int = 0) -> tuple[Span, int] | None:
    """The date phrase that begins at `at`, and where it ends; None if none begins there."""
    for reading in (_weeks_at, _months_at, _days_at, _weekday_at):
        found = reading(text, at)
        if found:
            return found
    return None


def _weeks_at(text: str, at: int) -> tuple[Span, int] | None:
    match = _WEEKS.match(text, at)
    if not match:
        return None
    if match["zero"]:
        return Span(Point(week=0), Point(week=0)), match.end()
    first, last = number(match["a"]), number(match["b"] or match["a"])
    # 2、第八周 is the second item, 第二、第八周 two weeks.
    if not match[0].startswith("第") and re.match(r"[^第]+[、,]\s*第", match[0]):
        return None
    if not _is_week_phrase(match, first):
        return None
    return Span(Point(week=first), Point(week=last)), match.end()


def _is_week_phrase(match: re.Match[str], first: int | None) -> bool:
    """`两周` is a duration: without 第 a single number needs an end behind it."""
    if first is None or first > 60:
        return False
    named = "第" in match[0] or match["b"]
    return bool(named) or re.match(r"\s*(?:$|[:(\[|])", match.string[match.end() :]) is not None


def _months_at(text: str, at: int) -> tuple[Span, int] | None:
    """Several months: `八、九月份`, `3月-5月`, a quarter."""
    quarter = _QUARTER.match(text, at)
    if quarter:
        return _quarter(quarter), quarter.end()
    match = _MONTH_LIST.match(text, at)
    if not match:
        return None
    year = year_number(match["y"]) if match["y"] else None
    year2 = year_number(match["y2"]) if match["y2"] else None
    first, last, end = (
        Point(year, _month(match["m"])),
        Point(year2, _month(match["m2"])),
        match.end(),
    )
    more = re.compile(rf"\s*[、,和及]\s*(?P<m>{MONTH})\s*月(?:份)?(?!\s*{_DAY}\s*[日号])").match(
        text, end
    )
    if more:
        last, end = Point(month=_month(more["m"])), more.end()
    return _qualified(Span(first, last), text, end)


def _quarter(match: re.Match[str]) -> Span:
    month = ("一二三四1234".index(match["q"]) % 4) * 3 + 1
    year = year_number(match["y"]) if match["y"] else None
    return Span(Point(year, month), Point(year, month + 2))


def _days_at(text: str, at: int) -> tuple[Span, int] | None:
    found = _point_at(text, at, _STARTS)
    if not found:
        return None
    first, end = found
    last, end = _last_point(text, first, end)
    return _qualified(Span(first, last), text, end)


def _last_point(text: str, first: Point, end: int) -> tuple[Point, int]:
    """The last of `a-b` or `a、b、c`; a lone point ends in itself."""
    last = first
    while True:
        inside = _INSIDE.match(text, end)
        after = inside.end() if inside else end
        dash, comma = _RANGE.match(text, after), _LIST.match(text, after)
        sign = dash or comma
        readings = _ENDS if dash or last.day else _STARTS[:6]
        found = _point_at(text, sign.end(), readings) if sign else None
        if not found or not _continues(last, found[0], bool(dash), text, found[1]):
            return last, after
        last, end = _filled(found[0], last), found[1]


def _continues(before: Point, after: Point, dash: bool, text: str, end: int) -> bool:
    """A bare number after a comma is a day only if a 日 follows (`5、6日`), and a later one."""
    if dash or after.month or after.part:
        return not (after.part and before.day)
    if before.day and after.day and after.day <= before.day < _LATE:
        return False
    closed = text[end - 1] in "日号"
    return before.day is not None and (closed or re.match(r"\s*[、,]\s*\d", text[end:]) is not None)


def _filled(point: Point, before: Point) -> Point:
    """`9月1-3日`: the last day takes its month from the first."""
    if point.month is None and (point.day or point.part):
        return replace(point, month=before.month, year=before.year)
    return point


def _qualified(span: Span, text: str, end: int) -> tuple[Span, int]:
    """With what stands behind the phrase: …前, …起, …左右."""
    if match := _UNTIL.match(text, end):
        return replace(span, until=True), match.end()
    if match := _FROM.match(text, end):
        return replace(span, onward=True), match.end()
    around = _AROUND.match(text, end)
    return span, around.end() if around else end


def _weekday_at(text: str, at: int) -> tuple[Span, int] | None:
    match = _WEEKDAY_POINT.match(text, at)
    if not match:
        return None
    first = _weekday_point(match)
    rest = re.compile(rf"{DASH}(?:周|星期|礼拜)?(?P<w>[一二三四五六日天])").match(text, match.end())
    last = _weekday_point(rest) if rest else first
    hours = _INSIDE.match(text, rest.end() if rest else match.end())
    return Span(first, last), hours.end() if hours else match.end()


_OPENING = re.compile(r"[\s(\[《“\"'‘*]*(?:于|自|从|在|约|截至|截止到?)?\s*")


def leading_span(text: str) -> tuple[Span, int] | None:
    """The date at the start of an item, brackets and quotes before it allowed."""
    opening = _OPENING.match(text)
    return span_at(text, opening.end() if opening else 0)


_MENTIONED = re.compile(
    rf"{MONTH}\s*月\s*(?:\d{{1,2}}\s*[日号]|[一二三四五六七八九十廿]{{1,3}}日|[上中下]旬|[初底])"
)


def mentions_date(text: str) -> bool:
    """Whether a day or a part of a month is named anywhere in an item."""
    return _MENTIONED.search(text) is not None


_RECURS = re.compile(
    r"[\s(\[]*(?:坚持|落实|做好)?(?:每(?:隔)?(?:个|逢)?(?:[一二两单双])?(?P<unit>周|月|日|天|晚|星期|早)(?!边|末前)|"
    r"(?P<odd>隔周|双周|单周))"
)
_RECUR_NAMES = {"周": "weekly", "星期": "weekly", "月": "monthly"}


def recurrence(text: str) -> str:
    """How an item beginning with 每… recurs: daily, weekly, monthly or ""."""
    match = _RECURS.match(text)
    if not match:
        return ""
    return _RECUR_NAMES.get(match["unit"] or "周", "daily")


_BARE_DAYS = re.compile(rf"\s*(?P<a>{_DAY})\s*[日号]?\s*(?:{DASH}\s*(?P<b>{_DAY})\s*[日号]?)?\s*$")


def bare_days(text: str) -> Span | None:
    """`1-7`, `15` in a column of days."""
    match = _BARE_DAYS.match(text)
    if not match:
        return None
    return Span(Point(day=number(match["a"])), Point(day=number(match["b"] or match["a"])))
