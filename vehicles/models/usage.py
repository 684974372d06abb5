"""What was asked for and driven, by day: kept by the database."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from campus.models import Department
from campus.tallies import Tally, day_of
from vehicles.models.vehicle import Vehicle


class UseTally(models.Model):
    """What a department asked for, has coming to it and has used, by the day of departure.

    Committed is what is approved or dispatched and has not ended, by its estimate; used what was
    driven, of a shared trip each request its share.
    """

    day = models.DateField(_("day"))
    department = models.ForeignKey(Department, models.CASCADE, related_name="+")
    requests = models.IntegerField(default=0)
    refused = models.IntegerField(default=0)
    committed_trips = models.IntegerField(default=0)
    committed_km = models.IntegerField(default=0)
    committed_yuan = models.DecimalField(max_digits=14, decimal_places=2, default=0)
    used_trips = models.IntegerField(default=0)
    used_km = models.IntegerField(default=0)
    used_yuan = models.DecimalField(max_digits=14, decimal_places=2, default=0)

    class Meta:
        verbose_name = _("use of vehicles on a day")
        verbose_name_plural = _("use of vehicles on a day")
        constraints = [models.UniqueConstraint(fields=["day", "department"], name="use_tally_once")]

    def __str__(self) -> str:
        return f"{self.day} {self.used_km} km"


_ASKED = "({row}.status IN ('requested', 'approved', 'dispatched', 'done', 'refused'))"
_COMING = "{row}.status IN ('approved', 'dispatched')"
_DRIVEN = "{row}.status = 'done'"


def where(condition: str, value: str) -> str:
    """SQL for `value` where `condition` holds of the row, else nought."""
    return f"(CASE WHEN {condition} THEN {value} ELSE 0 END)"


USE_BY_DAY = Tally(
    source="vehicles_triprequest",
    table="vehicles_usetally",
    keys={
        "day": day_of("{row}.starts_at", settings.TIME_ZONE),
        "department_id": "{row}.department_id",
    },
    sums={
        "requests": f"{_ASKED}::int",
        "refused": "({row}.status = 'refused')::int",
        "committed_trips": f"({_COMING})::int",
        "committed_km": where(_COMING, "{row}.km"),
        "committed_yuan": where(_COMING, "{row}.yuan"),
        "used_trips": f"({_DRIVEN})::int",
        "used_km": where(_DRIVEN, "{row}.used_km"),
        "used_yuan": where(_DRIVEN, "{row}.used_yuan"),
    },
)


class TripTally(models.Model):
    """The trips of one vehicle planned for one day that have ended; those called off beside."""

    day = models.DateField(_("day"))
    vehicle = models.ForeignKey(Vehicle, models.CASCADE, related_name="+")
    trips = models.IntegerField(default=0)
    shared = models.IntegerField(default=0)
    called_off = models.IntegerField(default=0)
    km = models.IntegerField(default=0)
    minutes = models.IntegerField(default=0)
    yuan = models.DecimalField(max_digits=14, decimal_places=2, default=0)

    class Meta:
        verbose_name = _("trips of a day")
        verbose_name_plural = _("trips of a day")
        constraints = [models.UniqueConstraint(fields=["day", "vehicle"], name="trip_tally_once")]

    def __str__(self) -> str:
        return f"{self.day} {self.trips}"


_MINUTES = "(extract(epoch FROM {row}.ended_at - {row}.started_at) / 60)::int"
TRIPS_BY_DAY = Tally(
    source="vehicles_trip",
    table="vehicles_triptally",
    keys={
        "day": day_of("{row}.starts_at", settings.TIME_ZONE),
        "vehicle_id": "{row}.vehicle_id",
    },
    sums={
        "trips": f"({_DRIVEN})::int",
        "shared": f"({_DRIVEN} AND {{row}}.parties > 1)::int",
        "called_off": "({row}.status = 'called_off')::int",
        "km": where(_DRIVEN, "{row}.km"),
        "minutes": where(_DRIVEN, _MINUTES),
        "yuan": where(_DRIVEN, "{row}.tolls + {row}.parking"),
    },
)
