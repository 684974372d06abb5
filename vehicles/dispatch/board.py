"""Vehicles and drivers over a day or a week: who is out when, and what is free between."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Model
from django.utils import timezone

from campus.models import Person, Role
from campus.school_time.engine import moment_of, moments_of
from vehicles.models import ServiceRequest, Trip, Vehicle, in_workshop

# The hours that a day of the board shows; our own figure. What lies outside is drawn at its edge.
OPENS, CLOSES = 6, 22
SLOT = timedelta(minutes=15)
SLOTS = (CLOSES - OPENS) * 4
HOURS = range(OPENS, CLOSES)
WEEK = 7


@dataclass(frozen=True)
class Cell:
    """Some quarters of an hour of a row: a trip, or nothing from `starts_at` on."""

    slots: int
    starts_at: datetime
    ends_at: datetime
    trip: Trip | None = None

    @property
    def ends_at_edge(self) -> bool:
        """Whether the trip goes on after what is shown."""
        return self.trip is not None and self.trip.ends_at > self.ends_at


@dataclass
class Row:
    """A vehicle or a driver with trips, in the order of their beginning; `stay` is what a vehicle
    is in a workshop for on some of the days."""

    of: Any
    stay: ServiceRequest | None = None
    trips: list[Trip] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)
    days: list[tuple[date, list[Trip]]] = field(default_factory=list)


@dataclass(frozen=True)
class Board:
    """All that is shown of some days."""

    first: date
    last: date
    vehicles: list[Row]
    drivers: list[Row]

    @property
    def is_week(self) -> bool:
        return self.first != self.last

    @property
    def dates(self) -> list[date]:
        return days_of(self.first, self.last)


def days_of(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def board(first: date, last: date, *, at: datetime) -> Board:
    """The trips of some days by vehicle and by driver, and who is in a workshop, seen from `at`;
    six queries."""
    start, end = moments_of(first, last)
    trips = Trip.objects.standing().between(start, end).told()
    found = list(trips.prefetch_related("requests__department").order_by("starts_at", "id"))
    vehicles = list(Vehicle.objects.kept().defer("sought"))
    drivers = list(Person.objects.on_duty_as(Role.DRIVER).order_by("number").defer("sought"))
    of_vehicles = rows_of(vehicles, found, "vehicle", first, last)
    away = in_workshop(vehicles, start, end, at=at)
    for row in of_vehicles:
        row.stay = away.get(row.of.pk)
    return Board(
        first, last, of_vehicles,
        rows_of(drivers, found, "driver", first, last),
    )  # fmt: skip


def rows_of(
    things: Iterable[Model], trips: list[Trip], whose: str, first: date, last: date
) -> list[Row]:
    """A row for each of the things, and for what is no more among them but has trips."""
    rows = {thing.pk: Row(thing) for thing in things}
    for trip in trips:
        of = getattr(trip, whose)
        rows.setdefault(of.pk, Row(of)).trips.append(trip)
    for row in rows.values():
        if first == last:
            row.cells = cells_of(row.trips, first)
        row.days = [(day, on_day(row.trips, day)) for day in days_of(first, last)]
    return list(rows.values())


def on_day(trips: list[Trip], day: date) -> list[Trip]:
    start, end = moments_of(day, day)
    return [trip for trip in trips if trip.starts_at < end and trip.ends_at > start]


def cells_of(trips: list[Trip], day: date) -> list[Cell]:
    """The row of a day from `OPENS` to `CLOSES`, without a hole and without an overlap."""
    opens = moment_of(day, time(OPENS))
    cells: list[Cell] = []
    at = 0
    for trip in trips:
        start, end = max(slot_of(trip.starts_at, opens), at), slot_of(trip.ends_at, opens, up=True)
        if end <= start:
            continue
        if start > at:
            cells.append(cell(opens, at, start))
        cells.append(cell(opens, start, end, trip))
        at = end
    if at < SLOTS:
        cells.append(cell(opens, at, SLOTS))
    return cells


def slot_of(moment: datetime, opens: datetime, *, up: bool = False) -> int:
    """The quarter of an hour of a moment, within those that are shown."""
    passed = timezone.localtime(moment) - opens
    slot = -(-passed // SLOT) if up else passed // SLOT
    return min(max(slot, 0), SLOTS)


def cell(opens: datetime, first: int, last: int, trip: Trip | None = None) -> Cell:
    return Cell(last - first, opens + first * SLOT, opens + last * SLOT, trip)
