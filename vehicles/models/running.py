"""What vehicles use and cost in some days, as it is read from the tallies."""

from dataclasses import dataclass
from decimal import Decimal

from vehicles.models.card_month import per_100
from vehicles.models.refuel import Unit, unit_of
from vehicles.models.vehicle import Vehicle

NOTHING = Decimal(0)


@dataclass(frozen=True)
class Fuel:
    """What was filled: litres, kilowatt-hours, and what both cost in yuan."""

    fills: int = 0
    litres: Decimal = NOTHING
    kwh: Decimal = NOTHING
    money: Decimal = NOTHING

    def __add__(self, other: "Fuel") -> "Fuel":
        return Fuel(
            self.fills + other.fills, self.litres + other.litres, self.kwh + other.kwh,
            self.money + other.money,
        )  # fmt: skip


@dataclass(frozen=True)
class Used:
    """What was used between full tanks that ended in the days, and on how many kilometres."""

    litres: Decimal = NOTHING
    litres_km: int = 0
    kwh: Decimal = NOTHING
    kwh_km: int = 0
    outliers: int = 0

    def __add__(self, other: "Used") -> "Used":
        return Used(
            self.litres + other.litres, self.litres_km + other.litres_km, self.kwh + other.kwh,
            self.kwh_km + other.kwh_km, self.outliers + other.outliers,
        )  # fmt: skip

    @property
    def litres_per_100(self) -> Decimal | None:
        return per_100(self.litres, self.litres_km)

    @property
    def kwh_per_100(self) -> Decimal | None:
        return per_100(self.kwh, self.kwh_km)


@dataclass(frozen=True)
class AccountLine:
    """What one vehicle did in some days: kilometres by its odometer, what was filled and what it
    cost, what it used on 100 km between full tanks."""

    label: str
    vehicle: Vehicle
    km: int | None
    fuel: Fuel
    used: Used

    @property
    def is_electric(self) -> bool:
        return unit_of(self.vehicle) == Unit.KWH

    @property
    def unit(self) -> str:
        return str(unit_of(self.vehicle).label)

    @property
    def filled(self) -> Decimal:
        return self.fuel.kwh if self.is_electric else self.fuel.litres

    @property
    def on_100(self) -> Decimal | None:
        return self.used.kwh_per_100 if self.is_electric else self.used.litres_per_100
