"""Parts for tickets: taken out of the store, and what was not used given back."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import F, Sum
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.doors import Refused
from campus.models import Person
from campus.records.actions import note
from repairs.actions.stock import bring_back, locked, take
from repairs.models import StockMove, Supply, Ticket

TAKEN = gettext_noop("Part taken: %(count)s of %(supply)s")
GIVEN_BACK = gettext_noop("Part given back: %(count)s of %(supply)s")


# Nothing is mended by these.
NO_PARTS = (
    Ticket.Status.REJECTED, Ticket.Status.CANCELLED, Ticket.Status.MERGED, Ticket.Status.HANDED_ON,
)  # fmt: skip


@dataclass(frozen=True)
class Part:
    """What a ticket has used of one item: pieces and their cost."""

    supply: Supply
    quantity: int
    cost: Decimal


@transaction.atomic
def take_for_ticket(
    ticket: Ticket, supply: Supply, quantity: int, *, by: Person, at: datetime
) -> StockMove:
    """Take parts for a ticket; their value becomes its cost. Raises Refused where the ticket is
    over or there is not so much."""
    ticket = open_ticket(ticket)
    taken = take(supply, quantity, by=by, at=at, ticket=ticket)
    write(ticket, TAKEN, supply, quantity, by=by, at=at)
    return taken


def open_ticket(ticket: Ticket) -> Ticket:
    """The ticket under lock: parts belong to what is being mended or was."""
    rows = Ticket.objects.select_for_update(of=("self",)).defer("sought")
    ticket = rows.get(pk=ticket.pk)
    if ticket.status in NO_PARTS:
        raise Refused(
            _("%(ticket)s is “%(state)s”; no parts are taken for it.")
            % {"ticket": ticket.number, "state": ticket.get_status_display()}
        )
    return ticket


@transaction.atomic
def give_back(
    ticket: Ticket, supply: Supply, quantity: int, *, by: Person, at: datetime
) -> StockMove:
    """Give back what was not used, never more than was taken, at the value it was taken at."""
    Ticket.objects.select_for_update(of=("self",)).get(pk=ticket.pk)
    locked(supply)
    used = used_of(ticket, supply)
    if used is None or quantity > used.quantity:
        raise Refused(
            _("%(count)s of “%(supply)s” were taken for it, no more.")
            % {"count": used.quantity if used else 0, "supply": supply}
        )
    amount = used.cost if quantity == used.quantity else used.cost * quantity / used.quantity
    back = bring_back(supply, quantity, amount=amount, by=by, at=at, ticket=ticket)
    write(ticket, GIVEN_BACK, supply, quantity, by=by, at=at)
    return back


def write(
    ticket: Ticket, text: str, supply: Supply, quantity: int, *, by: Person, at: datetime
) -> None:
    facts: dict[str, Any] = {"count": supply.counted(quantity), "supply": str(supply)}
    note(ticket, by=by, at=at, text=text, facts=facts)


def used_for(ticket: Ticket) -> list[Part]:
    """The parts that a ticket has used, by name: one query."""
    used = StockMove.objects.filter(ticket=ticket).order_by().values(
        "supply_id", name=F("supply__name"), spec=F("supply__spec"), unit=F("supply__unit")
    ).annotate(taken=-Sum("quantity"), cost=-Sum("amount"))  # fmt: skip
    found = [
        Part(
            Supply(pk=each["supply_id"], name=each["name"], spec=each["spec"], unit=each["unit"]),
            each["taken"], each["cost"],
        )
        for each in used
        if each["taken"]
    ]  # fmt: skip
    return sorted(found, key=lambda part: str(part.supply))


def used_of(ticket: Ticket, supply: Supply) -> Part | None:
    return next((part for part in used_for(ticket) if part.supply.pk == supply.pk), None)
