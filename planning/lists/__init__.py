"""The lists of planning: plan and calendar, meetings and their actions, papers."""

from campus.lists.registry import name_list
from planning.lists.meeting import ACTIONS, MEETINGS
from planning.lists.paper import PAPERS
from planning.lists.plan import ALL, ENTRIES, PLAN_ITEMS, SEMESTER

__all__ = ["ACTIONS", "ALL", "ENTRIES", "MEETINGS", "PAPERS", "PLAN_ITEMS", "SEMESTER", "hand_in"]


def hand_in() -> None:
    """Let the lists be found by their names."""
    name_list(PAPERS)
    name_list(MEETINGS)
    name_list(ACTIONS)
    name_list(PLAN_ITEMS)
    name_list(ENTRIES)
