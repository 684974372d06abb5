"""What happens in the rooms of a property check: counted, left out; and to differences: reported
to repairs, paid for, accepted."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.cases import actions as cases
from campus.doors import Refused
from campus.models import Person, SchoolClass
from campus.storing import store
from planning.actions.reminders import plan_reminders
from repairs.actions.compensation import ask_compensation
from repairs.models import Category, PropertyCheck, RoomCheck, RoomLine, Ticket

Status, Outcome = RoomCheck.Status, RoomLine.Outcome

FAULT = gettext_noop("Property check: %(thing)s")


@dataclass(frozen=True, kw_only=True)
class Count:
    """What somebody has counted of a line; `line` is None for a thing that is in no list."""

    line: int | None
    good: int
    damaged: int
    cause: str = RoomLine.Cause.UNKNOWN
    words: str = ""
    name: str = ""


def held(room: RoomCheck) -> RoomCheck:
    """The room as it stands, held until the transaction ends, if its check is under way. Raises
    Refused."""
    PropertyCheck.objects.select_for_update().get(pk=room.check_of_id)
    rows = RoomCheck.objects.select_for_update(of=("self",)).defer("sought")
    kept = rows.select_related("check_of", "place", "counted_by").get(pk=room.pk)
    refuse_closed(kept)
    return kept


def refuse_closed(room: RoomCheck) -> None:
    """Raise Refused where the check is closed."""
    if not room.is_open:
        raise Refused(_("This check is closed; nothing was changed."))


@transaction.atomic
def count_room(
    room: RoomCheck, counts: Iterable[Count], *, seen: int, words: str = "", by: Person,
    at: datetime,
) -> RoomCheck:  # fmt: skip
    """Keep what was counted in a room; lines that are left out stay as they are, and the room is
    counted once all lines are. Lines that were decided on stay as they were counted.

    `seen` is the version that the person had before them. Raises Refused where somebody else has
    counted meanwhile or the check is closed, ValidationError for counts out of bounds.
    """
    room = held(room)
    refuse_unseen(room, seen)
    lines = {line.pk: line for line in room.lines.select_for_update()}
    for count in counts:
        line = lines.get(count.line) if count.line else RoomLine(room=room, name=count.name)
        if line is None:
            raise Refused(_("This line is not in the room's list."))
        if line.outcome == Outcome.OPEN:
            keep(line, count)
    left = room.lines.filter(good=None).exists()
    room.status = Status.TO_COUNT if left else Status.COUNTED
    room.version += 1
    room.counted_by, room.counted_at, room.words, room.reason = by, at, words, ""
    store(room)
    plan_reminders(room.check_of, at=at)
    return room


def refuse_unseen(room: RoomCheck, seen: int) -> None:
    """Raise Refused where the room was counted since."""
    if room.version != seen:
        raise Refused(
            _("%(person)s has counted this room meanwhile; nothing of it was overwritten. Look at "
              "what stands there now.") % {"person": room.counted_by}
        )  # fmt: skip


def keep(line: RoomLine, count: Count) -> None:
    """One line with its counts. Raises ValidationError."""
    line.good, line.damaged, line.cause, line.words = (
        count.good, count.damaged, count.cause, count.words,
    )  # fmt: skip
    store(line)


@transaction.atomic
def leave_out(room: RoomCheck, *, reason: str, by: Person, at: datetime) -> RoomCheck:
    """Leave a room out for a reason. Raises Refused where it is counted or the check is closed,
    ValidationError without a reason."""
    room = held(room)
    if room.status != Status.TO_COUNT:
        raise Refused(_("It is “%(state)s” already.") % {"state": room.get_status_display()})
    room.status, room.reason = Status.LEFT_OUT, reason.strip()
    store(room)
    plan_reminders(room.check_of, at=at)
    return room


# Differences


def differing(line: RoomLine) -> RoomLine:
    """The line as it stands, held until the transaction ends, if it differs and nobody has decided
    on it. Raises Refused."""
    rows = RoomLine.objects.select_for_update(of=("self",))
    found = rows.select_related("room__place", "room__check_of", "asset").get(pk=line.pk)
    if not found.differs:
        raise Refused(_("There is no difference."))
    if found.outcome != Outcome.OPEN:
        raise Refused(_("It is “%(state)s” already.") % {"state": found.get_outcome_display()})
    return found


@transaction.atomic
def report(line: RoomLine, *, by: Person, at: datetime) -> Ticket:
    """Make a repair ticket of what is damaged or missing; it keeps the line as its origin, and the
    cause. Once a line: raises Refused for a second one, and where there is only too much."""
    line = differing(line)
    if not (line.damaged or line.missing):
        raise Refused(_("Nothing of it is damaged or missing."))
    ticket: Ticket = cases.raise_case(
        Ticket, by=by, at=at, title=(_(FAULT) % {"thing": in_words(line)})[:120],
        place=line.room.place, asset=line.asset, category=Category.objects.catch_all(),
        description=line.words, origin=line, damage_cause=line.cause,
    )  # fmt: skip
    line.outcome, line.ticket = Outcome.TICKET, ticket
    settled(line, by=by, at=at)
    return ticket


def in_words(line: RoomLine) -> str:
    """A difference in words: chair: 2 damaged, 1 missing."""
    parts = []
    if line.damaged:
        parts.append(_("%(count)s damaged") % {"count": line.damaged})
    if line.missing:
        parts.append(_("%(count)s missing") % {"count": line.missing})
    return f"{line.name} {'、'.join(parts)}".strip()


def settled(line: RoomLine, *, by: Person, at: datetime) -> None:
    line.settled_by, line.settled_at = by, at
    store(line)


@transaction.atomic
def charge(
    line: RoomLine, *, payer: Person | SchoolClass, amount: Decimal, words: str = "", by: Person,
    at: datetime,
) -> Ticket:  # fmt: skip
    """Ask somebody to pay for what was damaged or lost by misuse: by the ticket that the line has
    become, or that it becomes now. Raises Refused for another cause, ValidationError where somebody
    was asked already."""
    ticket = line.ticket or report(line, by=by, at=at)
    ask_compensation(ticket, payer=payer, amount=amount, words=words, by=by, at=at)
    return ticket


@transaction.atomic
def accept(line: RoomLine, *, reason: str, by: Person, at: datetime) -> RoomLine:
    """Leave a difference as it is, for a reason. Raises Refused where it was decided on,
    ValidationError without a reason."""
    line = differing(line)
    line.outcome, line.reason = Outcome.ACCEPTED, reason.strip()
    settled(line, by=by, at=at)
    return line


@transaction.atomic
def report_all(lines: Iterable[RoomLine], *, by: Person, at: datetime) -> list[Ticket]:
    """A ticket of each of several differences, or none. Raises Refused."""
    return [report(line, by=by, at=at) for line in lines]


@transaction.atomic
def accept_all(
    lines: Iterable[RoomLine], *, reason: str, by: Person, at: datetime
) -> list[RoomLine]:
    """Leave several differences as they are, or none. Raises Refused, ValidationError."""
    return [accept(line, reason=reason, by=by, at=at) for line in lines]
