"""What one vehicle has cost in a calendar year, for its file."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from django.db.models import Subquery, Sum, Value
from django.db.models.functions import Coalesce

from campus.rows import Rows, read
from vehicles.models import FuelTally, IncidentTally, ServiceTally, TripTally, Vehicle

CENT = Decimal("0.01")


@dataclass(frozen=True)
class YearCost:
    """Kilometres of its trips in a year, and what these, fuel, service and incidents cost, in
    yuan."""

    year: int
    km: int
    trips: Decimal
    fuel: Decimal
    service: Decimal
    incidents: Decimal

    @property
    def total(self) -> Decimal:
        return self.trips + self.fuel + self.service + self.incidents

    @property
    def per_km(self) -> Decimal | None:
        """Yuan for each kilometre; None where none was driven."""
        return (self.total / self.km).quantize(CENT) if self.km else None


# Each figure with the tally that holds it, and its column there.
TALLIES = {
    "km": (TripTally, "km"), "trips": (TripTally, "yuan"), "fuel": (FuelTally, "money"),
    "service": (ServiceTally, "money"), "incidents": (IncidentTally, "money"),
}  # fmt: skip


def cost_rows(vehicle: Vehicle, year: int) -> Rows[YearCost]:
    """The cost as one row, to be read with others; it reads the days of the year, however much was
    driven."""
    sums = {f"all_{name}": within(*tally, vehicle, year) for name, tally in TALLIES.items()}
    return Rows(
        rows=Vehicle.objects.filter(pk=vehicle.pk).order_by(), fields=("plate",), extra=sums,
        draw=partial(drawn, year=year),
    )  # fmt: skip


def drawn(row: Any, *, year: int) -> YearCost:
    sums: dict[str, Any] = {name: Decimal(str(getattr(row, f"all_{name}"))) for name in TALLIES}
    return YearCost(year, **sums | {"km": int(sums["km"])})


def cost_of(vehicle: Vehicle, year: int) -> YearCost:
    """One query."""
    return read([cost_rows(vehicle, year)])[0]


def within(model: type[Any], column: str, vehicle: Vehicle, year: int) -> Coalesce:
    """The sum of a tally's column over the days of a year."""
    days = model.objects.filter(vehicle=vehicle, day__range=(date(year, 1, 1), date(year, 12, 31)))
    together = days.order_by().values(whole=Value(1)).annotate(sum=Sum(column)).values("sum")
    field = model._meta.get_field(column)
    return Coalesce(Subquery(together), Value(0), output_field=field)
