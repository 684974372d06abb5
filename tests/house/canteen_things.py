"""One of everything in the canteens that an address can name."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from campus.models import Person, Place
from canteen.actions import (
    accompany,
    drafts,
    five_c,
    menus,
    readings,
    samples,
    supply,
    surveys,
    workers,
)
from canteen.models import (
    Allergen,
    BatchUse,
    Canteen,
    CanteenWorker,
    Counter,
    Device,
    FiveCArea,
    MealTime,
    MenuItem,
    Post,
    Supplier,
    Survey,
)


def canteen_things(head: Person, owner: Person, at: Any) -> dict[str, Any]:
    """All of it is written by the head; goods were received by `owner`."""
    place = Place.objects.create(kind="room", code="C-9", name="Hall 9", use="canteen")
    canteen = menus.write_canteen(Canteen(), name="Canteen", place=place, by=head, at=at)
    counter = menus.write_counter(Counter(), canteen=canteen, name="Counter", by=head, at=at)
    item = menus.put_up_called(
        MenuItem(), called="Dish", day=at.date(), meal="lunch", counter=counter,
        price=Decimal(5), grams=100, by=head, at=at,
    )  # fmt: skip
    portion = menus.weigh(item, weighed=90, by=head, at=at)
    draft = drafts.keep_draft(
        counter, monday=at.date(), name="x.xlsx", by=head, at=at,
        menu=drafts.SheetMenu(rows=[], faults=[(3, "Slip")]),
    )  # fmt: skip
    whole = (
        "week", "week_sheet", "screen", "board", "menu_import", "menu_copy", "roster",
        "roster_copy", "posts_usual", "morning", "morning_others", "devices_usual",
        "canteen_edit",
    )  # fmt: skip
    return {
        **{f"canteen:{name}": canteen.pk for name in whole},
        "canteen:draft": draft.pk, "canteen:item": item.pk, "canteen:weigh": item.pk,
        "canteen:trace": item.pk, "canteen:portion": portion.pk, "canteen:dish": item.dish_id,
        "canteen:counter": counter.pk, "canteen:meal_time": MealTime.objects.all()[0].pk,
        "canteen:allergen": Allergen.objects.all()[0].pk,
        **kitchen_things(head, canteen, item, at), **supply_things(head, owner, item, at),
        **school_things(head, canteen, at),
    }  # fmt: skip


def kitchen_things(head: Person, canteen: Canteen, item: MenuItem, at: Any) -> dict[str, Any]:
    sample = samples.take(
        canteen, day=item.day, meal="lunch", dishes=[item.dish], grams=125, by=head, at=at
    )[0]
    samples.seal(canteen, day=item.day, meal="lunch", why="x", by=head, at=at)
    worker = workers.write_worker(
        CanteenWorker(), name="Cook", canteen=canteen, job="Cook", hired_on=date(2025, 1, 1),
        by=head, at=at,
    )  # fmt: skip
    workers.certify(worker, issued_on=date(2025, 9, 1), ends_on=date(2026, 8, 31), by=head, at=at)
    post = workers.write_post(Post(), canteen=canteen, name="Post", by=head, at=at)
    line = workers.roster(worker, post=post, day=at.date(), by=head, at=at)
    device = readings.write_device(
        Device(), canteen=canteen, name="Fridge", high=Decimal(8), by=head, at=at
    )
    return {
        "canteen:sample": sample.pk, "canteen:worker": worker.pk, "canteen:post": post.pk,
        "canteen:roster_remove": line.pk, "canteen:device": device.pk,
    }  # fmt: skip


def supply_things(head: Person, owner: Person, item: MenuItem, at: Any) -> dict[str, Any]:
    supplier = supply.write_supplier(Supplier(), name="Supplier", by=head, at=at)
    rice = {"ingredient": "Rice", "quantity": Decimal(1), "unit": "kg"}
    receipts = [
        supply.receive(
            supplier, canteen=item.counter.canteen, on=at.date(), batches=[rice], by=owner, at=at
        )
        for _number in range(2)
    ]
    batch = receipts[1].batches.get()
    supply.sign(receipts[1], by=head, at=at)
    supply.use(
        batch, canteen=item.counter.canteen, day=item.day, meal=item.meal, dishes=[item.dish],
        by=head, at=at,
    )  # fmt: skip
    return {
        "canteen:supplier": supplier.pk, "canteen:receipt": receipts[0].pk,
        "canteen:batch": batch.pk, "canteen:use_forget": BatchUse.objects.get().pk,
    }  # fmt: skip


def school_things(head: Person, canteen: Canteen, at: Any) -> dict[str, Any]:
    meal = accompany.add(canteen, day=at.date(), meal="lunch", person=head, by=head, at=at)
    area = five_c.write_area(FiveCArea(), canteen=canteen, name="Area", state="x", by=head, at=at)
    survey = surveys.write_survey(
        Survey(), title="Survey", opens_on=at.date(), closes_on=at.date() + timedelta(days=7),
        questions=["Taste"], by=head, at=at,
    )  # fmt: skip
    return {
        "canteen:accompanied": meal.pk, "canteen:five_c_area": area.pk,
        "canteen:five_c_edit": area.pk, "canteen:survey": survey.pk,
    }  # fmt: skip
