"""Nouns of inspections, each in its file."""

from inspections.models.campaign import Campaign, CampaignArea
from inspections.models.checklist import (
    MOST_LINES,
    SEE_ALL,
    Checklist,
    ChecklistItem,
    ChecklistVersion,
    roles_of,
)
from inspections.models.coverage import Coverage, Sight
from inspections.models.finding import Finding
from inspections.models.inspection import EARLY, Answer, Inspection
from inspections.models.schedule import Schedule, Window
from inspections.models.tally import FINDINGS_BY_DAY, WALKS_BY_DAY, FindingTally, WalkTally

__all__ = [
    "EARLY",
    "FINDINGS_BY_DAY",
    "MOST_LINES",
    "SEE_ALL",
    "WALKS_BY_DAY",
    "Answer",
    "Campaign",
    "CampaignArea",
    "Checklist",
    "ChecklistItem",
    "ChecklistVersion",
    "Coverage",
    "Finding",
    "FindingTally",
    "Inspection",
    "Schedule",
    "Sight",
    "WalkTally",
    "Window",
    "roles_of",
]  # fmt: skip
