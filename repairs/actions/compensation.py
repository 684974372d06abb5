"""What happens to compensations: asked for, paid against a receipt, waived."""

from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.cases.actions import change
from campus.doors import Refused
from campus.models import Person, SchoolClass, TimelineEntry
from campus.records.actions import note
from campus.storing import store
from repairs.models import Compensation, Ticket

ASKED = gettext_noop("Compensation asked for: %(amount)s yuan")
PAID = gettext_noop("Compensation paid: %(amount)s yuan, receipt %(receipt)s")
WAIVED = gettext_noop("Compensation waived: %(amount)s yuan")


@transaction.atomic
def ask_compensation(
    ticket: Ticket, *, payer: Person | SchoolClass, amount: Decimal, by: Person, at: datetime,
    seen: int | None = None, words: str = "",
) -> TimelineEntry:  # fmt: skip
    """Ask one person or one class to pay for damage by misuse (人为损坏赔偿).

    Raises Refused where the damage is none of misuse, ValidationError for an amount of nothing or
    where somebody was asked already.
    """
    ticket = change(ticket, at=at, seen=seen)
    if ticket.damage_cause != Ticket.Cause.MISUSE:
        raise Refused(_("Only damage by misuse is paid for."))
    asked = Compensation(
        ticket=ticket, amount=amount, asked_by=by, asked_at=at,
        person=payer if isinstance(payer, Person) else None,
        school_class=payer if isinstance(payer, SchoolClass) else None,
    )  # fmt: skip
    store(asked)
    return note(ticket, by=by, at=at, text=ASKED, facts={"amount": str(amount)}, words=words)


@transaction.atomic
def take_payment(
    ticket: Ticket, *, receipt: str, by: Person, at: datetime, seen: int | None = None
) -> TimelineEntry:
    """The money is here; `receipt` is the number of the receipt that was handed out.

    Raises Refused where nothing is to be paid, ValidationError for a receipt of another payment.
    """
    paid = settled(ticket, Compensation.Status.PAID, by=by, at=at, seen=seen, receipt=receipt)
    facts = {"amount": str(paid.amount), "receipt": receipt}
    return note(ticket, by=by, at=at, text=PAID, facts=facts)


@transaction.atomic
def waive(
    ticket: Ticket, *, words: str, by: Person, at: datetime, seen: int | None = None
) -> TimelineEntry:
    """Nobody has to pay, for the reason in `words`. Raises Refused where nothing is to be paid."""
    waived = settled(ticket, Compensation.Status.WAIVED, by=by, at=at, seen=seen)
    facts = {"amount": str(waived.amount)}
    return note(ticket, by=by, at=at, text=WAIVED, facts=facts, words=words)


def settled(
    ticket: Ticket, status: str, *, by: Person, at: datetime, seen: int | None, receipt: str = ""
) -> Compensation:
    """The ticket's compensation, paid or waived."""
    ticket = change(ticket, at=at, seen=seen)
    found = Compensation.objects.asked().select_for_update().filter(ticket=ticket).first()
    if found is None:
        raise Refused(_("Nothing is to be paid for this ticket."))
    found.status, found.settled_by, found.settled_at = status, by, at
    found.receipt = receipt
    store(found)
    return found
