"""A fleet manager, two drivers, a van, a car and a school bus with their papers."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError

from campus.doors import Refused
from campus.models import InboxEntry, Person, Role
from planning.actions import papers
from planning.models import PaperKind
from tests.conftest import make_person
from vehicles.actions import cards, driving, refuels, requests, service_requests, trips
from vehicles.actions import vehicles as actions
from vehicles.models import (
    FuelCard,
    RefuelRecord,
    ServiceRequest,
    Trip,
    TripRequest,
    Vehicle,
    VehicleWorkshop,
)
from vehicles.registry import BUS_CHECK, INSPECTION, INSURANCE, LICENCE

SHANGHAI = ZoneInfo("Asia/Shanghai")


def moment(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of 2025, school time."""
    return datetime(2025, month, day, hour, minute, tzinfo=SHANGHAI)


AT = moment(11, 3, 8)  # a Monday
START = moment(11, 4, 9)
HOUR = timedelta(hours=1)
# Papers hold whenever the tests are run.
FOR_LONG = date(2099, 12, 31)


@pytest.fixture
def fleet(office) -> Person:
    """Keeps and dispatches the vehicles."""
    return make_person("T010", "陆行舟", Role.FLEET_MANAGER, department=office)


@pytest.fixture
def driver(office) -> Person:
    return make_person("T011", "苏怀瑾", Role.DRIVER, department=office, phone="13800000001")


@pytest.fixture
def other_driver(office) -> Person:
    return make_person("T012", "韩清和", Role.DRIVER, department=office)


def give(code: str, holder: Any, *, by: Person, until: date = FOR_LONG) -> None:
    """A paper of the kind under that code."""
    papers.record(PaperKind.objects.get(code=code), holder, ends_on=until, by=by, at=AT)


def registered(
    plate: str, kind: str, seats: int, km: int, *, by: Person, until: date = FOR_LONG
) -> Vehicle:
    """A vehicle whose papers hold until a day."""
    vehicle = actions.register(
        plate=plate, model="某型", kind=kind, seats=seats, km=km, by=by, at=AT - 30 * 24 * HOUR
    )
    codes = [INSURANCE, INSPECTION, *([BUS_CHECK] if kind == "school_bus" else [])]
    for code in codes:
        give(code, vehicle, by=by, until=until)
    return vehicle


@pytest.fixture
def van(fleet, driver, other_driver) -> Vehicle:
    """Six ride with the driver; both drivers have their licences."""
    vehicle = registered("苏D11111", "van", 7, 10_000, by=fleet)
    for person in (driver, other_driver):
        give(LICENCE, person, by=fleet)
    return vehicle


@pytest.fixture
def car(van, fleet) -> Vehicle:
    return registered("苏D22222", "car", 5, 50_000, by=fleet)


@pytest.fixture
def bus(van, fleet) -> Vehicle:
    return registered("苏D33333", "school_bus", 45, 30_000, by=fleet)


@pytest.fixture
def asked(teacher, academic_office, van, fleet, head) -> Callable[..., TripRequest]:
    """`asked(km=…)`: a request of the teacher's for Tuesday from nine to eleven, asked at AT."""

    def ask(*, by: Person | None = None, at: datetime = AT, **facts: Any) -> TripRequest:
        start = facts.get("starts_at", START)
        usual = {
            "title": "送试卷", "destination": "市考试院", "direction": "centre", "km": 24,
            "passengers": 2, "department": academic_office, "starts_at": start,
            "ends_at": start + 2 * HOUR,
        }  # fmt: skip
        return requests.ask(by=by or teacher, at=at, **usual | facts)

    return ask


def fresh(record: Any) -> Any:
    return type(record)._default_manager.get(pk=record.pk)


@pytest.fixture
def approved(asked, fleet, head) -> Callable[..., TripRequest]:
    """`approved(…)`: a request that has taken all its steps."""

    def approve(**facts: Any) -> TripRequest:
        request = asked(**facts)
        while request.is_waiting:
            by = fleet if request.waits_for == Role.FLEET_MANAGER else head
            requests.approve(request, words="同意", by=by, at=request.raised_at)
            request = fresh(request)
        return request

    return approve


@pytest.fixture
def sent(approved, van, driver, fleet) -> Callable[..., Trip]:
    """`sent(…)`: a trip with the van and its driver."""

    def send(*, vehicle: Vehicle = van, by_driver: Person = driver, **facts: Any) -> Trip:
        request = approved(**facts)
        return trips.dispatch(request, vehicle=vehicle, driver=by_driver, by=fleet, at=AT)

    return send


def drive(trip: Trip, km: int, **facts: Any) -> Trip:
    """Begun and ended at the planned minutes, so many kilometres driven."""
    start = Vehicle.objects.get(pk=trip.vehicle_id).odometer
    by = trip.driver
    trip = driving.start(trip, km=start, started_at=trip.starts_at, by=by, at=trip.starts_at)
    return driving.end(trip, km=start + km, ended_at=trip.ends_at, by=by, at=trip.ends_at, **facts)


def told(person: Person) -> list[str]:
    """The texts of what is in somebody's inbox, oldest first."""
    entries = InboxEntry.objects.filter(person=person).order_by("notice_id")
    return list(entries.values_list("notice__text", flat=True))


