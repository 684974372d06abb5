"""What running a vehicle comes to by day, kept by the database: fills, tanks, bills, incidents."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from campus.tallies import Tally, day_of
from vehicles.models.usage import where
from vehicles.models.vehicle import Vehicle


class VehicleDay(models.Model):
    """One day of one vehicle."""

    day = models.DateField(_("day"))
    vehicle = models.ForeignKey(Vehicle, models.CASCADE, related_name="+")

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(fields=["day", "vehicle"], name="%(class)s_once"),
        ]
        indexes = [models.Index(fields=["vehicle", "day"], name="%(class)s_of")]

    def __str__(self) -> str:
        return f"{self.day} {self.vehicle}"


class FuelTally(VehicleDay):
    """What was filled into a vehicle on a day, cancelled records aside; money in yuan."""

    fills = models.IntegerField(default=0)
    litres = models.DecimalField(max_digits=14, decimal_places=2, default=0)
    kwh = models.DecimalField(max_digits=14, decimal_places=2, default=0)
    money = models.DecimalField(max_digits=14, decimal_places=2, default=0)
    cash = models.DecimalField(max_digits=14, decimal_places=2, default=0)

    class Meta(VehicleDay.Meta):
        abstract = False
        verbose_name = _("fuel of a day")
        verbose_name_plural = _("fuel of a day")


_LIVE = "{row}.cancelled_at IS NULL"
FUEL_BY_DAY = Tally(
    source="vehicles_refuelrecord",
    table="vehicles_fueltally",
    keys={"day": day_of("{row}.at", settings.TIME_ZONE), "vehicle_id": "{row}.vehicle_id"},
    sums={
        "fills": where(_LIVE, "1"),
        "litres": where(f"{_LIVE} AND {{row}}.unit = 'litre'", "{row}.quantity"),
        "kwh": where(f"{_LIVE} AND {{row}}.unit = 'kwh'", "{row}.quantity"),
        "money": where(_LIVE, "{row}.amount"),
        "cash": where(f"{_LIVE} AND {{row}}.paid_by = 'cash'", "{row}.amount"),
    },
)


class TankTally(VehicleDay):
    """What a vehicle used between full tanks, by the day of the later one."""

    intervals = models.IntegerField(default=0)
    outliers = models.IntegerField(default=0)
    litres = models.DecimalField(max_digits=14, decimal_places=2, default=0)
    litres_km = models.IntegerField(default=0)
    kwh = models.DecimalField(max_digits=14, decimal_places=2, default=0)
    kwh_km = models.IntegerField(default=0)

    class Meta(VehicleDay.Meta):
        abstract = False
        verbose_name = _("consumption of a day")
        verbose_name_plural = _("consumption of a day")


TANKS_BY_DAY = Tally(
    source="vehicles_tankinterval",
    table="vehicles_tanktally",
    keys={"day": day_of("{row}.at", settings.TIME_ZONE), "vehicle_id": "{row}.vehicle_id"},
    sums={
        "intervals": "1",
        "outliers": "{row}.is_outlier::int",
        "litres": where("{row}.unit = 'litre'", "{row}.quantity"),
        "litres_km": where("{row}.unit = 'litre'", "{row}.km"),
        "kwh": where("{row}.unit = 'kwh'", "{row}.quantity"),
        "kwh_km": where("{row}.unit = 'kwh'", "{row}.km"),
    },
)


class ServiceTally(VehicleDay):
    """The workshops' bills for a vehicle, by their own day; money in yuan."""

    bills = models.IntegerField(default=0)
    money = models.DecimalField(max_digits=14, decimal_places=2, default=0)

    class Meta(VehicleDay.Meta):
        abstract = False
        verbose_name = _("service of a day")
        verbose_name_plural = _("service of a day")


SERVICE_BY_DAY = Tally(
    source="vehicles_servicebill",
    table="vehicles_servicetally",
    keys={"day": "{row}.billed_on", "vehicle_id": "{row}.vehicle_id"},
    sums={"bills": "1", "money": "{row}.total"},
)


class IncidentTally(VehicleDay):
    """Accidents and violations of a vehicle on a day, and what they cost in yuan."""

    accidents = models.IntegerField(default=0)
    violations = models.IntegerField(default=0)
    money = models.DecimalField(max_digits=14, decimal_places=2, default=0)

    class Meta(VehicleDay.Meta):
        abstract = False
        verbose_name = _("incidents of a day")
        verbose_name_plural = _("incidents of a day")


INCIDENTS_BY_DAY = Tally(
    source="vehicles_vehicleincident",
    table="vehicles_incidenttally",
    keys={"day": day_of("{row}.happened_at", settings.TIME_ZONE), "vehicle_id": "{row}.vehicle_id"},
    sums={
        "accidents": where("{row}.kind = 'accident'", "1"),
        "violations": where("{row}.kind = 'violation'", "1"),
        "money": "coalesce({row}.cost, 0)",
    },
)
