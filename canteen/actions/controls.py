"""The checklists of the canteens, and the schedules by which they are walked.

Daily control, weekly review and the monthly meeting (日管控, 周排查, 月调度) are what the rules of
2025 for canteens ask for (see `RULE`); the lines are our own words, and the school's to change. A
walk without a fault is the report that nothing was found.
"""

from dataclasses import dataclass
from datetime import datetime, time
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from campus.doors import Refused
from campus.models import Person, Role
from canteen.models import Canteen
from inspections.actions.checklists import lay_checklist
from inspections.actions.schedules import write_schedule
from inspections.models import Checklist, ChecklistItem, ChecklistVersion, Schedule

Scoring = ChecklistVersion.Scoring
TOPIC = "canteen"
DAILY, WEEKLY, FIVE_C, ROUND = "canteen-daily", "canteen-weekly", "canteen-5c", "canteen-round"
RULE = "集中用餐单位落实食品安全主体责任监督管理规定（2025）"
GROUP_POINTS = Decimal(20)


@dataclass(frozen=True)
class Usual:
    """A checklist that comes with the portal: who walks and signs it, and its lines by group as
    (title, points that a fault costs)."""

    code: str
    name: str
    note: str
    roles: tuple[str, ...]
    lines: dict[str, tuple[tuple[str, int], ...]]
    second: tuple[str, ...] = ()
    every_days: int | None = None
    source: str = ""
    scored: bool = False


USUAL = (
    Usual(
        DAILY, "食堂日管控", "食品安全员每天检查；没有发现问题也要完成（零风险报告）。",
        (Role.FOOD_SAFETY_OFFICER, Role.CANTEEN_MANAGER),
        {
            "人员": (("晨检做完，异常人员已离岗", 0), ("工作衣帽、口罩整洁，手部清洁消毒", 0)),
            "原料": (("进货查验齐全，两人签字", 0), ("没有过期、变质、标签不清的食品", 0),
                     ("生熟分开、离地离墙存放", 0)),
            "加工": (("烧熟煮透，中心温度达到要求", 0),
                     ("没有四季豆、野生菌、发芽土豆等高风险食材", 0),
                     ("没有冷荤、生食、裱花", 0)),
            "清洗消毒": (("餐具消毒到温到时，保洁柜密闭", 0), ("案板、刀具分色分用", 0)),
            "留样": (("每餐每样留样，克数与标签齐全", 0), ("留样冰箱温度正常", 0)),
            "环境": (("防鼠防蝇设施完好", 0), ("垃圾加盖、日产日清", 0)),
        }, second=(Role.FOOD_SAFETY_DIRECTOR,), every_days=1, source=RULE,
    ),
    Usual(
        WEEKLY, "食堂周排查", "食品安全总监每周排查一次，形成报告。",
        (Role.FOOD_SAFETY_DIRECTOR, Role.CANTEEN_MANAGER),
        {
            "日管控": (("本周日管控每天都有记录", 0), ("发现的问题都有处置", 0)),
            "证照": (("健康证都在有效期内", 0), ("供货者资质都在有效期内", 0)),
            "制度": (("进货、留样、消毒、温度记录齐全", 0), ("陪餐记录完整，意见有回应", 0)),
            "设备": (("冷藏冷冻、消毒、排烟设备正常", 0), ("燃气、用电没有隐患", 0)),
        }, second=(Role.HEAD,), every_days=7, source=RULE,
    ),
    Usual(
        FIVE_C, "五常管理审核", "常组织、常整顿、常清洁、常规范、常自律，各 20 分。",
        (Role.FOOD_SAFETY_DIRECTOR, Role.CANTEEN_MANAGER, Role.FOOD_SAFETY_OFFICER),
        {
            "常组织": (("没有多余、过期的物品", 8), ("先进先出", 6), ("私人物品集中存放", 6)),
            "常整顿": (("分区定位有线，名称和责任人有标签", 6), ("物品离地离墙", 4),
                       ("刀板色标生熟分开", 6), ("抽查物品三十秒内取到", 4)),
            "常清洁": (("地沟、油烟罩干净，冰箱除霜", 5), ("防鼠防蝇设施完好", 5),
                       ("餐具消毒保洁", 6), ("垃圾桶加盖、日清", 4)),
            "常规范": (("操作流程上墙", 4), ("留样、晨检、消毒、温度记录齐全", 8),
                       ("责任区图张贴", 4), ("每日五常检查", 4)),
            "常自律": (("工作衣帽、口罩规范", 5), ("手卫生", 5), ("培训到场", 4), ("整改按期", 6)),
        }, every_days=31, source="五常法（学校做法）", scored=True,
    ),
    Usual(
        ROUND, "食堂学生监督巡查", "学生监督管理委员会成员巡查：卫生、服务、质量、价格。",
        (Role.CANTEEN_COMMITTEE, Role.FOOD_SAFETY_OFFICER),
        {
            "卫生": (("餐桌、地面、餐具干净", 0), ("窗口人员衣帽口罩整洁", 0)),
            "服务": (("排队时间合理", 0), ("打菜态度好、不抖勺", 0)),
            "质量": (("饭菜热、味道好", 0), ("没有异物、变质", 0)),
            "价格": (("价格与公示一致", 0), ("分量与公示一致", 0)),
        }, every_days=7, source="学校做法",
    ),
)  # fmt: skip


