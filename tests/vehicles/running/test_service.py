"""Service: approved before work, by two where it costs much, billed with parts, checked."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from campus.doors import Refused
from planning.actions.reminders import plan_reminders
from tests.reminding import laid
from tests.repairs.conftest import told
from tests.vehicles.running.conftest import AT, fresh, moment
from vehicles import rights
from vehicles.actions import odometer, service_plans
from vehicles.actions import service_requests as actions
from vehicles.models import ServiceBill, ServicePlan, ServiceRequest, ServiceTally, in_workshop

Status = ServiceRequest.Status


@pytest.fixture
def asked(car, workshop, driver, fleet_manager, head):
    """`asked(estimate=…)`: a request of the driver's for 500 yuan unless said otherwise."""

    def ask(*, by=None, **facts) -> ServiceRequest:
        usual = {
            "vehicle": car, "kind": "repair", "title": "刹车异响", "workshop": workshop,
            "estimate": Decimal(500),
        }  # fmt: skip
        return actions.ask(by=by or driver, at=AT, **{**usual, **facts})

    return ask


@pytest.fixture
def back(asked, driver, fleet_manager):
    """`back(estimate=…)`: a request whose vehicle is back from the workshop."""

    def bring_back(**facts) -> ServiceRequest:
        request = asked(**facts)
        actions.approve(request, by=fleet_manager, at=AT)
        actions.bring(request, expected_back=AT.date(), by=driver, at=AT)
        actions.fetch(fresh(request), words="换了刹车片", by=driver, at=AT + timedelta(hours=5))
        return fresh(request)

    return bring_back


def bill(request, by, labour="200", invoice="F-1", parts=()) -> ServiceRequest:
    actions.bill(
        request, invoice=invoice, billed_on=AT.date(), labour=Decimal(labour), parts=parts, by=by,
        at=AT + timedelta(days=1),
    )  # fmt: skip
    return fresh(request)


def test_from_the_request_to_the_check(back, driver, fleet_manager, head):
    request = back()
    assert (request.number, request.approved_by) == ("M-2025-0001", fleet_manager)
    assert request.assignee == driver
    assert actions.YOURS in told(driver)
    parts = [actions.Part("刹车片", Decimal(4), Decimal("70.50"))]
    request = bill(request, driver, parts=parts)
    assert (request.status, request.bill.total) == (Status.DONE, Decimal(482))
    assert request.assignee is None
    assert request.bill.parts.get().amount == 282
    assert ServiceTally.objects.get().money == 482
    actions.check(request, by=fleet_manager, at=AT + timedelta(days=2))
    assert fresh(request).status == Status.CHECKED
    assert sorted(fresh(request).kept) == ["answer", "bill"]


def test_above_the_limit_a_second_person_says_yes(asked, driver, fleet_manager, head):
    request = asked(estimate=Decimal("2000.01"))
    actions.approve(request, by=fleet_manager, at=AT)
    request = fresh(request)
    assert request.status == Status.SECOND
    assert actions.TO_APPROVE in told(head)
    assert not rights.can_second_service(fleet_manager, request)
    assert not rights.can_second_service(driver, request)
    assert rights.can_second_service(head, request)
    actions.second(request, by=head, at=AT)
    assert (fresh(request).status, fresh(request).second_by) == (Status.APPROVED, head)
    with pytest.raises(Refused):
        actions.bring(asked(), expected_back=AT.date(), by=driver, at=AT)


def test_exactly_the_limit_and_what_a_keeper_asks_for_need_no_third(asked, fleet_manager, head):
    small, own = asked(estimate=Decimal(2000)), asked(by=fleet_manager, estimate=Decimal(9000))
    assert not rights.can_approve_service(fleet_manager, own)
    actions.approve(small, by=fleet_manager, at=AT)
    actions.approve(own, by=head, at=AT)
    assert {fresh(small).status, fresh(own).status} == {Status.APPROVED}


def test_a_bill_far_above_the_estimate_is_approved_again(back, driver, fleet_manager, head):
    request = bill(back(estimate=Decimal(1900)), driver, labour="2090")
    assert request.status == Status.DONE
    request = bill(back(estimate=Decimal(1900)), driver, labour="2090.01", invoice="F-2")
    assert request.status == Status.OVER
    assert not rights.can_decide_bill(fleet_manager, request)  # above the limit it is the head's
    actions.send_back(request, words="与实际不符", by=head, at=AT)
    assert not ServiceBill.objects.filter(request=request).exists()
    request = bill(fresh(request), fleet_manager, labour="2500", invoice="F-2")
    actions.approve_bill(request, words="加换油管", by=head, at=AT)
    request = fresh(request)
    assert (request.status, request.bill_approved_by) == (Status.DONE, head)
    assert not rights.can_check_service(fleet_manager, request)  # has entered the bill
    assert rights.can_check_service(head, request)