@dataclass(frozen=True)
class Garage:
    """All vehicles and drivers, and whoever decides."""

    vehicles: list[Vehicle]
    drivers: list[Person]
    fleet: Person
    head: Person


@pytest.fixture
def garage(van, car, bus, driver, other_driver, fleet, head) -> Garage:
    return Garage([van, car, bus], [driver, other_driver], fleet, head)


@pytest.fixture
def busy(asked, garage) -> Callable[[int], None]:
    """`busy(seed)`: sixty acts over two weeks, drawn by chance; some are refused."""

    def act(seed: int) -> None:
        random = Random(seed)
        for _number in range(60):
            try:
                one_act(random, asked, garage)
            except (Refused, ValidationError):
                continue

    return act


# The frequent ones twice.
KINDS = (*("ask", "approve", "send", "drive") * 2, "drop", "off", "right")


def one_act(random: Random, asked: Callable[..., TripRequest], garage: Garage) -> None:
    """Ask, approve, refuse, withdraw, send, call off, drive or put right."""
    at = AT + random.randrange(1, 300) * HOUR
    waiting = list(TripRequest.objects.filter(status__in=TripRequest.OPEN))
    planned = list(Trip.objects.filter(status="planned"))
    kind = random.choice(KINDS)
    if kind == "ask":
        asked(
            starts_at=at + HOUR, ends_at=at + random.randrange(2, 9) * HOUR, at=at,
            km=random.randrange(5, 300), passengers=random.randrange(1, 8), exception_why="x",
        )  # fmt: skip
    elif kind == "off" and planned:
        trips.call_off(random.choice(planned), why="x", by=garage.fleet, at=at)
    elif kind == "drive" and planned:
        drive(random.choice(planned), random.randrange(1, 90), tolls=Decimal(random.randrange(20)))
    elif kind == "right":
        reading = random.choice(list(random.choice(garage.vehicles).readings.all()))
        km = reading.km + random.randrange(-3, 4)
        driving.put_right(reading, km, why="x", by=garage.fleet, at=at)
    elif waiting:
        one_request(random, random.choice(waiting), kind, garage, at)


def one_request(
    random: Random, request: TripRequest, kind: str, garage: Garage, at: datetime
) -> None:
    by = random.choice((garage.fleet, garage.head))
    if kind == "approve":
        requests.approve(request, words="x", by=by, at=at)
    elif kind == "send":
        vehicle, driver = random.choice(garage.vehicles), random.choice(garage.drivers)
        trips.dispatch(request, vehicle=vehicle, driver=driver, by=by, at=AT)
    elif kind == "drop" and random.random() < 0.5:
        requests.refuse(request, words="x", by=by, at=at)
    elif kind == "drop":
        requests.withdraw(request, by=by, at=at)


@pytest.fixture
def brought(driver, fleet) -> Callable[..., ServiceRequest]:
    """`brought(van, back=…)`: asked for by the driver, approved, in the workshop since AT."""

    def bring(vehicle: Vehicle, *, back: date) -> ServiceRequest:
        workshop, _new = VehicleWorkshop.objects.get_or_create(name="新北定点维修厂")
        request = service_requests.ask(
            vehicle=vehicle, kind="repair", title="刹车异响", workshop=workshop,
            estimate=Decimal(900), by=driver, at=AT,
        )  # fmt: skip
        service_requests.approve(request, by=fleet, at=AT)
        service_requests.bring(request, expected_back=back, by=driver, at=AT)
        return fresh(request)

    return bring


@pytest.fixture
def billed(brought, driver) -> Callable[..., ServiceRequest]:
    """`billed(van, 850)`: serviced on Monday, and billed so many yuan on that day."""

    def bill(vehicle: Vehicle, yuan: int) -> ServiceRequest:
        request = brought(vehicle, back=AT.date())
        service_requests.fetch(request, words="好了", by=driver, at=AT + HOUR)
        service_requests.bill(
            fresh(request), invoice=f"F-{request.pk}", billed_on=AT.date(), labour=Decimal(yuan),
            parts=[], by=driver, at=AT + 2 * HOUR,
        )  # fmt: skip
        return fresh(request)

    return bill


@pytest.fixture
def filled(driver, fleet) -> Callable[..., RefuelRecord]:
    """`filled(van, 300, km=…)`: forty litres for so many yuan, with a card of the vehicle's own."""

    def fill(vehicle: Vehicle, yuan: int, *, km: int, at: datetime = AT) -> RefuelRecord:
        if not vehicle.card_turns.exists():
            day = AT.date() - timedelta(days=9)
            card = cards.write_card(
                FuelCard(), number=f"1000 {vehicle.pk}", issuer="中国石化", opened_on=day, by=fleet,
                at=AT,
            )  # fmt: skip
            cards.give(card, to=vehicle, starts_on=day, by=fleet, at=AT)
            cards.top_up(card, amount=Decimal(3000), on=day, by=fleet, at=AT)
        what = refuels.Fill(
            vehicle=vehicle, at=at, km=km, quantity=Decimal(40), price=Decimal(yuan) / 40,
            amount=Decimal(yuan), station="城东加油站", receipt=f"R{km}",
        )  # fmt: skip
        return refuels.record(what, by=driver, at=at)

    return fill
