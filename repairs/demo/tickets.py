"""Faults of the demo school: a few weeks of them, most mended."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from django.utils import timezone

from campus.cases import actions as cases
from campus.models import Person, Place
from campus.places.models import Use
from campus.school_time.calendar import school_calendar
from repairs.actions import tickets as actions
from repairs.models import Category, Ticket

URGENT, NORMAL = Ticket.Priority.URGENT, Ticket.Priority.NORMAL
Cause = Ticket.Cause


@dataclass(frozen=True)
class Fault:
    """One fault: working days before the day, who reports it, in what sort of room, what was done
    about it (empty while it is open), and how content somebody was."""

    days: int
    by: str
    use: str
    category: str
    title: str
    done: str = ""
    rating: int | None = None
    cause: str = Cause.WEAR
    priority: str = NORMAL


FAULTS = (
    Fault(0, "pupil", Use.CLASSROOM, "light", "后排两盏日光灯不亮"),
    Fault(0, "warden", Use.DORM_ROOM, "water", "卫生间水管爆裂，水漫到走廊", priority=URGENT),
    Fault(0, "teacher", Use.CLASSROOM, "multimedia", "一体机触摸失灵"),
    Fault(1, "leader", Use.DORM_ROOM, "doors", "阳台门关不严"),
    Fault(1, "canteen", Use.KITCHEN, "water", "洗菜池下水慢"),
    Fault(2, "teacher", Use.OFFICE, "air", "空调制热有异响"),
    Fault(3, "safety", Use.LABORATORY, "fire", "安全出口指示灯不亮"),
    Fault(4, "pupil", Use.CLASSROOM, "furniture", "课桌桌板开裂", "更换桌板。", 5, Cause.MISUSE),
    Fault(5, "teacher", Use.CLASSROOM, "network", "教室无线网络断断续续",
          "更换交换机端口模块。", 4),
    Fault(6, "warden", Use.DORM_ROOM, "light", "床位插座松动", "紧固并更换面板。", 5),
    Fault(7, "committee", Use.CANTEEN, "furniture", "餐椅靠背脱落", "已焊接加固。", 4),
    Fault(8, "leader", Use.DORM_ROOM, "water", "热水龙头滴水", "更换阀芯。", 2),
    Fault(9, "cleaning", Use.TOILET, "water", "小便池感应器一直出水", "更换感应器电池。", 5),
    Fault(11, "teacher", Use.SPORTS, "doors", "器材室门锁打不开", "更换锁芯，钥匙两把。", None),
    Fault(13, "dispatcher", Use.OFFICE, "light", "走廊应急灯不充电", "更换蓄电池。", 5),
)  # fmt: skip


def fill(random: Random, day: date) -> None:
    """Bring the tickets up to `day`: the older a fault, the further it has come."""
    shop = Shop(random, day)
    for fault in reversed(FAULTS):
        shop.take_in(fault)


class Shop:
    """Dispatcher and technician of the demo school on a day."""

    def __init__(self, random: Random, day: date) -> None:
        self.random, self.day, self.calendar = random, day, school_calendar()
        self.dispatcher = Person.objects.get(number="dispatcher")
        self.technician = Person.objects.get(number="technician")

    def take_in(self, fault: Fault) -> None:
        """Report a fault and let it go its way."""
        ticket = self.reported(fault)
        if not fault.days and fault.priority == NORMAL:
            return
        sent_at = ticket.raised_at + timedelta(minutes=self.random.randrange(5, 25))
        actions.assign(ticket, to=self.technician, by=self.dispatcher, at=sent_at)
        if not fault.days:
            return
        there = sent_at + timedelta(minutes=self.random.randrange(20, 120))
        actions.accept(ticket, by=self.technician, at=sent_at + timedelta(minutes=5))
        actions.begin(ticket, by=self.technician, at=there)
        if fault.done:
            self.mend(ticket, fault, at=there + timedelta(hours=1))
        elif fault.days >= 2:
            words = "配件缺货，预计三个工作日内到。"
            actions.hold(ticket, words=words, by=self.technician, at=there + timedelta(minutes=20))

    def reported(self, fault: Fault) -> Ticket:
        days = self.calendar.working_days_from(self.day, -fault.days) if fault.days else self.day
        minutes = 60 * 8 + self.random.randrange(0, 50)
        at = timezone.make_aware(datetime.combine(days, time(minutes // 60, minutes % 60)))
        rooms = list(Place.objects.filter(use=fault.use).order_by("code"))
        return cases.raise_case(
            Ticket, by=Person.objects.get(number=fault.by), at=at, title=fault.title,
            place=self.random.choice(rooms), priority=fault.priority,
            category=Category.objects.get(code=fault.category),
        )  # fmt: skip

    def mend(self, ticket: Ticket, fault: Fault, *, at: datetime) -> None:
        """Finished; most say afterwards how content they are."""
        actions.finish(
            ticket, words=fault.done, damage_cause=fault.cause, by=self.technician, at=at
        )
        ticket.refresh_from_db()
        if fault.rating and ticket.reporter:
            by, later = ticket.reporter, at + timedelta(hours=2)
            actions.confirm(ticket, rating=fault.rating, by=by, at=later)
