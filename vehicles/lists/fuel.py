"""Fills, what was used between full tanks, cards with their moves and months."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.lists.filters import ListFilters, Since, Until
from campus.lists.registry import Column, Hit, ListPage, dotted
from campus.models import Person
from campus.shell.forms import DayInput
from campus.shell.words import moment_in_words, money, month_in_words
from vehicles import rights
from vehicles.models import (
    CardMonth,
    CardMove,
    FuelCard,
    RefuelRecord,
    TankInterval,
    Unit,
    Vehicle,
)


def vehicle_filter() -> django_filters.ModelChoiceFilter:
    return django_filters.ModelChoiceFilter(
        label=_("vehicle"), queryset=Vehicle.objects.defer("sought"), empty_label=_("All vehicles")
    )


def state(tone: str, words: Any) -> SafeString:
    """A state in its colour."""
    return format_html('<span class="state state-{}">{}</span>', tone, words)


class RefuelFilters(ListFilters):
    """By vehicle, unit, how it was paid, days, and whether it was cancelled."""

    vehicle = vehicle_filter()
    which = django_filters.ChoiceFilter(
        label=_("Which"), method="narrow", empty_label=_("Cancelled or not"),
        choices=[("live", _("Not cancelled")), ("cancelled", pgettext_lazy("a fill", "Cancelled"))],
    )  # fmt: skip
    unit = django_filters.ChoiceFilter(
        label=pgettext_lazy("of fuel", "unit"), choices=Unit.choices, method="of_unit",
        empty_label=_("Fuel and electricity"),
    )  # fmt: skip
    paid_by = django_filters.ChoiceFilter(
        label=_("paid with"), choices=RefuelRecord.Paid.choices, method="paid",
        empty_label=_("Card or cash"),
    )  # fmt: skip
    since = Since(field_name="at", label=_("from"))
    until = Until(field_name="at", label=_("to"))

    def narrow(self, fills: Any, name: str, value: str) -> QuerySet[RefuelRecord]:
        return fills.live() if value == "live" else fills.exclude(cancelled_at=None)

    def of_unit(self, fills: Any, name: str, value: str) -> QuerySet[RefuelRecord]:
        """What was really filled, as the figures have it."""
        return fills.live().filter(unit=value)

    def paid(self, fills: Any, name: str, value: str) -> QuerySet[RefuelRecord]:
        return fills.live().filter(paid_by=value)


def refuels_of(person: Person, query: QueryDict) -> QuerySet[RefuelRecord]:
    return RefuelRecord.objects.visible_to(person).told()


def quantity_cell(refuel: RefuelRecord) -> SafeString | str:
    """How much, and whether it was cancelled."""
    words = f"{refuel.quantity} {Unit(refuel.unit).label}"
    if not refuel.is_cancelled:
        return words
    return format_html("{} {}", words, state("cancelled", pgettext_lazy("a fill", "Cancelled")))


REFUELS = ListPage(
    name="refuels",
    title=_("Refuellings"),
    icon="gas-station",
    address="vehicles:refuels",
    rows=refuels_of,
    order=("-at", "-id"),
    filters=RefuelFilters,
    search_label=_("Station or number of the receipt"),
    may_read=rights.can_refuel,
    may_export=rights.can_refuel,
    hit=Hit(
        fields=("at", "quantity", "unit", "station", "receipt", "vehicle__plate"),
        brief=lambda refuel: dotted(moment_in_words(refuel.at), refuel.station, refuel.receipt),
    ),
    empty_title=_("Nothing was filled yet"),
    empty_text=_("Drivers enter each fill with the odometer and the receipt."),
    columns=(
        Column(key="vehicle.plate", label=_("Vehicle"), is_title=True, width=12),
        Column(key="at", label=pgettext_lazy("of a fill", "When"), width=18,
               cell=lambda refuel: moment_in_words(refuel.at)),
        Column(key="quantity", label=pgettext_lazy("of fuel", "Quantity"), cell=quantity_cell,
               value=lambda refuel: refuel.quantity, width=10),
        Column(key="unit", label=pgettext_lazy("of fuel", "Unit"), on_page=False, width=8),
        Column(key="price", label=_("Price of a unit"), on_page=False, width=10),
        Column(key="amount", label=_("Amount in yuan"), width=12),
        Column(key="reading.km", label=_("Odometer in km"), width=12),
        Column(key="station", label=_("Station"), width=20),
        Column(key="receipt", label=_("Number of the receipt"), on_page=False, width=16),
        Column(key="paid_by", label=_("Paid with"), width=10),
        Column(key="card.number", label=_("Fuel card"), on_page=False, width=18),
        Column(key="is_full", label=_("Full tank"), on_page=False, width=8),
        Column(key="by", label=_("Entered by"), width=12),
        Column(key="cancelled_why", label=_("Why it was cancelled"), on_page=False, width=24),
    ),
)  # fmt: skip


class TankFilters(ListFilters):
    """By vehicle, what stands out, unit and days."""

    vehicle = vehicle_filter()
    which = django_filters.ChoiceFilter(
        label=_("Which"), method="narrow", empty_label=_("All tanks"),
        choices=[
            ("outliers", _("Far off the usual")), ("unexplained", _("Far off, not explained")),
        ],
    )  # fmt: skip
    unit = django_filters.ChoiceFilter(
        label=pgettext_lazy("of fuel", "unit"), choices=Unit.choices,
        empty_label=_("Fuel and electricity"),
    )  # fmt: skip
    since = Since(field_name="at", label=_("from"))
    until = Until(field_name="at", label=_("to"))

    def narrow(self, tanks: Any, name: str, value: str) -> QuerySet[TankInterval]:
        return tanks.outliers() if value == "outliers" else tanks.unexplained()


def tanks_of(person: Person, query: QueryDict) -> QuerySet[TankInterval]:
    return TankInterval.objects.visible_to(person).told()


def off_cell(tank: TankInterval) -> SafeString | str:
    """How far off the usual it is; red where that is to be explained, green where it was."""
    if tank.off is None:
        return ""
    if not tank.is_outlier:
        return f"{tank.off:+} %"
    return state("overdue" if tank.is_unexplained else "done", f"{tank.off:+} %")


TANKS = ListPage(
    name="tanks",
    title=_("Consumption by tank"),
    icon="gauge",
    address="vehicles:tanks",
    rows=tanks_of,
    order=("-at", "-id"),
    filters=TankFilters,
    sought="",
    may_read=rights.can_keep_vehicles,
    may_export=rights.can_keep_vehicles,
    empty_title=_("Nothing is measured yet"),
    empty_text=_("From the second full tank of a vehicle on its consumption is known."),
    columns=(
        Column(key="vehicle.plate", label=_("Vehicle"), is_title=True, width=12),
        Column(key="at", label=_("Filled up"), width=18,
               cell=lambda tank: moment_in_words(tank.at)),
        Column(key="km", label=_("Kilometres"), width=10),
        Column(key="quantity", label=_("Used"), width=10),
        Column(key="unit", label=pgettext_lazy("of fuel", "Unit"), width=6),
        Column(key="per_100", label=_("On 100 km"), width=10),
        Column(key="usual", label=_("Usual on 100 km"), width=12),
        Column(key="off", label=_("Off the usual"), cell=off_cell, width=12),
        Column(key="explanation", label=_("Explanation"), width=36),
        Column(key="explained_by", label=_("Explained by"), on_page=False, width=12),
    ),
)  # fmt: skip


class CardFilters(ListFilters):
    """In use or stopped."""

    which = django_filters.ChoiceFilter(
        label=_("Which"), choices=[("stopped", _("Stopped"))], empty_label=_("In use"),
        method="narrow",
    )  # fmt: skip

    def narrow(self, cards: Any, name: str, value: str) -> QuerySet[FuelCard]:
        return cards.exclude(stopped_on=None)


def cards_of(person: Person, query: QueryDict) -> QuerySet[FuelCard]:
    """Cards with their vehicles of today; the stopped ones where these are asked for."""
    seen = FuelCard.objects.visible_to(person).with_holder(timezone.localdate())
    return seen if query.get("which") == "stopped" or "every" in query else seen.in_use()


CARDS = ListPage(
    name="fuel_cards",
    title=_("Fuel cards"),
    icon="credit-card",
    address="vehicles:cards",
    rows=cards_of,
    order=("number",),
    filters=CardFilters,
    number="number",
    everywhere={"every": "1"},
    search_label=_("Number or issuer"),
    may_read=rights.can_keep_vehicles,
    may_export=rights.can_keep_vehicles,
    hit=Hit(fields=("number", "issuer", "balance"), brief=lambda card: money(card.balance)),
    empty_title=_("No fuel card yet"),
    empty_text=_("One card for each vehicle: write the first one."),
    columns=(
        Column(key="number", label=pgettext_lazy("of a fuel card", "Card number"), is_title=True,
               sort=("number",), width=20),
        Column(key="issuer", label=pgettext_lazy("of a fuel card", "Issuer"), width=20),
        Column(key="plate", label=_("Vehicle"), width=12),
        Column(key="balance", label=_("Balance in yuan"), width=14),
        Column(key="closed_until", label=_("Reconciled until"), width=14,
               cell=lambda card: month_in_words(card.closed_until) if card.closed_until else ""),
        Column(key="opened_on", label=_("In use since"), on_page=False, width=12),
        Column(key="stopped_on", label=_("Stopped on"), on_page=False, width=12),
        Column(key="note", label=_("Remark"), on_page=False, width=24),
    ),
)  # fmt: skip


class CardMoveFilters(ListFilters):
    """By card, kind and days."""

    card = django_filters.ModelChoiceFilter(
        label=_("fuel card"), queryset=FuelCard.objects.defer("sought"), empty_label=_("All cards")
    )
    kind = django_filters.ChoiceFilter(
        label=pgettext_lazy("of moves", "kind"), choices=CardMove.Kind.choices,
        empty_label=_("All moves"),
    )  # fmt: skip
    since = django_filters.DateFilter(
        field_name="counts_on", lookup_expr="gte", label=_("from"), widget=DayInput()
    )
    until = django_filters.DateFilter(
        field_name="counts_on", lookup_expr="lte", label=_("to"), widget=DayInput()
    )


def moves_of(person: Person, query: QueryDict) -> QuerySet[CardMove]:
    deferred = ("card__sought", "refuel__sought", "refuel__vehicle__sought")
    return CardMove.objects.visible_to(person).told().defer(*deferred)


CARD_MOVES = ListPage(
    name="card_moves",
    title=_("Moves of fuel cards"),
    icon="transfer",
    address="vehicles:card_moves",
    rows=moves_of,
    order=("-counts_on", "-id"),
    filters=CardMoveFilters,
    sought="",
    row_path=lambda move: move.card.get_absolute_url(),
    may_read=rights.can_keep_vehicles,
    may_export=rights.can_keep_vehicles,
    empty_title=_("Nothing moved on the cards yet"),
    columns=(
        Column(key="card", label=_("Fuel card"), is_title=True, width=24),
        Column(key="counts_on", label=_("Counts on"), width=14),
        Column(key="kind", label=pgettext_lazy("of moves", "Kind"), width=14),
        Column(key="amount", label=_("Amount in yuan"), width=12),
        Column(key="balance", label=_("Then on the card"), width=14),
        Column(key="refuel.vehicle.plate", label=_("Vehicle"), width=12),
        Column(key="reason", label=_("Reason"), width=24),
        Column(key="by", label=_("By"), width=12),
    ),
)  # fmt: skip


class CardMonthFilters(ListFilters):
    """What a second person has still to check."""

    which = django_filters.ChoiceFilter(
        label=_("Which"), choices=[("to_check", _("To be checked"))], method="narrow",
        empty_label=_("Checked or not"),
    )  # fmt: skip

    def narrow(self, months: Any, name: str, value: str) -> QuerySet[CardMonth]:
        return months.to_check()


def card_months_of(person: Person, query: QueryDict) -> QuerySet[CardMonth]:
    return CardMonth.objects.visible_to(person).told()


def checked_cell(closed: CardMonth) -> SafeString:
    if closed.is_checked:
        return state("done", closed.checked_by)
    return state("due_soon", _("To be checked"))


CARD_MONTHS = ListPage(
    name="card_months",
    title=_("Reconciled months"),
    icon="calendar-check",
    address="vehicles:card_months",
    rows=card_months_of,
    order=("-month", "-id"),
    filters=CardMonthFilters,
    sought="",
    may_read=rights.can_keep_vehicles,
    may_export=rights.can_keep_vehicles,
    empty_title=_("No month is reconciled yet"),
    columns=(
        Column(key="card", label=_("Fuel card"), is_title=True, width=24),
        Column(key="month", label=_("Month"), width=12,
               cell=lambda closed: month_in_words(closed.month)),
        Column(key="vehicle.plate", label=_("Vehicle"), width=12),
        Column(key="opening", label=_("Opening"), on_page=False, width=12),
        Column(key="top_ups", label=_("Top-ups"), width=12),
        Column(key="refuels", label=pgettext_lazy("a month", "Refuelled"), width=12),
        Column(key="corrections", label=_("Corrections"), on_page=False, width=12),
        Column(key="closing", label=_("Closing"), width=12),
        Column(key="quantity", label=_("Filled"), width=10),
        Column(key="km", label=_("Kilometres"), width=10),
        Column(key="per_100_km", label=_("On 100 km"), width=10,
               cell=lambda closed: f"{closed.per_100_km:.2f}" if closed.used_km else "–"),
        Column(key="statement", label=_("Statement"), width=12),
        Column(key="difference", label=_("Difference"), width=10),
        Column(key="explanation", label=_("Why they differ"), on_page=False, width=30),
        Column(key="closed_by", label=_("Closed by"), on_page=False, width=12),
        Column(key="checked_by", label=_("Checked by"), cell=checked_cell, width=12),
    ),
)  # fmt: skip
