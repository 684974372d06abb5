"""The files of vehicles: registered, corrected, laid up, taken back, disposed of."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.attachments.actions import Upload, attach
from campus.doors import Refused
from campus.models import Attachment, Person
from campus.records.actions import note
from campus.storing import store
from planning.actions.papers import lay_usual_kinds
from vehicles.actions import odometer
from vehicles.actions.odometer import locked
from vehicles.models import OdometerReading, Vehicle
from vehicles.registry import KINDS

Status = Vehicle.Status

REGISTERED = gettext_noop("Registered")
LAID_UP = gettext_noop("Laid up")
TAKEN_BACK = gettext_noop("Back in use")
DISPOSED = gettext_noop("Disposed of")


@transaction.atomic
def register(
    *, by: Person, at: datetime, km: int | None = None,
    attachments: Iterable[Upload | Attachment] = (), **fields: Any,
) -> Vehicle:  # fmt: skip
    """Write a new vehicle with its file, and what its odometer shows; the kinds of papers that
    vehicles need are laid with the first. Raises ValidationError."""
    lay_usual_kinds(KINDS, by=by, at=at)
    vehicle = Vehicle(by=by, at=at, **fields)
    store(vehicle)
    attach(vehicle, attachments, by=by, at=at)
    note(vehicle, by=by, at=at, text=REGISTERED, status=vehicle.status)
    if km is not None:
        odometer.read(vehicle, km, occasion=OdometerReading.Occasion.KEEPER, by=by, at=at)
    return vehicle


@transaction.atomic
def change(
    vehicle: Vehicle, *, by: Person, at: datetime,
    attachments: Iterable[Upload | Attachment] = (), **fields: Any,
) -> Vehicle:  # fmt: skip
    """Correct what is said of a vehicle. Raises ValidationError, Refused once it is gone."""
    vehicle = locked(vehicle)
    refuse_disposed(vehicle)
    for name, value in fields.items():
        setattr(vehicle, name, value)
    store(vehicle)
    attach(vehicle, attachments, by=by, at=at)
    return vehicle


def refuse_disposed(vehicle: Vehicle) -> None:
    """Raise Refused for what the school has no more."""
    if not vehicle.is_kept:
        raise Refused(_("%(vehicle)s is disposed of.") % {"vehicle": vehicle})


@transaction.atomic
def lay_up(vehicle: Vehicle, *, why: str, by: Person, at: datetime) -> Vehicle:
    """Lay a vehicle up (封存停驶): it is not sent out until it is taken back. Raises Refused while
    it has trips, and without a reason."""
    return become(vehicle, Status.LAID_UP, LAID_UP, why=why, by=by, at=at)


@transaction.atomic
def take_back(vehicle: Vehicle, *, by: Person, at: datetime) -> Vehicle:
    """Put a laid-up vehicle back in use. Raises Refused."""
    vehicle = locked(vehicle)
    if vehicle.status != Status.LAID_UP:
        raise Refused(_("%(vehicle)s is not laid up.") % {"vehicle": vehicle})
    vehicle.status = Status.IN_USE
    store(vehicle, only=["status"])
    note(vehicle, by=by, at=at, text=TAKEN_BACK, status=vehicle.status)
    return vehicle


@transaction.atomic
def dispose(vehicle: Vehicle, *, why: str, by: Person, at: datetime) -> Vehicle:
    """Take a vehicle off the books for good; its file stays. Raises Refused while it has trips, and
    without a reason."""
    return become(vehicle, Status.DISPOSED, DISPOSED, why=why, by=by, at=at)


def become(
    vehicle: Vehicle, status: str, text: str, *, why: str, by: Person, at: datetime
) -> Vehicle:
    """Out of use, for a reason. Raises Refused."""
    if not why.strip():
        raise Refused(_("Say why."))
    vehicle = locked(vehicle)
    refuse_disposed(vehicle)
    if vehicle.status == status:
        raise Refused(_("%(vehicle)s is “%(state)s” already.") % {
            "vehicle": vehicle, "state": vehicle.get_status_display(),
        })  # fmt: skip
    if trip := vehicle.trips.not_ended().order_by("starts_at").first():
        raise Refused(_("It still has a trip: %(trip)s. Call it off or change it first.") % {
            "trip": trip
        })  # fmt: skip
    vehicle.status = status
    if status == Status.DISPOSED:
        vehicle.disposed_on = timezone.localtime(at).date()
    store(vehicle, only=["status", "disposed_on"])
    note(vehicle, by=by, at=at, text=text, words=why, status=status)
    return vehicle
