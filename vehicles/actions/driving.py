"""A trip on the road: looked at, begun, ended, asked after."""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.attachments.actions import Upload, attach
from campus.cases.actions import move
from campus.cases.registry import on_duty
from campus.doors import Refused
from campus.models import Attachment, Person, Role
from campus.records.actions import note
from campus.storing import store
from vehicles.actions import odometer
from vehicles.actions.trips import (
    locked_both,
    locked_whole,
    locked_with_both,
    refuse_unless,
    tell_of,
)
from vehicles.dispatch.offers import why_stay
from vehicles.models import OdometerReading, Trip, TripRequest
from vehicles.models.trip import MANAGER_AFTER

Status = Trip.Status
Occasion = OdometerReading.Occasion

STARTED = gettext_noop("Left with %(km)s km")
ENDED = gettext_noop("Back with %(km)s km: %(driven)s km")
DRIVEN = gettext_noop("Driven: %(km)s km")
NOT_BACK = gettext_noop("Are you back? %(trip)s was to end at %(end)s. End the trip.")
NOT_ENDED = gettext_noop(
    "Not ended: %(trip)s, %(driver)s with %(vehicle)s, was to be back at %(end)s"
)


@transaction.atomic
def start(  # noqa: PLR0913  # each is a fact of its own
    trip: Trip, *, km: int, started_at: datetime, by: Person, at: datetime, why_gap: str = "",
    faults: Iterable[str] = (), fault_words: str = "",
) -> Trip:  # fmt: skip
    """Leave: what was looked at before driving, and what the odometer shows.

    Kilometres that nobody has driven since the last reading are explained in `why_gap`. Raises
    Refused for a trip that is not planned, while vehicle or driver are out with another, and
    where a paper has run out, the vehicle is in a workshop or out of use by now; ValidationError
    at `km`, `why_gap`, `fault_words`, `started_at`.
    """
    trip = locked_with_both(trip)
    refuse_unless(trip, Status.PLANNED)
    refuse_later(started_at, at, "started_at")
    refuse_on_the_road(trip)
    if why_not := why_stay(trip, at=started_at):
        raise Refused(why_not)
    found = list(faults)
    if found and not fault_words.strip():
        raise ValidationError({"fault_words": _("Say what you found.")})
    if gap_before(trip, km, started_at) and not why_gap.strip():
        raise ValidationError({"why_gap": _("Say who has driven these kilometres.")})
    trip.start_reading = odometer.read(
        trip.vehicle, km, occasion=Occasion.START, by=by, at=started_at, note=why_gap[:300]
    )
    trip.started_at, trip.status = started_at, Status.UNDER_WAY
    trip.faults, trip.fault_words = found, fault_words[:300]
    store(trip)
    words = " · ".join(filter(None, [*trip.found, fault_words]))
    note(trip, by=by, at=at, text=STARTED, facts={"km": str(km)}, words=words, status=trip.status)
    return trip


def refuse_later(moment: datetime, at: datetime, field: str) -> None:
    if moment > at:
        raise ValidationError({field: _("That is still to come.")})


def refuse_on_the_road(trip: Trip) -> None:
    """Raise Refused while its vehicle or driver has not come back from another trip."""
    out = Trip.objects.filter(status=Status.UNDER_WAY).told()
    for other in (out.filter(vehicle=trip.vehicle), out.filter(driver=trip.driver)):
        if found := other.first():
            raise Refused(
                _("%(trip)s has not ended yet: %(driver)s with %(vehicle)s. End it first.")
                % {"trip": found.number, "driver": found.driver, "vehicle": found.vehicle.plate}
            )


def gap_before(trip: Trip, km: int, at: datetime) -> int:
    """Kilometres from the last reading to `km` that nobody has explained; nothing without one."""
    before = OdometerReading.objects.around(trip.vehicle, at).before
    return max(km - before.km, 0) if before else 0


