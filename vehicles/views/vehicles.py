"""Vehicles and their files: found, read, written, laid up, disposed of."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.attachments.models import Attachment
from campus.doors import PersonRequest, require
from campus.lists.views import list_page
from campus.models import Person, Role
from campus.records.past import past_of, talk_of
from campus.shell.form_page import form_page
from planning.models import Paper, PaperKind
from planning.papers import TONES as PAPER_TONES
from vehicles import rights
from vehicles.actions import driving, odometer
from vehicles.actions import vehicles as actions
from vehicles.figures.costs import YearCost, cost_of
from vehicles.figures.sections import sections_of
from vehicles.forms.vehicles import Correct, LeaveUse, NewVehicleForm, Read, VehicleForm
from vehicles.lists import VEHICLES
from vehicles.lists.vehicles import TONES
from vehicles.models import OdometerReading, Trip, Vehicle
from vehicles.registry import COMMERCIAL, LICENCE, required_of

# As many of a sort as somebody reads on one page; the lists have them all.
SHOWN = 10


@require_safe
def vehicles(request: PersonRequest) -> HttpResponse:
    """All vehicles."""
    require(rights.can_list_vehicles(request.user))
    return list_page(
        request, VEHICLES, "vehicles/vehicles.html",
        may_keep=rights.can_keep_vehicles(request.user),
    )  # fmt: skip


def found(request: PersonRequest, pk: int) -> Vehicle:
    """The vehicle, if the person may see it; else 404."""
    seen = Vehicle.objects.visible_to(request.user).select_related("department", "parked_at")
    return get_object_or_404(seen.defer("sought"), pk=pk)


@dataclass(frozen=True)
class VehiclePage:
    """One vehicle before the eyes of one person; whoever does not read files sees what it is."""

    vehicle: Vehicle
    person: Person
    at: datetime

    @cached_property
    def tells_all(self) -> bool:
        return bool(rights.can_read_files(self.person))

    @cached_property
    def may_keep(self) -> bool:
        return bool(rights.can_keep_vehicles(self.person))

    @property
    def tone(self) -> str:
        return TONES[Vehicle.Status(self.vehicle.status)]

    @cached_property
    def papers(self) -> list[tuple[Paper, Paper.State, str]]:
        """What it holds, the nearest end first, with state and colour; what is renewed or set aside
        is not told any more."""
        today = timezone.localtime(self.at).date()
        kept = Paper.objects.of(self.vehicle).watched().select_related("kind").order_by("ends_on")
        return [(paper, paper.state(today), PAPER_TONES[paper.state(today)]) for paper in kept]

    @cached_property
    def paper_kinds(self) -> list[PaperKind]:
        """The kinds that can be written down, for whoever keeps the file."""
        codes = [*required_of(self.vehicle), COMMERCIAL]
        return list(PaperKind.objects.offered().filter(code__in=codes)) if self.may_keep else []

    @property
    def cost(self) -> YearCost | None:
        """What it cost this year, for whoever keeps it."""
        return cost_of(self.vehicle, timezone.localtime(self.at).year) if self.may_keep else None

    @cached_property
    def readings(self) -> list[OdometerReading]:
        return list(self.vehicle.readings.select_related("by")[:SHOWN])

    @cached_property
    def trips(self) -> list[Trip]:
        """The newest that the person may see."""
        seen = Trip.objects.visible_to(self.person).filter(vehicle=self.vehicle)
        return list(seen.told().order_by("-starts_at", "-id")[:SHOWN])


@require_safe
def show(request: PersonRequest, pk: int) -> HttpResponse:
    """One vehicle: what it is and how it stands, what can be done, what happened to it."""
    vehicle, now = found(request, pk), timezone.now()
    page = VehiclePage(vehicle, request.user, now)
    context: dict[str, Any] = {"page": page, "vehicle": vehicle}
    if page.tells_all:
        context |= {
            "attachments": Attachment.objects.of(vehicle),
            **past_of(vehicle, request.user, now),
            **talk_of(vehicle, request.user),
            **sections_of(vehicle, request.user, at=now),
        }
    return render(request, "vehicles/vehicle.html", context)


@require_safe
def sheet(request: PersonRequest, pk: int) -> HttpResponse:
    """The file on A4."""
    vehicle = found(request, pk)
    require(rights.can_read_files(request.user))
    page = VehiclePage(vehicle, request.user, timezone.now())
    context = {
        "page": page, "vehicle": vehicle, "today": timezone.localdate(), "cost": page.cost
    }  # fmt: skip
    return render(request, "vehicles/vehicle_sheet.html", context)


@require_http_methods(["GET", "POST"])
def create(request: PersonRequest) -> HttpResponse:
    """Register a vehicle."""
    require(rights.can_keep_vehicles(request.user))
    form = NewVehicleForm(request.POST or None, request.FILES or None, person=request.user)
    if not form.is_valid():
        return form_page(
            request, form, title=_("Register a vehicle"), back=reverse("vehicles:vehicles")
        )
    vehicle = actions.register(by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("“%(vehicle)s” is registered.") % {"vehicle": vehicle})
    return redirect(vehicle)


@require_http_methods(["GET", "POST"])
def edit(request: PersonRequest, pk: int) -> HttpResponse:
    """Correct what is said of a vehicle."""
    vehicle = found(request, pk)
    require(rights.can_keep_vehicles(request.user))
    actions.refuse_disposed(vehicle)
    form = VehicleForm(
        request.POST or None, request.FILES or None, person=request.user, instance=vehicle
    )
    if not form.is_valid():
        return form_page(
            request, form, title=_("Correct it"), back=vehicle.get_absolute_url(),
            under=str(vehicle),
        )  # fmt: skip
    actions.change(vehicle, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("“%(vehicle)s” is changed.") % {"vehicle": vehicle})
    return redirect(vehicle)


@require_http_methods(["GET", "POST"])
def lay_up(request: PersonRequest, pk: int) -> HttpResponse:
    """Let it stand for a while."""
    return left_use(request, pk, title=_("Lay it up"), act=actions.lay_up)


@require_http_methods(["GET", "POST"])
def dispose(request: PersonRequest, pk: int) -> HttpResponse:
    """Take it off the books."""
    return left_use(request, pk, title=_("Dispose of it"), act=actions.dispose)


def left_use(request: PersonRequest, pk: int, *, title: str, act: Any) -> HttpResponse:
    """Out of use by `act`, for a reason."""
    vehicle = found(request, pk)
    require(rights.can_keep_vehicles(request.user))
    form = LeaveUse(request.POST or None)
    if not form.is_valid():
        return form_page(
            request, form, title=title, back=vehicle.get_absolute_url(), under=str(vehicle)
        )
    vehicle = act(vehicle, why=form.cleaned_data["why"], by=request.user, at=timezone.now())
    messages.success(request, f"{vehicle}: {vehicle.get_status_display()}")
    return redirect(vehicle)


@require_POST
def take_back(request: PersonRequest, pk: int) -> HttpResponse:
    """Use it again."""
    vehicle = found(request, pk)
    require(rights.can_keep_vehicles(request.user))
    vehicle = actions.take_back(vehicle, by=request.user, at=timezone.now())
    messages.success(request, f"{vehicle}: {vehicle.get_status_display()}")
    return redirect(vehicle)


# Readings


@require_http_methods(["GET", "POST"])
def read(request: PersonRequest, pk: int) -> HttpResponse:
    """Write down what the odometer shows."""
    vehicle = found(request, pk)
    require(rights.can_keep_vehicles(request.user))
    actions.refuse_disposed(vehicle)
    form = Read(request.POST or None, vehicle=vehicle)
    if not form.is_valid():
        return form_page(
            request, form, title=_("Read the odometer"), back=vehicle.get_absolute_url(),
            under=str(vehicle),
        )  # fmt: skip
    reading = odometer.read(
        vehicle, form.cleaned_data["km"], occasion=OdometerReading.Occasion.KEEPER,
        by=request.user, at=timezone.now(), note=form.cleaned_data["note"],
    )  # fmt: skip
    messages.success(request, str(reading))
    return redirect(vehicle)


@require_http_methods(["GET", "POST"])
def correct(request: PersonRequest, pk: int) -> HttpResponse:
    """Put a wrong reading right; the trip that it belongs to follows."""
    readings = OdometerReading.objects.select_related("vehicle")
    seen = Vehicle.objects.visible_to(request.user)
    reading = get_object_or_404(readings.filter(vehicle__in=seen), pk=pk)
    require(rights.can_keep_vehicles(request.user))
    form = Correct(request.POST or None, reading=reading)
    if not form.is_valid():
        return form_page(
            request, form, title=_("Put the reading right"), under=str(reading),
            back=reading.vehicle.get_absolute_url(),
        )  # fmt: skip
    reading = driving.put_right(reading, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, str(reading))
    return redirect(reading.vehicle)


# Drivers


@dataclass(frozen=True)
class DriverLine:
    """Somebody who drives, with the licence and the next trip; None where there is none."""

    person: Person
    licence: Paper | None
    state: Paper.State | None
    next_trip: Trip | None

    @property
    def tone(self) -> str:
        return PAPER_TONES[self.state] if self.state else "overdue"


@require_safe
def drivers(request: PersonRequest) -> HttpResponse:
    """Who drives, until when their licences are valid, and what they drive next."""
    require(rights.can_see_board(request.user))
    now = timezone.now()
    today = timezone.localtime(now).date()
    people = list(Person.objects.on_duty_as(Role.DRIVER).order_by("number").defer("sought"))
    licences = {paper.holder_id: paper for paper in licences_of(people)}
    trips = Trip.objects.not_ended().filter(driver__in=people).told()
    coming = {trip.driver_id: trip for trip in trips.order_by("-starts_at")}
    lines = [
        DriverLine(
            person, licence := licences.get(person.pk),
            licence.state(today) if licence else None, coming.get(person.pk),
        )
        for person in people
    ]  # fmt: skip
    kind = PaperKind.objects.offered().filter(code=LICENCE).first()
    context = {"lines": lines, "kind": kind, "may_keep": rights.can_keep_vehicles(request.user)}
    return render(request, "vehicles/drivers.html", context)


def licences_of(people: list[Person]) -> list[Paper]:
    """The licences that count, the one that ends last at the end."""
    if not people:
        return []
    held = Paper.objects.watched().of_kind(LICENCE).filter(holder_id__in=[p.pk for p in people])
    return list(held.order_by("ends_on"))
