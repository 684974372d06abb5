"""The demo school's special rooms: six rooms, two weeks of bookings, three projects."""

from datetime import date
from random import Random

from rooms.demo import bookings, projects


def fill(random: Random, day: date) -> None:
    """Rooms with their bookings, then projects, as they stand on `day`."""
    bookings.fill(random, day)
    projects.fill(random, day)
