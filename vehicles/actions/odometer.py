"""Reading odometers: never backwards, doubted where it jumps, put right with a reason."""

from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.doors import Refused
from campus.models import Person
from campus.records.actions import note as note_on
from campus.storing import store
from vehicles.actions.consumption import reckon
from vehicles.models import OdometerReading, Vehicle

# What a vehicle of a school drives in a day at most (some 12 hours at 80 km/h); what is more is
# asked about before it is taken. Our own figure: it catches a zero too many.
MOST_KM_A_DAY = 1000
CORRECTED = gettext_noop("Odometer put right: %(before)s km → %(now)s km")


def locked(vehicle: Vehicle) -> Vehicle:
    """The vehicle as it is now; nobody else reads its odometer meanwhile."""
    found: Vehicle = Vehicle.objects.select_for_update(of=("self",)).get(pk=vehicle.pk)
    return found


def doubt(vehicle: Vehicle, km: int, at: datetime) -> str:
    """What is to be asked before such a reading is taken, a sentence; empty where nothing is."""
    before = OdometerReading.objects.around(vehicle, at).before
    if before is None:
        return ""
    days = max(1, -(-(at - before.at) // timedelta(days=1)))
    driven = km - before.km
    if driven <= days * MOST_KM_A_DAY:
        return ""
    return _("That is %(driven)s km more than %(before)s. Is it right?") % {
        "driven": driven, "before": before.km,
    }  # fmt: skip


@transaction.atomic
def read(
    vehicle: Vehicle, km: int, *, occasion: str, by: Person, at: datetime, note: str = ""
) -> OdometerReading:
    """Note what the odometer showed at `at`, which may lie back. Raises ValidationError at `km`
    where it would run backwards."""
    vehicle = locked(vehicle)
    reading = OdometerReading(vehicle=vehicle, km=km, at=at, occasion=occasion, note=note, by=by)
    refuse_backwards(reading)
    store(reading)
    keep_highest(vehicle)
    return reading


def backwards(reading: OdometerReading) -> str:
    """Which reading before or after it a reading does not fit beside, a sentence; empty where it
    fits."""
    others: Any = OdometerReading.objects.exclude(pk=reading.pk)
    before, after = others.around(reading.vehicle, reading.at)
    if before and reading.km < before.km:
        words = _("The odometer showed %(km)s km before; it does not run backwards.")
        return words % {"km": before.km}
    if after and reading.km > after.km:
        words = _("The odometer showed %(km)s km afterwards; it does not run backwards.")
        return words % {"km": after.km}
    return ""


def refuse_backwards(reading: OdometerReading) -> None:
    """Raise ValidationError, at `km`, where the odometer would run backwards."""
    if words := backwards(reading):
        raise ValidationError({"km": words})


def keep_highest(vehicle: Vehicle) -> None:
    """Let the locked vehicle know its highest reading."""
    last = vehicle.readings.order_by("-at", "-id").first()
    vehicle.odometer = last.km if last else 0
    vehicle.save(update_fields=["odometer"])


@transaction.atomic
def correct(
    reading: OdometerReading, km: int, *, why: str, by: Person, at: datetime
) -> OdometerReading:
    """Put a wrong reading right, for a reason. Raises Refused without one, ValidationError."""
    if not why.strip():
        raise Refused(_("Say why."))
    vehicle = locked(reading.vehicle)
    reading = OdometerReading.objects.select_for_update(of=("self",)).get(pk=reading.pk)
    before, reading.km, reading.note = reading.km, km, why
    reading.vehicle = vehicle
    refuse_backwards(reading)
    store(reading, only=["km", "note"])
    keep_highest(vehicle)
    if reading.occasion == OdometerReading.Occasion.REFUEL:
        reckon(vehicle, since=reading.at)
    facts = {"before": str(before), "now": str(km)}
    note_on(vehicle, by=by, at=at, text=CORRECTED, facts=facts, words=why)
    return reading
