"""What vehicles use and cost in some days, each by its own number, from what the database tallies.

`of` narrows them to one vehicle. Each function makes one query, whatever the number of spans,
vehicles and rows.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.db.models import Q, QuerySet, Sum

from campus.figures import Span
from vehicles.models import FuelTally, ServiceTally, TankTally, Vehicle
from vehicles.models.running import Fuel, Used

Rows = list[dict[int, dict[str, Any]]]


def fuel_of(spans: Sequence[Span], *, of: Vehicle | None = None) -> list[dict[int, Fuel]]:
    """What was filled within each span, by number of the vehicle; vehicles without any are left
    out. `total_fuel` adds a span's up."""
    names = ("fills", "litres", "kwh", "money")
    found = by_vehicle(spans, FuelTally.objects.all(), names, of)
    return [{pk: Fuel(**sums) for pk, sums in of_span.items()} for of_span in found]


def total_fuel(of_span: dict[int, Fuel]) -> Fuel:
    """All vehicles together."""
    return sum(of_span.values(), Fuel())


def used_of(spans: Sequence[Span], *, of: Vehicle | None = None) -> list[dict[int, Used]]:
    """What was used between full tanks within each span, by number of the vehicle."""
    names = ("litres", "litres_km", "kwh", "kwh_km", "outliers")
    found = by_vehicle(spans, TankTally.objects.all(), names, of)
    return [{pk: Used(**sums) for pk, sums in of_span.items()} for of_span in found]


def service_of(spans: Sequence[Span], *, of: Vehicle | None = None) -> list[dict[int, Decimal]]:
    """The workshops' bills of each span, by their day, in yuan by number of the vehicle; `sum` of
    the values is the total."""
    found = by_vehicle(spans, ServiceTally.objects.all(), ("money",), of)
    return [{pk: sums["money"] for pk, sums in of_span.items()} for of_span in found]


def by_vehicle(
    spans: Sequence[Span], tallies: QuerySet[Any], names: Sequence[str], of: Vehicle | None
) -> Rows:
    """The sums `names` within each span, by number of the vehicle: one query over the days, which
    the database adds up."""
    if not spans:
        return []
    first, last = min(span.first for span in spans), max(span.last for span in spans)
    days = tallies.filter(day__range=(first, last))
    if of is not None:
        days = days.filter(vehicle=of)
    sums = {
        f"{name}_{at}": Sum(name, filter=Q(day__range=(span.first, span.last)))
        for at, span in enumerate(spans)
        for name in names
    }
    found: Any = days.order_by().values("vehicle_id").annotate(**sums)
    rows = list(found)
    return [
        {row["vehicle_id"]: {name: row[f"{name}_{at}"] for name in names}
         for row in rows if row[f"{names[0]}_{at}"] is not None}
        for at in range(len(spans))
    ]  # fmt: skip
