"""The lists of special rooms, each in its file."""

from campus.lists.registry import name_list
from rooms.lists.bookings import BOOKINGS
from rooms.lists.projects import PROJECTS, RISKS, SPENDINGS
from rooms.lists.rooms import ROOMS

__all__ = ["BOOKINGS", "PROJECTS", "RISKS", "ROOMS", "SPENDINGS"]


def hand_in() -> None:
    """Let exports and saved searches find the lists."""
    for page in (ROOMS, BOOKINGS, PROJECTS, RISKS, SPENDINGS):
        name_list(page)
