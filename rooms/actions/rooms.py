"""What happens to special rooms: offered, described, opened, closed, taken off the list."""

from collections.abc import Iterable
from datetime import datetime, time
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.attachments.actions import Upload, attach
from campus.doors import Refused
from campus.models import Attachment, Person
from campus.records.actions import note
from campus.storing import store
from rooms.actions.bookings import call_off
from rooms.models import Booking, Closure, RoomHours, SpecialRoom

OFFERED = gettext_noop("Can be booked from now on")
ENDED = gettext_noop("Cannot be booked any more")
CHANGED = gettext_noop("Described anew")
HOURS = gettext_noop("Opening hours set")
CLOSED = gettext_noop("Closed from %(start)s to %(end)s")
REOPENED = gettext_noop("Open again before %(end)s")


def locked(room: SpecialRoom) -> SpecialRoom:
    """The room as it is now; nobody books or closes it meanwhile."""
    rows = SpecialRoom.objects.select_for_update(of=("self",)).select_related("place", "keeper")
    return rows.get(pk=room.pk)


@transaction.atomic
def write_room(
    room: SpecialRoom, *, by: Person, at: datetime,
    attachments: Iterable[Upload | Attachment] = (), **fields: Any,
) -> SpecialRoom:  # fmt: skip
    """Let a room be booked, or describe one anew. Raises ValidationError."""
    is_new = room.pk is None
    room = room if is_new else locked(room)
    for name, value in fields.items():
        setattr(room, name, value)
    store(room)
    files = attach(room, attachments, by=by, at=at)
    note(room, by=by, at=at, text=OFFERED if is_new else CHANGED, attachments=files)
    return room


@transaction.atomic
def set_hours(
    room: SpecialRoom, rows: Iterable[tuple[int, time, time]], *, by: Person, at: datetime
) -> None:
    """Set when a room is open of itself; without any rows it follows the office. Bookings that were
    made before stand. Raises ValidationError."""
    room = locked(room)
    room.hours.all().delete()
    for weekday, opens, closes in rows:
        span = RoomHours(room=room, weekday=weekday, opens=opens, closes=closes)
        store(span)
    note(room, by=by, at=at, text=HOURS)


@transaction.atomic
def set_offered(room: SpecialRoom, *, is_offered: bool, by: Person, at: datetime) -> SpecialRoom:
    """Take a room off the list, or put it back. Raises Refused while bookings are to come."""
    room = locked(room)
    to_come = room.bookings.counting().filter(ends_at__gt=at)
    if not is_offered and to_come.exists():
        raise Refused(_("There are bookings still to come; cancel or move them first."))
    room.is_offered = is_offered
    store(room)
    note(room, by=by, at=at, text=OFFERED if is_offered else ENDED)
    return room


@transaction.atomic
def close(
    room: SpecialRoom, *, calls_off: bool, by: Person, at: datetime, **facts: Any
) -> tuple[Closure, int]:
    """Close a room from a moment to a moment for a reason; whoever has booked it then is told that
    their booking is called off. Answers with the closure and how many these were.

    Raises Refused where there are some and `calls_off` does not say so; ValidationError.
    """
    room = locked(room)
    closure = Closure(room=room, by=by, at=at, **facts)
    store(closure)
    struck = list(
        Booking.objects.filter(room=room).counting()
        .filter(starts_at__lt=closure.ends_at, ends_at__gt=max(closure.starts_at, at))
    )  # fmt: skip
    if struck and not calls_off:
        raise Refused(_("There are bookings in that time. Say that they are to be called off."))
    for booking in struck:
        call_off(booking, reason=closure.reason, by=by, at=at)
    days = {"start": moment(closure.starts_at), "end": moment(closure.ends_at)}
    note(room, by=by, at=at, text=CLOSED, facts=days, words=closure.reason)
    return closure, len(struck)


@transaction.atomic
def reopen(closure: Closure, *, by: Person, at: datetime) -> None:
    """End a closure now; one that has not begun is gone. Raises Refused once it is over."""
    room = locked(closure.room)
    closure = Closure.objects.select_for_update().get(pk=closure.pk)
    if closure.ends_at <= at:
        raise Refused(_("It is over already."))
    note(room, by=by, at=at, text=REOPENED, facts={"end": moment(closure.ends_at)})
    if closure.starts_at >= at:
        closure.delete()
    else:
        closure.ends_at = at
        store(closure)


def moment(value: datetime) -> dict[str, str]:
    """A moment as a fact, for readers of any language."""
    return {"moment": value.isoformat()}
