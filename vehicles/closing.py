"""What of the vehicles, beside their cases, can be open when a semester is closed."""

from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from campus.closing.registry import Closable, end_of, name_closable
from vehicles.models import Trip


def open_trips(until: date) -> QuerySet[Trip]:
    """Trips that nobody has ended or called off."""
    return Trip.objects.not_ended().filter(starts_at__lt=end_of(until))


def hand_in() -> None:
    """Let trips be carried over."""
    name_closable(
        Closable(key="trip", label=_("Trips"), icon="car", model=Trip, unsettled=open_trips)
    )
