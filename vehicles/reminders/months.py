"""Monthly sheets that are to be published."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from campus.models import Person, Role
from planning.registry import Remindable, heads
from vehicles.models import FleetMonth


class MonthReminders(Remindable[FleetMonth]):
    """Sheets to be published by the 5th of the next month; days before and after are our own
    figures, which each school changes."""

    model = FleetMonth
    subjects = {"fleet_month": _("Monthly sheets of vehicles")}
    coming = gettext_noop("To be published by %(day)s: %(title)s")
    today = gettext_noop("To be published today, %(day)s: %(title)s")
    overdue = gettext_noop("Was to be published by %(day)s: %(title)s")
    in_calendar_days = True
    tells_robots = False

    def default_steps(self, subject: str) -> Mapping[str, Any]:
        return {"days_before": [3], "on_the_day": True, "overdue_after": [1], "escalate_after": [5]}

    def subject(self, thing: FleetMonth) -> str:
        return "fleet_month"

    def open_things(self, subject: str | None = None) -> QuerySet[FleetMonth]:
        return FleetMonth.objects.to_publish()

    def is_open(self, thing: FleetMonth) -> bool:
        return thing.published_at is None

    def due_on(self, thing: FleetMonth) -> date:
        return thing.due_on

    def path(self, thing: FleetMonth) -> str:
        return thing.get_absolute_url()

    def responsible(self, thing: FleetMonth) -> list[Person]:
        """Whoever manages the fleet, else the head."""
        return list(Person.objects.on_duty_as(Role.FLEET_MANAGER)) or heads()
