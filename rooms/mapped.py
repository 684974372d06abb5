"""What rooms keeps of people: its lines of the data map, and what it holds of one person."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from campus.models import Person
from campus.privacy.registry import (
    AS_RECORDS,
    STAFF,
    DataKind,
    Held,
    name_authors,
    name_data,
    name_holding,
)
from campus.rows import Rows
from campus.shell.words import moment_in_words
from rooms.models import Booking


def held(person: Person) -> Iterable[Rows[Held]]:
    """Rooms that the person has booked."""
    yield Rows(
        rows=Booking.objects.filter(by=person),
        fields=("room__place__full_name", "purpose", "starts_at"),
        draw=lambda booking: Held(
            kind="bookings", label=f"{booking.room.place.full_name} {booking.purpose}",
            value=moment_in_words(booking.starts_at),
        ),
    )  # fmt: skip


def hand_in() -> None:
    """Put the area's data on the map."""
    name_holding(held)
    name_data(
        DataKind(
            name="bookings",
            label=_("Bookings of rooms"),
            whose=STAFF,
            fields=_("Which room, when and what for"),
            purpose=_("So that no room is given twice."),
            seen_by=_("The staff of the school."),
            kept=AS_RECORDS,
            models=(
                "rooms.Booking",
                "rooms.BookingSeries",
            ),
        ),
    )
    name_authors(
        f"rooms.{name}"
        for name in (
            "SpecialRoom",
            "Closure",
            "RoomProject",
            "ProjectStage",
            "BudgetLine",
            "Spending",
            "Milestone",
            "Risk",
            "Acceptance",
        )
    )
