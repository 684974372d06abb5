"""What vehicles use and cost: the first page of fuel and service, figures, the energy account."""

from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from campus.doors import PersonRequest, require
from campus.figures import Span, figures_page, spans_of
from campus.school_time.scope import semester_scope
from campus.sheets.writer import sheet_answer
from vehicles import rights
from vehicles.exports.fuel import ACCOUNT_WIDTHS, account_rows
from vehicles.figures import account as accounts
from vehicles.figures import running
from vehicles.figures.running_tiles import tiles_for
from vehicles.models import Vehicle


@require_safe
def overview(request: PersonRequest) -> HttpResponse:
    """The parts that the person may open, with what stands out."""
    require(rights.can_refuel(request.user))
    context = {
        "tiles": tiles_for(request.user, at=timezone.now()),
        "may_keep": rights.can_keep_vehicles(request.user),
    }
    return render(request, "vehicles/running.html", context)


@require_safe
def figures(request: PersonRequest) -> HttpResponse:
    """The semester's figures by month."""
    require(rights.can_keep_vehicles(request.user))
    return figures_page(
        request, title=_("Figures of fuel and service"), icon="gas-station",
        today=timezone.localdate(), groups=running.groups,
    )  # fmt: skip


def account_of(request: PersonRequest) -> dict[str, Any]:
    """The account of all vehicles in the semester that the address names, else the current one."""
    require(rights.can_keep_vehicles(request.user))
    scope = semester_scope(request)
    semester = scope["semester"]
    span = Span(str(semester), semester.first_day, semester.last_day) if semester else None
    lines = accounts.of_vehicles(span) if span else []
    return {**scope, "span": span, "lines": lines}


@require_safe
def account(request: PersonRequest) -> HttpResponse:
    """Kilometres, fuel and consumption of each vehicle (单车能耗核算)."""
    return render(request, "vehicles/account.html", account_of(request))


@require_safe
def account_sheet(request: PersonRequest) -> HttpResponse:
    """The same on A4, with its signature lines."""
    context = {**account_of(request), "today": timezone.localdate()}
    return render(request, "vehicles/account_sheet.html", context)


@require_safe
def account_export(request: PersonRequest) -> HttpResponseBase:
    """The same as a spreadsheet."""
    context = account_of(request)
    name = _("Energy account %(semester)s") % {"semester": context["semester"] or ""}
    rows = account_rows(context["lines"], _("Vehicle"))
    return sheet_answer(rows, name.strip(), widths=ACCOUNT_WIDTHS)


@require_safe
def of_vehicle(request: PersonRequest, pk: int) -> HttpResponse:
    """One vehicle month by month, with its course as a picture."""
    require(rights.can_keep_vehicles(request.user))
    vehicle = get_object_or_404(Vehicle.objects.visible_to(request.user).defer("sought"), pk=pk)
    scope = semester_scope(request)
    semester = scope["semester"]
    spans = spans_of(semester, timezone.localdate()) if semester else []
    lines = accounts.of_months(vehicle, spans)
    context = {
        **scope, "vehicle": vehicle, "whole": lines[0] if lines else None, "lines": lines[1:],
        "chart": accounts.course(vehicle, lines[1:]),
    }  # fmt: skip
    return render(request, "vehicles/vehicle_account.html", context)
