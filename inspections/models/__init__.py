"""Nouns of inspections, each in its file."""

from inspections.models.appeal import Appeal, decided_by
from inspections.models.campaign import Campaign, CampaignArea
from inspections.models.checklist import (
    MOST_LINES,
    SEE_ALL,
    Checklist,
    ChecklistItem,
    ChecklistVersion,
    roles_of,
)
from inspections.models.circles import concerns_of, walks_for, word_on
from inspections.models.comparing import Cell, Ranked, heat_map, ranked, ranking, scores_of
from inspections.models.coverage import Coverage, Sight
from inspections.models.finding import Finding
from inspections.models.inspection import EARLY, Answer, Inspection
from inspections.models.part import Correction, PartScore
from inspections.models.schedule import Schedule, Window
from inspections.models.tally import (
    FINDINGS_BY_DAY,
    PARTS_BY_DAY,
    SCORES_BY_DAY,
    WALKS_BY_DAY,
    FindingTally,
    PartTally,
    ScoreTally,
    WalkTally,
)

__all__ = [
    "EARLY",
    "FINDINGS_BY_DAY",
    "MOST_LINES",
    "PARTS_BY_DAY",
    "SCORES_BY_DAY",
    "SEE_ALL",
    "WALKS_BY_DAY",
    "Answer",
    "Appeal",
    "Campaign",
    "CampaignArea",
    "Cell",
    "Checklist",
    "ChecklistItem",
    "ChecklistVersion",
    "Correction",
    "Coverage",
    "Finding",
    "FindingTally",
    "Inspection",
    "PartScore",
    "PartTally",
    "Ranked",
    "Schedule",
    "ScoreTally",
    "Sight",
    "WalkTally",
    "Window",
    "concerns_of",
    "decided_by",
    "heat_map",
    "ranked",
    "ranking",
    "roles_of",
    "scores_of",
    "walks_for",
    "word_on",
]  # fmt: skip
