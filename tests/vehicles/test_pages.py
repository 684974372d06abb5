"""The pages of the vehicles: what is typed, what is refused at its field, how little they ask."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook

from campus.models import Duty, Place, Role
from campus.places.actions import lay
from planning.models import PaperKind
from repairs.models import Category, Ticket
from tests.vehicles.conftest import AT, HOUR, drive, fresh, give, registered
from vehicles.actions import caps, months, trips
from vehicles.models import (
    ApprovalRule,
    FleetMonth,
    ServiceRequest,
    Trip,
    TripRequest,
    UsageCap,
    Vehicle,
    VehicleWorkshop,
)
from vehicles.registry import INSPECTION, INSURANCE

FORMAT = "%Y-%m-%dT%H:%M"


@pytest.fixture
def tomorrow(monkeypatch):
    """Nine in the morning of a day to come, which is worked whatever the calendar says."""
    monkeypatch.setattr("vehicles.actions.requests.is_on_day_off", lambda request: False)
    day = timezone.localtime() + timedelta(days=2)
    return day.replace(hour=9, minute=0, second=0, microsecond=0)


@pytest.fixture
def typed(tomorrow, academic_office) -> dict:
    return {
        "title": "送试卷", "kind": "exam", "destination": "市考试院", "direction": "centre",
        "starts_at": tomorrow.strftime(FORMAT), "ends_at": (tomorrow + 2 * HOUR).strftime(FORMAT),
        "passengers": 2, "km": 24, "department": academic_office.pk, "priority": "normal",
    }  # fmt: skip


def test_a_vehicle_is_registered_corrected_laid_up_and_read(signed_in, fleet, driver, teacher):
    browser = signed_in(fleet)
    Place.objects.create(kind="building", code="A-CK", name="车库")
    wanted = {
        "plate": "苏d 12345", "model": "别克 GL8", "kind": "van", "energy": "petrol", "seats": 7,
        "km": 8123, "parked_at": "A-CK",
    }  # fmt: skip
    wrong = browser.post("/vehicles/files/new/", {**wanted, "seats": 0, "plate": ""})
    assert (wrong.status_code, set(wrong.context["form"].errors)) == (422, {"seats", "plate"})
    answer = browser.post("/vehicles/files/new/", wanted)
    van = Vehicle.objects.get()
    assert (answer.url, van.plate, van.odometer) == (van.get_absolute_url(), "苏D12345", 8123)
    assert {INSURANCE, INSPECTION} <= set(PaperKind.objects.values_list("code", flat=True))
    twice = browser.post("/vehicles/files/new/", wanted)
    assert list(twice.context["form"].errors) == ["plate"]
    path = van.get_absolute_url()
    browser.post(f"{path}edit/", {**wanted, "note": "白色", "seen": ""})
    back = browser.post(f"{path}read/", {"km": 8000})
    assert list(back.context["form"].errors) == ["km"]
    doubted = browser.post(f"{path}read/", {"km": 81_300})
    assert list(doubted.context["form"].errors) == ["km"]
    browser.post(f"{path}read/", {"km": 8130})
    browser.post(f"{path}lay-up/", {"why": "检修"})
    van = fresh(van)
    assert (van.note, van.odometer, van.status) == ("白色", 8130, "laid_up")
    browser.post(f"{path}take-back/")
    assert fresh(van).status == "in_use"
    page = signed_in(driver).get(path).content.decode()
    assert ("8130" in page, "lay-up" in page) == (True, False)
    assert "8130" not in signed_in(teacher).get(path).content.decode()


def test_a_trip_is_asked_for_approved_and_dispatched_in_the_browser(
    signed_in, typed, teacher, fleet, van, driver
):
    answer = signed_in(teacher).post("/vehicles/requests/new/", typed, follow=True)
    request = TripRequest.objects.get()
    path = f"/vehicles/requests/{request.pk}/"
    assert answer.redirect_chain == [(path, 302)]
    desk = signed_in(fleet)
    assert f"{path}approve/" in desk.get(path).content.decode()
    desk.post(f"{path}approve/", {"seen": request.version, "words": ""})
    page = desk.get(f"/vehicles/dispatch/{request.pk}/")
    assert [offer.why_not for offer in page.context["vehicles"]] == [""]
    none = desk.post(f"/vehicles/dispatch/{request.pk}/", {"vehicle": van.pk})
    assert (none.status_code, list(none.context["form"].errors)) == (422, ["driver"])
    desk.post(f"/vehicles/dispatch/{request.pk}/", {"vehicle": van.pk, "driver": driver.pk})
    trip = Trip.objects.get()
    assert (trip.vehicle, trip.driver) == (van, driver)
    slip = signed_in(teacher).get(f"{trip.get_absolute_url()}slip/").content.decode()
    assert all(word in slip for word in (trip.number, van.plate, driver.name, driver.phone))


@pytest.mark.parametrize(
    ("slip", "field"),
    [
        ({"title": ""}, "title"), ({"destination": ""}, "destination"),
        ({"starts_at": "2020-01-02T09:00"}, "starts_at"), ({"ends_at": "2020-01-02T09:00"},
        "ends_at"), ({"passengers": 0}, "passengers"), ({"passengers": 40}, "passengers"),
        ({"km": 90_000}, "km"), ({"yuan": "-1"}, "yuan"), ({"needs_school_bus": "on"},
        "needs_school_bus"),
    ],
)  # fmt: skip
def test_a_slip_stands_at_its_field_and_nothing_is_lost(
    signed_in, teacher, van, typed, slip, field
):
    answer = signed_in(teacher).post("/vehicles/requests/new/", typed | slip)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert not TripRequest.objects.exists()
    kept = "destination" if field == "title" else "title"
    assert typed[kept] in answer.content.decode()


def test_a_day_off_wants_a_reason_and_pupils_ask_for_nothing(
    signed_in, teacher, pupil, van, typed, monkeypatch
):
    monkeypatch.setattr("vehicles.actions.requests.is_on_day_off", lambda request: True)
    answer = signed_in(teacher).post("/vehicles/requests/new/", typed)
    assert list(answer.context["form"].errors) == ["exception_why"]
    signed_in(teacher).post("/vehicles/requests/new/", typed | {"exception_why": "高考考务"})
    assert TripRequest.objects.get().is_on_day_off
    assert signed_in(pupil).get("/vehicles/").status_code == 403


def test_above_the_cap_the_head_is_asked_why_on_the_page(
    signed_in, asked, fleet, head, academic_office
):
    caps.write_cap(UsageCap(), year=2025, department=academic_office, km=20, by=head, at=AT)
    request = asked()
    path = f"/vehicles/requests/{request.pk}/approve/"
    page = signed_in(fleet).get(path)
    assert [(use.most, use.asked, use.left) for use in page.context["form"].uses] == [(20, 24, -4)]
    assert "-4" in page.content.decode()
    signed_in(fleet).post(path, {"seen": request.version})
    version = fresh(request).version
    silent = signed_in(head).post(path, {"seen": version, "words": ""})
    assert (silent.status_code, list(silent.context["form"].errors)) == (422, ["words"])
    signed_in(head).post(path, {"seen": version, "words": "考务必需"})
    assert (fresh(request).status, fresh(request).over_cap_why) == ("approved", "考务必需")


def test_an_expired_insurance_is_grey_with_its_reason_and_cannot_be_sent(
    signed_in, approved, fleet, driver
):
    old = registered("苏D77777", "car", 5, 1, by=fleet, until=date(2025, 11, 3))
    request, desk = approved(), signed_in(fleet)
    path = f"/vehicles/dispatch/{request.pk}/"
    offers = {offer.of: offer for offer in desk.get(path).context["vehicles"]}
    assert (offers[old].is_free, "交强险" in offers[old].why_not) == (False, True)
    answer = desk.post(path, {"vehicle": old.pk, "driver": driver.pk})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["vehicle"])
    assert not Trip.objects.exists()
    give(INSURANCE, old, by=fleet)
    give(INSPECTION, old, by=fleet)
    assert all(offer.is_free for offer in desk.get(path).context["vehicles"])


def test_two_are_shared_and_one_is_changed_and_called_off_on_the_page(
    signed_in, sent, approved, car, other_driver, fleet
):
    trip = sent()
    other = approved(starts_at=trip.starts_at + HOUR / 2)
    desk = signed_in(fleet)
    page = desk.get(f"/vehicles/dispatch/{other.pk}/")
    assert page.context["shareable"] == [trip]
    desk.post(f"/vehicles/dispatch/{other.pk}/share/{trip.pk}/")
    assert fresh(trip).parties == 2
    path = trip.get_absolute_url()
    far = timezone.localtime() + timedelta(days=900)
    wanted = {
        "vehicle": car.pk, "driver": other_driver.pk, "starts_at": far.strftime(FORMAT),
        "ends_at": (far + HOUR).strftime(FORMAT), "why": "",
    }  # fmt: skip
    silent = desk.post(f"{path}change/", wanted)
    assert set(silent.context["form"].errors) == {"why"}
    backwards = desk.post(f"{path}change/", wanted | {"ends_at": wanted["starts_at"], "why": "x"})
    assert "ends_at" in backwards.context["form"].errors
    assert list(desk.post(f"{path}call-off/", {"why": ""}).context["form"].errors) == ["why"]
    desk.post(f"{path}call-off/", {"why": "暴雨"})
    assert (fresh(trip).status, fresh(other).status) == ("called_off", "approved")


def test_the_drivers_phone_asks_once_more_where_the_odometer_jumps(signed_in, sent, van, driver):
    trip, phone = sent(), signed_in(driver)
    path, at = trip.get_absolute_url(), trip.starts_at
    assert trip.get_absolute_url() in phone.get("/vehicles/trips/mine/").content.decode()
    left = {"started_at": timezone.localtime(at).strftime(FORMAT), "faults": ["tyres"]}
    wrong = phone.post(f"{path}start/", {**left, "km": 9_999})
    assert set(wrong.context["form"].errors) == {"km", "fault_words"}
    gap = phone.post(f"{path}start/", {**left, "km": 10_012, "fault_words": "气压低"})
    assert list(gap.context["form"].errors) == ["why_gap"]
    phone.post(f"{path}start/", {**left, "km": 10_000, "fault_words": "气压低"})
    back = {"ended_at": timezone.localtime(trip.ends_at).strftime(FORMAT), "tolls": "12.5"}
    asked_again = phone.post(f"{path}end/", {**back, "km": 100_240})
    form = asked_again.context["form"]
    assert (asked_again.status_code, list(form.errors)) == (422, ["km"])
    assert form["km"].value() == "100240"
    agreed = {**back, "asked": form.data["asked"], "sure": "on"}
    assert phone.post(f"{path}end/", {**agreed, "km": 100_250}).status_code == 422
    phone.post(f"{path}end/", {**back, "km": 10_024})
    trip = fresh(trip)
    assert (trip.status, trip.km, str(trip.tolls)) == ("done", 24, "12.50")
    assert phone.get(f"{path}end/").status_code == 302


@pytest.mark.parametrize("way", ["/repairs/new/", "/vehicles/service/new/"])
def test_what_was_found_before_driving_goes_on_once_and_says_where_it_comes_from(
    signed_in, sent, van, driver, way
):
    yard = lay(kind="campus", code="A", name="主校区")
    Vehicle.objects.update(parked_at=yard)
    workshop = VehicleWorkshop.objects.create(name="新北定点维修厂")
    trip, phone = sent(), signed_in(driver)
    path, at = trip.get_absolute_url(), trip.starts_at
    left = {"started_at": timezone.localtime(at).strftime(FORMAT), "faults": ["tyres"]}
    phone.post(f"{path}start/", {**left, "km": 10_000, "fault_words": "左前轮气压低"})
    onward = f"{way}?origin=trip:{trip.pk}"
    assert onward in phone.get(path).content.decode()
    form = phone.get(onward).context["form"]
    assert form["title"].value() == "苏D11111 左前轮气压低"
    typed = {name: field.value() or "" for name, field in ((n, form[n]) for n in form.fields)}
    wanted = {"kind": "tyres", "workshop": workshop.pk, "estimate": "80", "priority": "normal"}
    usual = {"category": Category.objects.get(code="other").pk}
    assert phone.post(onward, {**typed, **wanted, **usual}).status_code == 302
    case = (ServiceRequest if "service" in way else Ticket).objects.get()
    assert case.origin == trip
    assert case.number in phone.get(path).content.decode()
    assert phone.post(onward, {**typed, **wanted, **usual}).status_code == 422


def test_a_wrong_reading_is_put_right_by_the_keeper(signed_in, sent, van, driver, fleet):
    trip = drive(sent(), 240)
    path = f"/vehicles/readings/{trip.end_reading_id}/"
    assert signed_in(driver).get(path).status_code == 403
    wrong = signed_in(fleet).post(path, {"km": 5, "why": "x"})
    assert list(wrong.context["form"].errors) == ["km"]
    signed_in(fleet).post(path, {"km": 10_024, "why": "多写一个零"})
    assert (fresh(trip).km, fresh(van).odometer) == (24, 10_024)


def test_rules_and_caps_are_the_heads_to_write(signed_in, head, fleet, semester, office):
    browser, rule = signed_in(head), ApprovalRule.objects.get(why="long")
    path = f"/vehicles/rules/{rule.pk}/"
    page = browser.get(path).context["form"]
    none = browser.post(path, {"role": "head", "is_on": "on", "seen": page.initial["seen"]})
    assert none.status_code == 422
    browser.post(path, {"role": "head", "is_on": "on", "km": 300})
    assert (fresh(rule).km, fresh(rule).days) == (300, None)
    for wrong, field in (
        ({"km": 5}, "year"), ({"year": 2025, "semester": semester.pk, "km": 5}, "year"),
        ({"year": 2025}, "km"),
    ):  # fmt: skip
        answer = browser.post("/vehicles/caps/new/", wrong)
        assert list(answer.context["form"].errors) == [field]
    browser.post("/vehicles/caps/new/", {"semester": semester.pk, "department": office.pk, "km": 5})
    cap = UsageCap.objects.get()
    twice = {"semester": semester.pk, "department": office.pk, "km": 9}
    assert browser.post("/vehicles/caps/new/", twice).status_code == 422
    assert signed_in(fleet).get("/vehicles/caps/new/").status_code == 403
    browser.post(f"/vehicles/caps/{cap.pk}/remove/")
    assert not UsageCap.objects.exists()


def test_the_months_sheet_is_for_all_staff_once_it_is_published(
    signed_in, sent, teacher, fleet, van
):
    drive(sent(), 24)
    path = "/vehicles/month/?month=2025-11"
    assert [signed_in(each).get(path).status_code for each in (teacher, fleet)] == [403, 200]
    signed_in(fleet).post("/vehicles/month/publish/?month=2025-11")
    assert FleetMonth.objects.get().published_by == fleet
    assert signed_in(teacher).get(path).status_code == 200
    answer = signed_in(teacher).get("/vehicles/month/export/?month=2025-11")
    sheet = load_workbook(BytesIO(b"".join(answer))).worksheets[0]
    assert [cell.value for cell in sheet[2]] == [
        van.plate, van.model, 1, 0, 24, 2, 0, 0, None, None, 0, 0, 0, 0,
    ]  # fmt: skip
    assert signed_in(teacher).get("/vehicles/month/sheet/?month=2025-11").status_code == 200


PAGES = (
    "/vehicles/", "/vehicles/files/", "/vehicles/files/{vehicle}/", "/vehicles/drivers/",
    "/vehicles/requests/", "/vehicles/trips/", "/vehicles/trips/{trip}/",
    "/vehicles/board/?day=2025-11-04", "/vehicles/board/?day=2025-11-04&span=week",
    "/vehicles/dispatch/{waiting}/", "/vehicles/requests/{waiting}/", "/vehicles/caps/",
    "/vehicles/month/?month=2025-11", "/vehicles/figures/", "/vehicles/trips/{trip}/slip/",
    "/vehicles/trips/mine/", "/",
)  # fmt: skip


def test_pages_ask_the_same_however_many_rows_there_are(
    signed_in, sent, approved, garage, semester
):
    fleet, head, other_driver = garage.fleet, garage.head, garage.drivers[1]
    Duty.objects.create(person=fleet, role=Role.DRIVER, starts_on=date(2020, 1, 1))
    trip, waiting = drive(sent(), 20), approved()
    caps.write_cap(UsageCap(), year=2025, km=500, by=head, at=AT)
    names = {"vehicle": trip.vehicle_id, "trip": trip.pk, "waiting": waiting.pk}
    browser = signed_in(fleet)
    first = asked_of(browser, names)
    for hours in (3, 6):
        shared = sent(starts_at=trip.starts_at + hours * HOUR, by_driver=other_driver)
        other = approved(starts_at=shared.starts_at)
        trips.share(other, shared, by=fleet, at=AT)
        approved(starts_at=trip.starts_at + hours * HOUR)
        registered(f"苏D8888{hours}", "car", 5, 1, by=fleet)
    caps.write_cap(UsageCap(), semester=semester, km=500, trips=5, by=head, at=AT)
    months.publish(date(2025, 11, 1), by=fleet, at=AT + 60 * 24 * HOUR)
    assert asked_of(browser, names) == first
    assert {path: count for path, count in first.items() if count > 12} == {}


def asked_of(browser, names: dict) -> dict[str, int]:
    """How often each page asks the database, the second time it is opened."""
    counts = {}
    for page in PAGES:
        path = page.format(**names)
        assert browser.get(path).status_code == 200, path
        with CaptureQueriesContext(connection) as asked:
            browser.get(path)
        counts[page] = len([
            each for each in asked
            if not each["sql"].startswith(("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE"))
        ])  # fmt: skip
    return counts
