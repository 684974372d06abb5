"""What a table's columns hold, told by their headers and, where silent, by their cells."""

from __future__ import annotations

import re
from functools import lru_cache

from planning.plan_text.dates import bare_days, recurrence, span_at
from planning.plan_text.script import NUM, twin
from planning.plan_text.units import are_units, is_unit

PERIODS = frozenset({"month", "week", "date", "weekday"})

# First match wins: 工作要求 is a remark before it is 工作, 活动时间 a date before it is 活动.
_HEADERS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("number", r"^(?:序号?|编号|序次|项次|№|NO\.?|No\.?)$"),
        (
            "person",
            r"^(?:督[办查导]|监督|检查[人组者]|考核|审核|抽查)|值班|带班|值周|姓名|电话|联系|主持|菜|早餐|午餐|中餐|晚餐|早点|班级$|领导$|执勤|轮值",
        ),
        ("unit", r"部门|处室|科室|单位|责任处|承办方?$|主办|协办|牵头$|组织者$|职能组"),
        ("who", r"^(?:责任|负责|承办|执行|牵头|分管|主管|落实|承担)(?:者|方)?$"),
        ("person", r"人$|人员|负责人|责任人|教师$|主讲|参加|对象|人[/、(]|校长|主任"),
        ("place", r"地点|场所|地址|位置|场地|区域$|会场"),
        (
            "remark",
            r"备注|说明|完成情况|落实情况|要求|措施|目标|标准|成果|经费|进度|资料|材料|形式|反馈|检查情况|签字|签名|得分|评价|状态|^注$",
        ),
        ("month", r"^(?:月份?|月次|月度)$"),
        ("weekday", r"^(?:星期|周几|礼拜)$"),
        ("week", r"^(?:周次?|教学周|周别|周数|周序|学周)$"),
        ("date", r"日期|时间|时段|节点|时限|期限|起止|起讫|^日$|周期|阶段|日程$|^月日$"),
        ("theme", r"主题|类别|类型|分类|板块|模块|条线|领域|^项目$|工作项目|名称$"),
        (
            "content",
            r"内容|工作|安排|活动|事项|任务|要点|计划|行事|重点|项目|事务|会议|事宜|大事|要务",
        ),
    )
)
_LONGEST_HEADER = 16
# The first column of a table whose other headers are months.
_BESIDE_PERIODS = frozenset({"unit", "who", "number", "theme", "content", "month"})
_DAYS_OF_GRID = 5
# A header is made of these words alone; a row of items or names is not.
_HEADER_WORDS = re.compile(
    r"^(?:序号?|编号|序次|项次|№|NO\.?|No\.?|月份?|月次|月度|年度|学期|周次?|教学周|周别|周数|周序|学周|星期|礼拜|日期?|时间|时段|节点|时限|"
    r"期限|起止|起讫|"
    r"周期|阶段|日程|具体|主要|重点|常规|重要|各项|工作|内容|安排|活动|事项|任务|要点|计划|行事历?|项目|事务|会议|事宜|大事记?|要务|主题|类别|类型|分类|"
    r"板块|模块|条线|领域|名称|责任|负责|牵头|承办|协办|主办|配合|执行|分管|主管|落实|承担|组织|实施|职能|相关|部门|处室|科室|单位|处|组|者|方|人员?|"
    r"领导|教师|校长|主任|对象|参加|参与|地点|场所|地址|位置|场地|区域|备注|注|说明|完成|情况|要求|措施|目标|标准|成果|经费|进度|资料|材料|形式|"
    r"反馈|检查|督办|督查|督导|监督|考核|审核|抽查|签字|签名|得分|评价|状态|值班|带班|值周|姓名|电话|联系|方式|主持|班级|执勤|轮值|早餐|午餐|中餐|晚餐|早点|菜[谱名]?|餐次|教育|安全|"
    r"后勤|总务|学校|校园|推进|预期|截止|开始|结束|拟定?|预计|及|和|与|或|的|本|[/、·\-]|[(\[][^)\]]*[)\]])+$"
)
_TIME_OF_DAY = re.compile(r"^\s*\d{1,2}\s*:\s*\d\d")
_MONTH_CELL = re.compile(
    r"^(?:20\d\d年)?(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九元])月?份?$"
)
_WEEK_CELL = re.compile(rf"^第?{NUM}(?:[-~、至到,]第?{NUM})*周?$")
_WEEKDAY_CELL = re.compile(
    r"^(?:周|星期|礼拜)?[一二三四五六日天](?:[-~至、,/](?:周|星期)?[一二三四五六日天])*$"
)
_WEEKDAY_HEAD = re.compile(r"^(?:周|星期|礼拜)?[一二三四五六日天]$")
_WHOLE = re.compile(
    r"^(?:全学期|整学期|学期中|贯穿全学期|常规|日常|全年|长期|平时|全程|每[月周日天].*|本学期|常年)$"
)


