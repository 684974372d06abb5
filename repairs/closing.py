"""What of repairs, beside their cases, can be open when a semester is closed."""

from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from campus.closing.registry import Closable, name_closable
from repairs.models import MaintenanceJob


def open_jobs(until: date) -> QuerySet[MaintenanceJob]:
    """Maintenance that is still to be done."""
    return MaintenanceJob.objects.open().filter(due_on__lte=until)


def hand_in() -> None:
    """Let maintenance be carried over."""
    name_closable(
        Closable(
            key="maintenance", label=_("Preventive maintenance"), icon="calendar-repeat",
            model=MaintenanceJob, unsettled=open_jobs,
        )
    )  # fmt: skip