@transaction.atomic
def lay_usual_checklists(*, at: datetime) -> None:
    """Add those that are missing; safe to repeat, and what the school has changed stays its own."""
    known = set(Checklist.objects.values_list("code", flat=True))
    named = set(Checklist.objects.values_list("name", flat=True))
    for usual in USUAL:
        if usual.code in known or usual.name in named:
            continue
        checklist = lay_checklist(
            {
                "name": usual.name, "topic": TOPIC, "note": usual.note,
                "roles": list(usual.roles), "second_roles": list(usual.second),
                "every_days": usual.every_days,
            },
            lines_of(usual), code=usual.code, at=at,
            scoring=Scoring.ADD if usual.scored else Scoring.NONE,
        )  # fmt: skip
        assert checklist.current is not None  # put into use by the line above


def lines_of(usual: Usual) -> list[ChecklistItem]:
    """The lines of a usual checklist, not stored."""
    return [
        ChecklistItem(
            group=group, title=title, kind=ChecklistItem.Kind.PASS_FAIL, points=points,
            source=usual.source, photo_on_failure=False,
        )
        for group, lines in usual.lines.items()
        for title, points in lines
    ]  # fmt: skip


# When they are due: before breakfast's end, on Fridays, once a month; our own figures.
PLANS: tuple[tuple[str, str, dict[str, Any]], ...] = (
    (DAILY, Role.FOOD_SAFETY_OFFICER, {
        "rhythm": Schedule.Rhythm.DAILY, "times": [time(10)], "within_minutes": 240,
        "days_off": Schedule.DaysOff.SKIP}),
    (WEEKLY, Role.FOOD_SAFETY_DIRECTOR, {
        "rhythm": Schedule.Rhythm.WEEKLY, "weekdays": [5], "lasts_days": 2}),
    (FIVE_C, Role.FOOD_SAFETY_DIRECTOR, {
        "rhythm": Schedule.Rhythm.MONTHLY, "month_day": 20, "lasts_days": 7}),
    (ROUND, Role.CANTEEN_COMMITTEE, {
        "rhythm": Schedule.Rhythm.WEEKLY, "weekdays": [3], "lasts_days": 2}),
)  # fmt: skip


@transaction.atomic
def lay_schedules(*, by: Person, at: datetime) -> list[Schedule]:
    """Have every canteen walked by each of the usual checklists that no schedule walks there yet.

    Raises Refused where none is lacking.
    """
    canteens = list(Canteen.objects.running().select_related("place"))
    laid = []
    for code, role, facts in PLANS:
        checklist = Checklist.objects.offered().select_related("current").filter(code=code).first()
        places = [each.place for each in canteens if checklist and not is_walked(checklist, each)]
        if checklist and places:
            first, *others = places
            laid.append(
                write_schedule(
                    Schedule(), places=others, by=by, at=at, checklist=checklist, place=first,
                    role=role, starts_on=timezone.localtime(at).date(), **facts,
                )
            )  # fmt: skip
    if not laid:
        raise Refused(_("Every canteen is in the schedules already."))
    return laid


def is_walked(checklist: Checklist, canteen: Canteen) -> bool:
    """Whether a schedule has the canteen walked."""
    running = Schedule.objects.filter(checklist=checklist, ends_on=None)
    own = running.filter(place=canteen.place_id) | running.filter(places=canteen.place_id)
    return own.exists()
