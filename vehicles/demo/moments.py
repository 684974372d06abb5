"""The vehicles of the demo school."""

from datetime import date, datetime, time, timedelta
from random import Random

from campus.models import Department, Person
from campus.school_time.engine import moment_of
from campus.storing import store
from vehicles.models import Vehicle

FLEET = (
    ("苏D83K21", "别克GL8 653T", Vehicle.Kind.VAN, Vehicle.Energy.PETROL, 7, 70),
    ("苏D10955", "宇通ZK6119", Vehicle.Kind.BUS, Vehicle.Energy.DIESEL, 45, 280),
    ("苏DF20688", "比亚迪秦PLUS EV", Vehicle.Kind.CAR, Vehicle.Energy.ELECTRIC, 5, None),
)


def fill(random: Random, day: date) -> None:
    """Three vehicles of the office."""
    head = Person.objects.get(number="head")
    office = Department.objects.get(name="后勤服务处")
    for plate, model, kind, energy, seats, tank in FLEET:
        vehicle = Vehicle(
            plate=plate, model=model, kind=kind, energy=energy, seats=seats, tank_litres=tank,
            department=office, registered_on=date(day.year - random.randrange(2, 7), 6, 15),
            by=head, at=ago(day, 200),
        )  # fmt: skip
        store(vehicle)


def ago(day: date, days: int, hour: int = 9, minute: int = 0) -> datetime:
    """A moment so many days before `day`."""
    return moment_of(day - timedelta(days=days), time(hour, minute))


def person(number: str) -> Person:
    """Whoever has a demo account."""
    return Person.objects.get(number=number)