@lru_cache(maxsize=4096)
def header_kind(text: str) -> str:
    """What a header names: a kind, "area" for a department's own column, "" if unknown."""
    flat = re.sub(r"\s+", "", twin(text))
    if not flat or len(flat) > _LONGEST_HEADER:
        return ""
    if _WEEKDAY_HEAD.match(flat):
        return "grid_day"
    if _HEADER_WORDS.match(flat):
        kind = next((kind for kind, pattern in _HEADERS if pattern.search(flat)), "")
        if kind:
            return kind
    if is_unit(flat):
        return "area"
    return "period" if is_period(flat) else ""


def is_period(text: str) -> bool:
    """Whether the whole text is one phrase of time."""
    flat = twin(text).strip()
    found = span_at(flat)
    return found is not None and not flat[found[1] :].strip(" ):]")


def header_kinds(cells: list[str]) -> list[str] | None:
    """The kinds of a header row; None if the row is none."""
    kinds = [header_kind(cell) for cell in cells]
    days = kinds.count("grid_day")
    named = [kind for kind in kinds if kind and (kind != "grid_day" or days >= _DAYS_OF_GRID)]
    filled = [cell for cell in cells if cell.strip()]
    if len(filled) < 2 or len(named) < 2 or len(named) * 2 < len(filled):
        return None
    if not any(kind not in {"area", "period"} for kind in named):
        return None
    if covers_all(cells[0]) or ("period" in kinds and kinds[0] not in _BESIDE_PERIODS):
        return None
    return [kind or _area_of_work(cell) for kind, cell in zip(kinds, cells, strict=True)]


def _area_of_work(text: str) -> str:
    """食堂工作, 宿舍管理: a column of items for an area of work; told only in a header row."""
    flat = re.sub(r"\s+", "", twin(text))
    return (
        "content" if re.match(r"^[\u4e00-\u9fff]{2,8}(?:工作|活动|管理|事务|保障)$", flat) else ""
    )


def cell_fits(kind: str, text: str) -> bool:
    """Whether a cell's text can stand in a column of this kind. An empty one always can."""
    flat = re.sub(r"\s+", "", twin(text))
    if not flat:
        return True
    test = _FITS.get(kind)
    return test(flat) if test else True


def _fits_date(flat: str) -> bool:
    found = span_at(flat.lstrip("([约"))
    return bool(found or bare_days(flat) or _WHOLE.match(flat) or _holiday(flat)) and not (
        len(flat) > 30
    )


def _holiday(flat: str) -> bool:
    return bool(
        re.match(
            r"^(?:暑假?期?|寒假?期?|开学[前后初]?|期[中末]|学期[初末]|假期)(?:间|前|后)?$", flat
        )
    )


def _fits_month(flat: str) -> bool:
    return bool(_MONTH_CELL.match(flat)) or _fits_date(flat)


def _fits_week(flat: str) -> bool:
    return bool(_WEEK_CELL.match(flat)) or _fits_date(flat) or bool(_inner_dates(flat))


def _inner_dates(flat: str) -> bool:
    match = re.match(rf"^(?:第?{NUM}周?|预备周)[(\[]?", flat)
    return bool(match and span_at(flat, match.end()))


def _fits_number(flat: str) -> bool:
    return bool(re.match(rf"^[(]?{NUM}[)、.]?$|^\d+$", flat))


def _fits_content(flat: str) -> bool:
    return not (is_period(flat) or _WEEKDAY_CELL.match(flat) or are_units(flat))


def _fits_who(flat: str) -> bool:
    return len(flat) <= 40 and not span_at(flat)


_FITS = {
    "date": _fits_date,
    "month": _fits_month,
    "week": _fits_week,
    "weekday": lambda flat: bool(_WEEKDAY_CELL.match(flat)),
    "number": _fits_number,
    "content": _fits_content,
    "unit": are_units,
    "who": _fits_who,
    "person": _fits_who,
    "place": _fits_who,
}


def is_time_of_day(text: str) -> bool:
    """`14:30` and the like: a programme of one day, no plan."""
    return bool(_TIME_OF_DAY.match(twin(text)))


def covers_all(text: str) -> str:
    """`每周`, `全学期` in a date cell: how it recurs ("term": no rhythm), "" if neither."""
    flat = re.sub(r"\s+", "", twin(text))
    if not _WHOLE.match(flat):
        return ""
    return recurrence(flat) or "term"
