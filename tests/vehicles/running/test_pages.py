"""The pages of fuel and service, as drivers, the fleet manager and the head use them."""

from datetime import time, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from campus.models import InboxEntry
from campus.school_time.engine import moment_of
from campus.school_time.months import month_before
from tests.repairs.conftest import cells
from tests.vehicles.running.conftest import fill_of, fresh, photo
from vehicles.actions import cards, refuels, service_plans
from vehicles.actions import service_requests as service
from vehicles.models import (
    CardMonth,
    RefuelRecord,
    ServicePlan,
    ServiceRequest,
    TankInterval,
    VehicleIncident,
)

NOW = timezone.now().replace(second=0, microsecond=0)


def typed_fill(car, **facts) -> dict:
    usual = {
        "vehicle": car.pk, "km": 10_000, "quantity": "40", "price": "7.5", "paid_by": "card",
        "station": "城东加油站", "is_full": "on",
        "at": timezone.localtime(NOW).strftime("%Y-%m-%dT%H:%M"),
    }  # fmt: skip
    return {**usual, **facts}


def faulty(answer) -> set[str]:
    """The fields at which something is told."""
    assert answer.status_code == 422
    return set(answer.context["form"].errors)


def test_a_driver_enters_a_fill_with_few_fields(signed_in, driver, car, card):
    browser = signed_in(driver)
    answer = browser.post("/vehicles/fuel/refuels/new/", typed_fill(car))
    refuel = RefuelRecord.objects.get()
    assert answer.headers["Location"] == f"/vehicles/fuel/refuels/{refuel.pk}/"
    assert (refuel.amount, refuel.by, refuel.is_full) == (Decimal(300), driver, True)
    again = browser.get("/vehicles/fuel/refuels/new/").context["form"]
    assert again.initial == {"vehicle": car.pk, "station": "城东加油站"}
    assert "over_reason" not in again.fields


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"quantity": "-40"}, "quantity"), ({"price": "0"}, "price"), ({"km": "-1"}, "km"),
        ({"km": "9999999"}, "km"), ({"station": " "}, "station"), ({"amount": "0"}, "amount"),
        ({"at": "2099-01-01T08:00"}, "at"), ({"vehicle": "0"}, "vehicle"),
        ({"quantity": "45"}, "amount"), ({"paid_by": "cash"}, "attachments"),
        ({"at": "2025-08-31T08:00"}, "paid_by"),
    ],
)  # fmt: skip
def test_errors_stand_at_their_field_and_what_was_typed_stays(
    signed_in, driver, car, card, wrong, field
):
    answer = signed_in(driver).post("/vehicles/fuel/refuels/new/", typed_fill(car, **wrong))
    assert faulty(answer) == {field}
    assert 'value="城东加油站"' in answer.content.decode() or field == "station"
    assert not RefuelRecord.objects.exists()


def test_a_zero_too_many_asks_back_and_another_doubt_asks_anew(signed_in, driver, car, card):
    browser, path = signed_in(driver), "/vehicles/fuel/refuels/new/"
    before = {"at": NOW - timedelta(days=1), "km": 10_000, "quantity": Decimal(10)}
    refuels.record(fill_of(car, **before), by=driver, at=NOW)
    jump = typed_fill(car, km=103_000)
    answer = browser.post(path, jump)
    assert faulty(answer) == {"km"}
    assert 'type="checkbox" name="sure"' in answer.content.decode()
    agreed = {"asked": answer.context["form"].data["asked"], "sure": "on"}
    assert faulty(browser.post(path, {**jump, **agreed, "amount": "200"})) == {"km", "amount"}
    assert faulty(browser.post(path, {**jump, "sure": "on"})) == {"km"}
    assert browser.post(path, {**jump, **agreed}).status_code == 302
    assert fresh(car).odometer == 103_000


