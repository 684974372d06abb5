"""What comes in is signed by two, and traced into dishes; temperatures keep their limits."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from campus.models import InboxEntry
from campus.school_time.months import months_after
from canteen.actions import readings
from canteen.actions import supply as actions
from canteen.models import Batch, BatchUse, Device, GoodsReceipt, Reading, Standards, Supplier
from tests.canteen.conftest import AT, MONDAY, refused

LUNCH: dict[str, Any] = {"day": MONDAY, "meal": "lunch"}


@pytest.fixture
def supplier(manager) -> Supplier:
    return actions.write_supplier(Supplier(), name="绿源配送", phone="0519-0", by=manager, at=AT)


@pytest.fixture
def receipt(supplier, canteen, manager) -> GoodsReceipt:
    """Pork that keeps for three days, received on Sunday."""
    pork = {
        "ingredient": "五花肉", "number": "B1", "quantity": Decimal(20), "unit": "kg",
        "expires_on": MONDAY + timedelta(days=1),
    }  # fmt: skip
    rice = {"ingredient": "大米", "number": "", "quantity": Decimal(100), "unit": "kg"}
    return actions.receive(
        supplier, canteen=canteen, on=MONDAY - timedelta(days=1), batches=[pork, rice],
        by=manager, at=AT,
    )  # fmt: skip


def test_two_different_people_sign_what_came(receipt, manager, food_officer, signed_in):
    with refused("Two different"):
        actions.sign(receipt, by=manager, at=AT)
    with pytest.raises(IntegrityError, match="signed_by_two"), transaction.atomic():
        GoodsReceipt.objects.update(second=manager, signed_at=AT)
    path = f"/canteen/receipts/{receipt.pk}/sign/"
    assert signed_in(manager).post(path).status_code == 403
    assert signed_in(food_officer).post(path).status_code == 302
    with refused("signed already"):
        actions.sign(receipt, by=food_officer, at=AT)


def test_a_batch_is_used_once_it_is_signed_and_before_it_is_over(
    receipt, item, canteen, manager, food_officer
):
    pork = receipt.batches.get(number="B1")
    use: dict[str, Any] = {"canteen": canteen, "dishes": [item.dish], "by": manager, "at": AT}
    with refused("second person"):
        actions.use(pork, **LUNCH, **use)
    actions.sign(receipt, by=food_officer, at=AT)
    for day, words in ((MONDAY - timedelta(days=2), "not come"), (MONDAY + timedelta(days=2),
                                                                  "are over")):  # fmt: skip
        with refused(words):
            actions.use(pork, day=day, meal="lunch", **use)
    assert len(actions.use(pork, **LUNCH, **use)) == 1
    assert actions.use(pork, **LUNCH, **use) == []


def test_papers_are_kept_after_the_shelf_life_or_else_two_years(receipt):
    pork, rice = receipt.batches.order_by("-number")
    standards = Standards.objects.get(pk=1)
    assert pork.papers_until(standards) == date(2026, 5, 4)
    assert rice.papers_until(standards) == date(2027, 11, 2)
    assert months_after(date(2025, 8, 31), 6) == date(2026, 2, 28)


@pytest.mark.parametrize(
    "slip",
    [{"quantity": Decimal(0)}, {"produced_on": MONDAY, "expires_on": MONDAY - timedelta(days=1)},
     {"ingredient": ""}],
)  # fmt: skip
def test_a_batch_says_nothing_that_cannot_be(supplier, canteen, manager, slip):
    line = {"ingredient": "大米", "quantity": Decimal(1), "unit": "kg", **slip}
    with pytest.raises(ValidationError):
        actions.receive(supplier, canteen=canteen, on=MONDAY, batches=[line], by=manager, at=AT)
    with refused("what came"):
        actions.receive(supplier, canteen=canteen, on=MONDAY, batches=[], by=manager, at=AT)


def test_goods_are_received_and_traced_on_pages(
    signed_in, supplier, canteen, manager, food_officer, teacher, served
):
    lines = {"batch-TOTAL_FORMS": "8", "batch-INITIAL_FORMS": "0"}
    for number in range(8):
        lines |= {f"batch-{number}-{name}": "" for name in ("ingredient", "quantity")}
        lines[f"batch-{number}-unit"] = "kg"
    first = {"batch-0-ingredient": "土豆", "batch-0-quantity": "30", "batch-0-number": "P7"}
    sent = {"supplier": supplier.pk, "canteen": canteen.pk, "on": "2025-11-02", **lines, **first}
    client = signed_in(manager)
    assert signed_in(teacher).get("/canteen/receipts/new/").status_code == 403
    assert client.post("/canteen/receipts/new/", {**sent, "batch-0-quantity": "0"}
                       ).status_code == 422  # fmt: skip
    assert client.post("/canteen/receipts/new/", {**sent, "on": "2999-01-01"}).status_code == 422
    assert client.post("/canteen/receipts/new/", sent).status_code == 302
    receipt, item = GoodsReceipt.objects.get(), served()
    actions.sign(receipt, by=food_officer, at=AT)
    batch = Batch.objects.get()
    path = f"/canteen/menu/items/{item.pk}/trace/"
    client.post(path, {"batches": [batch.pk]})
    page = client.get(path).content.decode()
    for link in (batch, receipt, supplier):
        assert f'href="{link.get_absolute_url()}"' in page
    assert f"/canteen/suspicion/?canteen={canteen.pk}" in client.get(
        batch.get_absolute_url()).content.decode()  # fmt: skip
    assert signed_in(teacher).get(path).status_code == 403
    client.post(f"/canteen/uses/{BatchUse.objects.get().pk}/forget/")
    assert not BatchUse.objects.exists()


def test_a_licence_of_a_supplier_is_renewed_by_the_next(supplier, manager):
    license_until: dict[str, Any] = {"number": "JY1", "by": manager, "at": AT}
    first = actions.license_supplier(supplier, ends_on=date(2025, 12, 1), **license_until)
    actions.license_supplier(supplier, ends_on=date(2030, 12, 1), **license_until)
    first.refresh_from_db()
    assert first.renewed_by is not None
    with refused("future"):
        actions.license_supplier(supplier, ends_on=date(2030, 1, 1), issued_on=date(2029, 1, 1),
                                 **license_until)  # fmt: skip


# Temperatures


@pytest.fixture
def cabinet(canteen, manager) -> Device:
    """Disinfects at 100 °C for ten minutes."""
    return readings.write_device(
        Device(), canteen=canteen, name="消毒柜", kind="heat", low=Decimal(100), minutes=10,
        by=manager, at=AT,
    )  # fmt: skip


def test_a_reading_out_of_its_limits_says_what_was_done_and_is_told(
    cabinet, food_officer, manager, signed_in
):
    read: dict[str, Any] = {"by": manager, "at": AT}
    assert not readings.read(cabinet, value=Decimal(101), minutes=10, **read).is_out
    for value, minutes in ((Decimal(99), 10), (Decimal(101), 9), (Decimal(101), None)):
        with refused("out of its limits"):
            readings.read(cabinet, value=value, minutes=minutes, **read)
    made = readings.read(cabinet, value=Decimal(90), minutes=10, measures="重新消毒", **read)
    assert made.is_out
    assert {each.person for each in InboxEntry.objects.all()} == {food_officer, manager}
    with pytest.raises(IntegrityError, match="reading_out"), transaction.atomic():
        Reading.objects.filter(pk=made.pk).update(is_out=False)
    with pytest.raises(IntegrityError, match="followed_up"), transaction.atomic():
        Reading.objects.filter(pk=made.pk).update(measures="")
    path = f"/canteen/devices/{cabinet.pk}/read/"
    answer = signed_in(manager).post(path, {"value": "80", "minutes": "10"})
    assert (answer.status_code, set(answer.context["form"].errors)) == (422, {"measures"})
    assert signed_in(manager).post(path, {"value": "100", "minutes": "10"}).status_code == 302


def test_a_device_has_limits_in_order(canteen, manager):
    for limits in ({}, {"low": Decimal(8), "high": Decimal(0)}):
        with pytest.raises(ValidationError):
            readings.write_device(Device(), canteen=canteen, name="x", **limits, by=manager, at=AT)
