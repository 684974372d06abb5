"""Two canteens, eight counters, five weeks of menus, prices that changed, portions weighed."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from random import Random

from campus.models import Person, Place
from campus.school_time.days import monday_of
from campus.school_time.engine import moment_of
from canteen.actions import menus
from canteen.models import Allergen, Canteen, Counter, Dish, MenuItem

CANTEENS = (
    ("一食堂", "A-ST-101", ("一号窗口", "二号窗口", "三号窗口", "面食窗口")),
    ("二食堂", "A-ST-201", ("一号窗口", "二号窗口", "清真窗口", "风味窗口")),
)
LABELLED = {"一食堂一号窗口": "A-ST-101-D", "二食堂清真窗口": "A-ST-202"}
# Name, price in yuan, grams, ingredients, codes of allergens, content.
Food = tuple[str, str, int, str, str, str]
BREAKFAST: tuple[Food, ...] = (
    ("豆浆", "1.0", 250, "黄豆、水", "soy", "豆类30"),
    ("肉包", "1.5", 100, "面粉、猪肉、葱", "gluten", "谷类60 猪肉25"),
    ("茶叶蛋", "1.5", 55, "鸡蛋、茶叶", "egg", "蛋类50"),
    ("小米粥", "1.0", 300, "小米", "", "谷类40"),
    ("手抓饼", "3.0", 120, "面粉、鸡蛋、生菜", "gluten egg", "谷类80 蛋类20"),
    ("牛奶", "3.0", 250, "生牛乳", "milk", "奶类250"),
)
MAINS: tuple[Food, ...] = (
    ("红烧肉", "7.0", 150, "五花肉、酱油、冰糖", "soy", "猪肉120"),
    ("番茄炒蛋", "4.0", 200, "番茄、鸡蛋", "egg", "蔬菜120 蛋类60"),
    ("青椒土豆丝", "2.5", 180, "土豆、青椒", "", "蔬菜160"),
    ("清蒸鲈鱼", "8.0", 160, "鲈鱼、姜、葱", "fish", "水产130"),
    ("麻婆豆腐", "3.5", 200, "豆腐、牛肉末", "soy", "豆制品150 牛肉15"),
    ("宫保鸡丁", "6.0", 180, "鸡腿肉、花生、黄瓜", "peanut soy", "禽肉100 坚果15"),
    ("蒜蓉西兰花", "3.0", 180, "西兰花、蒜", "", "蔬菜160"),
    ("糖醋排骨", "8.5", 170, "猪小排、醋、糖", "soy", "猪肉140"),
    ("白灼虾", "8.0", 120, "基围虾", "shellfish", "水产110"),
    ("咖喱牛肉", "8.0", 200, "牛肉、土豆、胡萝卜", "", "牛肉80 蔬菜100"),
    ("香菇青菜", "2.5", 180, "青菜、香菇", "", "蔬菜170"),
    ("冬瓜汤", "1.0", 250, "冬瓜、虾皮", "shellfish", "蔬菜100"),
    ("米饭", "0.5", 200, "大米", "", "谷类100"),
    ("牛肉面", "9.0", 450, "面条、牛肉、青菜", "gluten", "谷类120 牛肉40"),
    ("水饺", "8.0", 300, "面粉、猪肉、白菜", "gluten", "谷类120 猪肉60"),
    ("扬州炒饭", "7.0", 350, "米饭、鸡蛋、火腿、虾仁", "egg shellfish", "谷类150 蛋类40"),
)
WEEKS_BEFORE, WEEKS_AHEAD = 2, 2
# Dish, change of price, change of grams, and why; a price that stays says nothing.
CHANGES = (
    ("红烧肉", "1.0", 0, "猪肉进价上涨"), ("清蒸鲈鱼", "-0.5", 0, "鲈鱼集中采购降价"),
    ("番茄炒蛋", "0", -20, ""),
)  # fmt: skip
WEIGHED = ((0, "份量足"), (-4, ""), (-14, "打菜偏少，已提醒"), (-3, ""), (-22, "抖勺"), (2, ""))


def fill(random: Random, day: date) -> None:
    """Lay canteens and dishes, put up weeks of menus, weigh some portions."""
    manager = Person.objects.get(number="canteen")
    monday = monday_of(day)
    first = monday - timedelta(weeks=WEEKS_BEFORE)
    at = moment_of(first - timedelta(days=3), time(15))
    dishes = write_dishes(manager, at)
    for name, place, counters in CANTEENS:
        canteen = lay_canteen(name, place, counters, manager, at)
        put_up_week(random, canteen, dishes, first, manager, at)
        for week in range(1, WEEKS_BEFORE + WEEKS_AHEAD + 1):
            menus.copy_week(
                canteen, source=first, target=first + timedelta(weeks=week), by=manager, at=at
            )
    change_prices(monday + timedelta(weeks=WEEKS_AHEAD), manager, moment_of(day, time(7)))
    weigh(day)


def write_dishes(manager: Person, at: datetime) -> dict[str, Dish]:
    codes = {each.code: each for each in Allergen.objects.all()}
    return {
        name: menus.write_dish(
            Dish(), name=name, ingredients=ingredients, by=manager, at=at,
            allergens=[codes[code] for code in allergens.split()],
        )
        for name, _price, _grams, ingredients, allergens, _content in (*BREAKFAST, *MAINS)
    }  # fmt: skip


def lay_canteen(
    name: str, place: str, counters: tuple[str, ...], manager: Person, at: datetime
) -> Canteen:
    canteen = menus.write_canteen(
        Canteen(), name=name, place=Place.objects.get(code=place), by=manager, at=at
    )
    for counter in counters:
        label = Place.objects.filter(code=LABELLED.get(name + counter, "-")).first()
        menus.write_counter(
            Counter(), canteen=canteen, name=counter, place=label, by=manager, at=at
        )
    return canteen


def put_up_week(
    random: Random, canteen: Canteen, dishes: dict[str, Dish], monday: date, manager: Person,
    at: datetime,
) -> None:  # fmt: skip
    """Breakfast at one counter, lunch at all, supper at two; dishes take turns over the week."""
    counters = list(canteen.counters.order_by("id"))
    for offset in range(7):
        day = monday + timedelta(days=offset)
        for food in random.sample(BREAKFAST, 4):
            serve(counters[0], dishes, day, "breakfast", food, manager, at)
        lunch = random.sample(MAINS, 8)
        for number, food in enumerate(lunch):
            serve(counters[number % 4], dishes, day, "lunch", food, manager, at)
        for number, food in enumerate(random.sample(MAINS, 4)):
            serve(counters[number % 2], dishes, day, "supper", food, manager, at)


def serve(
    counter: Counter, dishes: dict[str, Dish], day: date, meal: str, food: Food, manager: Person,
    at: datetime,
) -> None:  # fmt: skip
    name, price, grams, _ingredients, _allergens, content = food
    menus.put_up(
        MenuItem(), day=day, meal=meal, counter=counter, dish=dishes[name], price=Decimal(price),
        grams=grams, content=content, by=manager, at=at,
    )  # fmt: skip


def change_prices(since: date, manager: Person, at: datetime) -> None:
    """From the week after next on some dishes cost more, less, or the same for less."""
    for name, more, grams, reason in CHANGES:
        found = MenuItem.objects.filter(dish__name=name, day__gte=since).order_by("day", "id")
        seen: set[int] = set()
        for item in found.select_related("counter", "dish"):
            if item.counter_id in seen:
                continue
            seen.add(item.counter_id)
            for later in [each for each in found if each.counter_id == item.counter_id]:
                menus.put_up(
                    later, price=later.price + Decimal(more), grams=later.grams + grams,
                    reason=reason, by=manager, at=at,
                )  # fmt: skip


def weigh(day: date) -> None:
    """The committee weighs at lunch on past days."""
    member = Person.objects.get(number="committee")
    for ago, (percent, note) in enumerate(WEIGHED, 1):
        on = day - timedelta(days=ago)
        item = MenuItem.objects.filter(day=on, meal="lunch").order_by("id")[ago % 5]
        weighed = item.grams * (100 + percent) // 100
        menus.weigh(item, weighed=weighed, note=note, by=member, at=moment_of(on, time(12)))
