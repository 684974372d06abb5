"""The checks that most schools make of cleaning, in our own words; each school changes them.

The figures are one boarding school's practice: 0.5 or 1 point a fault, the deep cleaning of a room
or an area costs three at the most.
"""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db import transaction

from campus.models import Role
from cleaning.registry import AREAS, CLEANING, DAILY, DUTY_CLASS, ROOMS, WEEKLY
from inspections.actions.checklists import lay_checklist, not_laid
from inspections.models import ChecklistItem

Kind = ChecklistItem.Kind
SOURCE = "寄宿高中做法"
HALF, ONE, THREE = Decimal("0.5"), Decimal(1), Decimal(3)


@dataclass(frozen=True)
class Line:
    """One line: what is looked at, what a fault costs each time and at the most."""

    title: str
    points: Decimal = HALF
    group: str = ""
    cap: Decimal | None = None
    group_cap: Decimal | None = None
    kind: str = Kind.PASS_FAIL
    unit: str = ""


@dataclass(frozen=True)
class Usual:
    """A check that comes with the portal."""

    name: str
    note: str
    parts: str
    topic: str
    full: Decimal
    lines: tuple[Line, ...]


PRAISE = Line("主动整治、成效明显", ONE, "加分", cap=ONE, kind=Kind.PRAISE)
AREA_LINES = (
    Line("地面有垃圾、积水或落叶成堆", ONE, "地面", cap=Decimal(3), unit="处"),
    Line("墙角、顶面有蛛网", HALF, "墙面", cap=ONE, unit="处"),
    Line("花坛、绿化带里有杂物", ONE, "绿化", cap=ONE, kind=Kind.SCORE),
    Line("玻璃、栏杆有灰或污渍", ONE, "墙面", cap=Decimal(2), unit="处"),
    Line("砖面、台阶有污渍、口香糖", ONE, "地面", cap=Decimal(2), unit="处"),
    Line("垃圾桶满溢、桶身不净", HALF, "垃圾", cap=ONE, unit="只"),
    Line("工具没有归位", HALF, "工具", cap=HALF),
    PRAISE,
)  # fmt: skip
USUAL: dict[str, Usual] = {
    "classroom-check": Usual(
        "教室卫生检查", "值周班每天两次，早读前和晚自习前；自己班的教室由别人查。",
        ROOMS, DUTY_CLASS, Decimal(15),
        (
            Line("桌椅不齐", group="摆放", cap=ONE, unit="列"),
            Line("地面、走廊有垃圾或没拖", group="地面", cap=ONE, unit="处"),
            Line("垃圾没有分类，或桶满过四分之三", group="垃圾", cap=ONE),
            Line("玻璃、窗台有灰", group="门窗", cap=ONE, unit="扇"),
            Line("瓷砖、扶栏不净", group="墙面", cap=ONE, unit="处"),
            Line("墙面、墙角有蛛网或脚印", group="墙面", cap=ONE, unit="处"),
            Line("黑板、讲台没有擦净", group="摆放", cap=HALF),
            Line("柜顶、电器上有灰或杂物", group="摆放", cap=HALF),
            Line("书本、杂物放在地上", ONE, "地面", cap=Decimal(2), kind=Kind.SCORE),
            Line("无人时灯、空调、一体机没关", ONE, "节能", cap=Decimal(2), unit="次"),
            PRAISE,
        ),
    ),
    "area-check": Usual(
        "包干区卫生检查", "值周班每天两次。", DAILY, DUTY_CLASS, Decimal(10), AREA_LINES,
    ),
    "weekly-area-check": Usual(
        "每周包干区检查", "实验室、图书馆、体育馆等每周清扫的区域，劳动课后查。", WEEKLY,
        DUTY_CLASS, Decimal(10), AREA_LINES,
    ),
    "deep-cleaning-rooms": Usual(
        "教室大扫除检查", "大扫除后逐间查：四净、一齐、一清空；合计最多扣三分。",
        ROOMS, CLEANING, Decimal(10),
        tuple(
            Line(title, ONE, "大扫除", group_cap=THREE)
            for title in (
                "地面没有拖净", "桌面有字迹、污渍", "抽屉没有清空", "黑板、讲台不净", "桌椅不齐",
                "垃圾桶没有清空、刷净", "玻璃、窗槽不净", "墙面、开关、门背面不净",
                "灯管、风扇、柜顶有灰", "走廊、瓷砖、扶栏不净",
            )
        ),
    ),
    "deep-cleaning-areas": Usual(
        "包干区大扫除检查", "大扫除后逐处查；合计最多扣三分。", AREAS, CLEANING, Decimal(10),
        tuple(
            Line(title, ONE, "大扫除", group_cap=THREE)
            for title in (
                "地面、台阶没有冲刷", "墙角、顶面有蛛网", "玻璃、栏杆没有擦净",
                "花坛、排水沟有杂物", "垃圾桶没有刷净", "卫生死角没有清理",
            )
        ),
    ),
    "environment": Usual(
        "校园环境周检", "保洁主管每周走一遍所有区域。", AREAS, CLEANING, Decimal(10),
        (
            Line("有卫生死角", ONE, unit="处"), Line("设施、绿化有损坏，没有报修", ONE, unit="处"),
            Line("垃圾分类、清运不到位", ONE), Line("有小广告、乱涂乱画", HALF, unit="处"), PRAISE,
        ),
    ),
}  # fmt: skip


def lines_of(usual: Usual) -> list[ChecklistItem]:
    """The lines of a usual check, not stored."""
    return [
        ChecklistItem(
            title=line.title, points=line.points, group=line.group, cap=line.cap,
            group_cap=line.group_cap, kind=line.kind, unit=line.unit, source=SOURCE,
        )
        for line in usual.lines
    ]  # fmt: skip


@transaction.atomic
def lay_usual_checks(*, at: datetime) -> None:
    """Add those of the usual checks that are missing."""
    for code, usual in not_laid(USUAL):
        lay_checklist(
            {
                "name": usual.name, "topic": usual.topic, "note": usual.note, "parts": usual.parts,
                "roles": [Role.CLEANING_SUPERVISOR], "second_roles": [], "every_days": None,
                "deciding_roles": [Role.STUDENT_AFFAIRS],
            },
            lines_of(usual), code=code, at=at, scoring="deduct", full=usual.full,
        )  # fmt: skip
