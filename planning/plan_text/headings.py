"""Lines that are no items: period headings, section headings, site chrome, notes, signatures."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from planning.plan_text.dates import MONTH, YEAR, Span, recurrence, span_at
from planning.plan_text.markers import arabic_markers, styled_marker
from planning.plan_text.script import twin, year_number
from planning.plan_text.source import Line

_GENERIC = (
    r"(?:工作|安排|重点|主要|计划|事项|要点|内容|日程|任务|具体|后勤|总务|行事历?|月历|的|各项|本|一览表?|"
    r"如下|部分|历|表|我校|学校|推进|重要|有关)"
)
_TAIL = re.compile(rf"\s*(?:{_GENERIC}){{0,6}}\s*$")
_COLON_TAIL = re.compile(r"\s*[^。;,、:\d]{0,14}\s*:\s*$")
_THEME = re.compile(
    r"\s*[-—:\s]*\s*(?:教育|安全|活动|月度)?主题|\s*[-—:\s]*[^。;,]{2,14}(?:宣传|教育|活动|强化|养成|规范|安全|建设|创建)?月\s*$"
)
_SIGN = re.compile(r"\s*(?:[:|]|-+|\s|$)\s*")
_BRACKETED = re.compile(r"\s*[(\[<]\s*([^)\]>]*)\s*[)\]>]")
_RECUR_HEAD = re.compile(
    rf"\s*(?:每(?:个)?(?:周|月|日|天|学期)|全学期|整个?学期|贯穿全学期|学期常规|常年|每月常规|每周常规)(?:固定|常规|例行|"
    rf"日常)?{_GENERIC}{{0,3}}\s*:?\s*$"
)
_ORNAMENTS = "*＊#=~ \t\u3000\u00a0●•◆■▪◇□★☆▲△※➢➤►▶❖✦◎-—–_＝▼▽◀◁▷♦♢✿❀☞→"
_LONGEST_HEADING = 12
_RANK = {"term": 0, "month": 1, "week": 2, "day": 3}


@dataclass(frozen=True)
class PeriodHeading:
    """A line that says when: its phrase, its rank, and what stands behind it on the same line.

    `theme` if the rest only names the period's motto; `recurs` for headings such as 每月;
    `spaced` if only a space parts a month from the rest: `9月 迎新` may as well be an item.
    """

    span: Span | None
    rank: int
    rest: str = ""
    theme: bool = False
    recurs: str = ""
    numbered: str = ""
    spaced: bool = False


@lru_cache(maxsize=16_384)
def period_heading(line: Line) -> PeriodHeading | None:
    """The line as the heading of a period; None if it is something else."""
    text = line.text.strip(_ORNAMENTS)
    flat = twin(text)
    if not flat:
        return None
    if _RECUR_HEAD.match(flat):
        recurs = recurrence(flat)
        return PeriodHeading(None, _RANK["term"], recurs=recurs or "term")
    return _heading_in(text, flat) or _numbered_heading(text, flat) or _stage_heading(text, flat)


def _stage_heading(text: str, flat: str) -> PeriodHeading | None:
    marker = styled_marker(text) or next(iter(arabic_markers(text)), None)
    if marker and marker.style not in {"cn", "parencn"}:
        return None
    return _stage(flat[marker.end :] if marker else flat)


_STAGE = re.compile(
    r"^(?P<name>[^。;,()\[\]]{2,24})[(\[](?P<when>[^)\]]{2,24})[)\]]\s*:?[^。;,]{0,12}$"
)


def _stage(flat: str) -> PeriodHeading | None:
    """`准备阶段（8月20日—8月31日）`: a heading if a list follows it."""
    match = _STAGE.match(flat.strip())
    found = _spans(match["when"].strip(), 0) if match else None
    if not match or not found or match["when"].strip()[found.end :].strip():
        return None
    return PeriodHeading(found.span, _RANK["month"], spaced=True)


def _numbered_heading(text: str, flat: str) -> PeriodHeading | None:
    marker = styled_marker(text) or next(iter(arabic_markers(text)), None)
    if marker is None or marker.style in {"bullet", "alpha"}:
        return None
    found = _heading_in(text[marker.end :], flat[marker.end :])
    if found is None or (marker.style in {"arabic", "half", "paren", "circled"} and found.rest):
        return None
    if found.rank == _RANK["day"] and marker.style not in {"cn", "parencn"}:
        return None
    return replace(found, numbered=marker.style)


def _heading_in(text: str, flat: str) -> PeriodHeading | None:
    opening = re.match(r"\s*[(\[<《“\"]?\s*", flat)
    at = opening.end() if opening else 0
    if at and flat[:at].strip():
        closed = _closing(flat, at)
        if closed is None:
            return None
        return _bracketed(text, flat, at, closed)
    found = _spans(flat, at)
    return _judged(text, flat, found) if found else None


def _closing(flat: str, at: int) -> int | None:
    match = re.compile(r"[^)\]>》”\"]{1,24}[)\]>》”\"]").match(flat, at)
    return match.end() if match else None


def _bracketed(text: str, flat: str, at: int, closed: int) -> PeriodHeading | None:
    """`【9月】…`: whatever follows the bracket is content."""
    inner = flat[at : closed - 1]
    found = _spans(inner, 0)
    if not found or not (_TAIL.match(inner[found.end :]) or inner[found.end :].startswith(":")):
        return None
    span = found.span
    if found.rank == _RANK["day"]:
        return None if flat[closed:].strip(" :") else PeriodHeading(span, found.rank)
    sign = re.match(r"[\s:\-]*", flat[closed:])
    rest = text[closed + (sign.end() if sign else 0) :]
    theme = bool(_THEME.match(twin(rest))) if rest else False
    return PeriodHeading(span, found.rank, rest, theme)


@dataclass(frozen=True)
class _Phrase:
    """A phrase of time with where it ends; a week told by its days keeps a week's rank."""

    span: Span
    end: int
    rank: int


