"""How inspections are kept, and how much of the school is seen in time."""

from django.utils.translation import gettext_lazy as _

from campus.measures import Counted, Measure
from inspections import rights
from inspections.lists import COVERAGE, INSPECTIONS
from inspections.models import Coverage, Inspection, WalkTally

MEASURES = (
    Measure(
        key="inspections.kept", label=_("Inspections done in time"), icon="clipboard-check",
        hint=_("of those planned"), rows=Inspection.objects.all, day="due_at", page=INSPECTIONS,
        place="place", tally=WalkTally.objects.all,
        number=Counted(query={"state": "kept"}, columns=("kept",)),
        of=Counted(query={"state": "counted"}, columns=("planned",)),
        reads_all=rights.can_see_figures,
    ),
    Measure(
        key="inspections.coverage", label=_("Places seen in time"), icon="map-2",
        hint=_("of those that schedules name"), is_standing=True,
        rows=Coverage.objects.all().expected, page=COVERAGE, place="place",
        number=Counted(query={"sight": "in_time"}), of=Counted(),
        reads_all=rights.can_see_figures,
    ),
)  # fmt: skip
