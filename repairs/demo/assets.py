"""Assets of the demo school: what stands in its rooms, a spare pool with loans, some transfers."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from campus.cases import actions as cases
from campus.models import Department, Person, Place
from campus.places.models import Use
from repairs.actions import assets as actions
from repairs.actions import spares, tickets
from repairs.demo.moments import moment, person
from repairs.models import AssetMove, Category, FixedAsset, Ticket

Status = FixedAsset.Status


@dataclass(frozen=True)
class Sort:
    """So many things of one sort: where they stand, what they cost, whose they are."""

    count: int
    name: str
    spec: str
    category: str
    use: str
    price: int
    department: str
    spare: int = 0


SORTS = (
    Sort(24, "教学一体机", "86英寸 触控", "多媒体设备", Use.CLASSROOM, 18600, "信息处"),
    Sort(18, "壁挂空调", "1.5匹 变频", "空调", Use.OFFICE, 2890, "后勤服务处"),
    Sort(16, "立式空调", "3匹 变频", "空调", Use.CLASSROOM, 6480, "后勤服务处"),
    Sort(10, "激光打印机", "A4 双面", "办公设备", Use.OFFICE, 1680, "信息处", spare=2),
    Sort(8, "投影仪", "3800流明", "多媒体设备", Use.HALL, 4350, "信息处", spare=3),
    Sort(10, "笔记本电脑", "14英寸 16G", "计算机", Use.OFFICE, 4999, "信息处", spare=4),
    Sort(6, "洗地机", "手推式 20寸", "保洁设备", Use.CORRIDOR, 7200, "后勤服务处"),
    Sort(5, "吸尘吸水机", "70升", "保洁设备", Use.CORRIDOR, 1450, "后勤服务处", spare=1),
    Sort(8, "生物显微镜", "双目 1600倍", "教学仪器", Use.LABORATORY, 2150, "课程教学处"),
    Sort(4, "蒸饭柜", "24盘 燃气", "厨房设备", Use.KITCHEN, 5800, "膳食科"),
    Sort(4, "商用冰箱", "四门 双温", "厨房设备", Use.KITCHEN, 4260, "膳食科"),
    Sort(4, "无线扩音器", "便携", "多媒体设备", Use.HALL, 1180, "德育处", spare=2),
    Sort(3, "应急发电机", "8千瓦", "动力设备", Use.PLANT_ROOM, 9600, "后勤服务处"),
)


def fill(random: Random, day: date) -> None:
    """Register them, move a few, lend some of the spares, mend some."""
    Register(random, day).lay()
    Pool(random, day).lend()
    Moves(day).ask()
    Mending(random, day).report()


@dataclass(frozen=True)
class Register:
    """The storekeeper at the register."""

    random: Random
    day: date

    def lay(self) -> None:
        """All sorts, numbered by the year in which they were bought."""
        departments = {each.name: each for each in Department.objects.all()}
        staff = list(Person.objects.staff().order_by("number")[20:60])
        made: list[FixedAsset] = []
        for sort in SORTS:
            rooms = rooms_for(sort.use) or rooms_for(Use.OFFICE)
            for index in range(sort.count):
                room = rooms[(index * 3 + len(made)) % len(rooms)]
                made.append(self.asset(sort, index, len(made) + 1, room, departments, staff))
        actions.register_all(made, by=person("store"), at=moment(self.day, 110, 10))

    def asset(
        self, sort: Sort, index: int, serial: int, room: Place,
        departments: dict[str, Department], staff: list[Person],
    ) -> FixedAsset:  # fmt: skip
        """One thing; the first of a sort are the spares."""
        bought = self.day - timedelta(days=self.random.randrange(200, 1900))
        is_spare = index < sort.spare
        return FixedAsset(
            number=f"ZC-{bought.year}-{serial:04}", name=sort.name, spec=sort.spec,
            category=actions.category_called(sort.category), place=room,
            department=departments.get(sort.department),
            custodian=None if is_spare else self.random.choice(staff),
            status=Status.IDLE if is_spare else Status.IN_USE, is_spare=is_spare,
            bought_on=bought, price=Decimal(sort.price),
            warranty_until=bought + timedelta(days=3 * 365), supplier=f"{sort.category}供应商",
        )  # fmt: skip


def rooms_for(use: str) -> list[Place]:
    return list(Place.objects.filter(use=use).order_by("code"))


@dataclass(frozen=True)
class Pool:
    """What is lent of the spare pool, by its name: to whom, how many working days ago, until how
    many days from now, and how many working days ago it came back."""

    random: Random
    day: date

    LOANS = (
        ("笔记本电脑", "teacher", 3, 3, None),
        ("笔记本电脑", "canteen", 14, -9, 8),
        ("投影仪", "teacher", 9, -2, None),
        ("激光打印机", "warden", 6, 9, None),
        ("无线扩音器", "safety", 12, -12, 10),
        ("吸尘吸水机", "cleaning", 5, 5, 2),
    )

    def lend(self) -> None:
        """Lend, and take back what came back; one is overdue."""
        dispatcher = person("dispatcher")
        for name, number, since, days, back in self.LOANS:
            lent_at = moment(self.day, since, 10)
            asset = FixedAsset.objects.spare().filter(name=name).exclude(loans__returned_at=None,
                loans__isnull=False).order_by("number").first()  # fmt: skip
            assert asset  # the sorts above have enough of them
            loan = spares.lend(
                asset, borrower=person(number), due_on=self.day + timedelta(days=days),
                by=dispatcher, at=lent_at,
            )  # fmt: skip
            if back is not None:
                spares.take_back(loan, condition="good", by=dispatcher, at=moment(self.day, back))


@dataclass(frozen=True)
class Moves:
    """Transfers and disposals, one of each kind that waits for the head."""

    day: date

    def ask(self) -> None:
        store, head = person("store"), person("head")
        kept = FixedAsset.objects.filter(is_spare=False).order_by("number")
        printers, polishers = kept.filter(name="激光打印机"), kept.filter(name="洗地机")
        office = Place.objects.filter(use=Use.OFFICE).order_by("code").last()
        for asset, days in ((printers[0], 20), (printers[1], 0)):
            move = actions.ask_to_move(
                asset, AssetMove.Kind.TRANSFER, reason="办公室调整", to={"place": office},
                by=store, at=moment(self.day, days, 8),
            )  # fmt: skip
            if days:
                at = moment(self.day, days, 11)
                actions.decide(move, AssetMove.State.APPROVED, by=head, at=at)
        for asset, days in ((polishers[0], 30), (polishers[1], 1)):
            at = moment(self.day, days, 9)
            actions.change(asset, status=Status.TO_DISPOSE, by=store, at=at)
            move = actions.ask_to_move(
                asset, AssetMove.Kind.DISPOSAL, reason="电机烧毁，维修价高于残值", by=store, at=at
            )
            if days > 1:
                at = moment(self.day, days, 15)
                actions.decide(move, AssetMove.State.APPROVED, by=head, at=at)


@dataclass(frozen=True)
class Mending:
    """Faults of assets: some mended, one for which a spare was lent."""

    random: Random
    day: date

    FAULTS = (
        ("教学一体机", "multimedia", "开机黑屏", 12, "更换电源模块。"),
        ("壁挂空调", "air", "漏水滴到桌面", 8, "清洗并更换排水管。"),
        ("投影仪", "multimedia", "画面发黄、亮度低", 2, ""),
        ("立式空调", "air", "不制热", 1, ""),
    )

    def report(self) -> None:
        """Raise, send, and mend what is mended."""
        for name, category, title, days, done in self.FAULTS:
            found = FixedAsset.objects.filter(name=name, is_spare=False).order_by("number")
            self.one(found[2], category, title, days, done)

    def one(self, asset: FixedAsset, category: str, title: str, days: int, done: str) -> None:
        dispatcher, technician = person("dispatcher"), person("technician")
        ticket = cases.raise_case(
            Ticket, by=person("teacher"), at=moment(self.day, days, 8, 10), title=title,
            place=asset.place, asset=asset, category=Category.objects.get(code=category),
        )  # fmt: skip
        tickets.assign(ticket, to=technician, by=dispatcher, at=moment(self.day, days, 8, 25))
        at = moment(self.day, days, 9)
        tickets.accept(ticket, by=technician, at=at)
        tickets.begin(ticket, by=technician, at=at + timedelta(minutes=30))
        if done:
            finished = at + timedelta(hours=2)
            tickets.finish(ticket, words=done, damage_cause="wear", by=technician, at=finished)
            return
        spare = FixedAsset.objects.spare().filter(name=asset.name, loans=None).first()
        if spare:
            due = self.day + timedelta(days=5)
            spares.lend(spare, ticket=ticket, due_on=due, by=dispatcher, at=at)
