"""The front desk's part of the demo school: what a few weeks bring, most of it answered."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from django.utils import timezone

from campus.cases import actions as cases
from campus.desk import actions
from campus.models import Enquiry, Person, Place
from campus.places.models import Use
from campus.records.actions import comment
from campus.school_time.calendar import school_calendar
from campus.school_time.engine import SchoolCalendar

URGENT, NORMAL = Enquiry.Priority.URGENT, Enquiry.Priority.NORMAL


@dataclass(frozen=True)
class Matter:
    """One enquiry: working days before the day, who brings it, about what sort of place, and the
    answer; without one it is still open."""

    days: int
    by: str
    use: str
    title: str
    answer: str = ""
    priority: str = NORMAL


# Newest first. The numbers of working days are spread as a busy month would.
MATTERS = (
    Matter(0, "pupil", Use.CLASSROOM, "教室后排插座没有电", priority=URGENT),
    Matter(0, "teacher", Use.CLASSROOM, "晚自习想借两盏移动照明灯"),
    Matter(0, "leader", Use.DORM_ROOM, "阳台晾衣杆松动"),
    Matter(1, "canteen", Use.KITCHEN, "洗消间地漏反味"),
    Matter(1, "teacher", Use.OFFICE, "办公室饮水机滤芯到期"),
    Matter(2, "warden", Use.DORM_ROOM, "三楼热水周末供应时间能否延长"),
    Matter(3, "teacher", Use.LABORATORY, "通风橱照明灯闪烁"),
    Matter(4, "pupil", Use.LIBRARY, "自习区窗帘拉绳断了", "窗帘已更换，现场查看正常。"),
    Matter(4, "committee", Use.CANTEEN, "打菜窗口排队拥挤，建议分流",
           "从下周一起增开二楼两个窗口，分年级错峰。"),
    Matter(5, "teacher", Use.CLASSROOM, "一体机遥控笔丢失，申请补一支",
           "已到总务仓库备好，随时可领。"),
    Matter(6, "safety", Use.GATE, "门口通道堆放旧课桌", "当天已清运，通道保持畅通。", URGENT),
    Matter(7, "cleaning", Use.TOILET, "卫生间感应水龙头不出水", "更换电池盒后恢复。"),
    Matter(8, "leader", Use.DORM_ROOM, "寝室门锁转动困难", "已上油并更换锁芯，钥匙交宿管老师。"),
    Matter(9, "teacher", Use.OFFICE, "家长会借用桌牌和话筒", "桌牌40个、话筒4支已送到会场。"),
    Matter(11, "pupil", Use.SPORTS, "篮球架护垫脱落", "护垫已重新绑扎并加固。", URGENT),
    Matter(12, "driver", Use.OUTDOORS, "停车场地面车位线模糊", "列入寒假维修计划，届时重新划线。"),
    Matter(14, "dispatcher", Use.OFFICE, "会议室空调遥控失灵", "更换遥控接收板，已恢复。"),
    Matter(16, "committee", Use.CANTEEN, "餐桌有两张晃动", "四角已加固，另备两张周转。"),
)  # fmt: skip
# Not for this office: (days, who, title, why).
REFUSED = (10, "pupil", "希望调整社团活动时间", "社团时间由团委安排，已请团委老师联系你。")


def fill(random: Random, day: date) -> None:
    """Bring the front desk up to `day`."""
    desk = Desk(random, day, school_calendar())
    for matter in reversed(MATTERS):
        desk.take_in(matter)
    days, number, title, why = REFUSED
    enquiry = desk.raised(days, number, title, Use.SPORTS, NORMAL)
    actions.refuse(enquiry, words=why, by=desk.dispatcher, at=enquiry.raised_at + desk.minutes())


class Desk:
    """The front desk on a day, with the people who sit there and who go out."""

    def __init__(self, random: Random, day: date, calendar: SchoolCalendar) -> None:
        self.random, self.day, self.calendar = random, day, calendar
        self.dispatcher = Person.objects.get(number="dispatcher")
        self.technician = Person.objects.get(number="technician")

    def take_in(self, matter: Matter) -> None:
        """Raise a matter and let it go its way: answered, under way, waiting, or still new."""
        enquiry = self.raised(matter.days, matter.by, matter.title, matter.use, matter.priority)
        if matter.answer:
            self.settle(enquiry, matter.answer)
        elif matter.days:
            self.hand_out(enquiry, matter.days)
        if matter.use == Use.CANTEEN:
            cases.me_too(
                enquiry, by=Person.objects.get(number="leader"),
                at=enquiry.raised_at + self.minutes(),
            )  # fmt: skip

    def raised(self, days: int, by: str, title: str, use: str, priority: str) -> Enquiry:
        """An enquiry of a morning so many working days before the day."""
        on = self.calendar.working_days_from(self.day, -days) if days else self.day
        minutes = 60 * 8 + self.random.randrange(0, 50)
        at = timezone.make_aware(datetime.combine(on, time(minutes // 60, minutes % 60)))
        place = self.random.choice(list(self.places(use)))
        return cases.raise_case(
            Enquiry, by=Person.objects.get(number=by), at=at, title=title, place=place,
            priority=priority, is_shared=True,
        )  # fmt: skip

    def places(self, use: str) -> Iterator[Place]:
        yield from Place.objects.filter(use=use).order_by("code")

    def minutes(self) -> timedelta:
        return timedelta(minutes=self.random.randrange(5, 45))

    def hand_out(self, enquiry: Enquiry, days: int) -> None:
        """Give it to the technician; the oldest waits for a spare part."""
        at = enquiry.raised_at + self.minutes()
        actions.give(enquiry, to=self.technician, by=self.dispatcher, at=at)
        enquiry.refresh_from_db()
        if days >= 3:
            words = "灯管型号较旧，配件已订，预计两天到货。"
            actions.hold(enquiry, words=words, by=self.technician, at=at + timedelta(hours=2))

    def settle(self, enquiry: Enquiry, answer: str) -> None:
        """Taken up, talked about, answered; most are settled the next morning."""
        at = enquiry.raised_at + self.minutes()
        actions.give(enquiry, to=self.technician, by=self.dispatcher, at=at)
        enquiry.refresh_from_db()
        comment(
            enquiry, words="已到现场查看。", mentioned=[], attachments=[], by=self.technician,
            at=at + timedelta(minutes=40),
        )  # fmt: skip
        actions.answer(enquiry, words=answer, by=self.technician, at=at + timedelta(hours=2))
        if self.random.random() < 0.8:
            enquiry.refresh_from_db()
            assert enquiry.reporter
            actions.settle(enquiry, by=enquiry.reporter, at=at + timedelta(hours=5))
