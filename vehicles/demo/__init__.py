"""The vehicles' part of the demo school."""

from datetime import date
from random import Random

from vehicles.demo import fuel, service, trips, vehicles


def fill(random: Random, day: date) -> None:
    """Bring vehicles, trips, fuel and service up to `day`."""
    vehicles.fill(day)
    trips.fill(random, day)
    fuel.fill(Random(f"{day}-fuel"), day)  # noqa: S311  # invention, not secrecy
    service.fill(day)
