"""What counts for the assessment of classes: things of their room that are missing or misused."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from campus.marks import Mark, MarkSource
from campus.school_time.engine import moments_of
from repairs.models import RoomLine

LINE = "repairs.roomline"


def marks(first: date, last: date) -> Iterator[Mark]:
    """A point for each thing that a property check, closed between two days, found missing from a
    class's own room or damaged by misuse; what became of wear costs nothing. One query."""
    since, until = moments_of(first, last)
    theirs = Q(cause=RoomLine.Cause.MISUSE, damaged__gt=0) | Q(balance__lt=0)
    found = RoomLine.objects.counted().filter(
        theirs, room__check_of__closed_at__gte=since, room__check_of__closed_at__lt=until,
        room__place__school_class__isnull=False,
    )  # fmt: skip
    with_room = found.select_related("room__check_of", "room__place").defer("sought")
    for line in with_room.order_by("pk"):
        room, closed_at = line.room, line.room.check_of.closed_at
        assert closed_at  # the filter above sees to it
        assert room.place.school_class_id
        yield Mark(
            school_class=room.place.school_class_id, day=timezone.localtime(closed_at).date(),
            taken=Decimal(lost_of(line)), kind=LINE, record=line.pk,
            words=f"{room.place.name} · {line.name}",
            path=reverse("repairs:property_room", args=[room.pk]),
        )  # fmt: skip


def lost_of(line: RoomLine) -> int:
    """How many are missing, and how many misuse has damaged."""
    damaged = line.damaged or 0 if line.cause == RoomLine.Cause.MISUSE else 0
    return max(-(line.balance or 0), 0) + damaged


SOURCES = (MarkSource(key="property", label=_("Property of the room"), marks=marks),)
