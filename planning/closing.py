"""What of the plan can be open when a semester is closed."""

from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from campus.closing.registry import Closable, end_of, name_closable
from planning.models import Meeting, PlanItem


def open_items(until: date) -> QuerySet[PlanItem]:
    """Items of plans up to then that are neither done nor dropped."""
    return PlanItem.objects.open().filter(plan__semester__last_day__lte=until)


def open_meetings(until: date) -> QuerySet[Meeting]:
    """Meetings that are to be held, or whose minutes nobody has given out."""
    waiting = (Meeting.Status.PLANNED, Meeting.Status.HELD)
    return Meeting.objects.filter(status__in=waiting, starts_at__lt=end_of(until))


def hand_in() -> None:
    """Let items and meetings be carried over."""
    name_closable(
        Closable(
            key="plan_item", label=_("Plan items"), icon="list-check", model=PlanItem,
            unsettled=open_items,
        )
    )  # fmt: skip
    name_closable(
        Closable(
            key="meeting", label=_("Meetings"), icon="users-group", model=Meeting,
            unsettled=open_meetings,
        )
    )  # fmt: skip
