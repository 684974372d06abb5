"""The lists of the vehicles."""

from campus.lists.registry import name_list
from vehicles.lists.fuel import CARD_MONTHS, CARD_MOVES, CARDS, REFUELS, TANKS
from vehicles.lists.requests import REQUESTS
from vehicles.lists.service import BILLS, INCIDENTS, PLANS, SERVICE_REQUESTS, WORKSHOPS
from vehicles.lists.trips import TRIPS
from vehicles.lists.vehicles import VEHICLES

__all__ = [
    "BILLS", "CARDS", "CARD_MONTHS", "CARD_MOVES", "INCIDENTS", "PLANS", "REFUELS", "REQUESTS",
    "SERVICE_REQUESTS", "TANKS", "TRIPS", "VEHICLES", "WORKSHOPS", "hand_in",
]  # fmt: skip


def hand_in() -> None:
    """Let the lists be found by their names."""
    for page in (
        VEHICLES, REQUESTS, TRIPS, REFUELS, TANKS, CARDS, CARD_MOVES, CARD_MONTHS, SERVICE_REQUESTS,
        BILLS, PLANS, WORKSHOPS, INCIDENTS,
    ):  # fmt: skip
        name_list(page)
