"""What vehicles use and cost in some days, from what the database tallies: for the monthly sheet,
for caps, for anybody who asks by vehicle or by department.

A department's vehicles are those that belong to it now. Each function makes one query, whatever the
number of spans, vehicles and rows.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet, Sum

from campus.figures import Span
from campus.models import Department
from vehicles.models import FuelTally, IncidentTally, ServiceTally, TankTally
from vehicles.models.running import Fuel, Used

NOTHING = Decimal(0)
Rows = list[dict[int, dict[str, Any]]]


def fuel_of(
    spans: Sequence[Span], *, department: Department | None = None
) -> list[dict[int, Fuel]]:
    """What was filled within each span, by number of the vehicle; vehicles without any are left
    out. `total_fuel` adds a span's up."""
    found = by_vehicle(spans, FuelTally.objects.all(), ("fills", "litres", "kwh", "money"),
                       department)  # fmt: skip
    return [{pk: Fuel(**sums) for pk, sums in of_span.items()} for of_span in found]


def total_fuel(of_span: dict[int, Fuel]) -> Fuel:
    """All vehicles together."""
    return sum(of_span.values(), Fuel())


def used_of(
    spans: Sequence[Span], *, department: Department | None = None
) -> list[dict[int, Used]]:
    """What was used between full tanks within each span, by number of the vehicle."""
    names = ("litres", "litres_km", "kwh", "kwh_km", "outliers")
    found = by_vehicle(spans, TankTally.objects.all(), names, department)
    return [{pk: Used(**sums) for pk, sums in of_span.items()} for of_span in found]


def service_of(
    spans: Sequence[Span], *, department: Department | None = None
) -> list[dict[int, Decimal]]:
    """The workshops' bills of each span, by their day, in yuan by number of the vehicle; `sum` of
    the values is the total."""
    return money_of(spans, ServiceTally.objects.all(), department)


def incidents_of(
    spans: Sequence[Span], *, department: Department | None = None
) -> list[dict[int, Decimal]]:
    """What accidents and violations of each span cost, in yuan by number of the vehicle."""
    return money_of(spans, IncidentTally.objects.all(), department)


def money_of(
    spans: Sequence[Span], tallies: QuerySet[Any], department: Department | None
) -> list[dict[int, Decimal]]:
    found = by_vehicle(spans, tallies, ("money",), department)
    return [{pk: sums["money"] for pk, sums in of_span.items()} for of_span in found]


def by_vehicle(
    spans: Sequence[Span], tallies: QuerySet[Any], names: Sequence[str],
    department: Department | None,
) -> Rows:  # fmt: skip
    """The sums `names` within each span, by number of the vehicle: one query over the days."""
    sums: Rows = [{} for _span in spans]
    if not spans:
        return sums
    first, last = min(span.first for span in spans), max(span.last for span in spans)
    days = tallies.filter(day__range=(first, last))
    if department is not None:
        days = days.filter(vehicle__department=department)
    rows = days.order_by().values("day", "vehicle_id")
    for row in rows.annotate(**{f"all_{name}": Sum(name) for name in names}):
        for span, found in zip(spans, sums, strict=True):
            if span.has(row["day"]):
                known = found.setdefault(row["vehicle_id"], dict.fromkeys(names, NOTHING))
                for name in names:
                    known[name] += row[f"all_{name}"]
    return sums
