"""The lists of the dormitory."""

from campus.lists.registry import name_list
from dormitory.lists.moves import MOVES
from dormitory.lists.nights import ABSENCES, COUNTS, LEAVE
from dormitory.lists.stays import STAYS
from dormitory.lists.visits import VISITS

__all__ = ["ABSENCES", "COUNTS", "LEAVE", "MOVES", "STAYS", "VISITS", "hand_in"]


def hand_in() -> None:
    """Let the lists be found by their names."""
    for page in (STAYS, MOVES, ABSENCES, COUNTS, LEAVE, VISITS):
        name_list(page)
