"""What vehicles use and cost in some days, each by its own number, from what the database tallies.

Each function makes one query, whatever the number of spans, vehicles and rows.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet, Sum

from campus.figures import Span
from vehicles.models import FuelTally, ServiceTally, TankTally
from vehicles.models.running import Fuel, Used

NOTHING = Decimal(0)
Rows = list[dict[int, dict[str, Any]]]


def fuel_of(spans: Sequence[Span]) -> list[dict[int, Fuel]]:
    """What was filled within each span, by number of the vehicle; vehicles without any are left
    out. `total_fuel` adds a span's up."""
    found = by_vehicle(spans, FuelTally.objects.all(), ("fills", "litres", "kwh", "money"))
    return [{pk: Fuel(**sums) for pk, sums in of_span.items()} for of_span in found]


def total_fuel(of_span: dict[int, Fuel]) -> Fuel:
    """All vehicles together."""
    return sum(of_span.values(), Fuel())


def used_of(spans: Sequence[Span]) -> list[dict[int, Used]]:
    """What was used between full tanks within each span, by number of the vehicle."""
    names = ("litres", "litres_km", "kwh", "kwh_km", "outliers")
    found = by_vehicle(spans, TankTally.objects.all(), names)
    return [{pk: Used(**sums) for pk, sums in of_span.items()} for of_span in found]


def service_of(spans: Sequence[Span]) -> list[dict[int, Decimal]]:
    """The workshops' bills of each span, by their day, in yuan by number of the vehicle; `sum` of
    the values is the total."""
    found = by_vehicle(spans, ServiceTally.objects.all(), ("money",))
    return [{pk: sums["money"] for pk, sums in of_span.items()} for of_span in found]


def by_vehicle(spans: Sequence[Span], tallies: QuerySet[Any], names: Sequence[str]) -> Rows:
    """The sums `names` within each span, by number of the vehicle: one query over the days."""
    sums: Rows = [{} for _span in spans]
    if not spans:
        return sums
    first, last = min(span.first for span in spans), max(span.last for span in spans)
    days = tallies.filter(day__range=(first, last))
    rows = days.order_by().values("day", "vehicle_id")
    for row in rows.annotate(**{f"all_{name}": Sum(name) for name in names}):
        for span, found in zip(spans, sums, strict=True):
            if span.has(row["day"]):
                known = found.setdefault(row["vehicle_id"], dict.fromkeys(names, NOTHING))
                for name in names:
                    known[name] += row[f"all_{name}"]
    return sums
