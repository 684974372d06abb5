"""What the store holds, what was spent, and the monthly sheet."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import partial
from typing import Any

from django.db.models import Count, OuterRef, Q, Subquery, Sum
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.figures import Group, Line, Span, Sums, proof, summed, today_line
from campus.school_time.engine import moments_of
from campus.school_time.months import month_after
from campus.shell.words import money
from repairs.models import (
    MonthLine,
    Stock,
    StockMove,
    StockTally,
    Supply,
    SupplyIssue,
    SupplyRequest,
)

Kind = StockMove.Kind
MOVES, LOW = "repairs:stock_moves", "repairs:supplies"
COSTS = ("bought", "handed_out", "parts", "corrected")
YUAN: Any = money


def group(spans: Sequence[Span]) -> Group:
    """What came into the store and what went out of it, in yuan; one query over the tallies."""
    line = partial(
        Sums(spans, summed(spans, StockTally.objects.all(), COSTS), MOVES).line, words=YUAN
    )
    lines = [
        line(_("Bought"), "bought", kind=Kind.RECEIPT),
        line(_("Handed out"), "handed_out", which="out"),
        line(_("Of that, parts for repairs"), "parts", which="parts"),
        line(_("Corrected by count"), "corrected", kind=Kind.CORRECTION),
    ]
    return Group(title=pgettext_lazy("the store", "Store, in yuan"), lines=lines)


def today_lines() -> list[Line]:
    """How the store stands; three queries."""
    there = Stock.objects.aggregate(value=Sum("value"), low=Count("pk", filter=Q(is_low=True)))
    requests = SupplyRequest.objects.open().count()
    unsigned = SupplyIssue.objects.unsigned().count()
    worth = there["value"] or Decimal(0)
    return [
        today_line(_("Supplies below the minimum"), there["low"], proof(LOW, which="low")),
        today_line(_("Value of the store"), worth, reverse("repairs:supplies_month"), words=YUAN),
        today_line(
            _("Requests for supplies under way"), requests,
            proof("repairs:requests:requests", current="open"),
        ),
        today_line(
            _("Handed out and not signed for"), unsigned, proof("repairs:issues", signed="no")
        ),
    ]  # fmt: skip


# The monthly sheet


def moments_of_month(month: date) -> tuple[datetime, datetime]:
    """The moments at which a month begins and ends; `month` is any day of it."""
    return moments_of(month.replace(day=1), month_after(month) - timedelta(days=1))


def month_lines(supplies: Iterable[Supply], month: date) -> list[MonthLine]:
    """The lines of some items: three reads by index, none of which grows with what came before.

    A month opens and closes with the balance of the last move before it begins and before it ends.
    """
    asked = list(supplies)
    start, end = moments_of_month(month)
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
    """What the month cost, in yuan: the sums of `COSTS`."""
    days = StockTally.objects.filter(day__gte=month.replace(day=1), day__lt=month_after(month))
    sums = days.aggregate(**{name: Sum(name) for name in COSTS})
    return {name: total or Decimal(0) for name, total in sums.items()}
