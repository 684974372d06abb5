"""The lists of the dormitory."""

from campus.lists.registry import name_list
from dormitory.lists.moves import MOVES
from dormitory.lists.nights import ABSENCES, COUNTS, LEAVE
from dormitory.lists.nominations import NOMINATIONS
from dormitory.lists.stays import STAYS
from dormitory.lists.visits import VISITS

__all__ = ["ABSENCES", "COUNTS", "LEAVE", "MOVES", "NOMINATIONS", "STAYS", "VISITS", "hand_in"]


def hand_in() -> None:
    """Let the lists be found by their names."""
    for page in (STAYS, MOVES, ABSENCES, COUNTS, LEAVE, VISITS, NOMINATIONS):
        name_list(page)
