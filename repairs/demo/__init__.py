"""The part of repairs in the demo school: faults, assets with a spare pool and their maintenance,
a store, a check of property."""

from datetime import date
from random import Random

from repairs.demo import assets, maintenance, property, supplies, tickets


def fill(random: Random, day: date) -> None:
    """Bring tickets, assets and the store up to `day`."""
    tickets.fill(random, day)
    assets.fill(random, day)
    maintenance.fill(Random(f"{day}-maintenance"), day)  # noqa: S311  # invention, not secrecy
    supplies.fill(random, day)
    property.fill(Random(f"{day}-property"), day)  # noqa: S311  # as above
