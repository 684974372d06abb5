"""The checklists that most boarding schools need, in our own words; the school changes them.

Each line names where its rule stands, and whether we have read that text ourselves. What is a
school's practice rather than a rule is said to be one.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from campus.models import Role
from inspections.actions.checklists import lay_checklist, not_laid
from inspections.models import ChecklistItem

Kind = ChecklistItem.Kind


@dataclass(frozen=True)
class Line:
    """One line: what it is called, what to look at, and where the rule stands."""

    title: str
    guidance: str = ""
    group: str = ""
    kind: str = Kind.PASS_FAIL
    unit: str = ""
    photo: bool = False
    required: bool = False
    source: str = ""
    verified: bool = False


@dataclass(frozen=True)
class Usual:
    """A checklist that comes with the portal."""

    name: str
    note: str
    roles: tuple[str, ...]
    lines: tuple[Line, ...]
    second: tuple[str, ...] = ()
    every_days: int | None = None
    source: str = ""
    verified: bool = False


PATROL = "GB/T 40248-2021 §7.3.6"
PATROL_LINES = (
    Line("用火、用电没有违章", "没有私拉电线、大功率电器、明火；人走电断。", photo=True),
    Line("安全出口、疏散通道畅通", "没有锁闭、占用、堵塞。", photo=True),
    Line("疏散指示标志、应急照明完好", "亮着，没有遮挡、损坏。"),
    Line("常闭式防火门关闭，防火卷帘下没有杂物", "闭门器能把门带上；卷帘能落到底。"),
    Line("消防设施、器材和安全标志在位、完整、有效", "灭火器、消火栓、报警按钮看得见、够得着。"),
    Line("消防安全重点部位人员在岗", "配电房、实验室、厨房、宿舍值班室等。"),
    Line("消防车道畅通", "没有停车、堆物，登高场地没有遮挡。", photo=True),
    Line("其他消防安全情况", "写下看到的异常。"),
)  # fmt: skip
EXTINGUISHER = "GB 50444 / XF 95"
BUILDING = "校舍月查表（学校做法）"
SCHOOLS = "学校做法"
USUAL: dict[str, Usual] = {
    "fire-patrol": Usual(
        "每日防火巡查", "每天至少一次，巡查人和主管人员都签字。", (Role.SAFETY_OFFICER,),
        PATROL_LINES, second=(Role.HEAD,), every_days=1, source=PATROL, verified=True,
    ),
    "night-patrol": Usual(
        "夜间防火巡查", "寄宿制学校每晚至少每 2 小时一次（GB/T 40248-2021 §7.3.5）。",
        (Role.DORM_WARDEN,),
        (
            *PATROL_LINES[:5],
            Line("楼门能从里面打开", "值班人员随身带钥匙，电动门能手动开启。",
                 source="《中小学校、幼儿园消防安全十项规定》", verified=True),
            Line("值班人员在岗、清醒"),
            Line("其他情况", kind=Kind.TEXT),
        ),
        second=(Role.SAFETY_OFFICER,), every_days=1, source=PATROL, verified=True,
    ),
    "fire-inspection": Usual(
        "每月防火检查", "每月至少一次；检查人和被检查部门负责人都签字。", (Role.SAFETY_OFFICER,),
        (
            *PATROL_LINES[:7],
            Line("防火巡查按时、有记录", "抽查上月巡查记录。", "管理"),
            Line("火灾隐患整改落实", "上次检查发现的问题都有着落。", "管理"),
            Line("消防控制室值班符合要求", "24 小时两人持证在岗。", "管理",
                 source="《中小学校、幼儿园消防安全十项规定》", verified=True),
            Line("消防水泵、消防水池水位", "水位正常，水泵处于自动状态。", "设施"),
            Line("火灾自动报警系统运行正常", "主机没有故障、屏蔽。", "设施"),
            Line("厨房烟罩烟道清洗", "有清洗记录，没有积油。", "设施"),
        ),
        second=(Role.HEAD,), every_days=31, source="GB/T 40248-2021 §7.3.7", verified=True,
    ),
    "extinguisher": Usual(
        "消防器材月检", "灭火器、消火栓、应急灯等每月看一遍；有问题写清编号。",
        (Role.SAFETY_OFFICER, Role.TECHNICIAN),
        (
            Line("外观完好，没有锈蚀变形", "编号与本处清单一致，一件不少。"),
            Line("压力表指针在绿区", photo=True),
            Line("铅封、保险销完好"),
            Line("喷管没有老化、开裂、堵塞"),
            Line("在有效期和维修期内", "干粉、二氧化碳出厂满 5 年首次维修，以后每 2 年；"
                 "水基型满 3 年首次维修，以后每年。"),
            Line("箱体能打开，标志清楚，没有遮挡"),
            Line("消火栓水带、水枪、阀门齐全完好", "没有消火栓的地方选“不适用”。",
                 source=SCHOOLS),
            Line("应急照明、疏散指示按测试键能亮", "没有的地方选“不适用”。", source=SCHOOLS),
        ),
        every_days=31, source=EXTINGUISHER,
    ),
    "building": Usual(
        "校舍安全月查", "每栋楼每月一遍，开学前一遍。", (Role.SAFETY_OFFICER, Role.TECHNICIAN),
        (
            Line("墙面墙体、栏杆扶手、门窗玻璃", "开裂、起鼓、松动、破损。", "建筑", photo=True),
            Line("疏散通道、应急灯、灭火器", "畅通，有电，有压。", "消防"),
            Line("监控设备", "画面清楚，没有死角。", "设备"),
            Line("用电", "开关插座、配电箱、线路没有老化、外露。", "设备", photo=True),
            Line("路面、活动场地", "没有坑洼、积水、尖锐物。", "场地"),
            Line("体育器材、旗杆", "牢固，没有锈断。", "场地"),
            Line("宣传栏、黑板", "固定牢，没有坠落危险。", "场地"),
            Line("水路管网", "没有漏水、堵塞。", "设备"),
            Line("强弱电盒、井盖", "盖好、不松动。", "场地", photo=True),
            Line("校门、围墙、厕所、车库", "没有倾斜、开裂。", "建筑"),
            Line("树木绿植", "没有枯枝、倒伏。", "场地"),
            Line("功能室", "器材归位，电源关闭，危险品有专人。", "建筑"),
        ),
        every_days=31, source=BUILDING,
    ),
    "evening-sweep": Usual(
        "晚间教室关闭检查", "晚自习后看门窗和电器。", (Role.SAFETY_OFFICER,),
        (
            Line("窗都关好", unit="扇"),
            Line("门都锁好", unit="扇"),
            Line("灯、空调、一体机都关好", unit="台"),
        ),
        every_days=7, source="寄宿高中做法",
    ),
}  # fmt: skip


def lines_of(usual: Usual) -> list[ChecklistItem]:
    """The lines of a usual checklist, not stored."""
    return [
        ChecklistItem(
            group=line.group, title=line.title, guidance=line.guidance, kind=line.kind,
            unit=line.unit, photo_on_failure=line.photo, is_required=line.required,
            source=line.source or usual.source,
            source_is_verified=line.verified if line.source else usual.verified,
        )
        for line in usual.lines
    ]  # fmt: skip


@transaction.atomic
def lay_usual_checklists(*, at: datetime) -> None:
    """Add those of the usual checklists that are missing."""
    for code, usual in not_laid(USUAL):
        lay_checklist(
            {
                "name": usual.name, "topic": "safety", "note": usual.note,
                "roles": list(usual.roles), "second_roles": list(usual.second),
                "every_days": usual.every_days,
            },
            lines_of(usual), code=code, at=at,
        )  # fmt: skip
