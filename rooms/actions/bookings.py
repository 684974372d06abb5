"""What happens to bookings: asked for, booked, decided on, moved, cancelled, left in order or not.

Whoever writes a booking holds its room: two who want the same time come one after the other, and
the second is told who has it. The database's own constraint stands behind.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.doors import Refused
from campus.models import Person
from campus.notices.actions import tell
from campus.records.actions import note
from campus.storing import store
from rooms import rights
from rooms.models import Booking, BookingSeries, Diary, Obstacle, SpecialRoom, Wish

Status = Booking.Status
TOPIC = "room_booking"
WEEK = timedelta(weeks=1)
# A series reaches over a semester at most; our own figure.
MOST_WEEKS = 30

BOOKED = gettext_noop("Booked for %(moment)s")
ASKED = gettext_noop("Asked for %(moment)s")
APPROVED = gettext_noop("Approved by the keeper")
REFUSED = gettext_noop("Refused by the keeper")
CANCELLED = gettext_noop("Cancelled")
MOVED = gettext_noop("Moved to %(room)s, %(moment)s")
IN_ORDER = gettext_noop("Left in order")
BROKEN = gettext_noop("Something is broken")

TELL_ASKED = gettext_noop("%(person)s asks for %(room)s, %(moment)s: %(purpose)s")
TELL_ASKED_WEEKLY = gettext_noop(
    "%(person)s asks for %(room)s %(count)s times, the first %(moment)s: %(purpose)s"
)
TELL_APPROVED = gettext_noop("%(room)s is yours, %(moment)s: %(purpose)s")
TELL_REFUSED = gettext_noop("%(room)s was refused, %(moment)s: %(purpose)s. %(reason)s")
TELL_CANCELLED = gettext_noop("%(room)s was called off, %(moment)s: %(purpose)s. %(reason)s")
TELL_MOVED = gettext_noop("Your booking was moved to %(room)s, %(moment)s: %(purpose)s")
TELL_BROKEN = gettext_noop("Something is broken in %(room)s: %(words)s")


@dataclass(frozen=True)
class Conflict:
    """A day of a series on which the room cannot be had, and why."""

    day: date
    obstacle: Obstacle


def held(*rooms: SpecialRoom) -> dict[int, SpecialRoom]:
    """The rooms, locked in the order of their numbers, so that no two wait for each other."""
    rows = SpecialRoom.objects.select_for_update(of=("self",)).select_related("place", "keeper")
    wanted = {room.pk for room in rooms}
    return {room.pk: room for room in rows.filter(pk__in=wanted).order_by("pk")}


def locked(booking: Booking) -> Booking:
    """The booking as it is now."""
    rows = Booking.objects.select_for_update(of=("self",)).defer("sought")
    return rows.select_related("room__place", "room__keeper", "by").get(pk=booking.pk)


def status_for(room: SpecialRoom, person: Person) -> str:
    """What a new booking is: the keeper's own need nobody's word."""
    if room.needs_approval and not rights.can_keep_room(person, room):
        return Status.ASKED
    return Status.BOOKED


@transaction.atomic
def book(wish: Wish, *, by: Person, at: datetime, **facts: Any) -> Booking:
    """Book a room, or ask its keeper for it. Raises Refused with the sentence where something
    stands in the way; ValidationError."""
    room = held(wish.room)[wish.room.pk]
    diary = Diary([room], wish.day, wish.day)
    if found := diary.obstacle(wish, at=at):
        raise Refused(found.sentence)
    booking = lay(wish, room, by=by, at=at, **facts)
    if booking.status == Status.ASKED:
        tell_keeper(booking, TELL_ASKED, by=by, at=at, person=by.name)
    return booking


def lay(wish: Wish, room: SpecialRoom, *, by: Person, at: datetime, **facts: Any) -> Booking:
    """Write a booking that nothing stands in the way of."""
    booking = Booking(
        room=room, starts_at=wish.starts_at, ends_at=wish.ends_at, blocked_from=wish.blocked_from,
        people=wish.people, school_class=wish.school_class, status=status_for(room, by), by=by,
        at=at, **facts,
    )  # fmt: skip
    store(booking)
    text = ASKED if booking.status == Status.ASKED else BOOKED
    note(booking, by=by, at=at, text=text, facts=when(booking), status=booking.status)
    return booking


# Series


def weeks_of(wish: Wish, until: date) -> list[Wish]:
    """The wish, and the same on each week after it until a day. Raises nothing: more than
    MOST_WEEKS are cut off by the form."""
    count = (until - wish.day).days // 7 + 1
    return [
        Wish(
            room=wish.room, starts_at=wish.starts_at + WEEK * number,
            ends_at=wish.ends_at + WEEK * number, people=wish.people,
            school_class=wish.school_class,
        )
        for number in range(count)
    ]  # fmt: skip


def conflicts_of(wishes: Sequence[Wish], *, at: datetime) -> list[Conflict]:
    """The days of a series on which something stands in the way; five queries."""
    diary = Diary([wishes[0].room], wishes[0].day, wishes[-1].day)
    found = ((wish, diary.obstacle(wish, at=at)) for wish in wishes)
    return [Conflict(wish.day, obstacle) for wish, obstacle in found if obstacle]


@transaction.atomic
def book_weekly(
    wish: Wish, *, until: date, leave_out: bool, by: Person, at: datetime, **facts: Any
) -> list[Booking]:
    """Book a room week by week, each date a booking of its own. Where something stands in the way
    of some of them these are left out, or with `leave_out` false nothing is laid and Refused is
    raised; so it is where no date is free."""
    room = held(wish.room)[wish.room.pk]
    wishes = weeks_of(wish, until)
    conflicts = {each.day: each for each in conflicts_of(wishes, at=at)}
    free = [each for each in wishes if each.day not in conflicts]
    if conflicts and (not leave_out or not free):
        raise Refused(next(iter(conflicts.values())).obstacle.sentence)
    series = BookingSeries(until=until, by=by, at=at)
    store(series)
    laid = [lay(each, room, by=by, at=at, series=series, **facts) for each in free]
    if laid[0].status == Status.ASKED:
        tell_keeper(laid[0], TELL_ASKED_WEEKLY, by=by, at=at, person=by.name, count=len(laid))
    return laid


# Decisions


def refuse_unless(booking: Booking, to: str) -> None:
    """Raise Refused where the booking cannot become that any more."""
    if not booking.can_become(to):
        facts = {"booking": booking, "state": booking.get_status_display()}
        raise Refused(_("“%(booking)s” is “%(state)s”, so this cannot be done.") % facts)


@transaction.atomic
def approve(booking: Booking, *, by: Person, at: datetime) -> Booking:
    """Give the room to whoever has asked for it. Raises Refused once it is decided, or too late."""
    booking = locked(booking)
    refuse_unless(booking, Status.BOOKED)
    refuse_over(booking, at=at)
    booking.status, booking.decided_by = Status.BOOKED, by
    store(booking)
    note(booking, by=by, at=at, text=APPROVED, status=booking.status)
    tell_booker(booking, TELL_APPROVED, by=by, at=at)
    return booking


def refuse_over(booking: Booking, *, at: datetime) -> None:
    if booking.is_over(at):
        raise Refused(_("It is over already."))


@transaction.atomic
def approve_all(bookings: Iterable[Booking], *, by: Person, at: datetime) -> None:
    """Approve several bookings, or none. Raises Refused."""
    for booking in bookings:
        approve(booking, by=by, at=at)


@transaction.atomic
def refuse(booking: Booking, *, reason: str, by: Person, at: datetime) -> Booking:
    """Not give the room, for a reason. Raises Refused once it is decided."""
    booking = locked(booking)
    refuse_unless(booking, Status.REFUSED)
    booking.status, booking.reason, booking.decided_by = Status.REFUSED, reason, by
    store(booking)
    note(booking, by=by, at=at, text=REFUSED, words=reason, status=booking.status)
    tell_booker(booking, TELL_REFUSED, by=by, at=at, reason=reason)
    return booking


@transaction.atomic
def cancel(
    booking: Booking, *, reason: str, following: bool = False, by: Person, at: datetime
) -> int:
    """Give a room back before its time is over, for a reason; with `following` the later ones of
    the same series, too. Answers with how many these were. Raises Refused."""
    booking = locked(booking)
    refuse_unless(booking, Status.CANCELLED)
    refuse_over(booking, at=at)
    later: list[Booking] = []
    if following and booking.series_id:
        same = Booking.objects.filter(series=booking.series_id, starts_at__gt=booking.starts_at)
        later = list(same.counting().order_by("starts_at"))
    for each in [booking, *later]:
        call_off(each, reason=reason, by=by, at=at)
    return 1 + len(later)


def call_off(booking: Booking, *, reason: str, by: Person, at: datetime) -> None:
    """End a booking that stands or is asked for; whoever has it is told, unless they did it. One
    that somebody else has ended meanwhile stays as they left it."""
    booking = locked(booking)
    if not booking.can_become(Status.CANCELLED):
        return
    booking.status, booking.reason, booking.decided_by = Status.CANCELLED, reason, by
    store(booking)
    note(booking, by=by, at=at, text=CANCELLED, words=reason, status=booking.status)
    tell_booker(booking, TELL_CANCELLED, by=by, at=at, reason=reason)


@transaction.atomic
def move(booking: Booking, wish: Wish, *, by: Person, at: datetime) -> Booking:
    """Have another room or another time instead; where the room's keeper decides, it is asked for
    anew. Raises Refused where something stands in the way, ValidationError."""
    rooms = held(booking.room, wish.room)
    booking = locked(booking)
    # What could still be cancelled stands or is asked for, and so can be moved.
    refuse_unless(booking, Status.CANCELLED)
    refuse_over(booking, at=at)
    room = rooms[wish.room.pk]
    if found := Diary([room], wish.day, wish.day).obstacle(wish, at=at, but=booking.pk):
        raise Refused(found.sentence)
    booking.room, booking.people, booking.school_class = room, wish.people, wish.school_class
    booking.starts_at, booking.ends_at = wish.starts_at, wish.ends_at
    booking.blocked_from, booking.status = wish.blocked_from, status_for(room, by)
    booking.decided_by = None
    store(booking)
    facts = {"room": str(room), **when(booking)}
    note(booking, by=by, at=at, text=MOVED, facts=facts, status=booking.status)
    tell_booker(booking, TELL_MOVED, by=by, at=at)
    if booking.status == Status.ASKED:
        tell_keeper(booking, TELL_ASKED, by=by, at=at, person=booking.by.name)
    return booking


@transaction.atomic
def note_left(
    booking: Booking, *, found: str, words: str = "", by: Person, at: datetime
) -> Booking:
    """Say how the room was left; the keeper is told of what is broken. Raises Refused before it has
    begun and for what does not stand; ValidationError."""
    booking = locked(booking)
    if booking.status != Status.BOOKED or booking.starts_at > at:
        raise Refused(_("This is said once the room has been used."))
    booking.found, booking.found_words = found, words
    store(booking)
    is_broken = found == Booking.Found.FAULT
    note(booking, by=by, at=at, text=BROKEN if is_broken else IN_ORDER, words=words)
    if is_broken:
        tell_keeper(booking, TELL_BROKEN, by=by, at=at, words=words)
    return booking


# Telling


def when(booking: Booking) -> dict[str, Any]:
    """Its beginning as a fact, for readers of any language."""
    return {"moment": {"moment": booking.starts_at.isoformat()}}


def tell_keeper(booking: Booking, text: str, *, by: Person, at: datetime, **facts: Any) -> None:
    """Tell the keeper of the room, unless they did it themselves."""
    tell_one(booking.room.keeper, booking, text, by=by, at=at, **facts)


def tell_booker(booking: Booking, text: str, *, by: Person, at: datetime, **facts: Any) -> None:
    """Tell whoever has booked it, unless they did it themselves."""
    tell_one(booking.by, booking, text, by=by, at=at, **facts)


def tell_one(
    reader: Person, booking: Booking, text: str, *, by: Person, at: datetime, **facts: Any
) -> None:
    if reader.pk == by.pk:
        return
    told = {"room": str(booking.room), "purpose": booking.purpose, **when(booking), **facts}
    tell(
        [reader], key=f"{TOPIC}:{booking.pk}:{at.isoformat()}:{text}"[:160], topic=TOPIC, text=text,
        facts=told, path=booking.get_absolute_url(), at=at, robots=False,
    )  # fmt: skip
