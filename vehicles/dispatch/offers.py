"""Which vehicles and drivers can take a trip, and why the others cannot."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Generic, TypeVar

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.db.models import Model, Prefetch, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from campus.models import Person, Role
from campus.shell.words import day_in_words, moment_in_words
from planning.models import Paper
from vehicles.models import ServiceRequest, Trip, TripRequest, Vehicle, in_workshop
from vehicles.registry import KINDS, LICENCE, required_of

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


# Departures within an hour of one another can be one; our own figure.
NEAR = timedelta(hours=1)


@dataclass(frozen=True)
class Offer(Generic[T]):
    """A vehicle or a driver, and why it cannot be had; empty where it can."""

    of: T
    why_not: str = ""
    detail: str = ""

    @property
    def is_free(self) -> bool:
        return not self.why_not


@dataclass(frozen=True)
class Choices:
    """Vehicles and drivers for a wish, of each the free ones first, and the trips near it whose
    vehicle is at hand."""

    vehicles: list[Offer[Vehicle]]
    drivers: list[Offer[Person]]
    near: list[Trip]


def choices(
    wish: Wish, *, vehicles: Iterable[Vehicle] | None = None,
    drivers: Iterable[Person] | None = None, at: datetime,
) -> Choices:  # fmt: skip
    """Who and what can be had of `vehicles` and `drivers`, else of all that the school has; six
    queries, however many there are."""
    known = list(Vehicle.objects.kept().defer("sought") if vehicles is None else vehicles)
    driving = Person.objects.on_duty_as(Role.DRIVER).order_by("number").defer("sought")
    people = list(driving if drivers is None else drivers)
    near = trips_near(wish, known, people)
    taken = [trip for trip in near if trip.pk != wish.but and overlap(trip.busy, wish.busy)]
    held = papers_held(known, people, wish)
    away = in_workshop(known, wish.starts_at, wish.ends_at, at=at)
    offers = [
        Offer(
            each,
            why_away(each, away.get(each.pk))
            or why_no_vehicle(each, wish, first_of(taken, "vehicle_id", each), held),
        )
        for each in known
    ]
    drive = [
        Offer(each, why_no_driver(each, first_of(taken, "driver_id", each), held), each.phone)
        for each in people
    ]
    return Choices(
        sorted(offers, key=lambda offer: (not offer.is_free, offer.of.seats, offer.of.plate)),
        sorted(drive, key=lambda offer: (not offer.is_free, offer.of.number)),
        [trip for trip in near if trip.vehicle_id not in away],
    )


def trips_near(wish: Wish, vehicles: Iterable[Vehicle], drivers: Iterable[Person]) -> list[Trip]:
    """The trips of these vehicles and drivers in the way of a wish, and those beside it that may
    be shared; found by the indexes that forbid two at once. Two queries."""
    around = busy_range(wish.starts_at - NEAR, wish.ends_at + NEAR)
    theirs = Q(vehicle__in=[each.pk for each in vehicles]) | Q(
        driver__in=[each.pk for each in drivers]
    )
    found = Trip.objects.standing().filter(theirs, busy__overlap=around).told()
    return list(found.prefetch_related(RIDERS).order_by("starts_at", "id"))


# Whoever rides along, with their departments: one query.
RIDERS = Prefetch(
    "requests",
    TripRequest.objects.select_related("reporter", "department").defer("sought").order_by("pk"),
)


def overlap(one: Any, other: Any) -> bool:
    """Whether two ranges have a moment in common."""
    if one.isempty or other.isempty:
        return False
    return bool(one.lower < other.upper and other.lower < one.upper)


def first_of(trips: Iterable[Trip], whose: str, of: Model) -> Trip | None:
    """The first trip of a vehicle or a driver."""
    return next((trip for trip in trips if getattr(trip, whose) == of.pk), None)


Held = set[tuple[str, int, str]]


def papers_held(vehicles: Iterable[Vehicle], drivers: Iterable[Person], wish: Wish) -> Held:
    """What of the required kinds holds on all the days of a wish: sort of holder, number, code.
    One query."""
    first, last = wish.days
    of_vehicles = Q(
        holder_type=ContentType.objects.get_for_model(Vehicle),
        holder_id__in=[each.pk for each in vehicles],
    )
    of_drivers = Q(
        holder_type=ContentType.objects.get_for_model(Person),
        holder_id__in=[each.pk for each in drivers],
    )
    begun = Q(issued_on=None) | Q(issued_on__lte=first)
    papers = Paper.objects.in_force(last).filter(begun, of_vehicles | of_drivers)
    return set(papers.values_list("holder_type__model", "holder_id", "kind__code"))


def lacking(holder: Model, codes: Iterable[str], held: Held) -> list[str]:
    """The names of the required kinds that a holder does not have."""
    sort = holder._meta.model_name or ""
    names = {usual.code: usual.name for usual in KINDS}
    return [_(names[code]) for code in codes if (sort, holder.pk, code) not in held]


def why_away(vehicle: Vehicle, stay: ServiceRequest | None) -> str:
    """Why a vehicle that is in a workshop cannot be had; empty where it is in none."""
    if stay is None:
        return ""
    assert stay.expected_back  # whoever brings it there says so
    return _("%(vehicle)s is in the workshop: %(request)s, expected back on %(day)s.") % {
        "vehicle": vehicle.plate, "request": stay.number,
        "day": day_in_words(stay.expected_back),
    }  # fmt: skip


def why_no_vehicle(vehicle: Vehicle, wish: Wish, trip: Trip | None, held: Held) -> str:
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
    if missing := lacking(vehicle, required_of(vehicle), held):
        return _("%(vehicle)s has no valid paper for these days: %(papers)s.") % {
            "vehicle": vehicle.plate, "papers": _(", ").join(missing),
        }  # fmt: skip
    return taken_in_words(vehicle.plate, trip) if trip else ""


def why_no_driver(driver: Person, trip: Trip | None, held: Held) -> str:
    """The first reason why somebody cannot drive."""
    if lacking(driver, (LICENCE,), held):
        return _("%(driver)s has no valid driving licence for these days.") % {"driver": driver}
    return taken_in_words(str(driver), trip) if trip else ""


def why_stay(trip: Trip, *, at: datetime) -> str:
    """Why vehicle or driver of a trip cannot leave at `at`, whatever was so when it was planned;
    empty where they can. Two queries."""
    wish = Wish(
        starts_at=at, ends_at=max(at, trip.ends_at), passengers=trip.passengers, but=trip.pk
    )
    held = papers_held([trip.vehicle], [trip.driver], wish)
    stay = in_workshop([trip.vehicle], at, at + timedelta(minutes=1), at=at).get(trip.vehicle_id)
    return (
        why_away(trip.vehicle, stay)
        or why_no_vehicle(trip.vehicle, wish, None, held)
        or why_no_driver(trip.driver, None, held)
    )


def taken_in_words(what: str, trip: Trip) -> str:
    """Who has a vehicle or a driver, and until when."""
    askers = [f"{each.department} {each.reporter or ''}".strip() for each in trip.requests.all()]
    return _("%(what)s is taken by %(who)s: %(trip)s, %(start)s to %(end)s.") % {
        "what": what, "who": _(", ").join(askers) or trip.driver, "trip": trip,
        "start": moment_in_words(trip.starts_at), "end": moment_in_words(trip.ends_at),
    }  # fmt: skip


# Sharing


def shareable(request: TripRequest, near: Iterable[Trip]) -> list[Trip]:
    """Of the trips near a request those that are planned, go the same way, leave at nearly the same
    time and have the seats; the nearest first."""
    fitting = [trip for trip in near if can_share(request, trip)]
    return sorted(fitting, key=lambda trip: (abs(trip.starts_at - request.starts_at), trip.pk))


def can_share(request: TripRequest, trip: Trip) -> bool:
    """Whether a trip can take the request along."""
    is_bus = trip.vehicle.kind == Vehicle.Kind.SCHOOL_BUS
    return (
        trip.status == Trip.Status.PLANNED
        and trip.direction == request.direction
        and abs(trip.starts_at - request.starts_at) <= NEAR
        and trip.seats_left >= request.passengers
        and (is_bus or not request.needs_school_bus)
    )
