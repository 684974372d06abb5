"""The lists of safety."""

from campus.lists.registry import name_list
from safety.lists.chemicals import CHEMICALS
from safety.lists.drills import DRILLS
from safety.lists.education import EVENTS
from safety.lists.equipment import EQUIPMENT
from safety.lists.hazards import HAZARDS
from safety.lists.incidents import INCIDENTS

__all__ = ["CHEMICALS", "DRILLS", "EQUIPMENT", "EVENTS", "HAZARDS", "INCIDENTS", "hand_in"]


def hand_in() -> None:
    """Let the lists be found by their names."""
    for page in (HAZARDS, INCIDENTS, DRILLS, EVENTS, CHEMICALS, EQUIPMENT):
        name_list(page)
