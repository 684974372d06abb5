"""Rows of the monthly reconciliation and of the energy account."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext, pgettext

from vehicles.models import CardMonth, FuelCard, Unit
from vehicles.models.card_figures import CardFigures
from vehicles.models.running import AccountLine

WIDTHS = [24, 12, 12, 12, 12, 12, 12, 10, 6, 10, 10, 12, 10, 30, 12, 12]
ACCOUNT_WIDTHS = [28, 10, 10, 12, 6, 14, 12, 10]


def month_rows(
    lines: Iterable[tuple[FuelCard, CardFigures | CardMonth, CardMonth | None]],
) -> Iterator[list[Any]]:
    """A header and a row for each card; what is not closed yet has no statement."""
    yield [
        gettext("Fuel card"), gettext("Vehicle"), gettext("Opening"), gettext("Top-ups"),
        pgettext("a month", "Refuelled"), gettext("Corrections"), gettext("Closing"),
        gettext("Filled"), pgettext("of fuel", "Unit"), gettext("Kilometres"), gettext("On 100 km"),
        gettext("Statement"), gettext("Difference"), gettext("Why they differ"),
        gettext("Closed by"), gettext("Checked by"),
    ]  # fmt: skip
    for card, figures, closed in lines:
        yield [
            str(card), figures.vehicle.plate if figures.vehicle else "", figures.opening,
            figures.top_ups, figures.refuels, figures.corrections, figures.closing,
            figures.quantity, unit_words(figures), figures.km, rounded(figures.per_100_km),
            *signed(closed),
        ]  # fmt: skip


def unit_words(figures: CardFigures | CardMonth) -> str:
    """The unit in words, of a row of the database and of figures alike."""
    return str(Unit(figures.unit).label)


def signed(closed: CardMonth | None) -> list[Any]:
    """What the station says, and who has signed."""
    if closed is None:
        return [None, None, "", "", ""]
    return [
        closed.statement, closed.difference, closed.explanation, closed.closed_by.name,
        closed.checked_by.name if closed.checked_by else "",
    ]  # fmt: skip


def rounded(value: Decimal | None) -> Decimal | None:
    return None if value is None else round(value, 2)


def account_rows(lines: Iterable[AccountLine], first: str) -> Iterator[list[Any]]:
    """A header and a row for each line of the energy account; `first` heads their names."""
    yield [
        first, gettext("Fills"), gettext("Kilometres"), gettext("Filled"),
        pgettext("of fuel", "Unit"), gettext("Amount in yuan"), gettext("On 100 km"),
        gettext("Far off the usual"),
    ]  # fmt: skip
    for line in lines:
        yield [
            line.label, line.fuel.fills, line.km, line.filled, line.unit, line.fuel.money,
            rounded(line.on_100), line.used.outliers,
        ]  # fmt: skip
