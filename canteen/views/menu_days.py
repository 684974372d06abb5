"""A menu as pages draw it: days, meals, counters, dishes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import groupby

from django.contrib.contenttypes.models import ContentType

from campus.models import Attachment
from canteen.models import Canteen, Counter, Dish, Meal, MenuItem

WEEK = 7


@dataclass(frozen=True)
class AtCounter:
    """What a counter serves at a meal."""

    counter: Counter
    items: list[MenuItem]


@dataclass(frozen=True)
class OfMeal:
    """A meal of a day, counter by counter."""

    meal: Meal
    counters: list[AtCounter] = field(default_factory=list)

    @property
    def count(self) -> int:
        return sum(len(each.items) for each in self.counters)


@dataclass(frozen=True)
class OfDay:
    """A day, meal by meal."""

    day: date
    meals: list[OfMeal]

    @property
    def count(self) -> int:
        return sum(each.count for each in self.meals)


def day_of(day: date, items: Iterable[MenuItem]) -> OfDay:
    """The items of one day, in the order of `MenuItemQuerySet.told`."""
    own = list(items)
    return OfDay(day, [OfMeal(meal, counters_of(own, meal)) for meal in Meal])


def counters_of(items: Iterable[MenuItem], meal: Meal) -> list[AtCounter]:
    """What each counter serves at the meal."""
    served = [each for each in items if each.meal == meal]
    return [
        AtCounter(counter, list(found))
        for counter, found in groupby(served, key=lambda each: each.counter)
    ]


def week_of(canteen: Canteen, monday: date) -> list[OfDay]:
    """The seven days from a Monday on; two queries, one of them for allergens."""
    days = [monday + timedelta(days=number) for number in range(WEEK)]
    items = MenuItem.objects.filter(counter__canteen=canteen).between(days[0], days[-1]).told()
    by_day: dict[date, list[MenuItem]] = {day: [] for day in days}
    for item in items:
        by_day[item.day].append(item)
    return [day_of(day, found) for day, found in by_day.items()]


def photos_of(dishes: Sequence[int]) -> dict[int, Attachment]:
    """The first picture of each dish, by the dish's number; one query."""
    kind = ContentType.objects.get_for_model(Dish)
    found = Attachment.objects.filter(content_type=kind, object_id__in=dishes, removed_at=None)
    pictures = found.select_related("file").order_by("-id")
    return {each.object_id or 0: each for each in pictures if each.is_picture}