def _spans(flat: str, at: int) -> _Phrase | None:
    """A phrase and those that explain it: `第3周（9.15-9.21）`, `一月份:(2026年)`, `9月第2周`."""
    found = span_at(flat, at)
    if not found:
        return None
    span, end = found
    rank = _RANK[span.rank]
    while True:
        more = _explained(span, flat, end)
        if not more:
            return _Phrase(span, end, rank)
        (span, end), seen = more[:2], more[2]
        if {rank, seen} == {_RANK["week"], _RANK["day"]}:
            rank = _RANK["week"]


def _explained(span: Span, flat: str, end: int) -> tuple[Span, int, int] | None:
    bracket = re.compile(r"\s*(?:份)?\s*:?\s*[(\[]\s*").match(flat, end)
    year = re.compile(rf"\s*:?\s*[(\[]?\s*(?P<y>{YEAR})\s*年\s*(?P<c>[)\]])?").match(flat, end)
    if year and span.first.year is None and span.first.month:
        first = replace(span.first, year=year_number(year["y"]))
        last = replace(span.last, year=first.year)
        return replace(span, first=first, last=last), year.end(), _RANK["month"]
    gap = bracket or re.compile(r"[\s,:|]*").match(flat, end)
    inner = span_at(flat, gap.end()) if gap else None
    if not inner or not _finer(span, inner[0]):
        return None
    close = re.compile(r"\s*[)\]]").match(flat, inner[1])
    if bracket and not close:
        return None
    if not bracket and not re.match(r"\s*(?:$|[:|]|[)\]])|\s{1,}", flat[inner[1] :]):
        return None
    # 2月（第1周） says which weeks the month has, 9月第2周 is a week of September.
    told = bracket is not None and span.rank == "month" and inner[0].rank == "week"
    chosen = span if told else _nested(span, inner[0])
    return chosen, close.end() if close and bracket else inner[1], _RANK[inner[0].rank]


def _finer(span: Span, inner: Span) -> bool:
    if span.rank == "week":
        return inner.rank != "week"
    return (span.rank == "month" and inner.rank in {"week", "day"}) or inner.rank == "week"


def _nested(outer: Span, inner: Span) -> Span:
    """The dates of a week win over its number; a week inside a month keeps the month beside it."""
    if outer.rank == "week":
        return inner
    if inner.rank == "week":
        return outer if outer.rank == "day" or inner.first != inner.last else _week_of(outer, inner)
    return outer


def _week_of(month: Span, week: Span) -> Span:
    point = replace(week.first, month=month.first.month, year=month.first.year)
    return Span(point, point)


