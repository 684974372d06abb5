"""The kitchens of the demo school: who cooks, samples, what came in, temperatures."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from random import Random

from campus.models import Person
from campus.school_time.engine import moment_of
from canteen.actions import readings, samples, supply, workers
from canteen.models import (
    Batch,
    Canteen,
    CanteenWorker,
    Device,
    Dish,
    FoodSample,
    MenuItem,
    Post,
    Supplier,
)

# Invented people; the job, and how many days the certificate still has (none at all for one).
COOKS = (
    ("骆修远", "厨师长", 210), ("岑知味", "厨师", 140), ("柯星和", "厨师", 24),
    ("荀初一", "面点师", 300), ("左明灶", "切配", 95), ("凌小勺", "洗消", 180),
    ("祁南粟", "打菜", 6), ("褚听禾", "打菜", -4), ("戚白露", "仓管", 250),
)  # fmt: skip
MORE_COOKS = (
    ("阮望秋", "厨师长", 199), ("邵景炊", "厨师", 122), ("段若米", "厨师", 77),
    ("傅云灶", "面点师", 28), ("唐怀谷", "切配", 160), ("韩舒瓷", "洗消", 233),
    ("宋乔椒", "打菜", 310), ("秦影麦", "打菜", 88),
)  # fmt: skip
SUPPLIERS = (
    ("绿源蔬菜配送", "新北区示范路 1 号", 200), ("江鲜水产行", "滨江示范市场 12 号", 20),
    ("丰禾粮油", "示范工业园 3 号", 400), ("牧野肉业", "示范冷链园 8 号", 150),
)  # fmt: skip
GOODS = (
    (0, "青菜", 80, 3), (0, "番茄", 60, 5), (0, "土豆", 100, 20), (1, "鲈鱼", 40, 2),
    (1, "基围虾", 25, 2), (2, "大米", 500, 300), (2, "面粉", 200, 180), (2, "菜籽油", 100, 400),
    (3, "五花肉", 90, 3), (3, "鸡腿肉", 70, 3), (3, "牛肉", 60, 3),
)  # fmt: skip
IN_DISHES = {
    "红烧肉": ("五花肉",), "番茄炒蛋": ("番茄",), "清蒸鲈鱼": ("鲈鱼",), "米饭": ("大米",),
    "宫保鸡丁": ("鸡腿肉",), "咖喱牛肉": ("牛肉", "土豆"), "香菇青菜": ("青菜",),
    "白灼虾": ("基围虾",), "青椒土豆丝": ("土豆",), "水饺": ("面粉",), "牛肉面": ("面粉", "牛肉"),
}  # fmt: skip
SAMPLED_DAYS, DELIVERED_DAYS, READ_DAYS, LOOKED_AT_DAYS = 14, 9, 6, 3
MEAL_HOURS = {"breakfast": 7, "lunch": 11, "supper": 17}


def fill(random: Random, day: date) -> None:
    """Everybody who works there, and two weeks of their records."""
    manager, officer = (Person.objects.get(number=each) for each in ("canteen", "foodsafety"))
    for number, canteen in enumerate(Canteen.objects.order_by("id")):
        hire(canteen, COOKS if number == 0 else MORE_COOKS, day, manager)
        roster(canteen, day, officer)
        look_at(canteen, day, officer, one_is_ill=number == 0)
        read(random, canteen, day, officer)
    train(day, officer)
    take_samples(day, officer, manager)
    deliver(random, day, officer, manager)


def hire(
    canteen: Canteen, cooks: tuple[tuple[str, str, int], ...], day: date, manager: Person
) -> None:
    """Since last year, each with the certificate of this one; and the posts of the kitchen."""
    at = moment_of(day, time(6))
    laid = workers.lay_posts(canteen, by=manager, at=at)
    for number, (name, job, left) in enumerate(cooks):
        worker = workers.write_worker(
            CanteenWorker(), name=name, canteen=canteen, job=job, by=manager, at=at,
            hired_on=day - timedelta(days=400 + number),
        )  # fmt: skip
        ends_on = day + timedelta(days=left)
        workers.certify(
            worker, issued_on=ends_on - timedelta(days=364), ends_on=ends_on,
            number=f"JK{canteen.pk}{number:03}", by=manager, at=at,
        )  # fmt: skip
        workers.write_post(laid[number], owner=worker, by=manager, at=at)


def roster(canteen: Canteen, day: date, officer: Person) -> None:
    """Everybody with a certificate at their own post, some days back and to the week's end."""
    posts = Post.objects.filter(canteen=canteen, owner__isnull=False).select_related("owner")
    for offset in range(-LOOKED_AT_DAYS, 4):
        on = day + timedelta(days=offset)
        for post in posts:
            assert post.owner is not None
            if workers.certificate_on(post.owner, on):
                workers.roster(post.owner, post=post, day=on, by=officer, at=moment_of(on, time(6)))


def look_at(canteen: Canteen, day: date, officer: Person, *, one_is_ill: bool) -> None:
    """Every morning; one is ill on one of them. Today is still to be done."""
    for ago in range(LOOKED_AT_DAYS, 0, -1):
        at = moment_of(day - timedelta(days=ago), time(6, 20))
        if one_is_ill and ago == 2:
            ill = canteen.workers.get(job="洗消")
            workers.check_morning(
                ill, symptoms=[1, 10], measures="离岗就医，顶岗安排到位", by=officer, at=at
            )
        workers.check_others(canteen, by=officer, at=at)


