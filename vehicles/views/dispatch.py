"""The board, and giving vehicles and drivers to requests."""

from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.doors import PersonRequest, require
from campus.school_time.days import day_typed
from vehicles import rights
from vehicles.actions import trips as actions
from vehicles.dispatch.board import HOURS, WEEK
from vehicles.dispatch.board import board as board_of
from vehicles.dispatch.offers import choices, shareable, wish_of
from vehicles.forms.trips import Dispatch
from vehicles.models import Trip, TripRequest

# As many requests that want a vehicle as stand above the board; the list has them all.
SHOWN = 12


@require_safe
def board(request: PersonRequest) -> HttpResponse:
    """Vehicles and drivers over a day (`?day=`) or the seven days from it on (`?span=week`); of a
    request that wants a vehicle (`?request=`) each gap leads to its dispatch."""
    require(rights.can_see_board(request.user))
    today = timezone.localdate()
    may_dispatch = rights.can_dispatch(request.user)
    waiting = to_dispatch(request) if may_dispatch else []
    chosen = next((each for each in waiting if str(each.pk) == request.GET.get("request")), None)
    first = day_asked(request, chosen, today)
    is_week = request.GET.get("span") == "week"
    last = first + timedelta(days=WEEK - 1) if is_week else first
    now = timezone.now()
    context: dict[str, Any] = {
        "board": board_of(first, last, at=now), "hours": HOURS, "first": first, "today": today,
        "waiting": waiting, "chosen": chosen, "may_dispatch": may_dispatch, "now": now,
        "before": first - timedelta(days=WEEK if is_week else 1),
        "after": first + timedelta(days=WEEK if is_week else 1),
    }  # fmt: skip
    return render(request, "vehicles/board.html", context)


def day_asked(request: PersonRequest, chosen: TripRequest | None, today: date) -> date:
    """The day of the address, else that of the chosen request, else today."""
    usual = timezone.localtime(chosen.starts_at).date() if chosen else today
    return day_typed(request.GET.get("day", "")) or usual


def to_dispatch(request: PersonRequest) -> list[TripRequest]:
    """What wants a vehicle, the next departure first."""
    found = TripRequest.objects.visible_to(request.user).to_dispatch()
    told = found.select_related("department", "reporter").defer("sought")
    return list(told.order_by("starts_at", "id")[:SHOWN])


def found(request: PersonRequest, pk: int) -> TripRequest:
    """A request that wants a vehicle; 404 for what the person does not see."""
    seen = TripRequest.objects.visible_to(request.user).select_related("department", "reporter")
    return get_object_or_404(seen, pk=pk)


@require_http_methods(["GET", "POST"])
def dispatch(request: PersonRequest, pk: int) -> HttpResponse:
    """Give a vehicle and a driver to a request: the free ones, and why the others cannot be had;
    what goes the same way can be shared. The board brings the vehicle along (`?vehicle=`)."""
    wanted = found(request, pk)
    require(rights.can_dispatch(request.user))
    wish = wish_of(wanted)
    form = Dispatch(
        request.POST or None, wish=wish, request=wanted,
        initial={"vehicle": request.GET.get("vehicle", "")[:12]},
    )  # fmt: skip
    if wanted.status != TripRequest.Status.APPROVED or not form.is_valid():
        found_for = choices(wish, at=timezone.now())
        context = {
            "form": form, "wanted": wanted, "vehicles": found_for.vehicles,
            "drivers": found_for.drivers, "shareable": shareable(wanted, found_for.near),
        }  # fmt: skip
        status = 422 if form.is_bound else 200
        return render(request, "vehicles/dispatch.html", context, status=status)
    trip = actions.dispatch(
        wanted, vehicle=form.cleaned_data["vehicle"], driver=form.cleaned_data["driver"],
        seen=form.cleaned_data["seen"], by=request.user, at=timezone.now(),
    )  # fmt: skip
    messages.success(request, _("%(trip)s is dispatched; driver and asker are told.") % {
        "trip": trip
    })  # fmt: skip
    return redirect(trip)


@require_POST
def share(request: PersonRequest, pk: int, trip: int) -> HttpResponse:
    """Let a request ride along with a planned trip."""
    wanted = found(request, pk)
    require(rights.can_dispatch(request.user))
    shared = get_object_or_404(Trip.objects.visible_to(request.user).told(), pk=trip)
    shared = actions.share(wanted, shared, by=request.user, at=timezone.now())
    messages.success(request, _("%(trip)s takes both.") % {"trip": shared})
    return redirect(shared)