def _judged(text: str, flat: str, found: _Phrase) -> PeriodHeading | None:
    span, end, rank = found.span, found.end, found.rank
    tail = flat[end:]
    if span.until or span.onward:
        return None
    close = re.match(r"\s*[)\]]+", tail)
    end, tail = (end + close.end(), tail[close.end() :]) if close else (end, tail)
    if _TAIL.match(tail.rstrip(" :")) or (rank < _RANK["day"] and _COLON_TAIL.match(tail)):
        return PeriodHeading(span, rank)
    if rank == _RANK["day"]:
        return None
    if _THEME.match(tail):
        return PeriodHeading(span, rank, theme=True)
    return _with_rest(text, span, rank, end, tail)


def _with_rest(text: str, span: Span, rank: int, end: int, tail: str) -> PeriodHeading | None:
    generic = re.match(rf"\s*(?:份|{_GENERIC}){{1,6}}", tail)
    after = end + (generic.end() if generic else 0)
    bracket = _BRACKETED.match(twin(text), after)
    after = bracket.end() if bracket else after
    sign = re.compile(r"\s*(?::|-{1,2}(?!\d)|\||·)\s*|\s{1,}(?=\S)|(?=\d{1,2}[、.]|[①(])").match(
        twin(text), after
    )
    if not sign and bracket and after == len(text):
        return PeriodHeading(span, rank, theme=True)
    if not sign and rank == _RANK["week"] and twin(text)[after - 1] in ")]":
        return PeriodHeading(span, rank, text[after:])
    if not sign:
        return None
    rest = text[sign.end() :]
    theme = bool(_THEME.match(twin(rest)))
    parted = theme or ";" in twin(rest) or bool(sign[0].strip())
    spaced = bool(sign[0]) and not parted and rank == _RANK["month"]
    return PeriodHeading(span, rank, "" if theme else rest, theme, spaced=spaced)


def phrase_of(flat: str) -> Span | None:
    """The phrase of time a text begins with, explanations in brackets included."""
    found = _spans(flat, 0)
    return found.span if found else None


# --- what closes a list ---------------------------------------------------------------------------

_CHROME = re.compile(
    r"^\W*(?:网站导航|栏目导航|您现在的位置|您的位置|当前位置|现在位置|首页|学校首页|网站首页|发布(?:时间|日期|者|人|单位|部门)|发表时间|更新时间|"
    r"浏览(?:次数|量|人数)?\s*[:(\[]|点击(?:数|次数|量)?\s*[:(\[]|阅读(?:次数|量)?\s*[:(\[]|来源\s*:|信息来源|作者\s*:|"
    r"编辑\s*:|责编|责任编辑|审核\s*:|上一[篇条页]|下一[篇条页]|"
    r"上篇|下篇|关闭(?:窗口|本页)?$|打印|版权|友情链接|主办(?:单位)?\s*:|承办单位\s*:|地址\s*:|电话\s*:|邮编|技术支持|备案|.{0,6}ICP备|"
    r"访问(?:统计|量)|分享|字[号体]|"
    r"相关(?:新闻|文章|链接|阅读)|附件|附[:一二三1-9]|Copyright|©|今天是|欢迎(?:您|访问|光临)|扫一扫|收藏|返回(?:顶部|列表|首页)?|管理员|"
    r"登录|注册|搜索|站内|"
    r"联系我们|关于我们|网站地图|您是第|(?:\[\d+\]\s*)+|(?:首页|下一页|尾页|上一页)|评论|网友|.{0,4}公网安备|校长信箱|微信|【?(?:打印|关闭|"
    r"收藏|返回)】?|抄送|印发|此页无|录入者?|Powered|All [Rr]ights)"
)
_NOTE = re.compile(
    r"^\W*(?:注(?:意(?:事项)?)?\s*[:.、]|注\d|备注|说明\s*[:.、]|(?:有关|几点)?(?:补充)?说明$|特别(?:说明|提醒)|温馨提[示醒]|"
    r"附[:则注]|附件|附表|附录|未尽事宜|以上(?!\d)|本(?:计划|安排|表|方案|日程)|如有(?:变动|调整|变化)|请各|希望各|望各|联系人|联系电话|"
    r"责任领导|分管领导|主管领导|填报|审核人?|审批|签发|制表|拟稿|填表|主题词|报送|落款|编制|制定人|负责人\s*[:]|撰稿)"
)
_ORG = re.compile(
    r"^[^\s。;,、:\d]{2,24}(?:处|科|室|中学|小学|学校|高中|高级中学|书院|学院|部|办|中心|委员会|党支部|党委|领导小组|初中|分校|"
    r"校区)(?:[(\[].{1,10}[)\]])?$"
)
_FULL_DATE = re.compile(
    rf"^[(\[]?(?:{YEAR})\s*[年.\-/]\s*{MONTH}\s*[月.\-/]?\s*(?:[\d一二三四五六七八九十廿]{{1,3}}\s*[日号]?)?"
    rf"[)\]]?$"
)
_PAGE_NO = re.compile(r"^(?:[-—]*\s*\d{1,3}\s*[-—]*|第\s*\d+\s*页.*|\d+\s*/\s*\d+|共\s*\d+\s*页)$")
_CLOSING_WORDS = re.compile(
    r"^(?:(?:工作|保障|具体|主要|有关|几点|相关|落实|组织|安全|推进|其他|实施|责任)*(?:措施|要求|保障|领导|建议)(?:[和与及](?:措施|要求|保障))?"
    r"|注意事项|考核(?:评价|奖惩)?|奖惩|其他事项|附则)[:]?$"
)
_RELATED = re.compile(
    r"^.{0,40}(?:相关(?:新闻|文章|链接|阅读|推荐|内容|范文)|猜你喜欢|(?:推荐|延伸)阅读|热门(?:文章|推荐)|精选(?:文章|范文)|最新文章)"
    r"\s*[\])]?\s*:?$"
)
_PLAN_WORD = re.compile(r"计划|安排|行事历|日程|工作表|要点|规划|一览|月历|周历|方案|校历")


