"""A fill at the pump: on the driver's phone, with the photo of the receipt."""

import re
from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone
from playwright.sync_api import FilePayload, expect

from campus.models import Attachment, Role
from tests.browser.conftest import PHONE
from tests.campus.attachments.samples import jpeg
from tests.conftest import make_person
from vehicles.actions import cards, refuels
from vehicles.models import FuelCard, RefuelRecord, Vehicle

BUTTON = "main form.form-card button.btn-primary"
FILL = re.compile(r"/vehicles/fuel/refuels/\d+/$")


@pytest.fixture
def driver(office):
    return make_person("T021", "贺临风", Role.DRIVER, department=office)


@pytest.fixture
def car(head, driver) -> Vehicle:
    """A car with 3,000 yuan on its card, which was filled yesterday at 10,000 km."""
    now, day = timezone.now(), timezone.localdate() - timedelta(days=30)
    car = Vehicle.objects.create(plate="苏D00001", model="别克GL8", seats=7, by=head, at=now)
    facts = {"number": "1000 0001", "issuer": "中国石化", "opened_on": day}
    card = cards.write_card(FuelCard(), by=head, at=now, **facts)
    cards.give(card, to=car, starts_on=day, by=head, at=now)
    cards.top_up(card, amount=Decimal(3000), on=day, by=head, at=now)
    before = refuels.Fill(
        vehicle=car, at=now - timedelta(days=1), km=10_000, quantity=Decimal(30),
        price=Decimal("7.6"), amount=Decimal(228), station="城东加油站",
    )  # fmt: skip
    refuels.record(before, by=driver, at=now)
    return car


def test_a_driver_fills_up_and_a_zero_too_many_asks_back(somebody, driver, car):
    visitor = somebody(driver, PHONE)
    page = visitor.goto("/vehicles/fuel/refuels/new/")
    page.wait_for_load_state()
    page.locator("#id_km").fill("104000")
    page.locator("#id_quantity").fill("35.5")
    page.locator("#id_price").fill("7.6")
    page.locator("#id_receipt").fill("A-1024")
    receipt: FilePayload = {"name": "r.jpg", "mimeType": "image/jpeg", "buffer": jpeg(640, 480)}
    page.locator("input[type=file]").first.set_input_files(receipt)
    page.locator(BUTTON).click()
    page.get_by_text("比 10000 多 94000 公里").wait_for()
    page.wait_for_load_state()
    assert page.locator("#id_quantity").input_value() == "35.5"
    expect(page.locator("#id_sure")).to_be_visible()
    page.locator("#id_km").fill("10400")
    page.locator(BUTTON).click()
    page.wait_for_url(FILL)
    refuel = RefuelRecord.objects.order_by("-pk")[0]
    assert refuel.reading
    assert (refuel.reading.km, refuel.amount) == (10_400, Decimal("269.80"))
    assert Attachment.objects.of(refuel).count() == 1
    assert (visitor.complaints, visitor.is_wider_than_its_screen()) == ([], False)
