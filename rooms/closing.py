"""What of special rooms can be open when a semester is closed."""

from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from campus.closing.registry import Closable, end_of, name_closable
from rooms.models import Booking


def open_bookings(until: date) -> QuerySet[Booking]:
    """Bookings that nobody has decided on, or said afterwards how the room was left."""
    end = end_of(until)
    asked = Booking.objects.filter(status=Booking.Status.ASKED, starts_at__lt=end)
    return (asked | Booking.objects.unconfirmed(end)).select_related("room__place")


def hand_in() -> None:
    """Let bookings be carried over."""
    name_closable(
        Closable(
            key="booking", label=_("Room bookings"), icon="calendar-event", model=Booking,
            unsettled=open_bookings,
        )
    )  # fmt: skip
