"""What of cleaning can be open when a semester is closed."""

from datetime import date, timedelta

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from campus.closing.registry import Closable, name_closable
from cleaning.models import DutyWeek


def unscored_weeks(until: date) -> QuerySet[DutyWeek]:
    """Weeks of duty that have no points yet."""
    over = DutyWeek.objects.unscored(until + timedelta(days=1))
    return over.select_related("school_class")


def hand_in() -> None:
    """Let weeks of duty be carried over."""
    name_closable(
        Closable(
            key="duty_week", label=_("Weeks of duty"), icon="users", model=DutyWeek,
            unsettled=unscored_weeks,
        )
    )  # fmt: skip
