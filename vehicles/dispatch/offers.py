"""Which vehicles and drivers can take a trip, and why the others cannot."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Generic, TypeVar

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.db.models import F, Model
from django.utils import timezone
from django.utils.translation import gettext as _

from campus.models import Person, Role
from campus.shell.words import moment_in_words
from planning.models import Paper, PaperKind
from vehicles.models import Trip, TripRequest, Vehicle
from vehicles.registry import LICENCE, required_of

T = TypeVar("T", bound=Model)


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What a trip needs: when, for how many, and whether it must be a school bus; `but` is a trip
    that does not stand in its own way."""

    starts_at: datetime
    ends_at: datetime
    passengers: int = 1
    needs_school_bus: bool = False
    but: int | None = None

    @property
    def busy(self) -> DateTimeTZRange:
        """When vehicle and driver are taken: with a buffer at either end."""
        return busy_range(self.starts_at, self.ends_at)

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day, in school time."""
        return timezone.localtime(self.starts_at).date(), timezone.localtime(self.ends_at).date()


def busy_range(start: datetime, end: datetime) -> DateTimeTZRange:
    """The planned time with the buffer of the settings at either end."""
    buffer = timedelta(minutes=settings.TRIP_BUFFER_MINUTES)
    return DateTimeTZRange(start - buffer, end + buffer)


def wish_of(request: TripRequest) -> Wish:
    """What a request needs."""
    return Wish(
        starts_at=request.starts_at, ends_at=request.ends_at, passengers=request.passengers,
        needs_school_bus=request.needs_school_bus,
    )  # fmt: skip


@dataclass(frozen=True)
class Offer(Generic[T]):
    """A vehicle or a driver, and why it cannot be had; empty where it can."""

    of: T
    why_not: str = ""
    detail: str = ""

    @property
    def is_free(self) -> bool:
        return not self.why_not


def vehicle_offers(wish: Wish, *, among: Iterable[Vehicle] | None = None) -> list[Offer[Vehicle]]:
    """All vehicles that the school has, or those of `among`, the free ones first and of these the
    smallest; three queries."""
    known = list(Vehicle.objects.kept().defer("sought") if among is None else among)
    taken = taken_by(wish, "vehicle_id", known)
    lacking = papers_lacking(known, wish, required_of)
    offers = [
        Offer(each, why_no_vehicle(each, wish, taken.get(each.pk), lacking[each.pk]))
        for each in known
    ]
    return sorted(offers, key=lambda offer: (not offer.is_free, offer.of.seats, offer.of.plate))


def why_no_vehicle(vehicle: Vehicle, wish: Wish, trip: Trip | None, lacking: list[str]) -> str:
    """The first reason why a vehicle cannot be had."""
    if vehicle.status != Vehicle.Status.IN_USE:
        return _("%(vehicle)s is not in use: %(state)s.") % {
            "vehicle": vehicle.plate, "state": vehicle.get_status_display(),
        }  # fmt: skip
    if vehicle.room < wish.passengers:
        return _("%(vehicle)s has %(room)s seats beside the driver's; %(wanted)s are wanted.") % {
            "vehicle": vehicle.plate, "room": vehicle.room, "wanted": wish.passengers,
        }  # fmt: skip
    if wish.needs_school_bus and vehicle.kind != Vehicle.Kind.SCHOOL_BUS:
        return _("%(vehicle)s is no school bus.") % {"vehicle": vehicle.plate}
    if lacking:
        return _("%(vehicle)s has no valid paper for these days: %(papers)s.") % {
            "vehicle": vehicle.plate, "papers": _(", ").join(lacking),
        }  # fmt: skip
    return taken_in_words(vehicle.plate, trip) if trip else ""


def driver_offers(wish: Wish, *, among: Iterable[Person] | None = None) -> list[Offer[Person]]:
    """All who drive, or those of `among`, the free ones first; three queries."""
    people = Person.objects.on_duty_as(Role.DRIVER).order_by("number").defer("sought")
    known = list(people if among is None else among)
    taken = taken_by(wish, "driver_id", known)
    lacking = papers_lacking(known, wish, lambda driver: (LICENCE,))
    offers = [
        Offer(each, why_no_driver(each, taken.get(each.pk), lacking[each.pk]), each.phone)
        for each in known
    ]
    return sorted(offers, key=lambda offer: (not offer.is_free, offer.of.number))


def why_no_driver(driver: Person, trip: Trip | None, lacking: list[str]) -> str:
    """The first reason why somebody cannot drive."""
    if lacking:
        return _("%(driver)s has no valid driving licence for these days.") % {"driver": driver}
    return taken_in_words(str(driver), trip) if trip else ""


def taken_in_words(what: str, trip: Trip) -> str:
    """Who has a vehicle or a driver, and until when."""
    return _("%(what)s is taken by %(who)s: %(trip)s, %(start)s to %(end)s.") % {
        "what": what, "who": _(", ").join(trip_askers(trip)) or trip.driver, "trip": trip,
        "start": moment_in_words(trip.starts_at), "end": moment_in_words(trip.ends_at),
    }  # fmt: skip


def trip_askers(trip: Any) -> list[str]:
    """The names of whoever rides by a trip, and of their departments."""
    return [
        f"{request.department} {request.reporter or ''}".strip() for request in trip.requests.all()
    ]


def taken_by(wish: Wish, whose: str, known: Iterable[Model]) -> dict[int, Trip]:
    """The first trip in the way of each vehicle or driver, found by the index that forbids two at
    once; two queries."""
    pks = [each.pk for each in known]
    trips = Trip.objects.standing().filter(**{f"{whose}__in": pks}, busy__overlap=wish.busy)
    if wish.but:
        trips = trips.exclude(pk=wish.but)
    told = trips.told().prefetch_related("requests__reporter", "requests__department")
    found: dict[int, Trip] = {}
    for trip in told.order_by("starts_at"):
        found.setdefault(getattr(trip, whose), trip)
    return found


def papers_lacking(
    holders: Iterable[T], wish: Wish, required: Callable[[T], Iterable[str]]
) -> dict[int, list[str]]:
    """For each holder the names of the required kinds of which no paper holds on all the days;
    two queries."""
    known = list(holders)
    if not known:
        return {}
    first, last = wish.days
    papers = Paper.objects.in_force(last).filter(
        holder_type=ContentType.objects.get_for_model(known[0]),
        holder_id__in=[each.pk for each in known],
    )  # fmt: skip
    begun = [(row[0], row[1]) for row in papers.values_list("holder_id", "kind__code", "issued_on")
             if row[2] is None or row[2] <= first]  # fmt: skip
    held = set(begun)
    names = dict(PaperKind.objects.exclude(code="").values_list("code", "name"))
    return {
        each.pk: [
            names.get(code, _("Compulsory papers")) for code in required(each)
            if (each.pk, code) not in held
        ]
        for each in known
    }  # fmt: skip


# Sharing


# Departures within an hour of one another can be one; our own figure.
NEAR = timedelta(hours=1)


def shareable(request: TripRequest) -> list[Trip]:
    """Planned trips of the same direction that leave at nearly the same time and have the seats;
    the nearest first."""
    near = Trip.objects.filter(
        status=Trip.Status.PLANNED, direction=request.direction,
        starts_at__range=(request.starts_at - NEAR, request.starts_at + NEAR),
        vehicle__seats__gt=F("passengers") + request.passengers,
    )  # fmt: skip
    if request.needs_school_bus:
        near = near.filter(vehicle__kind=Vehicle.Kind.SCHOOL_BUS)
    found = near.told().prefetch_related("requests__reporter", "requests__department")
    return sorted(found, key=lambda trip: (abs(trip.starts_at - request.starts_at), trip.pk))
