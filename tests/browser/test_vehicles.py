"""A trip in a browser: asked for on a phone, approved twice, sent from a desktop, driven."""

import re
from datetime import timedelta
from decimal import Decimal
from urllib.parse import urlsplit

from django.utils import timezone
from playwright.sync_api import expect

from campus.models import Person, Role
from tests.browser.conftest import DESKTOP, PHONE, Visitor
from tests.conftest import make_person
from tests.vehicles.conftest import give, registered
from vehicles.models import Trip, TripRequest, Vehicle
from vehicles.registry import LICENCE

BUTTON = "main form.form-card button.btn-primary"
CASE, TRIP = re.compile(r"/vehicles/requests/\d+/$"), re.compile(r"/vehicles/trips/\d+/$")
FORMAT = "%Y-%m-%dT%H:%M"


def send(visitor: Visitor) -> None:
    """Send the form of the page, and wait for what it leads to."""
    with visitor.page.expect_navigation():
        visitor.page.locator(BUTTON).click()
    visitor.page.wait_for_load_state()


def approve(visitor: Visitor, request: TripRequest) -> None:
    page = visitor.goto(f"/vehicles/requests/{request.pk}/approve/")
    page.wait_for_load_state()
    page.locator("#id_words").fill("同意")
    send(visitor)


def ask(visitor: Visitor) -> TripRequest:
    """A long trip that leaves within the hour, whatever day it is."""
    leaves = timezone.localtime() + timedelta(minutes=20)
    typed = {
        "title": "赴省城送材料", "destination": "省教育厅", "km": "260", "passengers": "3",
        "starts_at": leaves.strftime(FORMAT), "exception_why": "材料须当日送达",
        "ends_at": (leaves + timedelta(hours=5)).strftime(FORMAT),
    }  # fmt: skip
    page = visitor.goto("/vehicles/requests/new/")
    for name, value in typed.items():
        page.locator(f"#id_{name}").fill(value)
    send(visitor)
    assert CASE.search(page.url)
    return TripRequest.objects.get()


def press(visitor: Visitor, place: str) -> None:
    """Press what leads to another page."""
    with visitor.page.expect_navigation():
        visitor.page.locator(place).first.click()
    visitor.page.wait_for_load_state()


def dispatch(visitor: Visitor, request: TripRequest, van: Vehicle, driver: Person) -> Trip:
    """From a gap of the board."""
    page = visitor.goto(f"/vehicles/board/?request={request.pk}")
    page.wait_for_load_state()
    press(visitor, ".board-free a")
    assert urlsplit(page.url).path == f"/vehicles/dispatch/{request.pk}/"
    page.locator(f"input[name=vehicle][value='{van.pk}']").check()
    page.locator(f"input[name=driver][value='{driver.pk}']").check()
    send(visitor)
    assert TRIP.search(page.url)
    return Trip.objects.get()


def drive(visitor: Visitor, trip: Trip) -> None:
    """Begun with what the odometer shows, ended with a zero too many, which is asked about."""
    page = visitor.goto("/vehicles/trips/mine/")
    page.wait_for_load_state()
    press(visitor, ".round-acts a")
    page.locator("#id_km").fill("10000")
    send(visitor)
    visitor.goto(f"/vehicles/trips/{trip.pk}/end/").wait_for_load_state()
    page.locator("#id_km").fill("102620")
    page.locator("#id_tolls").fill("55")
    send(visitor)
    expect(page.locator("#div_id_km .invalid-feedback")).to_be_visible()
    assert page.locator("#id_tolls").input_value() == "55"
    page.locator("#id_km").fill("10262")
    send(visitor)


def test_from_the_request_to_the_monthly_sheet(somebody, teacher, head, office):
    fleet = make_person("T010", "陆行舟", Role.FLEET_MANAGER, department=office)
    driver = make_person("T011", "苏怀瑾", Role.DRIVER, department=office)
    van = registered("苏D11111", "van", 7, 10_000, by=fleet)
    give(LICENCE, driver, by=fleet)
    asker, phone = somebody(teacher, PHONE), somebody(driver, PHONE)
    desk, office_head = somebody(fleet, DESKTOP), somebody(head, DESKTOP)

    request = ask(asker)
    assert (request.department, request.approvals.count()) == (teacher.department, 2)
    approve(desk, request)
    approve(office_head, request)
    trip = dispatch(desk, request, van, driver)
    drive(phone, trip)
    trip.refresh_from_db()
    assert (trip.status, trip.km, trip.tolls) == ("done", 262, Decimal(55))

    sheet = desk.goto(f"/vehicles/month/?month={timezone.localtime(trip.starts_at):%Y-%m}")
    cells = sheet.locator("tbody tr").first.locator("td").all_inner_texts()
    assert [cells[0], cells[1], cells[3], cells[7]] == [str(van), "1", "262", "¥55.00"]
    for each in (asker, desk, office_head, phone):
        assert (each.complaints, each.is_wider_than_its_screen()) == ([], False)
