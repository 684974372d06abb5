"""The lists of the dormitory."""

from campus.lists.registry import name_list
from dormitory.lists.moves import MOVES
from dormitory.lists.stays import STAYS

__all__ = ["MOVES", "STAYS", "hand_in"]


def hand_in() -> None:
    """Let the lists be found by their names."""
    for page in (STAYS, MOVES):
        name_list(page)
