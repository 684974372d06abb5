"""The vehicles' part of the demo school."""

from datetime import date
from random import Random

from vehicles.demo import trips, vehicles


def fill(random: Random, day: date) -> None:
    """Bring vehicles and trips up to `day`."""
    vehicles.fill(day)
    trips.fill(random, day)
