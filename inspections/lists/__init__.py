"""The lists of inspections."""

from campus.lists.registry import name_list
from inspections.lists.campaigns import CAMPAIGNS
from inspections.lists.checklists import CHECKLISTS
from inspections.lists.coverage import COVERAGE
from inspections.lists.findings import FINDINGS
from inspections.lists.schedules import SCHEDULES
from inspections.lists.scores import APPEALS, SCORES
from inspections.lists.walks import INSPECTIONS

__all__ = [
    "APPEALS", "CAMPAIGNS", "CHECKLISTS", "COVERAGE", "FINDINGS", "INSPECTIONS", "SCHEDULES",
    "SCORES", "hand_in",
]  # fmt: skip


def hand_in() -> None:
    """Let the lists be found by their names."""
    for page in (
        INSPECTIONS, FINDINGS, SCORES, APPEALS, COVERAGE, CAMPAIGNS, SCHEDULES, CHECKLISTS
    ):  # fmt: skip
        name_list(page)
