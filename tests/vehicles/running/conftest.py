"""A car with a fuel card, its driver and its keeper, and a moment of a working day."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from campus.models import Person, Role
from tests.campus.attachments.samples import jpeg
from tests.conftest import make_person
from vehicles.actions import cards, refuels, workshops
from vehicles.models import FuelCard, RefuelRecord, Vehicle, VehicleWorkshop

SHANGHAI = ZoneInfo("Asia/Shanghai")


def moment(month: int, day: int, hour: int = 9, minute: int = 0) -> datetime:
    """A moment of 2025, school time."""
    return datetime(2025, month, day, hour, minute, tzinfo=SHANGHAI)


AT = moment(11, 3)  # a Monday
OPENED = date(2025, 9, 1)


@pytest.fixture
def fleet_manager(office) -> Person:
    """Keeps the vehicles."""
    return make_person("T020", "骆行南", Role.FLEET_MANAGER, department=office)


@pytest.fixture
def driver(office) -> Person:
    return make_person("T021", "贺临风", Role.DRIVER, department=office)


@pytest.fixture
def registered(head, office):
    """`registered("苏D00001")`: a vehicle of the office, a petrol car unless said otherwise."""

    def register(plate: str = "苏D00001", **facts: Any) -> Vehicle:
        usual = {"model": "别克GL8", "seats": 7, "tank_litres": 70, "department": office}
        return Vehicle.objects.create(plate=plate, by=head, at=AT, **{**usual, **facts})

    return register


@pytest.fixture
def car(registered) -> Vehicle:
    return registered()


@pytest.fixture
def carded(fleet_manager):
    """`carded(car)`: a card that the vehicle has since 1 September, with so many yuan on it."""

    def write(vehicle: Vehicle, number: str = "1000 0001", topped: int = 3000) -> FuelCard:
        by: dict[str, Any] = {"by": fleet_manager, "at": moment(9, 1, 8)}
        card = cards.write_card(
            FuelCard(), number=number, issuer="中国石化", opened_on=OPENED, **by
        )
        cards.give(card, to=vehicle, starts_on=OPENED, **by)
        if topped:
            cards.top_up(card, amount=Decimal(topped), on=OPENED, **by)
        return fresh(card)

    return write


@pytest.fixture
def card(car, carded) -> FuelCard:
    return carded(car)


@pytest.fixture
def filled(car, driver):
    """`filled(km=…)`: a fill of 40 litres at 7.50 yuan with the card, by the driver, entered when
    it happened unless said otherwise; its receipts have numbers of their own."""
    numbers = iter(range(1, 10_000))

    def fill(*, by: Person | None = None, entered: datetime | None = None, **facts: Any):
        what = fill_of(car, **{"receipt": f"R{next(numbers)}", **facts})
        return refuels.record(what, by=by or driver, at=entered or what.at)

    return fill


def fill_of(vehicle: Vehicle, **facts: Any) -> refuels.Fill:
    """What somebody says of a fill."""
    usual: dict[str, Any] = {
        "vehicle": vehicle, "at": AT, "km": 10_000, "quantity": Decimal(40),
        "price": Decimal("7.50"), "station": "城东加油站",
    }  # fmt: skip
    said = {**usual, **facts}
    said.setdefault("amount", refuels.cost(said["quantity"], said["price"]))
    return refuels.Fill(**said)


@pytest.fixture
def course(filled) -> Callable[..., list[RefuelRecord]]:
    """`course([400, 410])`: full tanks of 40 litres, one each third day, after so many kilometres
    each; the first of them stands at 10,000 km."""

    def drive(
        distances: list[int], *, begins: datetime = AT, km: int = 10_000, **facts: Any
    ) -> list[RefuelRecord]:
        facts = {"quantity": Decimal(40), "price": Decimal(1), **facts}
        made = [filled(at=begins, km=km, **facts)]
        for number, distance in enumerate(distances, 1):
            km += distance
            made.append(filled(at=begins + timedelta(days=3 * number), km=km, **facts))
        return made

    return drive


@pytest.fixture
def workshop(fleet_manager) -> VehicleWorkshop:
    return workshops.write_workshop(
        VehicleWorkshop(), name="新北定点维修厂", by=fleet_manager, at=AT
    )


def fresh(row: Any) -> Any:
    """The row as it stands in the database."""
    return type(row).objects.get(pk=row.pk)


def photo(name: str = "小票.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, jpeg(64, 48), "image/jpeg")
