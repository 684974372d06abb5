"""The monthly sheet: what each vehicle did in a month."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Sum

from campus.school_time.months import month_after
from vehicles.models import MonthLine, TripTally, Vehicle

SUMS = ("trips", "shared", "km", "minutes", "yuan")


def month_lines(month: date) -> list[MonthLine]:
    """A line for each vehicle that the school has, and for those it had and that drove; two
    queries over the tallies."""
    days = TripTally.objects.filter(day__gte=month.replace(day=1), day__lt=month_after(month))
    sums: Any = days.order_by().values("vehicle").annotate(**{name: Sum(name) for name in SUMS})
    found = {row["vehicle"]: row for row in sums if row["trips"]}
    vehicles = Vehicle.objects.filter(pk__in=found) | Vehicle.objects.kept()
    nothing: dict[str, Any] = {"yuan": Decimal("0.00")}
    return [
        MonthLine(vehicle, **{name: found.get(vehicle.pk, nothing).get(name, 0) for name in SUMS})
        for vehicle in vehicles.defer("sought").order_by("plate")
    ]


def total(lines: Sequence[MonthLine]) -> MonthLine:
    """All vehicles together."""
    return MonthLine(
        None,
        sum(line.trips for line in lines),
        sum(line.shared for line in lines),
        sum(line.km for line in lines),
        sum(line.minutes for line in lines),
        sum((line.yuan for line in lines), Decimal(0)),
    )
