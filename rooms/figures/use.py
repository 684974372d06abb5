"""How rooms are used: hours booked of the hours in which they are open, by semester and month."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Sum
from django.utils.translation import gettext_lazy as _

from campus.figures import Group, Line, Number, Span, Sums, Value, proof, summed
from rooms.models import SpecialRoom, UseTally
from rooms.models.diary import Openness

LIST = "rooms:bookings"
HOUR = 60
SOURCE = _(
    "Bookings that stand, by the day on which they begin; open hours without closures and days off."
)


def groups(spans: Sequence[Span]) -> list[Group]:
    """Each room with its hours; seven queries, however many rooms and spans."""
    rooms = list(SpecialRoom.objects.named())
    booked, opened = booked_minutes(spans), open_minutes(rooms, spans)
    lines = [
        Line(
            label=str(room.place.name), hint=room.place.code, words=hours,
            values=[
                Value(
                    number=booked[room.pk, index], of=opened[room.pk, index],
                    path=proof(LIST, span, room=str(room.pk), status="booked"),
                )
                for index, span in enumerate(spans)
            ],
        )
        for room in rooms
    ]  # fmt: skip
    return [Group(title=_("Hours booked, of open hours"), lines=lines, source=SOURCE)]


def together(spans: Sequence[Span]) -> Group:
    """All rooms together; one query."""
    line = Sums(spans, summed(spans, UseTally.objects.all(), ("bookings", "minutes")), LIST).line
    lines = [
        line(_("Bookings"), "bookings", status="booked"),
        line(_("Hours booked"), "minutes", words=hours, status="booked"),
    ]
    return Group(title=_("All rooms"), lines=lines, source=SOURCE)


def hours(minutes: Number) -> str:
    """Minutes as hours, to a half."""
    return f"{Decimal(minutes) / HOUR:.1f}".removesuffix(".0")


def booked_minutes(spans: Sequence[Span]) -> dict[tuple[int, int], int]:
    """Minutes by the number of the room and the place of the span; one query."""
    first, last = min(span.first for span in spans), max(span.last for span in spans)
    found: dict[tuple[int, int], int] = defaultdict(int)
    days: Any = UseTally.objects.filter(day__range=(first, last)).order_by()
    for room, day, minutes in days.values_list("room", "day").annotate(Sum("minutes")):
        for index, span in enumerate(spans):
            if span.has(day):
                found[room, index] += minutes
    return found


def open_minutes(rooms: Sequence[SpecialRoom], spans: Sequence[Span]) -> dict[tuple[int, int], int]:
    """Minutes in which each room is open within each span; the queries of a diary's hours."""
    first, last = min(span.first for span in spans), max(span.last for span in spans)
    openness = Openness(rooms, first, last)
    found: dict[tuple[int, int], int] = defaultdict(int)
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        within = [index for index, span in enumerate(spans) if span.has(day)]
        for room in rooms:
            minutes = openness.minutes(room, day)
            for index in within:
                found[room.pk, index] += minutes
    return found
