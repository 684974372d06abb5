"""The lists of the vehicles."""

from campus.lists.registry import name_list
from vehicles.lists.requests import REQUESTS
from vehicles.lists.trips import TRIPS
from vehicles.lists.vehicles import VEHICLES

__all__ = ["REQUESTS", "TRIPS", "VEHICLES", "hand_in"]


def hand_in() -> None:
    """Let the lists be found by their names."""
    for page in (VEHICLES, REQUESTS, TRIPS):
        name_list(page)
