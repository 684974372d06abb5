"""A trip is asked for and approved: whose turn it is, in which order, and up to which cap."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from campus.doors import Refused
from campus.models import Role
from tests.conftest import make_person
from tests.vehicles.conftest import AT, HOUR, START, drive, fresh, moment, told
from vehicles.actions import caps, driving, requests
from vehicles.models import Approval, ApprovalRule, TripRequest, UsageCap, uses_of

SATURDAY = moment(11, 8, 9)


def steps(request) -> list[tuple[str, list[str], str]]:
    """The way of a request: role, why, answer."""
    return [(each.role, each.why, each.answer) for each in request.approvals.order_by("step")]


def test_a_short_trip_is_the_fleet_managers_alone(asked, fleet, teacher):
    request = asked()
    assert (request.number, steps(request)) == ("V-2025-0001", [("fleet_manager", ["always"], "")])
    assert told(fleet) == ["New: %(number)s %(title)s"]
    requests.approve(request, by=fleet, at=AT, seen=request.version)
    request = fresh(request)
    assert (request.status, request.waits_for) == ("approved", "fleet_manager")
    assert told(teacher) == ["%(number)s is now “%(state)s”: %(title)s"]


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({"km": 200}, ["long"]),
        ({"ends_at": START + 24 * HOUR}, ["long"]),
        ({"yuan": Decimal(500)}, ["costly"]),
        ({"km": 300, "yuan": Decimal(900)}, ["long", "costly"]),
        ({"starts_at": SATURDAY, "ends_at": SATURDAY + HOUR, "exception_why": "高考"}, ["day_off"]),
    ],
)
def test_what_is_long_costly_or_on_a_day_off_is_the_heads_too(asked, fleet, head, facts, why):
    request = asked(**facts)
    assert steps(request) == [("fleet_manager", ["always"], ""), ("head", why, "")]
    requests.approve(request, by=fleet, at=AT)
    request = fresh(request)
    assert (request.status, request.waits_for) == ("requested", "head")
    with pytest.raises(Refused):
        requests.approve(request, by=fleet, at=AT)
    requests.approve(request, by=head, at=AT)
    assert [answer for _role, _why, answer in steps(request)] == ["approved", "approved"]
    assert fresh(request).status == "approved"


def test_rules_are_the_schools_own_and_what_waits_keeps_its_steps(asked, head):
    old = asked(km=200)
    rule = ApprovalRule.objects.get(why="long")
    requests.change_rule(rule, km=500, days=None, by=head, at=AT)
    assert (len(steps(old)), len(steps(asked(km=200)))) == (2, 1)
    requests.change_rule(ApprovalRule.objects.get(why="always"), role="head", by=head, at=AT)
    assert steps(asked(km=600)) == [("head", ["always", "long"], "")]
    for why in ("day_off", "over_cap"):
        with pytest.raises(ValidationError):
            requests.change_rule(ApprovalRule.objects.get(why=why), is_on=False, by=head, at=AT)


def test_nobody_approves_their_own_request_whatever_they_are(asked, fleet, head, administrator):
    own = asked(by=fleet)
    assert steps(own) == [("head", ["always"], "")]
    heads = asked(by=head, km=300)
    assert steps(heads) == [("fleet_manager", ["always"], ""), ("administrator", ["long"], "")]
    for by, request in ((fleet, own), (head, heads)):
        with pytest.raises(Refused, match="自己"):
            requests.approve(request, by=by, at=AT)
    with pytest.raises(IntegrityError), transaction.atomic():
        Approval.objects.filter(request=own).update(
            answer="approved", decided_by=fleet, decided_at=AT
        )
    requests.approve(heads, by=fleet, at=AT)
    requests.approve(fresh(heads), by=administrator, at=AT)
    assert fresh(heads).status == "approved"


def test_a_refusal_wants_a_reason_and_ends_it(asked, approved, fleet):
    request = asked()
    with pytest.raises(Refused):
        requests.refuse(request, words=" ", by=fleet, at=AT)
    requests.refuse(request, words="请合并用车", by=fleet, at=AT)
    assert (fresh(request).status, steps(request)[0][2]) == ("refused", "refused")
    no_vehicle = approved()
    requests.refuse(no_vehicle, words="当日无车", by=fleet, at=AT)
    assert (fresh(no_vehicle).status, steps(no_vehicle)[0][2]) == ("refused", "approved")


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"starts_at": AT - HOUR, "ends_at": AT + HOUR}, "starts_at"),
        ({"ends_at": START}, "ends_at"),
        ({"passengers": 7}, "passengers"),
        ({"starts_at": SATURDAY, "ends_at": SATURDAY + HOUR}, "exception_why"),
        ({"km": 9000}, "km"),
    ],
)
def test_what_cannot_be_is_not_asked_for(asked, facts, field):
    with pytest.raises(ValidationError) as refused:
        asked(**facts)
    assert list(refused.value.message_dict) == [field]
    assert not TripRequest.objects.exists()


def test_whoever_has_asked_takes_it_back_also_out_of_a_trip(sent, asked, teacher, fleet, driver):
    trip = sent()
    request = trip.requests.get()
    requests.withdraw(request, by=teacher, at=AT)
    assert (fresh(request).status, fresh(request).trip, fresh(trip).status) == (
        "withdrawn", None, "called_off",
    )  # fmt: skip
    assert told(driver)[-1] == "You do not drive any more: %(trip)s"
    later = sent(starts_at=START + timedelta(days=1))
    driving.start(later, km=10_000, started_at=later.starts_at, by=driver, at=later.starts_at)
    with pytest.raises(Refused):
        requests.withdraw(later.requests.get(), by=teacher, at=later.starts_at)


# Caps


@pytest.fixture
def cap(academic_office, head, semester) -> UsageCap:
    """A hundred kilometres in the semester for the teacher's department."""
    return caps.write_cap(
        UsageCap(), semester=semester, department=academic_office, km=100, by=head, at=AT
    )


