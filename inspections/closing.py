"""What of inspections can be open when a semester is closed."""

from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from campus.closing.registry import Closable, end_of, name_closable
from inspections.models import Finding, Inspection

Status = Inspection.Status


def open_walks(until: date) -> QuerySet[Inspection]:
    """Walks that are planned, under way or wait for a signature."""
    end = end_of(until)
    begun = Q(due_at__lt=end) | Q(due_at=None, started_at__lt=end)
    waiting = (Status.PLANNED, Status.UNDER_WAY, Status.TO_SIGN)
    return Inspection.objects.filter(begun, status__in=waiting).select_related("checklist", "place")


def open_findings(until: date) -> QuerySet[Finding]:
    """Faults that nobody has settled or gone on from."""
    return Finding.objects.open().filter(found_at__lt=end_of(until)).select_related("place")


def hand_in() -> None:
    """Let walks and findings be carried over."""
    name_closable(
        Closable(
            key="inspection", label=_("Inspections"), icon="clipboard-check", model=Inspection,
            unsettled=open_walks,
        )
    )  # fmt: skip
    name_closable(
        Closable(
            key="finding", label=_("Findings"), icon="alert-triangle", model=Finding,
            unsettled=open_findings,
        )
    )  # fmt: skip
