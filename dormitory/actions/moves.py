"""Moves and swaps: asked for, approved by somebody else in one go, declined, withdrawn."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.doors import Refused
from campus.models import Duty, Person, Role
from campus.notices.actions import tell
from campus.storing import store
from dormitory.actions.stays import TOPIC, Wish, lay_stays, locked_beds, taken_beds
from dormitory.models import Bed, BedMove, DormRoom, Occupancy

Status = BedMove.Status

ASKED = gettext_noop("A move is asked for: out of %(room)s, from %(day)s on")
APPROVED = gettext_noop("Your new bed from %(day)s on: %(bed)s")
ANSWERED = gettext_noop("The move you have asked for is approved: %(bed)s, from %(day)s on")
DECLINED = gettext_noop("The move you have asked for is declined: %(bed)s")


@transaction.atomic
def ask(
    stay: Occupancy, *, to_bed: Bed | None, other: Person | None, on: date, reason: str,
    by: Person, at: datetime,
) -> BedMove:  # fmt: skip
    """Ask that the pupil of a stay moves into a free bed, or swaps with `other`; the wardens of
    the house are told.

    Raises Refused where the day is past, the pupil sleeps elsewhere that day, the bed is taken or
    on the other side, or a move is asked for already.
    """
    if on < timezone.localtime(at).date():
        raise Refused(_("Choose a day that is not past."))
    stay = stay_on(stay.pupil, on)
    there = stay_on(other, on) if other else None
    bed = there.bed if there else to_bed
    if bed is None:
        raise Refused(_("Say into which bed, or with whom it is swapped."))
    if BedMove.objects.asked().filter(pupil=stay.pupil).exists():
        raise Refused(_("A move of this pupil is asked for already."))
    move = BedMove(
        pupil=stay.pupil, from_bed=stay.bed, to_bed=bed, other=other, on=on, reason=reason,
        asked_by=by, asked_at=at,
    )  # fmt: skip
    refuse_side(stay.bed, bed)
    refuse_taken(move, stay)
    store(move)
    answering = [person for person in wardens_of(stay.bed.room) if person != by]
    facts = {"room": str(stay.bed.room), "day": {"day": on.isoformat()}}
    tell_of(move, answering, ASKED, facts, at=at)
    return move


def stay_on(pupil: Person, on: date) -> Occupancy:
    """Where the pupil sleeps that day, locked. Raises Refused where it is nowhere."""
    stays = Occupancy.objects.on(on).filter(pupil=pupil).select_for_update(of=("self",))
    stay = stays.select_related("pupil", "bed__room__place").first()
    if stay is None:
        raise Refused(_("%(name)s has no bed on this day.") % {"name": pupil})
    return stay


def refuse_side(one: Bed, other: Bed) -> None:
    """Raise Refused between boys' and girls' rooms."""
    if one.room.side != other.room.side:
        raise Refused(_("This room is for the other side."))


def refuse_taken(move: BedMove, stay: Occupancy) -> None:
    """Raise Refused where a third one sleeps in the bed."""
    wishes = [Wish(move.pupil.pk, move.to_bed.pk, stay.ends_on)]
    if move.other:
        wishes.append(Wish(move.other.pk, None))
    if taken_beds(wishes, first=move.on):
        raise Refused(_("Somebody else sleeps in this bed in these days."))


def wardens_of(room: DormRoom) -> list[Person]:
    """Whoever keeps the room as a warden today; student affairs where nobody does."""
    held = Duty.objects.running().filter(role=Role.DORM_WARDEN)
    held = held.filter(place__in=room.place.numbers) | held.filter(place=None)
    wardens = Person.objects.active().filter(pk__in=held.values("person"))
    return list(wardens) or list(Person.objects.on_duty_as(Role.STUDENT_AFFAIRS))


@transaction.atomic
def approve(move: BedMove, *, by: Person, at: datetime) -> BedMove:
    """Let the pupil move, or both swap, from the day on; all of it at once. Raises Refused for
    whoever has asked, and where somebody has moved or the bed is taken meanwhile."""
    move = locked(move)
    if by.pk == move.asked_by_id:
        raise Refused(_("Nobody approves what they have asked for themselves."))
    first = max(move.on, timezone.localtime(at).date())
    locked_beds([move.from_bed_id, move.to_bed_id])
    stay = stay_in(move.pupil, move.from_bed, first)
    wishes = [Wish(move.pupil.pk, move.to_bed.pk, stay.ends_on)]
    if move.other:
        there = stay_in(move.other, move.to_bed, first)
        wishes.append(Wish(move.other.pk, move.from_bed.pk, there.ends_on))
    lay_stays(wishes, first=first)
    answered(move, Status.APPROVED, by=by, at=at)
    day = {"day": {"day": first.isoformat()}}
    tell_of(move, [move.pupil], APPROVED, {"bed": str(move.to_bed), **day}, at=at)
    if move.other:
        tell_of(move, [move.other], APPROVED, {"bed": str(move.from_bed), **day}, at=at)
    if move.asked_by_id != move.pupil_id:
        tell_of(move, [move.asked_by], ANSWERED, {"bed": str(move.to_bed), **day}, at=at)
    return move


def stay_in(pupil: Person, bed: Bed, on: date) -> Occupancy:
    """The pupil's stay in the bed. Raises Refused where the pupil sleeps elsewhere by now."""
    stay = stay_on(pupil, on)
    if stay.bed_id != bed.pk:
        raise Refused(_("%(name)s has another bed by now.") % {"name": pupil})
    return stay


@transaction.atomic
def decline(move: BedMove, *, by: Person, at: datetime) -> BedMove:
    """Let all stay as it is; whoever has asked is told."""
    move = answered(locked(move), Status.DECLINED, by=by, at=at)
    tell_of(move, [move.asked_by], DECLINED, {"bed": str(move.to_bed)}, at=at)
    return move


@transaction.atomic
def withdraw(move: BedMove, *, by: Person, at: datetime) -> BedMove:
    """Ask no more."""
    return answered(locked(move), Status.WITHDRAWN, by=by, at=at)


def locked(move: BedMove) -> BedMove:
    """The move under this transaction's lock. Raises Refused where it is answered."""
    rows = BedMove.objects.select_for_update(of=("self",)).select_related(
        "pupil", "other", "asked_by", "from_bed__room__place", "to_bed__room__place"
    )
    found = rows.get(pk=move.pk)
    if not found.is_open:
        raise Refused(_("It is answered already."))
    return found


def answered(move: BedMove, status: str, *, by: Person, at: datetime) -> BedMove:
    move.status, move.answered_by, move.answered_at = status, by, at
    store(move)
    return move


def tell_of(
    move: BedMove, people: list[Person], text: str, facts: dict[str, Any], *, at: datetime
) -> None:
    """Tell people of a move; each sentence once."""
    tell(
        people, key=f"move:{move.pk}:{move.status}:{people[0].pk if people else 0}", topic=TOPIC,
        text=text, facts=facts, path=move.get_absolute_url(), at=at, robots=False, mail=False,
    )  # fmt: skip