def use(cap) -> tuple:
    """Used, committed and left of a cap's kilometres."""
    (found,) = uses_of([cap])
    return found.used, found.committed, found.left


def test_a_cap_counts_what_is_committed_until_it_is_driven(cap, sent, asked):
    asked(km=60)
    assert use(cap) == (0, 0, 100)
    trip = sent(km=60)
    assert use(cap) == (0, 60, 40)
    drive(trip, 52)
    assert use(cap) == (52, 0, 48)


def test_above_the_cap_only_the_head_goes_on_with_a_reason(cap, sent, asked, fleet, head):
    drive(sent(km=90), 90)
    request = asked(km=24, starts_at=START + timedelta(days=1))
    assert steps(request)[1][:2] == ("head", ["over_cap"])
    requests.approve(request, by=fleet, at=AT)
    with pytest.raises(Refused):
        requests.approve(fresh(request), words="", by=head, at=AT)
    requests.approve(fresh(request), words="考务必需", by=head, at=AT)
    assert (fresh(request).status, fresh(request).over_cap_why) == ("approved", "考务必需")
    assert use(cap) == (90, 24, -14)


def test_a_cap_that_is_reached_meanwhile_gives_the_head_a_step(cap, asked, fleet, head):
    first, second = asked(km=60), asked(km=60, starts_at=START + timedelta(days=1))
    assert [len(steps(each)) for each in (first, second)] == [1, 1]
    requests.approve(first, by=fleet, at=AT)
    requests.approve(second, by=fleet, at=AT)
    assert steps(second) == [
        ("fleet_manager", ["always"], "approved"), ("head", ["over_cap"], ""),
    ]  # fmt: skip
    assert (fresh(second).status, fresh(second).waits_for) == ("requested", "head")


def test_caps_of_the_school_and_of_other_times_and_departments(cap, sent, head, office, semester):
    school = caps.write_cap(UsageCap(), year=2025, km=500, trips=1, by=head, at=AT)
    others = caps.write_cap(UsageCap(), year=2025, department=office, km=5, by=head, at=AT)
    past = caps.write_cap(UsageCap(), year=2024, km=5, by=head, at=AT)
    drive(sent(), 30)
    assert [(each.name, each.left) for each in uses_of([school])] == [("km", 470), ("trips", 0)]
    assert (use(others), use(past)) == ((0, 0, 5), (0, 0, 5))
    for wrong in ({"year": 2025}, {"year": 2026, "semester": semester, "km": 5}, {"km": 5}):
        with pytest.raises(ValidationError):
            caps.write_cap(UsageCap(), by=head, at=AT, **wrong)
    with pytest.raises(ValidationError):
        caps.write_cap(UsageCap(), year=2025, km=7, by=head, at=AT)


def test_who_sees_which_requests(asked, sent, teacher, fleet, head, driver, pupil):
    waiting, driven = asked(starts_at=START + timedelta(days=2)), sent().requests.get()
    stranger = make_person("T099", "路人", Role.STOREKEEPER)
    seen = {
        person.number: set(TripRequest.objects.visible_to(person).values_list("pk", flat=True))
        for person in (teacher, fleet, head, driver, stranger, pupil)
    }
    both = {waiting.pk, driven.pk}
    assert seen == {
        "T005": both, "T010": both, "T001": both, "T011": {driven.pk}, "T099": set(),
        "20250301": set(),
    }  # fmt: skip
