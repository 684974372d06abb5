"""Fills: entered at the pump, read, cancelled; and what was used between full tanks."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from campus.attachments.models import Attachment
from campus.doors import PersonRequest, require
from campus.lists.views import list_page
from campus.records.history import history_path
from campus.records.timeline import timeline_of
from campus.shell.form_page import form_page
from campus.shell.words import money
from vehicles import rights
from vehicles.actions import consumption
from vehicles.actions import refuels as actions
from vehicles.forms.refuels import Cancel, Explain, RefuelForm
from vehicles.lists import REFUELS, TANKS
from vehicles.models import RefuelRecord, TankInterval
from vehicles.views.typed import numbers_in


@require_safe
def refuels(request: PersonRequest) -> HttpResponse:
    """All fills that one may see."""
    return list_page(request, REFUELS, "vehicles/refuels.html")


@require_http_methods(["GET", "POST"])
def new(request: PersonRequest) -> HttpResponse:
    """Enter a fill; the page of a vehicle brings its number along (`?vehicle=`)."""
    require(rights.can_refuel(request.user))
    form = RefuelForm(
        request.POST or None, request.FILES or None, person=request.user,
        initial=numbers_in(request, "vehicle"),
    )  # fmt: skip
    if not form.is_valid() or form.fill is None:
        return form_page(
            request, form, title=_("Enter a fill"), back=reverse("vehicles:refuels"),
            words=_("Where the pump stands: odometer, litres, receipt."), button=_("Enter it"),
        )  # fmt: skip
    refuel = actions.record(form.fill, by=request.user, at=timezone.now())
    facts = {"refuel": refuel, "money": money(refuel.amount)}
    messages.success(request, _("Entered: %(refuel)s, %(money)s.") % facts)
    return redirect(refuel)


def found(request: PersonRequest, pk: int) -> RefuelRecord:
    """The record, if the person may see it; else 404."""
    seen = RefuelRecord.objects.visible_to(request.user).told()
    related = ("cancelled_by", "interval__explained_by")
    return get_object_or_404(seen.select_related(*related), pk=pk)


@require_safe
def show(request: PersonRequest, pk: int) -> HttpResponse:
    """One fill: what was filled and paid, what the vehicle had used, what happened to it."""
    refuel = found(request, pk)
    may_keep = rights.can_keep_vehicles(request.user)
    context: dict[str, Any] = {
        "refuel": refuel, "may_cancel": rights.can_cancel_refuel(request.user, refuel),
        "may_keep": may_keep, "attachments": Attachment.objects.of(refuel),
        "interval": getattr(refuel, "interval", None) if may_keep else None,
        "timeline": timeline_of(refuel), "history_path": history_path(request.user, refuel),
    }  # fmt: skip
    return render(request, "vehicles/refuel.html", context)


@require_http_methods(["GET", "POST"])
def cancel(request: PersonRequest, pk: int) -> HttpResponse:
    """A record was wrong."""
    refuel = found(request, pk)
    require(rights.can_cancel_refuel(request.user, refuel))
    form = Cancel(request.POST or None)
    if not form.is_valid():
        return form_page(
            request, form, title=_("Cancel the record"), back=refuel.get_absolute_url(),
            under=str(refuel), button=_("Cancel the record"),
            words=_("The money goes back to the card and its odometer reading is taken back. The "
                    "record stays, with the reason."),
        )  # fmt: skip
    actions.cancel(refuel, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("The record is cancelled."))
    return redirect(refuel)


@require_safe
def tanks(request: PersonRequest) -> HttpResponse:
    """What was used between full tanks; what stands out is marked."""
    return list_page(
        request, TANKS, "vehicles/tanks.html",
        off=consumption.OFF_PERCENT, last=consumption.LAST, least=consumption.LEAST,
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def explain(request: PersonRequest, pk: int) -> HttpResponse:
    """Say why so much or so little was used."""
    seen = TankInterval.objects.visible_to(request.user).told()
    interval = get_object_or_404(seen, pk=pk)
    require(rights.can_keep_vehicles(request.user))
    form = Explain(request.POST or None)
    if not form.is_valid():
        return form_page(
            request, form, title=_("Explain the consumption"), under=str(interval),
            back=interval.get_absolute_url(),
        )  # fmt: skip
    consumption.explain(interval, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("The explanation is kept."))
    return redirect(interval)
