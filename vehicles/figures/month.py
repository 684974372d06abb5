"""The monthly sheet: what each vehicle did in a month, and what it cost."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Sum

from campus.figures import Span
from campus.school_time.months import month_after
from vehicles.figures.money import fuel_of, service_of, used_of
from vehicles.models import MonthLine, TripTally, Vehicle
from vehicles.models.running import Fuel, Used

DRIVEN = ("trips", "shared", "km", "minutes", "yuan")
NOTHING: dict[str, Any] = {
    "trips": 0, "shared": 0, "km": 0, "minutes": 0, "yuan": Decimal("0.00"), "fuel": Fuel(),
    "used": Used(), "service": Decimal("0.00"),
}  # fmt: skip


def month_lines(month: date) -> list[MonthLine]:
    """A line for each vehicle that the school has, and for those it had and that drove or cost
    something; five queries over the tallies."""
    first = month.replace(day=1)
    span = Span("", first, month_after(month) - timedelta(days=1))
    known: dict[str, dict[int, Any]] = {
        "fuel": fuel_of([span])[0], "used": used_of([span])[0], "service": service_of([span])[0],
    }  # fmt: skip
    told: dict[int, dict[str, Any]] = driven_in(span)
    for name, by_vehicle in known.items():
        for pk, value in by_vehicle.items():
            told.setdefault(pk, {})[name] = value
    vehicles = Vehicle.objects.filter(pk__in=told) | Vehicle.objects.kept()
    return [
        MonthLine(vehicle, **NOTHING | told.get(vehicle.pk, {}))
        for vehicle in vehicles.defer("sought").order_by("plate")
    ]


def driven_in(span: Span) -> dict[int, dict[str, Any]]:
    """The sums of the trips of each vehicle that had any."""
    days = TripTally.objects.filter(day__range=(span.first, span.last)).order_by()
    sums: Any = days.values("vehicle").annotate(**{name: Sum(name) for name in DRIVEN})
    return {row["vehicle"]: {name: row[name] for name in DRIVEN} for row in sums if row["trips"]}


def total(lines: Sequence[MonthLine]) -> MonthLine:
    """All vehicles together."""
    sums = {
        name: sum((getattr(line, name) for line in lines), nothing)
        for name, nothing in NOTHING.items()
    }
    return MonthLine(None, **sums)
