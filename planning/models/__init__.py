"""The nouns of planning, one file each."""

from planning.models.draft import DraftItem, PlanDraft
from planning.models.entry import CalendarEntry
from planning.models.plan import Kind, Plan, PlanAim, PlanItem, ProgressNote
from planning.models.reminder import Acknowledgement, Reminder, ReminderRule

__all__ = [
    "Acknowledgement",
    "CalendarEntry",
    "DraftItem",
    "Kind",
    "Plan",
    "PlanAim",
    "PlanDraft",
    "PlanItem",
    "ProgressNote",
    "Reminder",
    "ReminderRule",
]
