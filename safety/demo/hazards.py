"""Hazards of the demo school, the older the further."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from random import Random

from campus.models import Person, Place
from campus.places.models import Use
from safety.actions import hazards as actions
from safety.demo.days import Days
from safety.models import Hazard, MajorCriterion

URGENT, NORMAL = Hazard.Priority.URGENT, Hazard.Priority.NORMAL
Source = Hazard.Source


@dataclass(frozen=True)
class Danger:
    """One hazard: working days ago, who found it, where and what; how far it has come, and what
    was done. Its `end` is reported, graded, ordered, late, finished, back, upward, closed, none."""

    days: int
    by: str
    use: str
    domain: str
    title: str
    end: str
    measures: str = ""
    source: str = Source.PATROL
    owner: str = "technician"
    budget: int = 0
    criterion: str = ""


DANGERS = (
    Danger(0, "pupil", Use.CORRIDOR, "crowd", "楼梯口堆放纸箱，下课拥挤", "reported",
           source=Source.REPORT),
    Danger(0, "teacher", Use.CLASSROOM, "utilities", "墙插座松动露线", "reported",
           source=Source.REPORT),
    Danger(1, "safety", Use.LABORATORY, "laboratory", "酒精与氧化剂同柜存放", "graded"),
    Danger(2, "safety", Use.DORM_ROOM, "fire", "走廊常闭防火门用砖顶住", "ordered",
           "更换闭门器，张贴提示，每晚巡查", owner="warden", budget=280),
    Danger(3, "leader", Use.DORM_ROOM, "fire", "宿舍使用大功率吹风机", "ordered",
           "统一收缴，班会教育", source=Source.REPORT, owner="warden"),
    Danger(4, "safety", Use.HALL, "fire", "礼堂西侧安全出口宽度不足且加锁", "major",
           "拆除门内隔断，恢复净宽，换推杠锁", owner="head", budget=12800,
           source=Source.AUTHORITY, criterion="fire-exits"),
    Danger(6, "canteen", Use.KITCHEN, "utilities", "燃气报警器探头失灵", "finished",
           "更换探头并联动测试", budget=460),
    Danger(7, "safety", Use.SPORTS, "building", "看台栏杆锈蚀松动", "upward",
           "加固前封闭看台", source=Source.INSPECTION, budget=36000),
    Danger(9, "safety", Use.CORRIDOR, "fire", "三楼应急照明灯不亮", "late",
           "更换蓄电池", budget=320),
    Danger(10, "cleaning", Use.TOILET, "building", "地砖起翘积水湿滑", "back",
           "重新铺贴，放置防滑警示", budget=900),
    Danger(11, "warden", Use.DORM_ROOM, "building", "上铺护栏螺丝缺失", "finished",
           "逐床检查补齐螺丝", budget=150),
    Danger(13, "safety", Use.GATE, "traffic", "放学时段校门口电动车逆行", "closed",
           "设隔离墩，安排值班引导", source=Source.AUTHORITY, budget=600),
    Danger(15, "teacher", Use.CLASSROOM, "fire", "教室后门上锁", "closed", "后门钥匙交班主任，"
           "上课时一律不锁", source=Source.REPORT),
    Danger(17, "technician", Use.PLANT_ROOM, "fire", "配电间堆放杂物", "closed", "清空并上墙制度",
           source=Source.REPAIR),
    Danger(19, "safety", Use.LIBRARY, "fire", "灭火器压力不足两具", "closed", "送修充装，补足备用",
           budget=240),
    Danger(21, "safety", Use.CANTEEN, "food", "留样柜温度显示异常", "closed", "更换温控器",
           owner="canteen", budget=380),
    Danger(24, "safety", Use.CORRIDOR, "fire", "疏散指示标志被展板遮挡", "closed", "移走展板",
           source=Source.DRILL),
    Danger(27, "pupil", Use.SPORTS, "equipment", "篮球架底座螺栓松动", "closed", "紧固并全面检查",
           source=Source.REPORT, budget=80),
    Danger(30, "safety", Use.LABORATORY, "laboratory", "通风橱风量不足", "closed", "更换风机皮带",
           source=Source.INSPECTION, budget=560),
    Danger(33, "warden", Use.DORM_ROOM, "fire", "楼层手动报警按钮被遮挡", "closed", "清除遮挡"),
    Danger(36, "dispatcher", Use.OFFICE, "utilities", "插线板串接", "closed", "增设墙插",
           source=Source.REPAIR, budget=420),
    Danger(38, "safety", Use.OUTDOORS, "building", "围墙外侧裂缝", "closed", "灌浆加固并观测",
           source=Source.INSPECTION, budget=5200),
    Danger(41, "teacher", Use.CLASSROOM, "building", "窗户限位器缺失", "closed", "全楼补装",
           source=Source.REPORT, budget=1300),
    Danger(44, "safety", Use.WAREHOUSE, "fire", "仓库违规使用取暖器", "closed", "没收并通报"),
    Danger(46, "pupil", Use.CORRIDOR, "other", "走廊地面反光刺眼", "none", source=Source.REPORT),
)  # fmt: skip


def fill(random: Random, day: date) -> None:
    """Register them all, the oldest first."""
    office = Office(random, day)
    for danger in sorted(DANGERS, key=lambda each: -each.days):
        office.take_in(danger)


class Office:
    """The safety officer of the demo school, and the head beside."""

    def __init__(self, random: Random, day: date) -> None:
        self.random, self.days = random, Days(day)
        self.officer, self.head = person("safety"), person("head")

    def take_in(self, danger: Danger) -> None:
        """Report a hazard and let it go its way."""
        at = self.days.at(danger.days, 8, self.random.randrange(0, 50))
        by = person(danger.by)
        rooms = list(Place.objects.filter(use=danger.use).order_by("code")) or list(
            Place.objects.filter(kind=Place.Kind.BUILDING).order_by("code")
        )
        hazard = actions.report(
            by=by, at=at, title=danger.title, place=self.random.choice(rooms),
            domain=danger.domain, source=danger.source,
        )  # fmt: skip
        if danger.end == "none":
            actions.reject(hazard, words="属采光问题，已转告后勤。", by=self.officer, at=at)
        elif danger.end != "reported":
            self.work_on(hazard, danger)

    def work_on(self, hazard: Hazard, danger: Danger) -> None:
        """Grade it, and go on as far as it has come."""
        at = self.days.at(danger.days, 10)
        criterion = MajorCriterion.objects.filter(code=danger.criterion or "-").first()
        level = Hazard.Level.MAJOR if criterion else Hazard.Level.GENERAL
        actions.grade(
            hazard, level=level, domain=danger.domain, criterion=criterion, grounds="",
            by=self.officer, at=at,
        )  # fmt: skip
        if danger.end == "graded":
            return
        self.order(hazard, danger)
        if danger.end in ("finished", "back", "closed"):
            self.rectify(hazard, danger)
        elif danger.end == "upward":
            actions.report_upward(
                hazard, upward_to="区教育局安全科", upward_how="书面请示",
                upward_on=self.days.ago(danger.days - 2), isolation="封闭看台，拉警戒线",
                words="需结构加固，超出学校维修资金。", by=self.head,
                at=self.days.at(danger.days - 2, 9),
            )  # fmt: skip

    def order(self, hazard: Hazard, danger: Danger) -> None:
        """Fix the five commitments; what is late should have been mended the day before."""
        owner, late = person(danger.owner), danger.end == "late"
        actions.order(
            hazard, owner=owner, department=owner.department, measures=danger.measures,
            budget=Decimal(danger.budget),
            rectify_by=self.days.ago(1) if late else self.due(danger),
            contingency="值班员每两小时巡看一次，异常立即疏散并上报。",
            isolation="设警示牌，专人看护" if danger.budget > 500 else "",
            by=self.officer, at=self.days.at(danger.days, 14),
        )  # fmt: skip

    def due(self, danger: Danger) -> date:
        """Five working days after it was ordered."""
        return self.days.ago(danger.days - 5) if danger.days > 5 else self.days.ahead(3)

    def rectify(self, hazard: Hazard, danger: Danger) -> None:
        """Mended within three days, and looked at by somebody else."""
        actions.finish(
            hazard, words=f"{danger.measures}，已完成。", by=person(danger.owner),
            at=self.days.at(danger.days - 3, 16),
        )  # fmt: skip
        verified = self.days.at(danger.days - 4, 9)
        if danger.end == "back":
            actions.send_back(
                hazard, day=self.days.ahead(2), words="仍有两处积水。", by=self.officer, at=verified
            )
        elif danger.end == "closed":
            actions.close(
                hazard, verdict="经复查，整改到位，情况属实。", by=self.officer, at=verified
            )


def person(number: str) -> Person:
    return Person.objects.get(number=number)