def is_chrome(flat: str) -> bool:
    """Navigation, counters, footers of a web page."""
    return bool(_CHROME.match(flat.strip()) or _RELATED.match(flat.strip()))


def is_note(flat: str) -> bool:
    """Remarks that follow a schedule."""
    return bool(_NOTE.match(flat.strip()))


def is_organisation(flat: str) -> bool:
    """A line that is only the name of a school or an office."""
    return bool(_ORG.match(re.sub(r"\s", "", flat)))


def is_signature(flat: str) -> bool:
    """An office, a date, or both on one line."""
    tight = re.sub(r"\s", "", flat)
    if is_organisation(tight) or is_full_date(tight):
        return True
    cut = re.search(r"(?:20\d\d|二〇)", tight)
    return bool(
        cut and is_full_date(tight[cut.start() :]) and is_organisation(tight[: cut.start()])
    )


def is_full_date(flat: str) -> bool:
    """A line that is only a date with its year: a signature's."""
    return bool(_FULL_DATE.match(re.sub(r"\s", "", flat)))


def is_page_line(flat: str) -> bool:
    """`第 2 页`, `- 3 -`: a page's foot, wherever it stands."""
    return bool(
        re.match(r"^\s*(?:-\s*\d{1,3}\s*-|第\s*\d+\s*页\s*(?:[,/]?\s*共\s*\d+\s*页)?)\s*$", flat)
    )


def is_page_number(flat: str) -> bool:
    """`- 3 -`, `第 2 页`."""
    return bool(_PAGE_NO.match(flat.strip()))


def is_closing_title(flat: str) -> bool:
    """`工作要求` and the like: what follows is prose again."""
    return bool(_CLOSING_WORDS.match(flat.strip()))


def is_short_title(text: str) -> bool:
    """A few words without an end, as headings are."""
    return 0 < len(text) <= _LONGEST_HEADING and text[-1] not in "。；;，,、"


def names_plan(flat: str) -> bool:
    """Whether a line has a word of plans in it."""
    return bool(_PLAN_WORD.search(flat))


@dataclass(frozen=True)
class SectionHeading:
    """A numbered or marked heading of prose."""

    style: str
    value: int
    title: str
    level: int = 0


def section_heading(line: Line) -> SectionHeading | None:
    """`一、…`, `（一）…`, `第一部分 …`, or a marked heading; None for other lines."""
    text = line.text.strip()
    marker = styled_marker(text)
    numbered = marker is not None and marker.style in {"cn", "parencn"}
    if marker and numbered:
        return SectionHeading(marker.style, marker.value, text[marker.end :].strip(), line.level)
    if line.level:
        return SectionHeading("marked", 0, text, line.level)
    return None
