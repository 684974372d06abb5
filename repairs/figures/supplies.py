"""What the store holds, what was spent, and what tickets cost."""

from collections.abc import Iterable
from datetime import date, datetime, time
from decimal import Decimal

from django.db.models import Count, OuterRef, Q, Subquery, Sum
from django.utils.translation import gettext_lazy as _

from campus.school_time.engine import moment_of
from campus.school_time.months import month_after
from repairs.figures.figure import Figure, listed, total
from repairs.models import MonthLine, Stock, StockMove, Supply, SupplyIssue, SupplyRequest

Kind = StockMove.Kind


def span(month: date) -> tuple[datetime, datetime]:
    """The moments at which a month begins and ends; `month` is any day of it."""
    first = month.replace(day=1)
    return moment_of(first, time.min), moment_of(month_after(first), time.min)


def figures(month: date) -> list[Figure]:
    """How the store stands, and what `month` cost."""
    start, end = span(month)
    moved = StockMove.objects.between(start, end)
    spent = total(
        moved,
        bought=Sum("amount", filter=Q(kind=Kind.RECEIPT)),
        handed_out=-Sum("amount", filter=~Q(kind__in=[Kind.RECEIPT, Kind.CORRECTION])),
        parts=-Sum("amount", filter=Q(ticket__isnull=False)),
        tickets=Count("ticket", distinct=True),
    )
    sheet = listed("repairs:supplies_month", month=f"{month:%Y-%m}")
    return [
        Figure(
            name="supplies_low", label=_("Supplies below the minimum"),
            value=Supply.objects.low().count(), path=listed("repairs:supplies", which="low"),
        ),
        Figure(
            name="stock_value", label=_("Value of the store, in yuan"),
            value=total(Stock.objects.all(), value=Sum("value"))["value"], path=sheet,
        ),
        Figure(
            name="supplies_bought", label=_("Bought in the month, in yuan"),
            value=spent["bought"], path=sheet,
        ),
        Figure(
            name="supplies_handed_out", label=_("Handed out in the month, in yuan"),
            value=spent["handed_out"], path=sheet,
        ),
        Figure(
            name="parts_cost", label=_("Parts for repairs in the month, in yuan"),
            value=spent["parts"], path=sheet,
        ),
        Figure(
            name="cost_per_ticket", label=_("Parts for each ticket that used any, in yuan"),
            value=per(spent["parts"], spent["tickets"]), path=sheet,
        ),
        Figure(
            name="requests_open", label=_("Requests for supplies under way"),
            value=SupplyRequest.objects.open().count(),
            path=listed("repairs:requests:requests", current="open"),
        ),
        Figure(
            name="issues_unsigned", label=_("Handed out and not signed for"),
            value=SupplyIssue.objects.unsigned().count(),
            path=listed("repairs:issues", signed="no"),
        ),
    ]  # fmt: skip


def per(amount: Decimal, count: int) -> Decimal:
    """An amount for each of so many, in cents."""
    return (Decimal(amount) / count).quantize(Decimal("0.01")) if count else Decimal(0)


# The monthly sheet


def month_lines(supplies: Iterable[Supply], month: date) -> list[MonthLine]:
    """The lines of some items: three reads by index, none of which grows with what came before.

    A month opens and closes with the balance of the last move before it begins and before it ends.
    """
    asked = list(supplies)
    start, end = span(month)
    pks = [supply.pk for supply in asked]
    opened, closed = balances(pks, start), balances(pks, end)
    moved = moved_in(pks, start, end)
    nothing = (0, Decimal(0))
    return [
        MonthLine(
            supply,
            opened.get(supply.pk, nothing)[0],
            moved.get((supply.pk, Kind.RECEIPT), 0),
            moved.get((supply.pk, Kind.RETURN), 0),
            -moved.get((supply.pk, Kind.ISSUE), 0),
            moved.get((supply.pk, Kind.CORRECTION), 0),
            closed.get(supply.pk, nothing)[0],
            opened.get(supply.pk, nothing)[1],
            closed.get(supply.pk, nothing)[1],
        )
        for supply in asked
    ]


def balances(pks: list[int], before: datetime) -> dict[int, tuple[int, Decimal]]:
    """What there was of each item and its value before a moment, for items that ever moved."""
    last = StockMove.objects.filter(supply=OuterRef("pk"), at__lt=before).order_by("-at", "-id")
    lasts = (
        Supply.objects.filter(pk__in=pks).order_by().values_list(Subquery(last.values("pk")[:1]))
    )
    found = StockMove.objects.filter(pk__in=lasts)
    rows = found.order_by().values_list("supply_id", "balance", "balance_value")
    return {pk: (balance, value) for pk, balance, value in rows}


def moved_in(pks: list[int], start: datetime, end: datetime) -> dict[tuple[int, str], int]:
    """How many pieces of each item moved between two moments, by kind."""
    moved = StockMove.objects.filter(supply__in=pks).between(start, end)
    rows = moved.order_by().values_list("supply_id", "kind").annotate(moved=Sum("quantity"))
    return {(pk, kind): pieces for pk, kind, pieces in rows}


def month_totals(month: date) -> dict[str, Decimal]:
    """What the month cost, in yuan: bought, handed out (what came back taken off), corrected."""
    start, end = span(month)
    return total(
        StockMove.objects.between(start, end),
        bought=Sum("amount", filter=Q(kind=Kind.RECEIPT)),
        handed_out=-Sum("amount", filter=Q(kind__in=[Kind.ISSUE, Kind.RETURN])),
        corrected=Sum("amount", filter=Q(kind=Kind.CORRECTION)),
    )
