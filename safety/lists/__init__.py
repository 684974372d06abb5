"""The lists of safety."""

from campus.lists.registry import name_list
from safety.lists.hazards import HAZARDS

__all__ = ["HAZARDS", "hand_in"]


def hand_in() -> None:
    """Let the lists be found by their names."""
    for page in (HAZARDS,):
        name_list(page)
