"""What happens to menus: canteens and counters laid, dishes written, items put up, portions
weighed. Prices follow in `canteen.actions.prices`."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from campus.attachments.actions import Upload, attach
from campus.doors import Refused
from campus.models import Attachment, Person
from campus.storing import store
from canteen.actions.prices import note_price, price_on
from canteen.models import (
    Allergen,
    BatchUse,
    Canteen,
    Counter,
    Dish,
    FoodSample,
    MenuItem,
    PortionCheck,
)

WEEK = timedelta(days=7)


def written(record: Any, fields: dict[str, Any]) -> None:
    """The fields set and the record stored. Raises ValidationError."""
    for name, value in fields.items():
        setattr(record, name, value)
    store(record)


@transaction.atomic
def write_canteen(canteen: Canteen, *, by: Person, at: datetime, **fields: Any) -> Canteen:
    """Lay a canteen, or change one. Raises ValidationError."""
    written(canteen, fields)
    return canteen


@transaction.atomic
def write_counter(counter: Counter, *, by: Person, at: datetime, **fields: Any) -> Counter:
    """Lay a counter, or change one. Raises ValidationError."""
    written(counter, fields)
    return counter


@transaction.atomic
def write_dish(
    dish: Dish, *, by: Person, at: datetime, allergens: Iterable[Allergen] = (),
    attachments: Iterable[Upload | Attachment] = (), **fields: Any,
) -> Dish:  # fmt: skip
    """Write a dish, or change one, with its photos. Raises ValidationError."""
    if dish.pk:
        dish = Dish.objects.select_for_update(of=("self",)).get(pk=dish.pk)
    written(dish, fields)
    dish.allergens.set(allergens)
    attach(dish, attachments, by=by, at=at)
    return dish


@transaction.atomic
def put_up(
    item: MenuItem, *, reason: str = "", by: Person, at: datetime, **fields: Any
) -> MenuItem:
    """Put a dish on a menu, or change what a menu says of it; a changed price wants a `reason`.

    Raises ValidationError, Refused.
    """
    if item.pk:
        item = MenuItem.objects.select_for_update(of=("self",)).get(pk=item.pk)
        refuse_weighed(item, fields)
    written(item, fields)
    note_price(item, reason=reason, by=by, at=at)
    return item


@transaction.atomic
def put_up_called(
    item: MenuItem, *, called: str, by: Person, at: datetime, **facts: Any
) -> MenuItem:
    """Put the dish of this name on a menu, see `put_up`; a new one is written first."""
    dish = Dish.objects.filter(name=called).first()
    if dish is None:
        dish = write_dish(Dish(), name=called, by=by, at=at)
    return put_up(item, dish=dish, by=by, at=at, **facts)


def refuse_weighed(item: MenuItem, fields: dict[str, Any]) -> None:
    """Raise Refused where portions were weighed: what the menu stated then stays."""
    changed = any(name in fields and fields[name] != getattr(item, name) for name in IDENTITY)
    if changed and item.portions.exists():
        raise Refused(_("Portions of it were weighed; put the other dish up beside it."))


IDENTITY = ("day", "meal", "counter", "dish", "is_small")


@transaction.atomic
def take_down(item: MenuItem, *, by: Person, at: datetime) -> None:
    """Take a dish off a menu. Raises Refused where something hangs on it, such as a sample."""
    held = MenuItem.objects.select_for_update(of=("self",)).get(pk=item.pk)
    if used(MenuItem.objects.filter(pk=held.pk)) or was_sampled(held):
        raise Refused(_("It has been served: samples, portions or batches name it."))
    held.delete()


def was_sampled(item: MenuItem) -> bool:
    """Whether a sample of its dish at that meal was taken, or a batch noted."""
    of_dish = {
        "canteen": item.counter.canteen_id, "day": item.day, "meal": item.meal,
        "dish": item.dish_id,
    }  # fmt: skip
    sampled = FoodSample.objects.filter(**of_dish).exists()
    return sampled or BatchUse.objects.filter(**of_dish).exists()


def used(items: Any) -> set[int]:
    """The numbers of those items on which something hangs; a query for each sort of thing."""
    found: set[int] = set()
    for relation in MenuItem._meta.related_objects:
        if not relation.hidden:
            hanging = items.filter(**{f"{relation.name}__isnull": False})
            found |= set(hanging.values_list("pk", flat=True))
    return found


@transaction.atomic
def copy_week(
    canteen: Canteen, *, source: date, target: date, by: Person, at: datetime
) -> list[MenuItem]:
    """Put the menu of the week from `source` on up for the week from `target` on, at the prices
    of now; what is up there stays. Raises Refused for a week without a menu."""
    wanted = MenuItem.objects.filter(counter__canteen=canteen)
    items = list(wanted.between(source, source + WEEK - timedelta(days=1)).order_by("id"))
    if not items:
        raise Refused(_("That week has no menu."))
    there = {
        key_of(each) for each in wanted.between(target, target + WEEK - timedelta(days=1))
    }  # fmt: skip
    copies = [copied(item, item.day + (target - source)) for item in items]
    new = [copy for copy, _held in copies if key_of(copy) not in there]
    # What holds already is no new price; only the others are looked at one by one.
    held = {key_of(copy) for copy, is_held in copies if is_held}
    MenuItem.objects.bulk_create(copy for copy in new if key_of(copy) in held)
    for copy in new:
        if key_of(copy) not in held:
            put_up(copy, by=by, at=at)
    return new


def key_of(item: MenuItem) -> tuple[Any, ...]:
    """What an item of a menu is known by."""
    return (item.day, item.meal, item.counter_id, item.dish_id, item.is_small)


def copied(item: MenuItem, day: date) -> tuple[MenuItem, bool]:
    """The same for another day at the price that holds then, not stored; and whether one does."""
    now = price_on(item, day)
    copy = MenuItem(
        day=day, meal=item.meal, counter_id=item.counter_id, dish_id=item.dish_id,
        is_small=item.is_small, price=now.price if now else item.price,
        grams=now.grams if now else item.grams, content=item.content,
    )  # fmt: skip
    return copy, now is not None


@transaction.atomic
def weigh(
    item: MenuItem, *, weighed: int, note: str = "", by: Person, at: datetime,
    attachments: Iterable[Upload | Attachment] = (),
) -> PortionCheck:  # fmt: skip
    """Note what a portion weighed, in grams, beside what the menu states. Raises ValidationError,
    and Refused for a meal that is still to come."""
    if item.day > timezone.localtime(at).date():
        raise Refused(_("That meal is still to come."))
    made = PortionCheck(item=item, stated=item.grams, weighed=weighed, note=note, by=by, at=at)
    store(made)
    attach(made, attachments, by=by, at=at)
    return made
