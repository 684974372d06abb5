"""What happens to chemicals: received, issued, returned, disposed of, counted; two sign."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypedDict, Unpack

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from campus.doors import Refused
from campus.models import Person
from campus.storing import store
from planning.actions.reminders import plan_reminders
from safety.models import Chemical, ChemicalCount, ChemicalMove
from safety.models.chemical import COUNT_EVERY

Kind = ChemicalMove.Kind


class MoveFacts(TypedDict, total=False):
    """What is said of a move besides its kind and amount."""

    purpose: str
    expires_on: date | None
    taker: Person | None
    second_taker: Person | None
    issue: ChemicalMove | None


@transaction.atomic
def write_chemical(chemical: Chemical, *, by: Person, at: datetime, **fields: Any) -> Chemical:
    """Add a chemical to the ledger, or change what is said of it. Raises ValidationError."""
    if chemical.pk:
        chemical = Chemical.objects.select_for_update(of=("self",)).get(pk=chemical.pk)
        if fields.get("unit", chemical.unit) != chemical.unit and chemical.moves.exists():
            raise Refused(_("Its unit stays, since there are moves in it."))
    for name, value in fields.items():
        setattr(chemical, name, value)
    store(chemical)
    return chemical


@transaction.atomic
def move(
    chemical: Chemical, *, kind: str, amount: Decimal, by: Person, at: datetime,
    **facts: Unpack[MoveFacts],
) -> ChemicalMove:  # fmt: skip
    """Put down a move. One of a controlled chemical waits for a second person to sign it.

    Raises Refused where so much is not left, ValidationError.
    """
    chemical = locked(chemical)
    made = ChemicalMove(
        chemical=chemical, kind=kind, amount=amount, is_controlled=chemical.is_controlled,
        by=by, at=at, **facts,
    )  # fmt: skip
    refuse_wrong_return(made)
    made.full_clean()
    if chemical.is_controlled:
        refuse_more_than_left(made)
    else:
        count(made, at=at)
    store(made)
    plan_return(made, at=at)
    return made


def locked(chemical: Chemical) -> Chemical:
    """All moves of one chemical stand in one row behind each other."""
    return Chemical.objects.select_for_update(of=("self",)).get(pk=chemical.pk)


def last_of(chemical: Chemical) -> ChemicalMove | None:
    """The last move that counts."""
    return ChemicalMove.objects.signed().filter(chemical=chemical).order_by("-serial").first()


def balance_of(chemical: Chemical) -> Decimal:
    """What is left."""
    last = last_of(chemical)
    return last.balance_after if last and last.balance_after is not None else Decimal(0)


def refuse_more_than_left(move: ChemicalMove) -> None:
    """Raise Refused where so much is not left."""
    left = balance_of(move.chemical)
    if left + move.change < 0:
        raise Refused(
            _("Only %(left)s %(unit)s are left.") % {"left": left, "unit": move.chemical.unit}
        )


def refuse_wrong_return(move: ChemicalMove) -> None:
    """Raise Refused where more comes back than was issued, or it has come back already."""
    issue = move.issue
    if issue is None:
        return
    if issue.chemical_id != move.chemical_id or not issue.is_signed or issue.kind != Kind.ISSUE:
        raise Refused(_("Only what was issued comes back."))
    if ChemicalMove.objects.filter(issue=issue).exists():
        raise Refused(_("It has come back already."))
    if move.amount > issue.amount:
        raise Refused(_("No more comes back than was issued."))


def count(move: ChemicalMove, *, at: datetime) -> None:
    """Let the move count: it gets its serial, and the balance follows. Raises Refused."""
    refuse_more_than_left(move)
    last = last_of(move.chemical)
    move.serial = (last.serial or 0) + 1 if last else 1
    move.balance_after = balance_of(move.chemical) + move.change
    move.signed_at = at
    if move.chemical.count_due_on is None:
        count_again(move.chemical, at=at)


def count_again(chemical: Chemical, *, at: datetime) -> None:
    """Let the held chemical be counted in half a month, and remind of what its keeper has to count
    first from now on."""
    chemical.count_due_on = timezone.localtime(at + COUNT_EVERY).date()
    chemical.save(update_fields=["count_due_on"])
    plan_reminders(chemical, at=at)


@transaction.atomic
def sign(move: ChemicalMove, *, by: Person, at: datetime) -> ChemicalMove:
    """Sign as the second person; now it counts. Raises Refused for whoever has put it down."""
    held = locked(move.chemical)
    rows = ChemicalMove.objects.select_for_update(of=("self",)).select_related("chemical")
    move = rows.get(pk=move.pk)
    if move.is_signed:
        raise Refused(_("It is signed already."))
    if move.by_id == by.pk:
        raise Refused(_("Two different people sign it."))
    move.second, move.chemical = by, held
    count(move, at=at)
    store(move)
    plan_return(move, at=at)
    return move


def plan_return(move: ChemicalMove, *, at: datetime) -> None:
    """Lay the reminders of what was drawn, or of what has come back."""
    issue = move if move.kind == Kind.ISSUE else move.issue
    if issue is not None and move.is_signed:
        plan_reminders(issue, at=at)


@transaction.atomic
def take_back(move: ChemicalMove, *, by: Person, at: datetime) -> None:
    """Take back a move that nobody has signed yet; its history stays."""
    found = ChemicalMove.objects.select_for_update(of=("self",)).get(pk=move.pk)
    if found.is_signed:
        raise Refused(_("It is signed already."))
    found.delete()


@transaction.atomic
def take_stock(
    chemical: Chemical, *, counted: Decimal, second: Person, note: str, by: Person, at: datetime
) -> ChemicalCount:
    """Two people have counted: what they found, beside what the ledger says. A difference is
    explained, and put right by a move of its own. Raises ValidationError."""
    chemical = locked(chemical)
    made = ChemicalCount(
        chemical=chemical, at=at, balance=balance_of(chemical), counted=counted, note=note, by=by,
        second=second,
    )  # fmt: skip
    store(made)
    count_again(chemical, at=at)
    return made
