"""How safe the school is: accidents, hazards, drills."""

from datetime import date

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.measures import Counted, Days, Measure
from safety import rights
from safety.figures.drills import months_owed
from safety.lists import DRILLS, HAZARDS, INCIDENTS
from safety.models import Drill, Hazard, HazardTally, Incident

ENDED = ("kept", "missed")


def days_without(days: Days, on: date) -> int | None:
    """Days since the last accident before the end of a day; None where none had happened yet."""
    before = [day for day in days if day and day <= on]
    return (on - max(before)).days if before else None


MEASURES = (
    Measure(
        key="safety.days_without_accident", label=_("Days without an accident"), icon="urgent",
        unit=pgettext_lazy("unit", "days"), is_standing=True, derived=days_without,
        rows=Incident.objects.all, day="happened_at", page=INCIDENTS, place="place",
        number=Counted(query={"which": "accidents"}), reads_all=rights.can_direct_incidents,
    ),
    Measure(
        key="safety.hazards_open", label=_("Open hazards"), icon="alert-triangle",
        unit=pgettext_lazy("unit", "hazards"), more_is_better=False, is_standing=True,
        rows=Hazard.objects.all, day="raised_at", page=HAZARDS, place="place",
        tally=HazardTally.objects.all,
        number=Counted(query={"current": "open"}, columns=("still_open",)),
        reads_all=rights.can_direct_hazards,
    ),
    Measure(
        key="safety.hazards_overdue", label=_("Overdue hazards"), icon="alert-triangle",
        unit=pgettext_lazy("unit", "hazards"), more_is_better=False, is_standing=True,
        rows=Hazard.objects.all, page=HAZARDS, place="place",
        number=Counted(query={"current": "overdue"}), reads_all=rights.can_direct_hazards,
    ),
    Measure(
        key="safety.hazards_in_time", label=_("Hazards rectified in time"), icon="alert-triangle",
        hint=_("by the day of the report"), rows=Hazard.objects.all, day="raised_at",
        page=HAZARDS, place="place", tally=HazardTally.objects.all,
        number=Counted(query={"promise": "kept:rectified"}, columns=("kept",)),
        of=Counted(query={"promise": "ended:rectified"}, columns=ENDED),
        reads_all=rights.can_direct_hazards,
    ),
    Measure(
        key="safety.drills", label=_("Evacuation drills held"), icon="urgent",
        hint=_("one a month that is taught"), rows=Drill.objects.all, day="planned_at",
        page=DRILLS, number=Counted(query={"evacuation": "held"}), due=months_owed,
        reads_all=rights.can_read_drills,
    ),
)  # fmt: skip
