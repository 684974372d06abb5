"""A small work plan of an invented school, as text and as read."""

from dataclasses import replace
from datetime import UTC, date, datetime

from planning.actions import drafts
from planning.models import Plan, PlanDraft, PlanItem
from planning.plan_text import PlanText, ReadItem

AT = datetime(2025, 8, 20, 2, tzinfo=UTC)
LATER = datetime(2025, 10, 8, 2, tzinfo=UTC)

TEXT = """云起高级中学2025-2026学年度第一学期后勤服务处工作计划

一、守住校园安全底线
二、做细后勤保障服务

学期工作具体安排：
九月份：
1、高一学生宿舍消防演练。
2、召开安全工作例会。
十一月份：
1、11.9消防主题教育。
2、配合课程教学处做好期中考试保障。
"""

DRILL = ReadItem(
    "高一学生宿舍消防演练", date(2025, 9, 1), date(2025, 9, 30), (), "drill", "高一",
    line_no=8, source="1、高一学生宿舍消防演练。",
)  # fmt: skip
MEETING = ReadItem(
    "召开安全工作例会", date(2025, 9, 1), date(2025, 9, 30), ("安全处", "后勤服务处"), "meeting"
)
FIRE_DAY = ReadItem(
    "11.9消防主题教育", date(2025, 11, 9), date(2025, 11, 9), (), "education",
    doubts=("number_or_date",),
)  # fmt: skip
EXAMS = ReadItem(
    "配合课程教学处做好期中考试保障", date(2025, 11, 1), date(2025, 11, 30), (), "event_support"
)
ITEMS = (DRILL, MEETING, FIRE_DAY, EXAMS)
AIMS = ("守住校园安全底线", "做细后勤保障服务")


def as_read(*items: ReadItem, **facts) -> PlanText:
    """The plan as the reader gives it, with other items where some are named."""
    plan = PlanText(
        "云起高级中学2025-2026学年度第一学期后勤服务处工作计划", 2025, 1, list(AIMS),
        list(items or ITEMS),
    )  # fmt: skip
    return replace(plan, **facts)


def drafted(read: PlanText, *, by, at=AT, semester=None) -> PlanDraft:
    return drafts.draft_plan(
        read, text=TEXT, department=by.department, by=by, at=at, semester=semester
    )


def adopted(*items: ReadItem, by, at=AT, drop=()) -> Plan:
    """The plan with these items, adopted."""
    return drafts.adopt(drafted(as_read(*items), by=by, at=at), by=by, at=at, drop=drop)


def item_of(plan: Plan, title: str) -> PlanItem:
    return plan.items.get(title=title)
