"""How the work plan stands, and which papers run out."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.measures import Counted, Measure
from planning import rights
from planning.lists import ALL, PAPERS, PLAN_ITEMS, SEMESTER
from planning.models import Paper, PlanItem

PLAN_DONE = Measure(
    key="planning.done", label=_("Work plan done"), icon="list-check",
    hint=_("items by their due day"), rows=PlanItem.objects.all, day="ends_on", page=PLAN_ITEMS,
    number=Counted(query={SEMESTER: ALL, "state": "done"}),
    of=Counted(query={SEMESTER: ALL, "state": "counted"}), reads_all=rights.can_read_progress,
)  # fmt: skip
MEASURES = (
    PLAN_DONE,
    Measure(
        key="planning.overdue", label=_("Plan items overdue"), icon="calendar-exclamation",
        unit=pgettext_lazy("unit", "items"), more_is_better=False, is_standing=True,
        rows=PlanItem.objects.all, page=PLAN_ITEMS,
        number=Counted(query={SEMESTER: ALL, "state": "overdue"}),
        reads_all=rights.can_read_progress,
    ),
    Measure(
        key="planning.papers", label=_("Papers expired or due"), icon="certificate",
        hint=_("expired, or within 30 days"), unit=pgettext_lazy("unit", "papers"),
        more_is_better=False, is_standing=True, rows=Paper.objects.all().watched, page=PAPERS,
        number=Counted(query={"current": "due"}), reads_all=rights.can_export_papers,
    ),
)  # fmt: skip
