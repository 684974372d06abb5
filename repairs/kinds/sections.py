"""What the page of a ticket shows of the spare pool and of the store."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from campus.cases.registry import Section
from campus.doors import Answer
from campus.models import Person
from repairs import rights
from repairs.actions.parts import NO_PARTS, Part, used_for
from repairs.models import SEE_ALL, TAKERS, Loan, Ticket


@dataclass(frozen=True)
class SparesLent:
    """The spares that were lent for a ticket, and whether the person may lend another."""

    loans: list[Loan]
    may_lend: Answer
    may_take_back: Answer
    lend_path: str
    today: date


def spares_lent(ticket: Ticket, person: Person) -> SparesLent | None:
    """Nothing where none was lent and the person cannot lend any."""
    may = rights.can_lend(person)
    may_lend = may if ticket.is_open else Answer(allowed=False)
    loans = list(ticket.loans.told().order_by("lent_at", "id"))
    if not loans and not may_lend:
        return None
    path = f"{reverse('repairs:lend')}?{urlencode({'ticket': ticket.number})}"
    return SparesLent(loans, may_lend, may, path, timezone.localdate())


SPARES = Section(template="repairs/spares_lent.html", of=spares_lent)


@dataclass(frozen=True)
class PartsUsed:
    """The parts of a ticket with what they cost, and whether the person may take or give back."""

    parts: list[Part]
    may_take: Answer
    ticket: Ticket

    @property
    def total(self) -> Decimal:
        return sum((part.cost for part in self.parts), Decimal(0))


def parts_used(ticket: Ticket, person: Person) -> PartsUsed | None:
    """For those who mend, dispatch and keep the store; whoever reported it is not told of costs."""
    if not person.on_duty_as(*TAKERS, *SEE_ALL):
        return None
    may_take = rights.can_take_parts_for(person, ticket)
    if ticket.status in NO_PARTS:
        may_take = Answer(allowed=False)
    parts = used_for(ticket)
    return PartsUsed(parts, may_take, ticket) if parts or may_take else None


PARTS = Section(template="repairs/parts_used.html", of=parts_used)


def asset_facts(ticket: Any) -> list[tuple[Any, Any]]:
    """The asset that a ticket is about, with the way to its page."""
    if ticket.asset is None:
        return []
    link = format_html('<a href="{}">{}</a>', ticket.asset.get_absolute_url(), ticket.asset)
    return [(_("Asset"), link)]
