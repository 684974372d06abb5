"""What vehicles cost: in the caps, and on the monthly sheet."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from campus.doors import Refused
from tests.vehicles.conftest import AT, START, drive, fresh, moment
from vehicles.actions import caps, requests
from vehicles.actions import vehicles as files
from vehicles.figures.costs import YearCost, cost_of
from vehicles.figures.month import month_lines, total
from vehicles.models import UsageCap, uses_of


@pytest.fixture
def cap(academic_office, van, head, fleet) -> UsageCap:
    """A thousand yuan in the year for the teacher's department, which the van belongs to."""
    files.change(van, department=academic_office, by=fleet, at=AT)
    return caps.write_cap(
        UsageCap(), year=2025, department=academic_office, yuan=Decimal(1000), by=head, at=AT
    )


def test_a_cap_counts_tolls_fuel_and_service_of_its_own_vehicles_and_days(
    cap, sent, filled, billed, van, car, head
):
    school, past = (
        caps.write_cap(UsageCap(), year=year, yuan=Decimal(5000), by=head, at=AT)
        for year in (2025, 2024)
    )
    filled(van, 300, km=10_000)
    filled(car, 200, km=50_000)
    billed(van, 500)
    drive(sent(yuan=40, starts_at=START + timedelta(days=1)), 24, tolls=Decimal(30))
    sent(yuan=25)
    with CaptureQueriesContext(connection) as asked:
        used = [(use.cap, use.used, use.committed) for use in uses_of([cap, school, past])]
    assert used == [
        (cap, Decimal(830), Decimal(25)), (school, Decimal(1030), Decimal(25)), (past, 0, 0),
    ]  # fmt: skip
    assert len(asked) == 1


def test_a_bill_of_the_workshop_can_bring_a_cap_above_and_then_the_head_decides(
    cap, asked, billed, van, fleet, head, signed_in
):
    request = asked(yuan=60)
    assert request.approvals.count() == 1
    billed(van, 950)
    requests.approve(fresh(request), by=fleet, at=AT)
    request = fresh(request)
    assert (request.status, request.waits_for) == ("requested", "head")
    page = signed_in(head).get(f"/vehicles/requests/{request.pk}/approve/")
    assert [(use.used, use.asked, use.left) for use in page.context["form"].uses] == [
        (Decimal(950), Decimal(60), Decimal(-10)),
    ]
    assert "950" in signed_in(head).get("/vehicles/caps/").content.decode()
    with pytest.raises(Refused):
        requests.approve(request, by=head, at=AT)
    requests.approve(request, words="考务必需", by=head, at=AT)
    assert fresh(request).status == "approved"


def test_a_file_tells_what_the_vehicle_cost_this_year_to_those_who_keep_it(
    sent, filled, billed, van, fleet, signed_in, monkeypatch
):
    filled(van, 300, km=10_000)
    trip = drive(sent(), 24, tolls=Decimal(30))
    billed(van, 1500)
    with CaptureQueriesContext(connection) as counted:
        cost = cost_of(van, 2025)
    assert len(counted) == 1
    assert cost == YearCost(
        2025, km=24, trips=Decimal(30), fuel=Decimal(300), service=Decimal(1500),
        incidents=Decimal(0),
    )  # fmt: skip
    assert (cost.total, cost.per_km) == (Decimal(1830), Decimal("76.25"))
    assert (cost_of(van, 2024).total, cost_of(van, 2024).per_km) == (Decimal(0), None)
    monkeypatch.setattr("vehicles.views.vehicles.timezone.now", lambda: AT)
    path = van.get_absolute_url()
    assert "¥1,830.00" in signed_in(fleet).get(path).content.decode()
    assert "¥1,830.00" in signed_in(fleet).get(f"{path}sheet/").content.decode()
    assert "¥1,830.00" not in signed_in(trip.driver).get(path).content.decode()


def test_the_monthly_sheet_tells_what_was_filled_used_and_paid(
    sent, filled, billed, van, car, fleet, signed_in
):
    filled(van, 300, km=10_000)
    drive(sent(), 24, tolls=Decimal(30))
    filled(van, 280, km=10_500, at=moment(11, 6, 9))
    filled(car, 200, km=50_000)
    billed(van, 500)
    lines = month_lines(date(2025, 11, 1))
    told = [(each.vehicle, each.km, each.filled, each.on_100, each.money) for each in lines]
    assert told == [
        (van, 24, "80.00 升", "8.00 升", Decimal(1110)), (car, 0, "40.00 升", "", Decimal(200)),
    ]  # fmt: skip
    whole = total(lines)
    paid = [whole.yuan, whole.fuel.money, whole.service, whole.money]
    assert paid == [Decimal(30), Decimal(780), Decimal(500), Decimal(1310)]
    assert (whole.filled, whole.on_100) == ("120.00 升", "8.00 升")
    assert [each.money for each in month_lines(date(2025, 12, 1))] == [0, 0]
    desk = signed_in(fleet)
    for path in ("/vehicles/month/", "/vehicles/month/sheet/"):
        page = desk.get(path, {"month": "2025-11"}).content.decode()
        assert all(word in page for word in ("120.00 升", "¥1,310.00", "¥500.00")), path
