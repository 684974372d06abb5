"""The checklists by which most schools look at dorm rooms, in our own words; the school changes
their lines, points, units and caps as it likes.

What full marks are and what a line costs differs from school to school: all of it is a practice
and says so, but for the one line whose law we have read.
"""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db import transaction

from campus.models import Role
from dormitory.models.checks import ROOMS, TOPIC
from inspections.actions.checklists import lay_checklist, not_laid
from inspections.models import ChecklistItem, ChecklistVersion

Kind = ChecklistItem.Kind
Scoring = ChecklistVersion.Scoring
WALKED_BY = (Role.DORM_WARDEN, Role.FLOOR_LEADER)
DECIDED_BY = (Role.STUDENT_AFFAIRS,)
SCHOOLS = "学校做法"
MINORS_LAW = "《未成年人保护法》第七十条"


@dataclass(frozen=True)
class Line:
    """One line: what costs points, how many each time, of what, and the most."""

    title: str
    points: str
    unit: str = "处"
    cap: str = ""
    guidance: str = ""
    kind: str = Kind.PASS_FAIL
    photo: bool = False
    source: str = SCHOOLS


@dataclass(frozen=True)
class Usual:
    """A checklist that comes with the portal: groups with their cap and their lines."""

    name: str
    note: str
    groups: dict[tuple[str, str], tuple[Line, ...]]
    full: str = ""
    every_days: int | None = None


USUAL: dict[str, Usual] = {
    "dorm-tidiness": Usual(
        "寝室卫生与内务", "每天一遍，满分 100；同一类扣分有上限。",
        {
            ("卫生", "40"): (
                Line("地面没扫净、有积水", "2", cap="6", guidance="床下、门后、桌下也看一眼。"),
                Line("垃圾没倒、没分类", "2", "次", "4"),
                Line("洗漱台、卫生间不干净", "3", cap="6"),
                Line("门窗、柜顶、灯管积灰或挂网", "1", cap="4"),
                Line("墙面、床架乱贴乱画", "1", cap="3"),
                Line("阳台、门口堆着杂物", "2", cap="4"),
                Line("没开窗通风、有异味", "2", "次", "2"),
            ),
            ("内务", "40"): (
                Line("被子没叠、床面不平", "2", "床", "12"),
                Line("床上堆放杂物", "1", "床", "8"),
                Line("鞋子没有摆齐", "1", "双", "4"),
                Line("毛巾、杯子、脸盆没有摆成一线", "1", cap="4"),
                Line("桌面、书架零乱", "1", cap="4"),
                Line("衣物乱挂、箱包乱放", "1", "件", "4"),
            ),
            ("水电门窗", "20"): (
                Line("人走灯没关、风扇空调没关", "2", "次", "6"),
                Line("水龙头没关紧", "2", "个", "4"),
                Line("人走门窗没关好", "1", "扇", "4"),
            ),
            ("加分", "2"): (Line("整洁有序，值得别的寝室来看", "1", "次", "2", kind=Kind.PRAISE),),
        },
        full="100", every_days=1,
    ),
    "dorm-items": Usual(
        "寝室物品与违禁电器", "每周至少一遍，满分 20；查到的物品登记后由班主任或宿管员保管。",
        {
            ("用电", ""): (
                Line("使用大功率或发热电器", "5", "件", "10", "电热毯、热得快、电吹风、电煮锅等。",
                     photo=True),
                Line("私拉电线、插线板串接", "3", cap="9", photo=True),
                Line("在床上充电、人走没拔充电器", "1", "个", "4"),
            ),
            ("物品", ""): (
                Line("存放刀具、易燃易爆物品", "10", "件", "20", photo=True),
                Line("有烟头、蜡烛、蚊香等明火痕迹", "5", cap="10", photo=True),
                Line("手机没有按学校规定集中保管", "2", "部", "8", source=MINORS_LAW),
                Line("公物损坏没有报修", "1", cap="3"),
            ),
        },
        full="20", every_days=7,
    ),
    "dorm-lights-out": Usual(
        "就寝纪律", "熄灯后看一遍；不设满分，按次扣 0.5、1、1.5 分，一晚可以有几笔。",
        {
            ("就寝纪律", ""): (
                Line("熄灯后还在洗漱、走动", "0.5", "人次", "1.5"),
                Line("熄灯后讲话", "0.5", "人次", "1.5"),
                Line("提醒过还在吵闹", "1", "次", "3"),
                Line("熄灯后开灯、使用手机", "1", "人次", "3"),
                Line("串寝、不睡在自己的床位", "1.5", "人次", "4.5"),
                Line("没有请假而晚归", "1.5", "人次", "4.5"),
            ),
        },
        every_days=1,
    ),
}  # fmt: skip


def lines_of(usual: Usual) -> list[ChecklistItem]:
    """The lines of a usual checklist, not stored."""
    return [
        ChecklistItem(
            group=group, group_cap=Decimal(group_cap) if group_cap else None, title=line.title,
            guidance=line.guidance, kind=line.kind, unit=line.unit, points=Decimal(line.points),
            cap=Decimal(line.cap) if line.cap else None, photo_on_failure=line.photo,
            source=line.source, source_is_verified=line.source == MINORS_LAW,
        )
        for (group, group_cap), lines in usual.groups.items()
        for line in lines
    ]  # fmt: skip


@transaction.atomic
def lay_usual_checks(*, at: datetime) -> None:
    """Add those of the usual checklists that are missing."""
    for code, usual in not_laid(USUAL):
        lay_checklist(
            {
                "name": usual.name, "topic": TOPIC, "note": usual.note, "parts": ROOMS,
                "roles": list(WALKED_BY), "deciding_roles": list(DECIDED_BY), "appeal_days": 3,
                "every_days": usual.every_days,
            },
            lines_of(usual), code=code, at=at,
            scoring=Scoring.DEDUCT if usual.full else Scoring.NONE,
            full=Decimal(usual.full) if usual.full else None,
        )  # fmt: skip
