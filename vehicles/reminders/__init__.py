"""What vehicles have people reminded of: monthly sheets, and service. Papers are reminded of as all
are (`planning.papers`), trips that nobody ends are asked after (`vehicles.tasks`)."""

from planning.registry import register
from vehicles.reminders.months import MonthReminders
from vehicles.reminders.service import ServiceReminders


def hand_in() -> None:
    """Let them be reminded of."""
    register(MonthReminders())
    register(ServiceReminders())