def test_a_photo_that_was_sent_once_is_asked_about(signed_in, driver, car):
    browser, path = signed_in(driver), "/vehicles/fuel/refuels/new/"
    cash = typed_fill(car, paid_by="cash")
    assert browser.post(path, {**cash, "attachments": photo()}).status_code == 302
    later = {**cash, "km": 10_050, "attachments": photo("again.jpg")}
    answer = browser.post(path, later)
    assert faulty(answer) == {"attachments"}
    form = answer.context["form"].data
    kept = {"attachments-kept": form["attachments-kept"], "asked": form["asked"], "sure": "on"}
    del later["attachments"]
    assert browser.post(path, {**later, **kept}).status_code == 302


def test_a_record_is_cancelled_by_keepers_with_a_reason(
    signed_in, driver, fleet_manager, car, card, filled
):
    refuel = filled()
    path = f"{refuel.get_absolute_url()}cancel/"
    assert signed_in(driver).get(path).status_code == 403
    keeper = signed_in(fleet_manager)
    assert faulty(keeper.post(path, {"why": " "})) == {"why"}
    assert keeper.post(path, {"why": "重复录入"}).status_code == 302
    assert "重复录入" in signed_in(driver).get(refuel.get_absolute_url()).content.decode()


def test_what_is_not_ones_own_is_not_there(
    signed_in, driver, fleet_manager, teacher, pupil, filled, card
):
    theirs = filled(by=fleet_manager)
    doors = [signed_in(each).get(theirs.get_absolute_url()).status_code
             for each in (fleet_manager, driver, teacher, pupil)]  # fmt: skip
    assert doors == [200, 404, 404, 404]
    listed = signed_in(driver).get("/vehicles/fuel/refuels/").context["rows"]
    assert listed == []
    assert signed_in(driver).get("/vehicles/fuel/tanks/").status_code == 403
    assert signed_in(driver).get(card.get_absolute_url()).status_code == 404


def test_consumption_that_stands_out_is_explained_once(signed_in, fleet_manager, card, course):
    made = course([400, 400, 400, 250])
    tank, keeper = fresh(made[-1]).interval, signed_in(fleet_manager)
    assert "待说明" in keeper.get("/").content.decode()
    path = f"/vehicles/fuel/tanks/{tank.pk}/explain/"
    assert faulty(keeper.post(path, {"words": ""})) == {"words"}
    assert keeper.post(path, {"words": "高速"}).status_code == 302
    assert "高速" in keeper.get(tank.get_absolute_url()).content.decode()
    assert not TankInterval.objects.unexplained().exists()


@pytest.fixture
def last_month(car, carded, driver):
    """A card whose last month is to be reconciled, with a fill of 300 yuan in it."""
    card = carded(car)
    first = month_before(timezone.localdate())
    type(card).objects.filter(pk=card.pk).update(closed_until=month_before(first))
    at = moment_of(first.replace(day=10), time(9))
    refuels.record(fill_of(car, at=at), by=driver, at=at)
    return fresh(card)


def test_a_month_is_reconciled_printed_and_checked(signed_in, fleet_manager, head, last_month):
    month = f"{last_month.next_month:%Y-%m}"
    path, keeper = f"{last_month.get_absolute_url()}{month}/", signed_in(fleet_manager)
    assert path in keeper.get("/").content.decode()
    assert faulty(keeper.post(path, {"statement": "310"})) == {"explanation"}
    typed = {"statement": "310", "explanation": "站方多记手续费"}
    assert keeper.post(path, typed).status_code == 302
    assert keeper.post(f"{path}check/").status_code == 403
    chief = signed_in(head)
    assert path in chief.get("/").content.decode()
    assert chief.post(f"{path}check/").status_code == 302
    assert CardMonth.objects.get().checked_by == head
    for page in (f"{path}sheet/", f"/vehicles/fuel/month/sheet/?month={month}"):
        assert "310" in keeper.get(page).content.decode()
    book = keeper.get(f"/vehicles/fuel/month/export/?month={month}").content
    [row] = list(cells(book))
    assert (row[1], row[4], row[11], row[12], row[15]) == ("苏D00001", 300, 310, 10, head.name)
    told = keeper.post(path, typed, follow=True)
    assert [str(each) for each in told.context["messages"]]


