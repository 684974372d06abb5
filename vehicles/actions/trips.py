"""Vehicles and drivers are sent out, shared, changed, called off."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.cases.actions import move
from campus.cases.actions.locking import locked as locked_case
from campus.cases.actions.moving import refuse_unless_possible
from campus.cases.models import CaseCounter
from campus.doors import Refused
from campus.models import Person, Role
from campus.notices.actions import tell
from campus.records.actions import note
from campus.storing import store
from vehicles.actions.odometer import locked as locked_vehicle
from vehicles.dispatch.offers import Wish, busy_range, can_share, choices
from vehicles.models import Trip, TripRequest, Vehicle
from vehicles.registry import TOPIC

Status = Trip.Status
LETTER = "D"

SENT = gettext_noop("Dispatched: %(vehicle)s, %(driver)s")
RIDES = gettext_noop("Goes with %(trip)s: %(vehicle)s, %(driver)s")
JOINED = gettext_noop("Shared with %(request)s")
LEFT = gettext_noop("One request less rides along")
OFF = gettext_noop("Called off")
CHANGED = gettext_noop("Changed: %(vehicle)s, %(driver)s, %(start)s to %(end)s")
WANTS_ANOTHER = gettext_noop("The trip was called off; a vehicle is wanted again")
DRIVE = gettext_noop("You drive on %(start)s: %(vehicle)s, %(trip)s")
DRIVE_NO_MORE = gettext_noop("You do not drive any more: %(trip)s")
DRIVE_CHANGED = gettext_noop("Your trip has changed: %(trip)s, %(vehicle)s, %(start)s")
RIDE_CHANGED = gettext_noop(
    "Your trip has changed: %(trip)s, %(vehicle)s with %(driver)s, %(start)s"
)


@transaction.atomic
def dispatch(  # each is a fact of its own
    request: TripRequest, *, vehicle: Vehicle, driver: Person, by: Person, at: datetime,
    seen: int | None = None,
) -> Trip:  # fmt: skip
    """Send a vehicle and a driver out for a request; driver and asker are told.

    Vehicle and driver stay locked: of many who want one at once the first has it, and the others
    are told who that is. Raises Refused with the reason why a vehicle or a driver cannot be had.
    """
    request = locked_case(request, seen=seen)
    refuse_unless_possible(request, TripRequest.Status.DISPATCHED, "")
    if request.ends_at <= at:
        raise Refused(_("That has passed already; ask for it anew."))
    vehicle, driver = locked_both(vehicle, driver)
    wish = wish_for([request])
    refuse_unfit(wish, vehicle, driver, at=at)
    trip = Trip(
        number=next_number(at), vehicle=vehicle, driver=driver, route=request.destination,
        direction=request.direction, passengers=request.passengers, starts_at=request.starts_at,
        ends_at=request.ends_at, busy=wish.busy, dispatched_by=by, dispatched_at=at,
    )  # fmt: skip
    store(trip)
    facts = {"vehicle": str(vehicle), "driver": driver.name}
    note(trip, by=by, at=at, text=SENT, facts=facts, status=trip.status)
    move(
        request, TripRequest.Status.DISPATCHED, by=by, at=at, text=SENT, facts=facts, trip=trip,
        waits_for="",
    )  # fmt: skip
    tell_driver(trip, DRIVE, occasion="drive", by=by, at=at)
    return trip


def locked_both(vehicle: Vehicle, driver: Person) -> tuple[Vehicle, Person]:
    """Vehicle and driver as they are now, which nobody else gives away meanwhile."""
    found = Person.objects.select_for_update(of=("self",)).defer("sought")
    return locked_vehicle(vehicle), found.get(pk=driver.pk)


def wish_for(requests: Iterable[TripRequest], *, but: Trip | None = None) -> Wish:
    """What some requests need together: from the first departure to the last return."""
    known = list(requests)
    return Wish(
        starts_at=min(each.starts_at for each in known),
        ends_at=max(each.ends_at for each in known),
        passengers=sum(each.passengers for each in known),
        needs_school_bus=any(each.needs_school_bus for each in known),
        but=but.pk if but else None,
    )


def refuse_unfit(wish: Wish, vehicle: Vehicle, driver: Person, *, at: datetime) -> None:
    """Raise Refused with the reason where one of them cannot be had."""
    found = choices(wish, vehicles=[vehicle], drivers=[driver], at=at)
    if why_not := found.vehicles[0].why_not or found.drivers[0].why_not:
        raise Refused(why_not)
    if not driver.on_duty_as(Role.DRIVER):
        raise Refused(_("%(person)s is not on duty as a driver.") % {"person": driver})


def next_number(at: datetime) -> str:
    """The next number of the year; the counter stays locked until the trip is committed."""
    year = timezone.localtime(at).year
    CaseCounter.objects.get_or_create(letter=LETTER, year=year)
    counter = CaseCounter.objects.select_for_update().get(letter=LETTER, year=year)
    counter.last += 1
    counter.save(update_fields=["last"])
    return str(counter)


@transaction.atomic
def share(
    request: TripRequest, trip: Trip, *, by: Person, at: datetime, seen: int | None = None
) -> Trip:
    """Let a request ride along with a planned trip, which takes both from the first departure to
    the last return. Raises Refused where it does not fit."""
    request = locked_case(request, seen=seen)
    refuse_unless_possible(request, TripRequest.Status.DISPATCHED, "")
    trip = locked_with_both(trip)
    if not can_share(request, trip):
        raise Refused(_("%(trip)s cannot be shared with it any more.") % {"trip": trip})
    together = [*trip.requests.all(), request]
    wish = wish_for(together, but=trip)
    refuse_unfit(wish, trip.vehicle, trip.driver, at=at)
    fit_to(trip, together)
    store(trip)
    facts = {"trip": trip.number, "vehicle": str(trip.vehicle), "driver": trip.driver.name}
    move(
        request, TripRequest.Status.DISPATCHED, by=by, at=at, text=RIDES, facts=facts, trip=trip,
        waits_for="",
    )  # fmt: skip
    note(trip, by=by, at=at, text=JOINED, facts={"request": request.number})
    tell_all_of_change(trip, occasion=f"share:{request.pk}", by=by, at=at)
    return trip


def locked_trip(trip: Trip) -> Trip:
    """The trip as it is now, for this transaction alone."""
    return Trip.objects.select_for_update(of=("self",)).told().get(pk=trip.pk)


def locked_with_both(trip: Trip) -> Trip:
    """The trip, then its vehicle and its driver, in this order as everywhere."""
    trip = locked_trip(trip)
    locked_both(trip.vehicle, trip.driver)
    return trip


def fit_to(trip: Trip, requests: Iterable[TripRequest]) -> None:
    """Let the trip take what its requests need together."""
    known = list(requests)
    wish = wish_for(known)
    trip.starts_at, trip.ends_at, trip.busy = wish.starts_at, wish.ends_at, wish.busy
    trip.passengers, trip.parties = wish.passengers, len(known)
    trip.route = "、".join(dict.fromkeys(each.destination for each in known))[:300]


def refuse_begun(trip: Trip) -> None:
    """Raise Refused for a trip that is on the road, ended or called off."""
    refuse_unless(trip, Status.PLANNED)


def refuse_unless(trip: Trip, status: str) -> None:
    """Raise Refused for a trip that is not in this state."""
    if trip.status != status:
        raise Refused(
            _("%(trip)s is “%(state)s”, so this cannot be done.")
            % {"trip": trip.number, "state": trip.get_status_display()}
        )


def leave(trip: Trip, *, by: Person, at: datetime) -> None:
    """After a request has left a trip: it goes on with the others, or is called off. Raises
    Refused where it has begun meanwhile."""
    trip = locked_trip(trip)
    refuse_begun(trip)
    others = list(trip.requests.all())
    if not others:
        end_planning(trip, str(_("Nobody rides along any more.")), by=by, at=at)
        return
    fit_to(trip, others)
    store(trip)
    note(trip, by=by, at=at, text=LEFT)
    tell_driver(trip, DRIVE_CHANGED, occasion=f"left:{at.isoformat()}", by=by, at=at)


@transaction.atomic
def call_off(trip: Trip, *, why: str, by: Person, at: datetime) -> Trip:
    """Call a planned trip off, for a reason: its requests want another; everybody is told. Raises
    Refused without a reason, and once it has begun."""
    if not why.strip():
        raise Refused(_("Say why."))
    requests, trip = locked_whole(trip)
    refuse_begun(trip)
    for request in requests:
        move(
            request, TripRequest.Status.APPROVED, by=by, at=at, words=why, text=WANTS_ANOTHER,
            trip=None, waits_for=Role.FLEET_MANAGER,
        )  # fmt: skip
    end_planning(trip, why, by=by, at=at)
    return trip


def locked_whole(trip: Trip) -> tuple[list[TripRequest], Trip]:
    """The requests of a trip, then the trip itself, in this order as everywhere. Raises Refused
    where one has joined or left it between the two."""
    rows = TripRequest.objects.select_for_update(of=("self",)).filter(trip=trip)
    requests = list(rows.defer("sought").order_by("pk"))
    trip = locked_trip(trip)
    if trip.is_open and trip.parties != len(requests):
        words = _("Somebody has just changed who rides with %(trip)s. Look at it again.")
        raise Refused(words % {"trip": trip.number})
    return requests, trip


def end_planning(trip: Trip, why: str, *, by: Person, at: datetime) -> None:
    trip.status, trip.off_why = Status.CALLED_OFF, why[:300]
    store(trip)
    note(trip, by=by, at=at, text=OFF, words=why, status=trip.status)
    tell_driver(trip, DRIVE_NO_MORE, occasion="off", by=by, at=at)


@transaction.atomic
def change(  # noqa: PLR0913  # each is a fact of its own
    trip: Trip, *, vehicle: Vehicle, driver: Person, starts_at: datetime, ends_at: datetime,
    why: str, by: Person, at: datetime,
) -> Trip:  # fmt: skip
    """Give a planned trip another vehicle, another driver or other hours, for a reason; whoever
    drives, drove and rides is told. Raises Refused with the reason where that cannot be."""
    if not why.strip():
        raise Refused(_("Say why."))
    requests, trip = locked_whole(trip)
    before = trip.driver
    vehicle, driver = locked_both(vehicle, driver)
    refuse_begun(trip)
    wish = Wish(
        starts_at=starts_at, ends_at=ends_at, passengers=trip.passengers, but=trip.pk,
        needs_school_bus=any(each.needs_school_bus for each in requests),
    )  # fmt: skip
    if ends_at <= at:
        raise Refused(_("That has passed already."))
    refuse_unfit(wish, vehicle, driver, at=at)
    trip.vehicle, trip.driver = vehicle, driver
    trip.starts_at, trip.ends_at, trip.busy = starts_at, ends_at, busy_range(starts_at, ends_at)
    trip.driver_asked_at = trip.manager_told_at = None
    store(trip)
    note(trip, by=by, at=at, text=CHANGED, facts=facts_of(trip), words=why)
    occasion = f"change:{at.isoformat()}"
    if before != driver:
        tell_of(trip, [before], DRIVE_NO_MORE, occasion=occasion, by=by, at=at)
    tell_all_of_change(trip, occasion=occasion, by=by, at=at)
    return trip


def facts_of(trip: Trip) -> dict[str, Any]:
    """What a notice or the timeline tells of a trip."""
    return {
        "trip": str(trip), "vehicle": str(trip.vehicle), "driver": trip.driver.name,
        "start": {"moment": trip.starts_at.isoformat()},
        "end": {"moment": trip.ends_at.isoformat()},
    }  # fmt: skip


def tell_driver(trip: Trip, text: str, *, occasion: str, by: Person | None, at: datetime) -> None:
    tell_of(trip, [trip.driver], text, occasion=occasion, by=by, at=at)


def tell_all_of_change(trip: Trip, *, occasion: str, by: Person, at: datetime) -> None:
    """Driver and askers."""
    tell_driver(trip, DRIVE_CHANGED, occasion=occasion, by=by, at=at)
    askers = [each.reporter for each in trip.requests.select_related("reporter") if each.reporter]
    tell_of(trip, askers, RIDE_CHANGED, occasion=occasion, by=by, at=at)


def tell_of(
    trip: Trip, people: Iterable[Person], text: str, *, occasion: str, by: Person | None,
    at: datetime,
) -> None:  # fmt: skip
    """Tell people of a trip, but not whoever did it."""
    readers = [person for person in people if person != by]
    if readers:
        tell(
            readers, key=f"trip:{trip.pk}:{occasion}:{text}"[:160], topic=TOPIC, text=text,
            facts=facts_of(trip), path=trip.get_absolute_url(), at=at, robots=False,
        )  # fmt: skip
