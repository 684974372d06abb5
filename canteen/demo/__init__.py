"""The canteens' part of the demo school: five weeks of menus, and what proves and judges them."""

from datetime import date
from random import Random

from canteen.demo import kitchen, menus, watching

PARTS = (menus, kitchen, watching)


def fill(random: Random, day: date) -> None:
    """Bring every part up to `day`."""
    for part in PARTS:
        part.fill(random, day)
