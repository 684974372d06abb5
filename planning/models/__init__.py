"""The nouns of planning, one file each."""

from planning.models.action_item import ActionItem
from planning.models.draft import DraftItem, PlanDraft
from planning.models.entry import CalendarEntry
from planning.models.meeting import AgendaItem, Attendee, Decision, Meeting
from planning.models.paper import Paper, PaperKind
from planning.models.plan import Kind, Plan, PlanAim, PlanItem, ProgressNote
from planning.models.reminder import Acknowledgement, Reminder, ReminderRule

__all__ = [
    "Acknowledgement",
    "ActionItem",
    "AgendaItem",
    "Attendee",
    "CalendarEntry",
    "Decision",
    "DraftItem",
    "Kind",
    "Meeting",
    "Paper",
    "PaperKind",
    "Plan",
    "PlanAim",
    "PlanDraft",
    "PlanItem",
    "ProgressNote",
    "Reminder",
    "ReminderRule",
]