def test_an_invoice_is_entered_once_for_each_workshop(back, driver):
    bill(back(), driver)
    with pytest.raises(Refused, match=driver.name):
        bill(back(), driver, invoice="f-1")
    with pytest.raises(ValidationError):
        bill(back(), driver, invoice="F-3", labour="0")


def test_what_is_refused_has_a_reason_and_what_is_withdrawn_is_ones_own(
    asked, driver, fleet_manager
):
    request = asked()
    with pytest.raises(Refused):
        actions.refuse(request, words="", by=fleet_manager, at=AT)
    assert not rights.can_withdraw_service(fleet_manager, request)
    actions.withdraw(request, by=driver, at=AT)
    with pytest.raises(Refused):
        actions.approve(request, by=fleet_manager, at=AT)


def test_a_vehicle_in_the_workshop_is_not_sent_out(asked, car, registered, driver, fleet_manager):
    other = registered("苏D00002")
    request = asked()
    actions.approve(request, by=fleet_manager, at=AT)
    actions.bring(
        request, expected_back=date(2025, 11, 5), km=10_000, by=driver, at=moment(11, 3, 10)
    )
    both = [car, other]

    def there(start, end, seen=AT) -> set[int]:
        return set(in_workshop(both, start, end, at=seen))

    assert there(moment(11, 3, 8), moment(11, 3, 10)) == set()
    assert there(moment(11, 3, 8), moment(11, 3, 11)) == {car.pk}
    assert there(moment(11, 5, 18), moment(11, 5, 20)) == {car.pk}
    assert there(moment(11, 6), moment(11, 7)) == set()
    assert there(moment(11, 20), moment(11, 21), seen=moment(11, 6)) == {car.pk}  # not back yet
    second = asked()
    actions.approve(second, by=fleet_manager, at=AT)
    with pytest.raises(Refused, match=request.number):
        actions.bring(second, expected_back=date(2025, 11, 9), by=driver, at=AT)
    actions.fetch(request, words="好了", by=driver, at=moment(11, 4))
    assert there(moment(11, 4), moment(11, 5)) == set()
    assert fresh(car).odometer == 10_000


def plan_of(car, by, **facts) -> ServicePlan:
    usual = {
        "vehicle": car, "title": "换机油", "every_km": 5000, "every_months": 6,
        "last_on": date(2025, 9, 1), "last_km": 10_000,
    }  # fmt: skip
    return service_plans.write_plan(ServicePlan(), by=by, at=AT, **{**usual, **facts})


def test_a_plan_is_due_by_its_day_or_its_kilometres(car, fleet_manager):
    plan = plan_of(car, fleet_manager)
    assert (plan.due_on, plan.due_km) == (date(2026, 3, 1), 15_000)
    assert laid(plan)[0] == "02-14 08:00 before"
    odometer.read(car, 14_499, occasion="keeper", by=fleet_manager, at=moment(10, 1))
    on, near = date(2025, 11, 3), ServicePlan.objects.running
    assert not near().near(on).exists()
    odometer.read(car, 14_500, occasion="keeper", by=fleet_manager, at=moment(11, 3))
    assert list(near().near(on)) == [plan]
    plan_reminders(fresh(plan), at=moment(11, 3, 10))
    assert [line[:5] for line in laid(plan)][-4:] == ["11-10", "11-13", "11-17", "11-17"]
    odometer.read(car, 15_001, occasion="keeper", by=fleet_manager, at=moment(11, 4))
    assert list(near().overdue(on)) == [plan]
    assert near().overdue(date(2026, 3, 2)).exists()


def test_service_that_was_done_counts_from_then(asked, car, driver, fleet_manager):
    plan = plan_of(car, fleet_manager)
    odometer.read(car, 14_800, occasion="keeper", by=fleet_manager, at=AT)
    request = asked(kind="service", plan=plan)
    actions.approve(request, by=fleet_manager, at=AT)
    actions.bring(request, expected_back=AT.date(), km=14_900, by=driver, at=AT)
    actions.fetch(fresh(request), words="已保养", by=driver, at=AT)
    plan = fresh(plan)
    assert (plan.last_on, plan.last_km) == (date(2025, 11, 3), 14_900)
    assert (plan.due_on, plan.due_km) == (date(2026, 5, 3), 19_900)


@pytest.mark.parametrize(
    "wrong", [{"every_km": None, "every_months": None}, {"every_km": 0}, {"title": ""}]
)
def test_a_plan_has_a_rhythm(car, fleet_manager, wrong):
    with pytest.raises(ValidationError):
        plan_of(car, fleet_manager, **wrong)


def test_keepers_see_all_requests_drivers_what_they_asked_for(asked, driver, head, teacher, pupil):
    mine = asked()
    asked(by=head)
    seen = ServiceRequest.objects.visible_to
    assert (seen(head).count(), list(seen(driver))) == (2, [mine])
    assert not seen(teacher).exists()
    assert not seen(pupil).exists()