def test_months_before_the_next_one_and_strange_ones_are_not_offered(
    signed_in, fleet_manager, last_month
):
    keeper, path = signed_in(fleet_manager), last_month.get_absolute_url()
    present = f"{timezone.localdate():%Y-%m}"
    page = keeper.get(f"{path}{present}/")
    assert page.status_code == 200
    assert "核对并关账" not in page.content.decode()
    assert keeper.get(f"{path}2025-13/").status_code == 404


def test_a_card_is_written_given_and_topped_up(signed_in, fleet_manager, car):
    keeper, today = signed_in(fleet_manager), timezone.localdate().isoformat()
    typed = {"number": "1000 9", "issuer": "中国石化", "opened_on": today, "note": ""}
    assert keeper.post("/vehicles/fuel/cards/new/", typed).status_code == 302
    card = car.card_turns.model.card.field.related_model.objects.get()
    assert faulty(keeper.post("/vehicles/fuel/cards/new/", typed)) == {"__all__"}
    path = card.get_absolute_url()
    assert keeper.post(f"{path}give/", {"to": car.pk, "starts_on": today}).status_code == 302
    assert faulty(keeper.post(f"{path}top-up/", {"amount": "3000.01", "on": today})) == {"amount"}
    assert keeper.post(f"{path}top-up/", {"amount": "2000", "on": today}).status_code == 302
    assert fresh(card).balance == 2000
    assert faulty(keeper.post(f"{path}correct/", {"there": "-1", "reason": "x"})) == {"there"}
    book = keeper.get("/vehicles/fuel/cards/").content.decode()
    assert "2000.00" in book
    assert car.plate in book


def test_service_goes_its_way_over_the_pages(signed_in, driver, fleet_manager, car, workshop):
    plan = service_plans.write_plan(
        ServicePlan(), vehicle=car, title="换机油", every_km=5000, last_on=timezone.localdate(),
        last_km=0, by=fleet_manager, at=NOW,
    )  # fmt: skip
    mine, keeper = signed_in(driver), signed_in(fleet_manager)
    typed = {
        "title": "换机油", "vehicle": car.pk, "kind": "service", "workshop": workshop.pk,
        "estimate": "500", "priority": "normal", "plan": plan.pk,
    }  # fmt: skip
    assert faulty(mine.post("/vehicles/service/new/", {**typed, "estimate": "-1"})) == {"estimate"}
    assert mine.post("/vehicles/service/new/", typed).status_code == 302
    request = ServiceRequest.objects.get()
    path, today = f"/vehicles/service/{request.pk}/", timezone.localdate()
    assert mine.get(f"{path}approve/").status_code == 403
    assert keeper.post(f"{path}approve/", {"seen": 1}).status_code == 302
    bring = {"seen": 2, "expected_back": today.isoformat(), "km": "9000"}
    passed = {**bring, "expected_back": "2025-01-01"}
    assert faulty(mine.post(f"{path}bring/", passed)) == {"expected_back"}
    assert mine.post(f"{path}bring/", bring).status_code == 302
    assert mine.post(f"{path}fetch/", {"seen": 3, "words": "已换"}).status_code == 302
    bill = {
        "seen": 4, "invoice": "F 1", "billed_on": today.isoformat(), "labour": "100",
        "part_1": "机油", "quantity_1": "4", "price_1": "80", "attachments": photo(),
    }  # fmt: skip
    assert faulty(mine.post(f"{path}bill/", {**bill, "price_1": ""})) == {"price_1"}
    bill["attachments"] = photo()
    assert mine.post(f"{path}bill/", bill).status_code == 302
    page = keeper.get(path).content.decode()
    assert "¥420.00" in page
    assert keeper.post(f"{path}check/", {"seen": 5}).status_code == 302
    assert fresh(request).status == "checked"
    assert (fresh(plan).last_km, fresh(car).odometer) == (9000, 9000)


