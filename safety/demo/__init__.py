"""The part of safety in the demo school: a semester as it could have been."""

from datetime import date
from random import Random

from safety.demo import drills, hazards, norms, people, stock

PARTS = (hazards, drills, norms, stock, people)


def fill(random: Random, day: date) -> None:
    """Bring every part up to `day`."""
    for part in PARTS:
        part.fill(random, day)
