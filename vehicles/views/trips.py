"""Trips: found, read, printed, changed, called off; begun and ended on the driver's phone."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_safe

from campus.attachments.models import Attachment
from campus.cases.continuing import continuations
from campus.doors import PersonRequest, require
from campus.lists.views import list_page
from campus.records.past import past_of, talk_of
from campus.shell.form_page import form_page
from vehicles import rights
from vehicles.actions import driving
from vehicles.actions import trips as actions
from vehicles.dispatch.offers import Wish, choices
from vehicles.forms.trips import CallOff, Change, End, Start
from vehicles.lists import TRIPS
from vehicles.models import Trip

# As many ended trips as a driver looks back at.
SHOWN = 10


@require_safe
def trips(request: PersonRequest) -> HttpResponse:
    """All trips that one may see."""
    require(rights.can_ask_for_trips(request.user))
    return list_page(
        request, TRIPS, "vehicles/trips.html", may_see_board=rights.can_see_board(request.user)
    )


@require_safe
def mine(request: PersonRequest) -> HttpResponse:
    """What one drives: on the road, to come, ended."""
    require(rights.can_drive(request.user))
    own = Trip.objects.filter(driver=request.user).told()
    coming = own.not_ended().select_related("vehicle__parked_at")
    coming = coming.prefetch_related("requests__reporter", "requests__department")
    context = {
        "coming": list(coming.order_by("starts_at", "id")),
        "ended": list(own.filter(status=Trip.Status.DONE).order_by("-starts_at", "-id")[:SHOWN]),
        "now": timezone.now(),
    }
    return render(request, "vehicles/my_trips.html", context)


def found(request: PersonRequest, pk: int) -> Trip:
    """The trip, if the person may see it; else 404."""
    seen = Trip.objects.visible_to(request.user).told()
    return get_object_or_404(
        seen.select_related(
            "vehicle", "driver", "dispatched_by", "start_reading", "end_reading",
            "vehicle__parked_at",
        ),
        pk=pk,
    )  # fmt: skip


def requests_of(trip: Trip) -> list[Any]:
    told = trip.requests.select_related("reporter", "department").defer("sought")
    return list(told.order_by("pk"))


@require_safe
def show(request: PersonRequest, pk: int) -> HttpResponse:
    """One trip: who rides where with whom, what can be done, what happened."""
    trip, now = found(request, pk), timezone.now()
    context = {
        "trip": trip,
        "requests": requests_of(trip),
        "may_drive": rights.can_drive_trip(request.user, trip),
        "may_dispatch": rights.can_dispatch(request.user),
        "may_ask_service": rights.can_ask_service(request.user),
        "is_late": trip.is_late(now),
        "going_on": continuations(Trip, [trip.pk])[trip.pk] if trip.faults else [],
        "attachments": Attachment.objects.of(trip),
        **past_of(trip, request.user, now),
        **talk_of(trip, request.user),
    }
    return render(request, "vehicles/trip.html", context)


@require_safe
def slip(request: PersonRequest, pk: int) -> HttpResponse:
    """The dispatch slip (派车单) on A4."""
    trip = found(request, pk)
    asked = trip.requests.select_related("reporter", "department").defer("sought")
    with_steps = asked.prefetch_related("approvals__decided_by").order_by("pk")
    context = {"trip": trip, "requests": list(with_steps)}
    return render(request, "vehicles/slip.html", context)


@require_http_methods(["GET", "POST"])
def change(request: PersonRequest, pk: int) -> HttpResponse:
    """Another vehicle, driver or time, for a reason."""
    trip = found(request, pk)
    require(rights.can_dispatch(request.user))
    actions.refuse_begun(trip)
    bus = any(each.needs_school_bus for each in trip.requests.all())
    wish = Wish(
        starts_at=trip.starts_at, ends_at=trip.ends_at, passengers=trip.passengers,
        needs_school_bus=bus, but=trip.pk,
    )  # fmt: skip
    form = Change(request.POST or None, wish=wish, trip=trip)
    if not form.is_valid():
        offered = choices(form.wish, at=timezone.now())
        context = {
            "form": form, "trip": trip, "vehicles": offered.vehicles, "drivers": offered.drivers,
        }  # fmt: skip
        status = 422 if form.is_bound else 200
        return render(request, "vehicles/trip_change.html", context, status=status)
    trip = actions.change(trip, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("%(trip)s is changed; whom it concerns is told.") % {"trip": trip})
    return redirect(trip)


@require_http_methods(["GET", "POST"])
def call_off(request: PersonRequest, pk: int) -> HttpResponse:
    """Call a planned trip off; its requests want another vehicle."""
    trip = found(request, pk)
    require(rights.can_dispatch(request.user))
    actions.refuse_begun(trip)
    form = CallOff(request.POST or None)
    if not form.is_valid():
        return form_page(
            request,
            form,
            title=pgettext("a trip", "Call it off"),
            back=trip.get_absolute_url(),
            under=str(trip),
        )
    trip = actions.call_off(trip, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("%(trip)s is called off; whom it concerns is told.") % {
        "trip": trip
    })  # fmt: skip
    return redirect(trip)


# On the road


@require_http_methods(["GET", "POST"])
def start(request: PersonRequest, pk: int) -> HttpResponse:
    """Look at the vehicle, read the odometer, leave."""
    trip = found(request, pk)
    require(rights.can_drive_trip(request.user, trip))
    actions.refuse_unless(trip, Trip.Status.PLANNED)
    form = Start(request.POST or None, trip=trip)
    if not form.is_valid():
        return form_page(
            request, form, title=_("Start the trip"), back=trip.get_absolute_url(),
            under=f"{trip} · {trip.vehicle}", button=pgettext("a trip", "Leave"),
        )  # fmt: skip
    trip = driving.start(trip, by=request.user, at=timezone.now(), **form.facts)
    messages.success(request, _("Have a safe trip."))
    return redirect(trip)


@require_http_methods(["GET", "POST"])
def end(request: PersonRequest, pk: int) -> HttpResponse:
    """Read the odometer, write down what it cost, be back."""
    trip = found(request, pk)
    require(rights.can_drive_trip(request.user, trip))
    actions.refuse_unless(trip, Trip.Status.UNDER_WAY)
    form = End(request.POST or None, request.FILES or None, trip=trip, person=request.user)
    if not form.is_valid():
        return form_page(
            request, form, title=_("End the trip"), back=trip.get_absolute_url(),
            under=f"{trip} · {trip.vehicle}", button=_("I am back"),
        )  # fmt: skip
    trip = driving.end(trip, by=request.user, at=timezone.now(), **form.facts)
    words = _("%(trip)s has ended: %(km)s km.")
    messages.success(request, words % {"trip": trip.number, "km": trip.km})
    return redirect(trip)