def test_an_accident_is_told_followed_and_closed(
    signed_in, driver, fleet_manager, head, teacher, car
):
    typed = {
        "vehicle": car.pk, "kind": "accident", "where": "校门口", "description": "倒车擦碰",
        "happened_at": timezone.localtime(NOW).strftime("%Y-%m-%dT%H:%M"),
    }  # fmt: skip
    mine, keeper = signed_in(driver), signed_in(fleet_manager)
    assert mine.post("/vehicles/incidents/new/", typed).status_code == 302
    incident = VehicleIncident.objects.get()
    path = incident.get_absolute_url()
    told = {each.person for each in InboxEntry.objects.select_related("person")}
    assert (incident.driver, told) == (driver, {fleet_manager, head})
    assert [each.get(path).status_code for each in (mine, keeper, signed_in(teacher))] == [
        200, 200, 404,
    ]  # fmt: skip
    assert mine.get(f"{path}edit/").status_code == 403
    told = keeper.post(f"{path}close/", {"words": "私了"}, follow=True)
    assert [each.level_tag for each in told.context["messages"]] == ["error"]
    known = {
        "where": "校门口", "description": "倒车擦碰", "fault": "ours", "cost": "300",
        "claim": "paid", "driver": driver.number,
    }  # fmt: skip
    assert faulty(keeper.post(f"{path}edit/", {**known, "cost": "-1"})) == {"cost"}
    assert keeper.post(f"{path}edit/", known).status_code == 302
    assert keeper.post(f"{path}close/", {"words": "已赔付"}).status_code == 302
    assert keeper.post(f"{path}again/").status_code == 302
    assert fresh(incident).is_open


PAGES = (
    "/vehicles/fuel/", "/vehicles/fuel/refuels/", "/vehicles/fuel/tanks/", "/vehicles/fuel/cards/",
    "/vehicles/fuel/cards/moves/", "/vehicles/fuel/month/", "/vehicles/fuel/account/",
    "/vehicles/fuel/figures/", "/vehicles/service/", "/vehicles/service/plans/",
    "/vehicles/service/bills/", "/vehicles/incidents/", "/",
)  # fmt: skip


def test_pages_ask_the_same_few_questions_whatever_the_rows(
    signed_in, fleet_manager, driver, registered, carded, workshop, semester
):
    browser, by = signed_in(fleet_manager), {"by": fleet_manager, "at": NOW}

    def lay(number: int) -> str:
        car = registered(f"苏D0000{number}")
        card = carded(car, f"1000 {number}")
        for turn, km in enumerate((100, 500, 900, 1300, 1500)):
            at = NOW - timedelta(days=9 - turn, hours=number)
            refuels.record(fill_of(car, at=at, km=km, quantity=Decimal(30)), by=driver, at=at)
        service_plans.write_plan(
            ServicePlan(), vehicle=car, title="换机油", every_km=1000, last_km=0,
            last_on=timezone.localdate(), **by,
        )  # fmt: skip
        request = service.ask(
            vehicle=car, kind="repair", title="刹车", workshop=workshop, estimate=Decimal(1),
            by=driver, at=NOW,
        )  # fmt: skip
        service.approve(request, **by)
        cards.correct(card, there=Decimal(number), reason="x", **by)
        return car.get_absolute_url()

    def asked(path: str) -> int:
        browser.get(path)
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(path).status_code == 200
        return len(queries)

    paths = [*PAGES, lay(1)]
    one = {path: asked(path) for path in paths}
    lay(2)
    lay(3)
    assert {path: asked(path) for path in paths} == one
    assert max(one.values()) <= 12
