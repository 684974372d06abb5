"""How rooms are kept, and how many were not there in the evening; numbers alone, no names."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.measures import Counted, Measure
from dormitory import rights
from dormitory.lists import ABSENCES
from dormitory.models import Absence, AbsenceTally
from dormitory.models.checks import TOPIC
from inspections.lists import SCORES
from inspections.models import PartScore, ScoreTally
from inspections.rights import can_see_figures

FIRST_LOOKS = {"topic": TOPIC, "look": "False"}
MEASURES = (
    Measure(
        key="dormitory.flawless", label=_("Dorm rooms without a fault"), icon="bed",
        hint=_("of those checked"), rows=PartScore.objects.all, day="day", page=SCORES,
        place="place", tally=ScoreTally.objects.filter(checklist__topic=TOPIC).all,
        number=Counted(query={**FIRST_LOOKS, "sort": "flawless"}, columns=("flawless",)),
        of=Counted(query=FIRST_LOOKS, columns=("checks",)), reads_all=can_see_figures,
    ),
    Measure(
        key="dormitory.absences", label=_("Not there at the evening roll"), icon="bed",
        unit=pgettext_lazy("unit", "times"), more_is_better=False, rows=Absence.objects.all,
        day="night", page=ABSENCES, place="room__place", grade="pupil__school_class__grade",
        tally=AbsenceTally.objects.all, number=Counted(columns=("noted",)),
        reads_all=rights.can_read_all_absences,
    ),
)  # fmt: skip
