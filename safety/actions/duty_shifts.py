"""What happens to duty: shifts laid, swapped by two, logged, handed over."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.doors import Refused
from campus.models import Person
from campus.notices.actions import tell
from campus.storing import store
from safety.models import DutyLogEntry, DutyMember, DutyShift, DutySwap

Status = DutySwap.Status
TOPIC = "duty"

ASKED = gettext_noop("%(person)s asks you to stand in on duty, %(moment)s")
ACCEPTED = gettext_noop("%(person)s stands in for you on duty, %(moment)s")
DECLINED = gettext_noop("%(person)s cannot stand in for you on duty, %(moment)s")


@dataclass(frozen=True)
class NewShift:
    """A shift as it is laid: its fields, and who is there beside the leader."""

    facts: dict[str, Any]
    members: tuple[Person, ...]


@transaction.atomic
def lay_all(shifts: Iterable[NewShift], *, by: Person, at: datetime) -> list[DutyShift]:
    """Lay several shifts, or none. Raises ValidationError."""
    return [lay(DutyShift(), members=each.members, by=by, at=at, **each.facts) for each in shifts]


@transaction.atomic
def lay(
    shift: DutyShift, *, members: Iterable[Person], by: Person, at: datetime, **facts: Any
) -> DutyShift:
    """Lay a shift, or change one that has not been handed over. Whoever leads is no other member.

    Raises Refused, ValidationError.
    """
    if shift.pk:
        shift = locked(shift)
        refuse_handed_over(shift)
        shift.members.all().delete()
    for name, value in facts.items():
        setattr(shift, name, value)
    store(shift)
    others = {person.pk: person for person in members if person != shift.leader}
    for person in others.values():
        join(shift, person)
    return shift


def join(shift: DutyShift, person: Person) -> None:
    member = DutyMember(shift=shift, person=person)
    store(member)


def locked(shift: DutyShift) -> DutyShift:
    rows = DutyShift.objects.select_for_update(of=("self",)).select_related("leader")
    return rows.get(pk=shift.pk)


def refuse_handed_over(shift: DutyShift) -> None:
    """Raise Refused once the next shift has signed."""
    if shift.received_at:
        raise Refused(_("It is handed over already."))


@transaction.atomic
def remove(shift: DutyShift, *, by: Person, at: datetime) -> None:
    """Take a shift off the roster. Raises Refused once anything is in its log."""
    shift = locked(shift)
    if shift.received_at or shift.log.exists():
        raise Refused(_("Its log has begun."))
    shift.delete()


# Swaps


@transaction.atomic
def ask_swap(shift: DutyShift, *, taker: Person, reason: str, by: Person, at: datetime) -> DutySwap:
    """Ask somebody to stand in for oneself. Raises Refused where one is not in the shift, the
    other is already, or it has begun; ValidationError."""
    shift = locked(shift)
    refuse_swap(shift, giver=by, taker=taker, at=at)
    swap = DutySwap(shift=shift, giver=by, taker=taker, reason=reason, asked_at=at)
    store(swap)
    tell_of(swap, taker, ASKED, about=by, at=at)
    return swap


def refuse_swap(shift: DutyShift, *, giver: Person, taker: Person, at: datetime) -> None:
    """Raise Refused where the swap cannot be."""
    there = people_of(shift)
    if giver.pk not in there:
        raise Refused(_("Only whoever is in a shift gives it away."))
    if taker.pk in there:
        raise Refused(_("%(person)s is in this shift already.") % {"person": taker})
    if shift.starts_at <= at:
        raise Refused(_("The shift has begun."))


def people_of(shift: DutyShift) -> set[int]:
    """The numbers of all who are there."""
    return {shift.leader_id, *shift.members.values_list("person", flat=True)}


@transaction.atomic
def accept_swap(swap: DutySwap, *, by: Person, at: datetime) -> DutySwap:
    """Stand in: the shift has the other person from now on. Raises Refused."""
    swap = locked_swap(swap)
    refuse_answered(swap, by, swap.taker_id)
    shift = locked(swap.shift)
    refuse_swap(shift, giver=swap.giver, taker=by, at=at)
    if shift.leader_id == swap.giver_id:
        shift.leader = by
        store(shift)
    else:
        DutyMember.objects.filter(shift=shift, person=swap.giver).delete()
        join(shift, by)
    answered(swap, Status.ACCEPTED, at=at)
    tell_of(swap, swap.giver, ACCEPTED, about=by, at=at)
    return swap


@transaction.atomic
def decline_swap(swap: DutySwap, *, by: Person, at: datetime) -> DutySwap:
    """Not stand in. Raises Refused."""
    swap = locked_swap(swap)
    refuse_answered(swap, by, swap.taker_id)
    answered(swap, Status.DECLINED, at=at)
    tell_of(swap, swap.giver, DECLINED, about=by, at=at)
    return swap


@transaction.atomic
def withdraw_swap(swap: DutySwap, *, by: Person, at: datetime) -> DutySwap:
    """Ask no more. Raises Refused."""
    swap = locked_swap(swap)
    refuse_answered(swap, by, swap.giver_id)
    return answered(swap, Status.WITHDRAWN, at=at)


def locked_swap(swap: DutySwap) -> DutySwap:
    rows = DutySwap.objects.select_for_update(of=("self",))
    return rows.select_related("shift", "giver", "taker").get(pk=swap.pk)


def refuse_answered(swap: DutySwap, person: Person, wanted: int) -> None:
    """Raise Refused where it is answered already, or is not this person's to answer."""
    if swap.status != Status.ASKED:
        raise Refused(_("It is answered already."))
    if person.pk != wanted:
        raise Refused(_("This is not yours to answer."))


def answered(swap: DutySwap, status: str, *, at: datetime) -> DutySwap:
    swap.status, swap.answered_at = status, at
    store(swap)
    return swap


def tell_of(swap: DutySwap, person: Person, text: str, *, about: Person, at: datetime) -> None:
    moment = {"moment": swap.shift.starts_at.isoformat()}
    tell(
        [person], key=f"{TOPIC}:{swap.pk}:{text}"[:160], topic=TOPIC, text=text,
        facts={"person": about.name, "moment": moment}, path=swap.shift.get_absolute_url(),
        at=at, robots=False,
    )  # fmt: skip


# The log


@transaction.atomic
def write_log(shift: DutyShift, *, text: str, by: Person, at: datetime) -> DutyLogEntry:
    """Note what happened. Raises Refused before it begins, and once it is handed over."""
    shift = locked(shift)
    refuse_handed_over(shift)
    if shift.starts_at > at:
        raise Refused(_("The shift has not begun."))
    entry = DutyLogEntry(shift=shift, text=text, by=by, at=at)
    store(entry)
    return entry


@transaction.atomic
def take_over(shift: DutyShift, *, by: Person, at: datetime) -> DutyShift:
    """Sign the log as somebody of the next shift. Raises Refused for those of this one."""
    shift = locked(shift)
    refuse_handed_over(shift)
    if by.pk in people_of(shift):
        raise Refused(_("Somebody of the next shift takes over."))
    if shift.starts_at > at:
        raise Refused(_("The shift has not begun."))
    shift.received_by, shift.received_at = by, at
    store(shift)
    return shift
