"""Maintenance: how much of what was due was done in time, and what it has cost."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, Q, QuerySet, Sum
from django.utils.translation import gettext_lazy as _

from campus.figures import Group, Span, Sums
from campus.shell.words import money
from repairs.models import MaintenanceJob

LIST = "repairs:maintenance"
YUAN: Any = money
SOURCE = _("By the day on which it was due; what is still to come is not counted.")
NAMES = ("counted", "kept", "late", "skipped", "missed", "cost")


def groups(spans: Sequence[Span], today: date) -> list[Group]:
    """Kept of due, late, left out, and the cost; one query over the days of the spans. A school has
    some hundred jobs a year, so that they are counted where they stand."""
    line = Sums(spans, sums_of(spans, today), LIST).line
    lines = [
        line(_("Due so far"), "counted", current="counted"),
        line(_("Done in time"), "kept", ("counted",), current="kept"),
        line(_("Done late"), "late", ("counted",), current="late"),
        line(MaintenanceJob.Status.SKIPPED.label, "skipped", current="skipped"),
        line(MaintenanceJob.Status.MISSED.label, "missed", current="missed"),
        line(_("Cost of maintenance"), "cost", words=YUAN, current="done"),
    ]
    return [Group(title=_("Preventive maintenance"), lines=lines, source=SOURCE)]


def sums_of(spans: Sequence[Span], today: date) -> list[dict[str, Any]]:
    """The sums of each span."""
    first, last = min(span.first for span in spans), max(span.last for span in spans)
    jobs = MaintenanceJob.objects
    rows: Any = (
        MaintenanceJob.objects.filter(due_on__range=(first, last))
        .order_by()
        .values("due_on")
        .annotate(
            counted=Count("pk", filter=among(jobs.counted(today))),
            kept=Count("pk", filter=among(jobs.kept())),
            late=Count("pk", filter=among(jobs.late())),
            skipped=Count("pk", filter=Q(status="skipped")),
            missed=Count("pk", filter=Q(status="missed")),
            spent=Sum("cost", filter=Q(status="done"), default=Decimal(0)),
        )
    )
    sums: list[dict[str, Any]] = [dict.fromkeys(NAMES, 0) for _span in spans]
    for row in rows:
        row["cost"] = row.pop("spent")
        for span, found in zip(spans, sums, strict=True):
            if span.has(row["due_on"]):
                for name in NAMES:
                    found[name] += row[name]
    return sums


def among(jobs: QuerySet[MaintenanceJob]) -> Q:
    """Whether a row is one of some jobs: what a list shows under a name is what is counted."""
    return Q(pk__in=jobs.order_by().values("pk"))
