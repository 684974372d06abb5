"""The store of the demo school: some forty items with a few months of moves, requests in every
state."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import partial
from random import Random

from django.db.models import QuerySet

from campus.models import Department, SchoolClass
from repairs.actions import parts, stock
from repairs.actions import supplies as actions
from repairs.actions import supply_requests as requests
from repairs.demo.moments import moment, person
from repairs.models import Supply, SupplyRequest, Ticket

Category = Supply.Category
TEACHING, CLEANING, OFFICE = Category.TEACHING, Category.CLEANING, Category.OFFICE
PROTECTION, PARTS = Category.PROTECTION, Category.PARTS

# Name, specification, unit, category, at least, price, how many at first, how many a week.
ITEMS = (
    ("粉笔", "白色 无尘", "盒", TEACHING, 60, "4.50", 300, 14),
    ("粉笔", "彩色 无尘", "盒", TEACHING, 20, "5.80", 90, 4),
    ("白板笔", "黑色 可擦", "支", TEACHING, 80, "2.60", 400, 18),
    ("板擦", "磁性", "个", TEACHING, 20, "6.00", 80, 3),
    ("教鞭", "不锈钢 伸缩", "支", TEACHING, 5, "12.00", 30, 1),
    ("扫把", "加密软毛", "把", CLEANING, 40, "11.50", 220, 9),
    ("拖把", "棉线", "把", CLEANING, 40, "18.00", 180, 7),
    ("簸箕", "加厚", "个", CLEANING, 20, "9.00", 120, 4),
    ("垃圾袋", "45×50 黑色 100只", "包", CLEANING, 80, "13.80", 420, 22),
    ("垃圾桶", "20升 分类", "个", CLEANING, 10, "26.00", 60, 2),
    ("洗手液", "500毫升", "瓶", CLEANING, 60, "8.20", 300, 14),
    ("84消毒液", "500毫升", "瓶", CLEANING, 60, "5.50", 320, 16),
    ("洁厕剂", "500毫升", "瓶", CLEANING, 40, "6.40", 220, 10),
    ("抹布", "纤维 30×30", "条", CLEANING, 60, "2.20", 400, 18),
    ("卷纸", "10卷", "提", CLEANING, 50, "19.90", 260, 13),
    ("玻璃刮", "45厘米", "把", CLEANING, 6, "15.00", 40, 1),
    ("打印纸", "A4 70克", "包", OFFICE, 80, "21.50", 420, 24),
    ("打印纸", "A3 70克", "包", OFFICE, 20, "43.00", 80, 3),
    ("签字笔", "0.5黑", "支", OFFICE, 120, "1.50", 800, 36),
    ("文件盒", "A4 55毫米", "个", OFFICE, 40, "8.80", 200, 8),
    ("订书钉", "24/6", "盒", OFFICE, 40, "1.80", 200, 6),
    ("硒鼓", "A4机通用", "支", OFFICE, 8, "168.00", 24, 2),
    ("信封", "7号 牛皮纸", "个", OFFICE, 100, "0.35", 600, 20),
    ("电池", "5号", "节", OFFICE, 80, "1.90", 400, 18),
    ("线手套", "加厚", "双", PROTECTION, 60, "2.40", 320, 14),
    ("橡胶手套", "M", "双", PROTECTION, 30, "6.80", 160, 8),
    ("雨鞋", "42码", "双", PROTECTION, 4, "38.00", 16, 0),
    ("安全帽", "ABS", "顶", PROTECTION, 6, "32.00", 20, 0),
    ("口罩", "医用 50只", "盒", PROTECTION, 30, "14.50", 160, 7),
    ("反光背心", "均码", "件", PROTECTION, 6, "16.00", 24, 0),
    ("日光灯管", "T8 LED 18瓦", "支", PARTS, 40, "12.80", 160, 8),
    ("镇流器", "T8", "个", PARTS, 10, "18.50", 40, 1),
    ("插座面板", "五孔", "个", PARTS, 20, "9.60", 90, 3),
    ("水龙头", "4分 快开", "个", PARTS, 15, "28.00", 60, 3),
    ("水龙头阀芯", "4分", "个", PARTS, 20, "6.50", 90, 4),
    ("下水管", "40 软管", "根", PARTS, 10, "14.00", 40, 2),
    ("门锁", "球形", "把", PARTS, 10, "42.00", 40, 2),
    ("合页", "4寸 不锈钢", "副", PARTS, 15, "11.00", 60, 2),
    ("网线", "六类", "米", PARTS, 100, "2.80", 500, 22),
    ("螺丝", "4×30 100只", "盒", PARTS, 10, "7.50", 50, 2),
    ("空调遥控器", "通用", "个", PARTS, 6, "22.00", 20, 1),
)
UNITS = ("课程教学处", "德育处", "信息处", "宿管科", "膳食科", "高一年级", "高二年级", "高三年级")
WEEKS = 13


@dataclass
class Store:
    """The storekeeper of the demo school, who does one thing after the other: a ledger is written
    in the order in which things happen."""

    random: Random
    day: date
    events: list[tuple[datetime, int, Callable[..., object]]] = field(default_factory=list)

    def later(self, at: datetime, act: Callable[..., object]) -> None:
        self.events.append((at, len(self.events), act))

    def live(self) -> None:
        """Let everything happen in its order; each act takes its moment as `at`."""
        for at, _number, act in sorted(self.events, key=lambda event: event[:2]):
            act(at=at)


def fill(random: Random, day: date) -> None:
    """Write the items, and let thirteen weeks happen."""
    store = Store(random, day)
    lay_items(day)
    plan_receipts(store)
    plan_weeks(store)
    plan_classes(store)
    plan_parts(store)
    plan_requests(store)
    store.live()


def lay_items(day: date) -> None:
    at = moment(day, WEEKS * 5 + 3, 8)
    for name, spec, unit, category, minimum, *_rest in ITEMS:
        actions.write_supply(
            Supply(), name=name, spec=spec, unit=unit, category=category, minimum=minimum,
            shelf=f"{'ABCDE'[list(Category).index(category)]}-{len(name) % 4 + 1}",
            by=person("store"), at=at,
        )  # fmt: skip


def item(name: str, spec: str = "") -> Supply:
    return Supply.objects.filter(name=name, spec__startswith=spec).order_by("pk")[0]


def plan_receipts(store: Store) -> None:
    """The first lot of everything, and a second of what goes fastest."""
    keeper = person("store")
    for number, (name, spec, *_what, price, first, week) in enumerate(ITEMS):
        for days, part in ((WEEKS * 5, 1.0), (24, 0.3 if week > 5 else 0)):
            if not part:
                continue
            at = moment(store.day, days, 9, number % 60)

            invoice = f"FP{days:03}{number:03}"
            lot = partial(
                stock.receive, item(name, spec), int(first * part), price=Decimal(price),
                invoice=invoice, supplier="校采供应商", by=keeper,
            )  # fmt: skip
            store.later(at, lot)


def plan_weeks(store: Store) -> None:
    """Each week two departments fetch what they use; once something was counted wrong."""
    random = store.random
    departments = {each.name: each for each in Department.objects.all()}
    wanted = [row for row in ITEMS if row[7] and row[3] != PARTS]
    for week in range(WEEKS - 1, 0, -1):
        for index in range(2):
            unit = departments[UNITS[(week * 2 + index) % len(UNITS)]]
            chosen = random.sample(wanted, 5)
            counts = [max(1, random.randrange(row[7], 2 * row[7] + 1)) for row in chosen]
            lines = [
                actions.Line(item(row[0], row[1]), count)
                for row, count in zip(chosen, counts, strict=True)
            ]

            give = partial(fetch, lines, unit)
            store.later(moment(store.day, week * 5 - index, 10 + index), give)
    store.later(moment(store.day, 22, 16), count_batteries)


def fetch(lines: list[actions.Line], unit: Department, *, at: datetime) -> None:
    """A department fetches what it uses, never more than a third of what is there."""
    there = {each.pk: each.stock.quantity // 3 for each in stocked(lines)}
    given = [
        actions.Line(line.supply, min(line.quantity, there[line.supply.pk]))
        for line in lines
        if there[line.supply.pk]
    ]
    issue = actions.hand_out(
        given, title=f"{unit.name}日常领用", department=unit,
        receiver=person("teacher") if unit.name == "高一年级" else None,
        by=person("store"), at=at,
    )  # fmt: skip
    if issue.receiver:
        actions.sign(issue, by=issue.receiver, at=at + timedelta(hours=1))


def stocked(lines: list[actions.Line]) -> QuerySet[Supply]:
    return Supply.objects.filter(pk__in=[line.supply.pk for line in lines]).select_related("stock")


def count_batteries(at: datetime) -> None:
    """Six are missing at the end of a month."""
    supply = item("电池")
    there = Supply.objects.select_related("stock").get(pk=supply.pk).stock.quantity - 6
    stock.count(supply, there, reason="月末盘点", by=person("store"), at=at)


def plan_classes(store: Store) -> None:
    """At the beginning every class gets what it cleans with."""
    lines = [
        actions.Line(item(name), count, each)
        for each in SchoolClass.objects.all()
        for name, count in (("扫把", 2), ("拖把", 2), ("簸箕", 1))
    ]
    store.later(
        moment(store.day, WEEKS * 5 - 4, 14),
        lambda at: actions.hand_out(lines, title="学期初班级保洁用品", by=person("store"), at=at),
    )


def plan_parts(store: Store) -> None:
    """What the technician took for tickets, at the time at which they were mended."""
    technician = person("technician")
    used = {
        "水龙头": ("水龙头阀芯", 1), "插座": ("插座面板", 1), "应急灯": ("电池", 4),
        "门锁": ("门锁", 1), "漏水": ("下水管", 1), "黑屏": ("插座面板", 1),
        "日光灯": ("日光灯管", 2),
    }  # fmt: skip
    for word, (name, count) in used.items():
        for ticket in Ticket.objects.filter(title__contains=word).order_by("pk"):
            taken = partial(parts.take_for_ticket, ticket, item(name), count, by=technician)
            store.later(ticket.raised_at + timedelta(minutes=20), taken)


def plan_requests(store: Store) -> None:
    """One in every state, and purchases."""
    day = store.day
    ask = requests.Wanted
    Kind = SupplyRequest.Kind
    plans = (
        ("运动会后勤用品", "teacher", 0, Kind.STOCK,
         [ask(10, item("垃圾袋")), ask(4, item("扫把"))], ""),
        ("实验室打印耗材", "safety", 1, Kind.STOCK, [ask(5, item("硒鼓"))], ""),
        ("期中考试用品", "teacher", 3, Kind.STOCK, [ask(30, item("签字笔"))], "approved"),
        ("值周班袖标电池", "warden", 2, Kind.STOCK, [ask(12, item("电池"))], "ready"),
        ("食堂清洁用品", "canteen", 6, Kind.STOCK, [ask(10, item("洗手液"))], "issued"),
        ("重复申领的打印纸", "teacher", 7, Kind.STOCK, [ask(60, item("打印纸", "A4"))], "refused"),
        ("应急照明灯", "safety", 4, Kind.PURCHASE,
         [ask(20, None, "应急照明灯", "个", Decimal("85.00"))], "approved"),
        ("冬季除雪工具", "cleaning", 9, Kind.PURCHASE,
         [ask(15, None, "推雪铲", "把", Decimal("36.00"))], "received"),
    )  # fmt: skip
    for title, number, days, kind, lines, until in plans:

        def raise_it(
            at: datetime, title: str = title, number: str = number, kind: str = kind,
            lines: list[requests.Wanted] = lines, until: str = until,
        ) -> None:  # fmt: skip
            made = requests.ask_for(lines, kind=kind, title=title, by=person(number), at=at)
            answer(made, until, at)

        # Whoever asks today has asked before the office has looked at it.
        store.later(moment(day, days, 8, 5), raise_it)


def answer(made: SupplyRequest, until: str, at: datetime) -> None:
    """Bring a request so far."""
    head, keeper = person("head"), person("store")
    soon = at + timedelta(hours=1)
    if until == "refused":
        requests.refuse(made, words="本月已领过，请先用完。", by=head, at=soon)
    elif until:
        requests.approve(made, by=head, at=soon)
    if until == "ready":
        requests.put_ready(made, by=keeper, at=soon + timedelta(hours=1))
    if until == "issued":
        requests.hand_out(made, by=keeper, at=soon + timedelta(hours=2))
    if until == "received":
        arrived = {
            line.pk: requests.Arrived(line.quantity, line.price or Decimal(0))
            for line in made.lines.all()
        }
        later = soon + timedelta(days=1)
        requests.receive(
            made, arrived=arrived, invoice="FP20250916", words="数量相符，无破损。", by=keeper,
            at=later,
        )  # fmt: skip
