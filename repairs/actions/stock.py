"""Pieces that come into the store and go out of it: the only way in which stock changes."""

from collections.abc import Iterable
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.cases.registry import on_duty
from campus.doors import Refused
from campus.models import Person, Role
from campus.notices.actions import tell
from campus.storing import store
from repairs.models import Stock, StockMove, Supply

TOPIC = "supplies"
Kind = StockMove.Kind
CENT = Decimal("0.01")
LOW = gettext_noop("Below the minimum of %(minimum)s %(unit)s: %(supply)s, %(quantity)s left")


def locked(supply: Supply) -> Stock:
    """What there is of the supply, locked for this transaction."""
    rows = Stock.objects.select_for_update(of=("self",)).select_related("supply")
    return rows.get(supply=supply)


def lock_all(supplies: Iterable[Supply]) -> None:
    """Lock the stocks of all of them, always in one order: two people who hand out the same things
    wait for each other, and neither for ever."""
    pks = {supply.pk for supply in supplies}
    list(Stock.objects.select_for_update().filter(pk__in=pks).order_by("pk"))


@transaction.atomic
def receive(
    supply: Supply, quantity: int, *, price: Decimal, by: Person, at: datetime, **facts: Any
) -> StockMove:
    """So many pieces have come at that price each (验收入库); `facts` are `invoice`, `supplier`,
    `request`. Raises ValidationError."""
    amount = in_cents(price * quantity)
    return move(supply, Kind.RECEIPT, quantity, amount, by=by, at=at, price=price, **facts)


@transaction.atomic
def take(supply: Supply, quantity: int, *, by: Person, at: datetime, **facts: Any) -> StockMove:
    """So many pieces go out; never more than there are. Raises Refused with what is left."""
    stock = locked(supply)
    if quantity > stock.quantity:
        raise Refused(
            _("There are only %(left)s %(unit)s of “%(supply)s” left.")
            % {"left": stock.quantity, "unit": supply.unit, "supply": supply}
        )
    return move(supply, Kind.ISSUE, -quantity, -worth(stock, quantity), by=by, at=at, **facts)


@transaction.atomic
def bring_back(
    supply: Supply, quantity: int, *, amount: Decimal, by: Person, at: datetime, **facts: Any
) -> StockMove:
    """So many pieces come back, at the value at which they had gone out."""
    return move(supply, Kind.RETURN, quantity, in_cents(amount), by=by, at=at, **facts)


@transaction.atomic
def count(supply: Supply, there: int, *, reason: str, by: Person, at: datetime) -> StockMove:
    """So many pieces were counted; the difference is corrected, and why. Raises Refused where there
    is none."""
    stock = locked(supply)
    difference = there - stock.quantity
    if not difference:
        raise Refused(_("The count agrees with the ledger: %(count)s.") % {"count": there})
    amount = worth(stock, difference) if stock.quantity else last_price(supply) * difference
    return move(supply, Kind.CORRECTION, difference, amount, by=by, at=at, reason=reason)


def worth(stock: Stock, quantity: int) -> Decimal:
    """What so many pieces are worth by moving average; all of them exactly what the stock is."""
    if abs(quantity) == stock.quantity:
        return stock.value if quantity > 0 else -stock.value
    return in_cents(stock.value * quantity / stock.quantity)


def last_price(supply: Supply) -> Decimal:
    """What a piece cost when it was received last; nothing where none ever was."""
    received = supply.moves.filter(kind=Kind.RECEIPT).order_by("-id").first()
    return received.price if received and received.price is not None else Decimal(0)


def in_cents(amount: Decimal) -> Decimal:
    return amount.quantize(CENT, ROUND_HALF_UP)


@transaction.atomic
def move(
    supply: Supply, kind: str, quantity: int, amount: Decimal, *, by: Person, at: datetime,
    **facts: Any,
) -> StockMove:  # fmt: skip
    """Write the move and the balance that it leaves, under the lock of the stock's row.

    No move stands before the one that is written already, so that a month opens with the last one
    before it. Whoever keeps the store is told when there is less than the minimum from now on.
    """
    stock = locked(supply)
    stock.quantity += quantity
    stock.value += amount
    stock.last_at = max(at, stock.last_at) if stock.last_at else at
    was_low, stock.is_low = stock.is_low, is_low(stock)
    written = StockMove(
        supply=stock.supply, kind=kind, quantity=quantity, amount=amount, balance=stock.quantity,
        balance_value=stock.value, by=by, at=stock.last_at, **facts,
    )  # fmt: skip
    store(written)
    store(stock)
    if stock.is_low and not was_low:
        tell_low(stock, key=f"supply:{supply.pk}:low:{written.pk}", at=at)
    return written


def is_low(stock: Stock) -> bool:
    return stock.supply.is_offered and stock.quantity < stock.supply.minimum


def tell_low(stock: Stock, *, key: str, at: datetime) -> None:
    """Once for each time that it falls below the minimum."""
    supply = stock.supply
    facts = {
        "minimum": supply.minimum, "unit": supply.unit, "supply": str(supply),
        "quantity": stock.quantity,
    }  # fmt: skip
    tell(
        on_duty(Role.STOREKEEPER), key=key, topic=TOPIC, text=LOW, facts=facts,
        path=supply.get_absolute_url(), at=at, robots=False,
    )  # fmt: skip
