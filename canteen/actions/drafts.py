"""What happens to a menu that comes as a sheet: kept to be looked through, put up in one act."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from campus.doors import Refused
from campus.models import Person
from campus.storing import store
from canteen.actions.menus import put_up, used, was_sampled
from canteen.models import Counter, Dish, Meal, MenuDraft, MenuItem, PriceNotice


@dataclass(frozen=True)
class SheetMenu:
    """What a sheet says: rows that can be put up, and slips as (row, sentence)."""

    rows: Sequence[dict[str, Any]]
    faults: Sequence[tuple[int, str]] = field(default=())


@transaction.atomic
def keep_draft(
    counter: Counter, *, monday: date, name: str, menu: SheetMenu, by: Person, at: datetime
) -> MenuDraft:
    """Keep what a sheet says until somebody has looked through it."""
    rows = [{**row, "day": row["day"].isoformat(), "price": str(row["price"])} for row in menu.rows]
    draft = MenuDraft(
        counter=counter, monday=monday, name=name[:100], rows=rows,
        faults=[list(fault) for fault in menu.faults], by=by, at=at,
    )  # fmt: skip
    store(draft)
    return draft


@transaction.atomic
def put_up_draft(draft: MenuDraft, *, reason: str, by: Person, at: datetime) -> int:
    """Put up all that the draft says, or nothing; how many items. What stood in the same meals at
    the same counters and is not in the sheet goes, unless something hangs on it.

    Raises Refused for a draft with slips, one put up already, and changed prices without a reason.
    """
    draft = MenuDraft.objects.select_for_update(of=("self",)).select_related("counter").get(
        pk=draft.pk
    )  # fmt: skip
    if draft.faults:
        raise Refused(_("The sheet has slips. Mend them and give it again."))
    if draft.put_up_at:
        raise Refused(_("It is put up already."))
    dishes = dishes_called({row["dish"] for row in draft.rows})
    kept = [put_up_row(row, dishes, reason=reason, by=by, at=at) for row in draft.rows]
    clear_others(kept)
    draft.put_up_at = at
    store(draft)
    return len(kept)


def dishes_called(names: set[str]) -> dict[str, Dish]:
    """The dishes of these names; new ones are written."""
    known = {dish.name: dish for dish in Dish.objects.filter(name__in=names)}
    for name in sorted(names - set(known)):
        dish = Dish(name=name)
        store(dish)
        known[name] = dish
    return known


def put_up_row(
    row: dict[str, Any], dishes: dict[str, Dish], *, reason: str, by: Person, at: datetime
) -> MenuItem:
    """One row of a sheet on its menu; one that is there already is changed."""
    identity = {
        "day": date.fromisoformat(row["day"]), "meal": row["meal"], "dish": dishes[row["dish"]],
        "counter": Counter.objects.get(pk=row["counter"]), "is_small": row["is_small"],
    }  # fmt: skip
    item = MenuItem.objects.filter(**identity).first() or MenuItem(**identity)
    return put_up(
        item, price=Decimal(row["price"]), grams=row["grams"], content=row["content"],
        reason=reason, by=by, at=at,
    )  # fmt: skip


def clear_others(kept: Sequence[MenuItem]) -> None:
    """Take down what stands in the same meals and is not among them."""
    meals = {(each.day, each.meal, each.counter_id) for each in kept}
    days, counters = {day for day, _m, _c in meals}, {counter for _d, _m, counter in meals}
    found = MenuItem.objects.filter(day__in=days, counter__in=counters)
    others = [
        each.pk
        for each in found.exclude(pk__in=[each.pk for each in kept])
        if (each.day, each.meal, each.counter_id) in meals
    ]
    free = MenuItem.objects.filter(pk__in=others).exclude(pk__in=used(found))
    unserved = [each.pk for each in free.select_related("counter") if not was_sampled(each)]
    MenuItem.objects.filter(pk__in=unserved).delete()


def lines_of(draft: MenuDraft) -> list[dict[str, Any]]:
    """The rows of a draft as a page shows them, with their days and counters in words."""
    counters = {
        each.pk: each.name for each in Counter.objects.filter(canteen=draft.counter.canteen)
    }
    return [
        {
            **row, "day": date.fromisoformat(row["day"]), "price": Decimal(row["price"]),
            "meal": Meal(row["meal"]).label, "counter": counters.get(row["counter"], ""),
        }
        for row in draft.rows
    ]  # fmt: skip


def changed_prices(draft: MenuDraft) -> list[dict[str, Any]]:
    """Dishes that would cost something else than now: name, price before and after; one query."""
    names = {row["dish"] for row in draft.rows}
    found = PriceNotice.objects.filter(
        dish__name__in=names, counter__canteen=draft.counter.canteen
    )  # fmt: skip
    known: dict[tuple[Any, ...], list[tuple[date, Decimal]]] = {}
    for name, counter, small, since, price in found.order_by("since").values_list(
        "dish__name", "counter", "is_small", "since", "price"
    ):
        known.setdefault((name, counter, small), []).append((since, price))
    changes = {}
    for row in draft.rows:
        key, day = (row["dish"], row["counter"], row["is_small"]), date.fromisoformat(row["day"])
        before = [price for since, price in known.get(key, []) if since <= day]
        after = Decimal(row["price"])
        if before and before[-1] != after:
            changes[key] = {"dish": row["dish"], "before": before[-1], "after": after}
        known.setdefault(key, []).append((day, after))
    return list(changes.values())
