"""The lists of vehicles."""

from campus.lists.registry import name_list
from vehicles.lists.fuel import CARD_MONTHS, CARD_MOVES, CARDS, REFUELS, TANKS
from vehicles.lists.service import BILLS, INCIDENTS, PLANS, SERVICE_REQUESTS, WORKSHOPS

__all__ = [
    "BILLS",
    "CARDS",
    "CARD_MONTHS",
    "CARD_MOVES",
    "INCIDENTS",
    "PLANS",
    "REFUELS",
    "SERVICE_REQUESTS",
    "TANKS",
    "WORKSHOPS",
    "hand_in",
]


def hand_in() -> None:
    """Let the lists be found by their names."""
    for page in (
        REFUELS, TANKS, CARDS, CARD_MOVES, CARD_MONTHS, SERVICE_REQUESTS, BILLS, PLANS, WORKSHOPS,
        INCIDENTS,
    ):  # fmt: skip
        name_list(page)