@transaction.atomic
def end(  # noqa: PLR0913  # each is a fact of its own
    trip: Trip, *, km: int, ended_at: datetime, by: Person, at: datetime,
    tolls: Decimal = Decimal(0), parking: Decimal = Decimal(0), words: str = "",
    attachments: Iterable[Upload | Attachment] = (),
) -> Trip:  # fmt: skip
    """Be back: odometer, tolls, parking, a remark, photos. Each request gets its share, and is
    done. Raises Refused, ValidationError at `km` and `ended_at`."""
    requests, trip = locked_whole(trip)
    locked_both(trip.vehicle, trip.driver)
    refuse_unless(trip, Status.UNDER_WAY)
    refuse_later(ended_at, at, "ended_at")
    assert trip.started_at  # the database sees to both
    assert trip.start_reading
    if ended_at < trip.started_at:
        raise ValidationError({"ended_at": _("It cannot be back before it has left.")})
    trip.end_reading = odometer.read(trip.vehicle, km, occasion=Occasion.END, by=by, at=ended_at)
    trip.km = km - trip.start_reading.km
    trip.ended_at, trip.status = ended_at, Status.DONE
    trip.tolls, trip.parking, trip.note = tolls, parking, words[:300]
    trip.busy = really_busy(trip)
    store(trip)
    files = attach(trip, attachments, by=by, at=at)
    facts = {"km": str(km), "driven": str(trip.km)}
    note(
        trip, by=by, at=at, text=ENDED, facts=facts, words=words, status=trip.status,
        attachments=files,
    )  # fmt: skip
    for request, used_km, used_yuan in shares(trip, requests):
        move(
            request, TripRequest.Status.DONE, by=by, at=at, text=DRIVEN, facts={"km": str(used_km)},
            used_km=used_km, used_yuan=used_yuan,
        )  # fmt: skip
    return trip


def really_busy(trip: Trip) -> DateTimeTZRange:
    """From when to when vehicle and driver were really out, as far as no other trip has one of
    them: whoever is late must still be able to say so."""
    assert trip.started_at  # as above
    assert trip.ended_at
    start, end = trip.started_at, trip.ended_at
    whole = DateTimeTZRange(start, end)
    others = Trip.objects.standing().exclude(pk=trip.pk).filter(busy__overlap=whole)
    for whose in ({"vehicle": trip.vehicle}, {"driver": trip.driver}):
        for other in others.filter(**whose):
            if other.starts_at >= trip.starts_at:
                end = min(end, other.busy.lower)
            else:
                start = max(start, other.busy.upper)
    return DateTimeTZRange(start, max(start, end))


def shares(trip: Trip, requests: list[TripRequest]) -> list[tuple[TripRequest, int, Decimal]]:
    """Kilometres and money of a trip dealt out to its requests by their passengers; what does not
    divide goes to the last, so that the sum is always the trip's."""
    assert trip.km is not None
    km, yuan, told = trip.km, trip.money, []
    for request in requests[:-1]:
        own_km = trip.km * request.passengers // trip.passengers
        own_yuan = (trip.money * request.passengers / trip.passengers).quantize(Decimal("0.01"))
        told.append((request, own_km, own_yuan))
        km, yuan = km - own_km, yuan - own_yuan
    return [*told, *((request, km, yuan) for request in requests[-1:])]


@transaction.atomic
def put_right(
    reading: OdometerReading, km: int, *, why: str, by: Person, at: datetime
) -> OdometerReading:
    """Put a wrong reading right, for a reason; the trip that it began or ended, and the shares of
    its requests, follow. Raises Refused, ValidationError."""
    trip = Trip.objects.filter(start_reading=reading).first()
    trip = trip or Trip.objects.filter(end_reading=reading).first()
    if trip is None:
        return odometer.correct(reading, km, why=why, by=by, at=at)
    requests, trip = locked_whole(trip)
    reading = odometer.correct(reading, km, why=why, by=by, at=at)
    if trip.status == Status.DONE:
        readings = OdometerReading.objects.in_bulk([trip.start_reading_id, trip.end_reading_id])
        trip.km = readings[trip.end_reading_id].km - readings[trip.start_reading_id].km
        store(trip, only=["km"])
        for request, used_km, used_yuan in shares(trip, requests):
            request.used_km, request.used_yuan = used_km, used_yuan
            store(request, only=["used_km", "used_yuan"])
    return reading


# Trips that nobody ends


@transaction.atomic
def ask_after(pk: int, *, at: datetime) -> bool:
    """Ask the driver of trip `pk` whether they are back, half an hour after they were to be, and
    tell the fleet manager after two hours: once each. True if somebody was told now.

    Safe to repeat, and no two workers do it.
    """
    rows = Trip.objects.select_for_update(of=("self",), skip_locked=True).told()
    trip = rows.to_ask_after(at).filter(pk=pk).first()
    if trip is None:
        return False
    told = []
    if trip.driver_asked_at is None:
        trip.driver_asked_at = at
        told.append("driver_asked_at")
        tell_of(trip, [trip.driver], NOT_BACK, occasion=late_key(trip), by=None, at=at)
    if trip.manager_told_at is None and trip.ends_at < at - MANAGER_AFTER:
        trip.manager_told_at = at
        told.append("manager_told_at")
        managers = on_duty(Role.FLEET_MANAGER)
        tell_of(trip, managers, NOT_ENDED, occasion=late_key(trip), by=None, at=at)
    trip.save(update_fields=told)
    return bool(told)


def late_key(trip: Trip) -> str:
    """A trip whose hours were changed is asked after anew."""
    return f"late:{trip.ends_at.isoformat()}"
