"""What vehicles keeps of people: its lines of the data map, and what it holds of one person."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from campus.models import Person
from campus.privacy.registry import (
    AS_RECORDS,
    STAFF,
    DataKind,
    Held,
    name_authors,
    name_data,
    name_holding,
)
from campus.rows import Rows
from campus.shell.words import moment_in_words
from vehicles.models import Trip, VehicleIncident


def held(person: Person) -> Iterable[Rows[Held]]:
    """Trips that the person drove, and what happened on the way."""
    yield Rows(
        rows=Trip.objects.filter(driver=person), fields=("number", "starts_at"),
        draw=lambda trip: Held(
            kind="trips", label=trip.number, value=moment_in_words(trip.starts_at)
        ),
    )  # fmt: skip
    yield Rows(
        rows=VehicleIncident.objects.filter(driver=person), fields=("kind", "happened_at"),
        draw=lambda incident: Held(
            kind="trips", label=incident.get_kind_display(),
            value=moment_in_words(incident.happened_at),
        ),
    )  # fmt: skip


def hand_in() -> None:
    """Put the area's data on the map."""
    name_holding(held)
    name_data(
        DataKind(
            name="trips",
            label=_("Trips"),
            whose=STAFF,
            fields=_("Where to, when, with whom, who drove"),
            purpose=_("So that vehicles are used for the school alone."),
            seen_by=_("The asker, those who approve, the fleet manager, the driver."),
            kept=AS_RECORDS,
            models=(
                "vehicles.TripRequest",
                "vehicles.Trip",
                "vehicles.Approval",
                "vehicles.VehicleIncident",
            ),
        ),
    )
    name_authors(
        f"vehicles.{name}"
        for name in (
            "Vehicle",
            "FuelCard",
            "CardTurn",
            "OdometerReading",
            "RefuelRecord",
            "TankInterval",
            "CardMonth",
            "CardMove",
            "FleetMonth",
            "ServicePlan",
            "ServiceRequest",
            "ServiceBill",
        )
    )
