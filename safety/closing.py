"""What of safety, beside its cases, can be open when a semester is closed."""

from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from campus.closing.registry import Closable, end_of, name_closable
from safety.models import Drill, SafetyEvent


def open_drills(until: date) -> QuerySet[Drill]:
    """Drills that are planned or under way."""
    waiting = (Drill.Status.PLANNED, Drill.Status.RUNNING)
    return Drill.objects.filter(status__in=waiting, planned_at__lt=end_of(until))


def open_events(until: date) -> QuerySet[SafetyEvent]:
    """Activities that nobody has said anything of since."""
    return SafetyEvent.objects.filter(status=SafetyEvent.Status.PLANNED, on__lte=until)


def hand_in() -> None:
    """Let drills and activities be carried over."""
    name_closable(
        Closable(
            key="drill", label=_("Drills"), icon="urgent", model=Drill, unsettled=open_drills
        )
    )  # fmt: skip
    name_closable(
        Closable(
            key="safety_event", label=_("Safety education"), icon="school", model=SafetyEvent,
            unsettled=open_events,
        )
    )  # fmt: skip
