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

__all__ = [
    "EARLY", "MOST_LINES", "SEE_ALL", "Answer", "Campaign", "CampaignArea", "Checklist",
    "ChecklistItem", "ChecklistVersion", "Coverage", "Finding", "Inspection", "Schedule", "Sight",
    "Window", "roles_of",
]  # fmt: skip
