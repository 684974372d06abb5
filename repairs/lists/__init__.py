"""The lists of repairs."""

from campus.lists.registry import name_list
from repairs.lists.tickets import TICKETS

__all__ = ["TICKETS", "hand_in"]


def hand_in() -> None:
    """Let the lists be found by their names."""
    for page in (TICKETS,):
        name_list(page)