def train(day: date, officer: Person) -> None:
    everybody = list(CanteenWorker.objects.order_by("id"))
    for ago, topic, hours in (
        (120, "食品安全法规", 12),
        (60, "加工操作规范", 16),
        (20, "五常管理", 8),
    ):
        on = day - timedelta(days=ago)
        workers.train(
            everybody[: len(everybody) - ago % 7], on=on, topic=topic, hours=Decimal(hours),
            by=officer, at=moment_of(on, time(16)),
        )  # fmt: skip


def read(random: Random, canteen: Canteen, day: date, officer: Person) -> None:
    """Twice a day each; one was too warm."""
    readings.lay_devices(canteen, by=officer, at=moment_of(day, time(6)))
    usual = {"fridge": 4, "cold": -18, "core": 78, "heat": 121}
    for device in Device.objects.filter(canteen=canteen):
        for ago in range(READ_DAYS, 0, -1):
            at = moment_of(day - timedelta(days=ago), time(9))
            warm = device.kind == "fridge" and ago == 3
            readings.read(
                device, value=Decimal(usual[device.kind] + random.randrange(0, 3) + 8 * warm),
                minutes=15 if device.minutes else None, by=officer, at=at,
                measures="调低温度，转移样品，一小时后复测 4 °C" if warm else "",
            )  # fmt: skip


def take_samples(day: date, officer: Person, manager: Person) -> None:
    """Of everything that was served; the oldest are disposed of, breakfast of today is taken."""
    for canteen in Canteen.objects.order_by("id"):
        for ago in range(SAMPLED_DAYS, -1, -1):
            on = day - timedelta(days=ago)
            for meal in MEAL_HOURS if ago else ("breakfast",):
                take_of(canteen, on, meal, officer)
    held = FoodSample.objects.order_by("id")
    checked = list(held.filter(day__lt=day))
    samples.check(checked, by=manager, at=moment_of(day - timedelta(days=1), time(20)))
    before = moment_of(day - timedelta(days=3), time(6))
    samples.dispose(held.filter(taken_at__lt=before), by=officer, at=moment_of(day, time(6)))


def take_of(canteen: Canteen, on: date, meal: str, officer: Person) -> None:
    items = MenuItem.objects.filter(counter__canteen=canteen, day=on, meal=meal)
    dishes = Dish.objects.filter(pk__in=items.values("dish"))
    at = moment_of(on, time(MEAL_HOURS[meal] - 1, 40))
    samples.take(
        canteen, day=on, meal=meal, dishes=dishes, grams=130, fridge="留样冰箱", by=officer, at=at
    )


def deliver(random: Random, day: date, officer: Person, manager: Person) -> None:
    """Every other day from each supplier; what came yesterday waits for its second signature."""
    suppliers = [
        supply.write_supplier(Supplier(), name=name, address=address, phone="0519-0000 0000",
                              by=manager, at=moment_of(day, time(6)))
        for name, address, _left in SUPPLIERS
    ]  # fmt: skip
    for supplier, (_name, _address, left) in zip(suppliers, SUPPLIERS, strict=True):
        supply.license_supplier(
            supplier, number=f"JY1320400{supplier.pk:05}", ends_on=day + timedelta(days=left),
            by=manager, at=moment_of(day, time(6)),
        )  # fmt: skip
    canteens = list(Canteen.objects.order_by("id"))
    for ago in range(DELIVERED_DAYS, 0, -2):
        on = day - timedelta(days=ago)
        for number, supplier in enumerate(suppliers):
            batches = [
                {
                    "ingredient": name, "number": f"{on:%m%d}{random.randrange(10, 99)}",
                    "quantity": Decimal(amount), "unit": "kg",
                    "produced_on": on - timedelta(days=1), "expires_on": on + timedelta(days=keeps),
                }
                for of, name, amount, keeps in GOODS if of == number
            ]  # fmt: skip
            at = moment_of(on, time(5, 40))
            receipt = supply.receive(
                supplier, canteen=canteens[number % 2], on=on, batches=batches, by=officer, at=at
            )
            if ago > 1:
                supply.sign(receipt, by=manager, at=at + timedelta(minutes=20))
    note_uses(day, officer)


def note_uses(day: date, officer: Person) -> None:
    """Which batches went into the lunches of yesterday and the day before."""
    for ago in (1, 2):
        on, at = day - timedelta(days=ago), moment_of(day - timedelta(days=ago), time(13))
        items = MenuItem.objects.filter(day=on, meal="lunch", dish__name__in=IN_DISHES)
        for item in items.select_related("dish", "counter__canteen").order_by("id"):
            for ingredient in IN_DISHES[item.dish.name]:
                note_use(item, ingredient, officer, at)


def note_use(item: MenuItem, ingredient: str, officer: Person, at: datetime) -> None:
    """The newest batch that was there and signed."""
    fresh = Batch.objects.filter(
        ingredient=ingredient, receipt__on__lte=item.day, receipt__second__isnull=False,
        expires_on__gte=item.day,
    ).order_by("-receipt__on").first()  # fmt: skip
    if fresh:
        supply.use(
            fresh, canteen=item.counter.canteen, day=item.day, meal=item.meal, dishes=[item.dish],
            by=officer, at=at,
        )  # fmt: skip
