"""How fuel cards stand in a month, by their moves and by what was driven."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import FilteredRelation, Q, Sum

from campus.school_time.engine import moments_of
from campus.school_time.months import month_after
from vehicles.models.card_month import per_100
from vehicles.models.driven import driven
from vehicles.models.fuel_card import CardTurn, FuelCard
from vehicles.models.refuel import Unit, unit_of
from vehicles.models.running_tally import TankTally
from vehicles.models.vehicle import Vehicle

SUMS = ("top_ups", "refuels", "corrections", "quantity")
NOTHING = Decimal(0)


@dataclass(frozen=True, kw_only=True)
class CardFigures:
    """A card in a month, with the names that a `CardMonth` has for it; money in yuan."""

    vehicle: Vehicle | None
    unit: Unit
    opening: Decimal
    top_ups: Decimal
    refuels: Decimal
    corrections: Decimal
    closing: Decimal
    quantity: Decimal
    km: int | None
    used: Decimal
    used_km: int

    @property
    def per_100_km(self) -> Decimal | None:
        return per_100(self.used, self.used_km)


def figures_of(cards: Sequence[FuelCard], month: date) -> dict[int, CardFigures]:
    """How each card stands in a month, of which `month` is the first day, by number of the card.

    Four queries, however many cards there are and however long their ledgers: sums by month, who
    had which card at the month's end, odometers at its bounds, what was used between full tanks.
    """
    after = month_after(month)
    last = after - timedelta(days=1)
    pks = [card.pk for card in cards]
    moved = moves_of(pks, month)
    turns = CardTurn.objects.filter(card__in=pks, starts_on__lte=last).select_related("vehicle")
    had = turns.defer("vehicle__sought").order_by("starts_on")
    holders = {turn.card_id: turn.vehicle for turn in had if not ended_before(turn, month)}
    numbers = {vehicle.pk for vehicle in holders.values()}
    vehicles = Vehicle.objects.filter(pk__in=numbers)
    went = driven(vehicles, [moments_of(month, last)])
    tanks = tanks_of(numbers, month, after)
    return {card.pk: standing(moved[card.pk], holders.get(card.pk), went, tanks) for card in cards}


def ended_before(turn: CardTurn, month: date) -> bool:
    return turn.ends_on is not None and turn.ends_on < month


def moves_of(pks: list[int], month: date) -> dict[int, dict[str, Decimal]]:
    """What is on each card now, what moved since the month began, and what of that in the month:
    what stood on it before follows, and years of moves need not be added up."""
    since = FilteredRelation("tallies", condition=Q(tallies__month__gte=month))
    within = Q(late__month=month)
    sums = {f"all_{name}": Sum(f"late__{name}", filter=within, default=NOTHING) for name in SUMS}
    later = {f"{name}_since": Sum(f"late__{name}", default=NOTHING) for name in SUMS[:3]}
    cards = FuelCard.objects.filter(pk__in=pks).annotate(late=since).order_by()
    rows: Any = cards.values("pk", "balance").annotate(**sums, **later)
    return {row["pk"]: row for row in rows}


def tanks_of(numbers: set[int], month: date, after: date) -> dict[int, dict[str, Any]]:
    rows = TankTally.objects.filter(vehicle__in=numbers, day__gte=month, day__lt=after)
    names = ("litres", "litres_km", "kwh", "kwh_km")
    sums = {f"all_{name}": Sum(name) for name in names}
    found: Any = rows.order_by().values("vehicle_id").annotate(**sums)
    return {row["vehicle_id"]: row for row in found}


def standing(
    moved: dict[str, Decimal], vehicle: Vehicle | None, went: dict[int, list[int | None]],
    tanks: dict[int, dict[str, Any]],
) -> CardFigures:  # fmt: skip
    """One card from what was read of all of them."""
    top_ups, refuels, corrections, quantity = (moved[f"all_{name}"] for name in SUMS)
    opening = (
        moved["balance"] - moved["top_ups_since"] + moved["refuels_since"]
        - moved["corrections_since"]
    )  # fmt: skip
    unit = unit_of(vehicle) if vehicle else Unit.LITRE
    name = "kwh" if unit == Unit.KWH else "litres"
    tank = tanks.get(vehicle.pk, {}) if vehicle else {}
    return CardFigures(
        vehicle=vehicle, unit=unit, opening=opening, top_ups=top_ups, refuels=refuels,
        corrections=corrections, closing=opening + top_ups - refuels + corrections,
        quantity=quantity, km=went[vehicle.pk][0] if vehicle else None,
        used=tank.get(f"all_{name}", NOTHING), used_km=tank.get(f"all_{name}_km", 0),
    )  # fmt: skip
