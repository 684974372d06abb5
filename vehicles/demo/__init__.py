"""The part of vehicles in the demo school: what is filled into them, their service, an accident."""

from datetime import date
from random import Random

from vehicles.demo import fuel, service, vehicles


def fill(random: Random, day: date) -> None:
    """Bring vehicles, fuel and service up to `day`."""
    vehicles.fill(random, day)
    fuel.fill(Random(f"{day}-fuel"), day)  # noqa: S311  # invention, not secrecy
    service.fill(day)
