"""Faults of the demo school: a few weeks of them, most mended."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from random import Random

from django.utils import timezone

from campus.cases import actions as cases
from campus.demo import morning
from campus.models import Duty, Person, Place, Role, SchoolClass
from campus.people import actions as duties
from campus.places.models import Use
from campus.school_time.calendar import school_calendar
from repairs.actions import compensation, workshop
from repairs.actions import tickets as actions
from repairs.dispatch import proposals, technicians
from repairs.models import Category, Contractor, Ticket

URGENT, NORMAL = Ticket.Priority.URGENT, Ticket.Priority.NORMAL
Cause = Ticket.Cause


@dataclass(frozen=True)
class Fault:
    """One fault: working days before the day, who reports it, in what sort of room, what was done
    about it (empty while it is open) after how many hours, by a firm or not, and how content
    somebody was."""

    days: int
    by: str
    use: str
    category: str
    title: str
    done: str = ""
    rating: int | None = None
    cause: str = Cause.WEAR
    priority: str = NORMAL
    hours: int = 1
    is_sent_out: bool = False


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


# What breaks all the time: use of the place, category, what is said, what is done about it.
USUAL = (
    (Use.CLASSROOM, "light", "日光灯闪烁", "更换灯管两支。"),
    (Use.CLASSROOM, "furniture", "课椅螺丝松动", "已逐把紧固。"),
    (Use.CLASSROOM, "multimedia", "投影画面偏色", "清洁光路并校准。"),
    (Use.CLASSROOM, "doors", "前门锁舌卡住", "更换锁体。"),
    (Use.DORM_ROOM, "water", "洗手盆漏水", "更换下水软管。"),
    (Use.DORM_ROOM, "light", "床头灯不亮", "更换灯头。"),
    (Use.DORM_ROOM, "air", "空调不制冷", "清洗滤网并加氟。"),
    (Use.DORM_ROOM, "doors", "柜门铰链断裂", "更换铰链。"),
    (Use.TOILET, "water", "水箱一直流水", "更换浮球阀。"),
    (Use.OFFICE, "network", "网口不通", "重做水晶头。"),
    (Use.LABORATORY, "water", "实验台水龙头松动", "加固底座。"),
    (Use.CANTEEN, "furniture", "餐桌晃动", "已加装垫片。"),
)
REPORTERS = ("teacher", "warden", "pupil", "leader", "canteen", "cleaning", "safety")
# The newest of them, in working days before the day; they go back to the semester's first month.
NEWEST, OLDEST = 14, 58


def fill(random: Random, day: date) -> None:
    """Bring the tickets up to `day`: the older a fault, the further it has come."""
    lay_workshop(day)
    shop = Shop(random, day)
    for days in range(OLDEST, NEWEST, -1):
        shop.take_in(usual_fault(random, days))
    for fault in reversed(FAULTS):
        shop.take_in(fault)


def usual_fault(random: Random, days: int) -> Fault:
    """One of what breaks all the time; most are mended within hours, some take days."""
    use, category, title, done = random.choice(USUAL)
    cause = random.choice([Cause.WEAR] * 6 + [Cause.UNKNOWN, Cause.MISUSE])
    return Fault(
        days, random.choice(REPORTERS), use, category, title, done,
        random.choice([5, 5, 5, 4, 4, 3, 2, None]), cause,
        hours=random.choice([1, 2, 2, 3, 5, 6, 28, 90]), is_sent_out=random.random() < 0.1,
    )  # fmt: skip


# Technicians beside the demo account: which of the staff, what they mend, in which building.
MATES = ((40, ("water", "furniture"), "A-SS1"), (41, ("light", "air", "fire"), "A-JX1"))
TRADES = ("water", "light", "doors", "multimedia", "network")
FIRMS = (
    ("安捷电梯维保公司", "0519-80000001", "电梯"),
    ("恒讯消防工程公司", "0519-80000002", "消防报警"),
    ("清和空调服务部", "0519-80000003", "中央空调"),
)  # fmt: skip


def lay_workshop(day: date) -> None:
    """Two more technicians, what each mends, and firms for what they cannot."""
    head, at = Person.objects.get(number="head"), morning(day)
    categories = {each.code: each for each in Category.objects.all()}
    people_of: dict[Person, tuple[str, ...]] = {Person.objects.get(number="technician"): TRADES}
    for number, trades, building in MATES:
        mate = Person.objects.get(number=f"T{number + 1:04}")
        duties.give_duties([
            Duty(person=mate, role=Role.TECHNICIAN, place=Place.objects.get(code=building),
                 starts_on=date(day.year - 1, 8, 1))
        ])  # fmt: skip
        people_of[mate] = trades
    for person, mends in people_of.items():
        mended = [categories[code] for code in mends]
        workshop.set_trades(person, categories=mended, by=head, at=at)
    for name, phone, what in FIRMS:
        firm = Contractor(name=name, phone=phone, mends=what)
        workshop.keep_contractor(firm, by=head, at=at)


class Shop:
    """Dispatcher and technician of the demo school on a day."""

    def __init__(self, random: Random, day: date) -> None:
        self.random, self.day, self.calendar = random, day, school_calendar()
        self.dispatcher = Person.objects.get(number="dispatcher")
        self.technician = Person.objects.get(number="technician")
        self.firms, self.classes = list(Contractor.objects.all()), list(SchoolClass.objects.all())
        self.receipts = 0
        self.rooms = {
            use: list(Place.objects.filter(use=use).order_by("code")) for use in Use.values
        }

    def take_in(self, fault: Fault) -> None:
        """Report a fault and let it go its way."""
        ticket = self.reported(fault)
        if not fault.days and fault.priority == NORMAL:
            return
        sent_at = ticket.raised_at + timedelta(minutes=self.random.randrange(5, 25))
        mender = self.mender_of(ticket, fault, at=sent_at)
        actions.assign(ticket, to=mender, by=self.dispatcher, at=sent_at)
        if not fault.days:
            return
        there = sent_at + timedelta(minutes=self.random.randrange(20, 120))
        actions.accept(ticket, by=mender, at=sent_at + timedelta(minutes=5))
        actions.begin(ticket, by=mender, at=there)
        if fault.done:
            self.mend(ticket, fault, mender, at=there + timedelta(hours=fault.hours))
        elif fault.days >= 2:
            self.wait(ticket, mender, at=there + timedelta(minutes=20))

    def mender_of(self, ticket: Ticket, fault: Fault, *, at: datetime) -> Person:
        """Whoever the board proposes; what still goes on is in the hands of the demo account."""
        if not fault.done:
            return self.technician
        return proposals(ticket, technicians(at))[0].person

    def wait(self, ticket: Ticket, mender: Person, *, at: datetime) -> None:
        """On hold for a part that comes in two days."""
        actions.hold(
            ticket, hold_for=Ticket.HoldFor.PARTS, expected_on=self.day + timedelta(days=2),
            words="配件缺货，预计三个工作日内到。", by=mender, at=at,
        )  # fmt: skip

    def reported(self, fault: Fault) -> Ticket:
        days = self.calendar.working_days_from(self.day, -fault.days) if fault.days else self.day
        minutes = 60 * 8 + self.random.randrange(0, 50)
        at = timezone.make_aware(datetime.combine(days, time(minutes // 60, minutes % 60)))
        return cases.raise_case(
            Ticket, by=Person.objects.get(number=fault.by), at=at, title=fault.title,
            place=self.random.choice(self.rooms[fault.use]), priority=fault.priority,
            category=Category.objects.get(code=fault.category),
        )  # fmt: skip

    def mend(self, ticket: Ticket, fault: Fault, mender: Person, *, at: datetime) -> None:
        """Finished, some by a firm, some paid for; most say afterwards how content they are."""
        bill = Decimal(0)
        if fault.is_sent_out:
            bill = Decimal(self.random.randrange(80, 900))
            day = timezone.localtime(at).date()
            actions.hold(
                ticket, hold_for=Ticket.HoldFor.CONTRACTOR, expected_on=day, words="需专业人员。",
                contractor=self.random.choice(self.firms), by=mender, at=at - timedelta(minutes=30),
            )  # fmt: skip
        actions.finish(
            ticket, words=fault.done, damage_cause=fault.cause, bill=bill, by=mender, at=at
        )
        ticket.refresh_from_db()
        if fault.cause == Cause.MISUSE:
            self.charge(ticket, at=at + timedelta(hours=1))
            ticket.refresh_from_db()
        if fault.rating and ticket.reporter:
            by, later = ticket.reporter, at + timedelta(hours=2)
            actions.confirm(ticket, rating=fault.rating, by=by, at=later)

    def charge(self, ticket: Ticket, *, at: datetime) -> None:
        """Damage by misuse is paid for by a class, soon or not yet."""
        school_class = self.random.choice(self.classes)
        amount = Decimal(self.random.randrange(10, 90))
        compensation.ask_compensation(
            ticket, payer=school_class, amount=amount, by=self.dispatcher, at=at
        )
        if self.random.random() < 0.6:
            self.receipts += 1
            receipt = f"{at.year}-{self.receipts:04}"
            later = at + timedelta(hours=20)
            compensation.take_payment(ticket, receipt=receipt, by=self.dispatcher, at=later)
