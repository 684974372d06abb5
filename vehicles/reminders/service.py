"""What vehicles have people reminded of: service that comes with its day or with its kilometres."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from campus.models import Person, Role
from campus.school_time.engine import moment_of
from planning.registry import Remindable, heads
from vehicles.models import ServicePlan
from vehicles.models.service_plan import SOON_KM

# So long after an odometer has come near the kilometres they are reached about; our own figure.
UNTIL_REACHED = timedelta(days=7)


class ServiceReminders(Remindable[ServicePlan]):
    """Service plans, in calendar days, for the fleet manager."""

    model = ServicePlan
    in_calendar_days = True
    tells_robots = False
    subjects = {"vehicle_service": _("Service of vehicles")}
    coming = gettext_noop("Service due on %(day)s: %(title)s")
    today = gettext_noop("Service due today, %(day)s: %(title)s")
    overdue = gettext_noop("Service was due on %(day)s: %(title)s")

    def default_steps(self, subject: str) -> Mapping[str, Any]:
        """Time enough to agree on a day with the workshop; our own figures."""
        return {
            "days_before": [14, 7], "on_the_day": True, "overdue_after": [3, 7],
            "escalate_after": [7],
        }  # fmt: skip

    def subject(self, thing: ServicePlan) -> str:
        return "vehicle_service"

    def open_things(self, subject: str | None = None) -> QuerySet[ServicePlan]:
        return ServicePlan.objects.running()

    def is_open(self, thing: ServicePlan) -> bool:
        return ServicePlan.objects.running().filter(pk=thing.pk).exists()

    def due_on(self, thing: ServicePlan) -> date | None:
        """The day, or a week after the odometer has come near the kilometres, if that is first."""
        days = [day for day in (thing.due_on, reached_about(thing)) if day]
        return min(days, default=None)

    def path(self, thing: ServicePlan) -> str:
        return thing.get_absolute_url()

    def responsible(self, thing: ServicePlan) -> list[Person]:
        """Whoever keeps the vehicles, else the head."""
        return list(Person.objects.on_duty_as(Role.FLEET_MANAGER)) or heads()


def reached_about(plan: ServicePlan) -> date | None:
    """About when its kilometres are reached; None while the odometer is not within 500 km of them.
    It reads what was driven since the service was done last, and no more."""
    if plan.due_km is None:
        return None
    since: datetime = moment_of(plan.last_on, time.min)
    near = plan.vehicle.readings.filter(at__gte=since, km__gte=plan.due_km - SOON_KM)
    first = near.order_by("at", "id").values_list("at", flat=True).first()
    return timezone.localtime(first).date() + UNTIL_REACHED if first else None
