"""What happens to requests for supplies beyond what happens to any case."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.attachments.actions import Upload
from campus.attachments.models import Attachment
from campus.cases.actions import move, raise_case
from campus.cases.actions.locking import locked
from campus.cases.actions.moving import refuse_unless_possible
from campus.cases.actions.telling import tell_people
from campus.cases.registry import on_duty
from campus.doors import Refused
from campus.models import Person, Role, TimelineEntry
from campus.storing import store
from repairs.actions import stock, supplies
from repairs.models import RequestLine, Supply, SupplyRequest

Status, Kind = SupplyRequest.Status, SupplyRequest.Kind

TO_APPROVE = gettext_noop("Waits for your approval: %(number)s %(title)s")
HANDED_OUT = gettext_noop("Handed out as %(issue)s")
RECEIVED = gettext_noop("Received into the store, invoice %(invoice)s")


@dataclass(frozen=True)
class Wanted:
    """So many of an item of the store, or of something by its name alone."""

    quantity: int
    supply: Supply | None = None
    name: str = ""
    unit: str = ""
    price: Decimal | None = None


@transaction.atomic
def ask_for(
    lines: Iterable[Wanted], *, kind: str, by: Person, at: datetime, **facts: Any
) -> SupplyRequest:
    """Ask for supplies, or for something to be bought; whoever approves it is told.

    Raises Refused without any line, ValidationError.
    """
    wanted = [valued(line) for line in lines]
    if not wanted:
        raise Refused(_("Say what you need, and how many."))
    amount = sum(((line.price or Decimal(0)) * line.quantity for line in wanted), Decimal(0))
    request = raise_case(SupplyRequest, by=by, at=at, kind=kind, amount=amount, **facts)
    for line in wanted:
        lay_line(request, line)
    if amount > settings.SUPPLIES_APPROVED_BY_KEEPER:
        tell_people(on_duty(Role.HEAD), request, TO_APPROVE, by=by, at=at)
    return request


def valued(line: Wanted) -> Wanted:
    """With what a piece of it is worth in the store, where nobody says what it costs."""
    if line.supply is None:
        return line
    price = line.price if line.price is not None else price_of(line.supply)
    return Wanted(line.quantity, line.supply, line.supply.name, line.supply.unit, price)


def price_of(supply: Supply) -> Decimal:
    """What a piece is worth by moving average; without any in stock what it cost last."""
    there = supply.stock
    if there.quantity:
        return stock.in_cents(there.value / there.quantity)
    return stock.last_price(supply)


def lay_line(request: SupplyRequest, line: Wanted) -> None:
    row = RequestLine(
        request=request, supply=line.supply, name=line.name, unit=line.unit,
        quantity=line.quantity, price=line.price,
    )  # fmt: skip
    store(row)


def approve(
    request: SupplyRequest, *, words: str = "", by: Person, at: datetime, seen: int | None = None
) -> TimelineEntry:
    """Let it be handed out, or bought."""
    return move(request, Status.APPROVED, by=by, at=at, seen=seen, words=words, approved_by=by)


def refuse(
    request: SupplyRequest, *, words: str, by: Person, at: datetime, seen: int | None = None
) -> TimelineEntry:
    """Refuse it, and say why."""
    return move(request, Status.REFUSED, by=by, at=at, seen=seen, words=words)


def put_ready(
    request: SupplyRequest, *, by: Person, at: datetime, seen: int | None = None
) -> TimelineEntry:
    """It lies ready to be fetched; whoever asked is told."""
    return move(request, Status.READY, by=by, at=at, seen=seen)


def withdraw(
    request: SupplyRequest, *, by: Person, at: datetime, seen: int | None = None
) -> TimelineEntry:
    """Whoever asked for it takes it back."""
    return move(request, Status.WITHDRAWN, by=by, at=at, seen=seen)


@transaction.atomic
def hand_out(
    request: SupplyRequest, *, signed_name: str = "",
    attachments: Iterable[Upload | Attachment] = (), by: Person, at: datetime,
    seen: int | None = None,
) -> TimelineEntry:  # fmt: skip
    """Hand out all of its lines, or none: whoever asked confirms with their own account, or has
    signed on paper under `signed_name`, with a photo. Raises Refused where something is short."""
    lines = [
        supplies.Line(line.supply, line.quantity)
        for line in request.lines.select_related("supply").order_by("id")
        if line.supply
    ]
    # First the request: whoever is second is told so, and takes nothing out of the store.
    request = locked(request, seen=seen)
    refuse_unless_possible(request, Status.ISSUED, "")
    who = request.reporter
    issue = supplies.hand_out(
        lines, title=request.title, request=request, receiver=who,
        department=who.department if who else None, by=by, at=at,
    )  # fmt: skip
    if signed_name:
        supplies.sign_on_paper(issue, name=signed_name, attachments=attachments, by=by, at=at)
    facts = {"issue": issue.number}
    return move(request, Status.ISSUED, by=by, at=at, text=HANDED_OUT, facts=facts)


@dataclass(frozen=True)
class Arrived:
    """What came of one line: so many pieces at that price; nothing where none came."""

    quantity: int
    price: Decimal


@transaction.atomic
def receive(  # noqa: PLR0913  # each is a fact of its own
    request: SupplyRequest, *, arrived: Mapping[int, Arrived], invoice: str, supplier: str = "",
    words: str = "", attachments: Iterable[Upload | Attachment] = (), by: Person, at: datetime,
    seen: int | None = None,
) -> TimelineEntry:  # fmt: skip
    """What was bought is looked at and comes into the store (验收入库); what the store did not have
    yet becomes an item of it. `arrived` is by line number."""
    lines = [
        (line, arrived[line.pk])
        for line in request.lines.select_related("supply").order_by("id")
        if line.pk in arrived and arrived[line.pk].quantity
    ]
    if not lines:
        raise Refused(_("Say how many have come."))
    entry = move(
        request, Status.RECEIVED, by=by, at=at, seen=seen, words=words, attachments=attachments,
        text=RECEIVED, facts={"invoice": invoice},
    )  # fmt: skip
    items = [(item_of(line, by=by, at=at), came) for line, came in lines]
    stock.lock_all(item for item, _came in items)
    for item, came in items:
        stock.receive(
            item, came.quantity, price=came.price, invoice=invoice, supplier=supplier,
            request=request, by=by, at=at,
        )  # fmt: skip
    return entry


def item_of(line: RequestLine, *, by: Person, at: datetime) -> Supply:
    """The item that a line is of; a new one where the store does not have it."""
    if line.supply:
        return line.supply
    known = Supply.objects.filter(name__iexact=line.name, spec="").first()
    item = known or supplies.write_supply(
        Supply(), name=line.name, unit=line.unit, category=Supply.Category.OFFICE, by=by, at=at
    )
    line.supply = item
    line.save(update_fields=["supply"])
    return item
