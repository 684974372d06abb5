"""What vehicles use and cost in some days, from what the database tallies: for the monthly sheet,
for caps, for anybody who asks by vehicle or by department.

`of` narrows them to one vehicle, or to a department: its vehicles are those that belong to it now.
Each function makes one query, whatever the number of spans, vehicles and rows.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.db.models import Q, QuerySet, Sum

from campus.figures import Span
from campus.models import Department
from vehicles.models import FuelTally, IncidentTally, ServiceTally, TankTally, Vehicle
from vehicles.models.running import Fuel, Used

Whose = Department | Vehicle | None
Rows = list[dict[int, dict[str, Any]]]


def fuel_of(spans: Sequence[Span], *, of: Whose = None) -> list[dict[int, Fuel]]:
    """What was filled within each span, by number of the vehicle; vehicles without any are left
    out. `total_fuel` adds a span's up."""
    names = ("fills", "litres", "kwh", "money")
    found = by_vehicle(spans, FuelTally.objects.all(), names, of)
    return [{pk: Fuel(**sums) for pk, sums in of_span.items()} for of_span in found]


def total_fuel(of_span: dict[int, Fuel]) -> Fuel:
    """All vehicles together."""
    return sum(of_span.values(), Fuel())


def used_of(spans: Sequence[Span], *, of: Whose = None) -> list[dict[int, Used]]:
    """What was used between full tanks within each span, by number of the vehicle."""
    names = ("litres", "litres_km", "kwh", "kwh_km", "outliers")
    found = by_vehicle(spans, TankTally.objects.all(), names, of)
    return [{pk: Used(**sums) for pk, sums in of_span.items()} for of_span in found]


def service_of(spans: Sequence[Span], *, of: Whose = None) -> list[dict[int, Decimal]]:
    """The workshops' bills of each span, by their day, in yuan by number of the vehicle; `sum` of
    the values is the total."""
    return money_of(spans, ServiceTally.objects.all(), of)


def incidents_of(spans: Sequence[Span], *, of: Whose = None) -> list[dict[int, Decimal]]:
    """What accidents and violations of each span cost, in yuan by number of the vehicle."""
    return money_of(spans, IncidentTally.objects.all(), of)


def money_of(spans: Sequence[Span], tallies: QuerySet[Any], of: Whose) -> list[dict[int, Decimal]]:
    found = by_vehicle(spans, tallies, ("money",), of)
    return [{pk: sums["money"] for pk, sums in of_span.items()} for of_span in found]


def by_vehicle(
    spans: Sequence[Span], tallies: QuerySet[Any], names: Sequence[str], of: Whose
) -> Rows:
    """The sums `names` within each span, by number of the vehicle: one query over the days, which
    the database adds up."""
    if not spans:
        return []
    first, last = min(span.first for span in spans), max(span.last for span in spans)
    days = tallies.filter(day__range=(first, last))
    if isinstance(of, Vehicle):
        days = days.filter(vehicle=of)
    elif of is not None:
        days = days.filter(vehicle__department=of)
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
