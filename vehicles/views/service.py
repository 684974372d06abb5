"""Service: requests, bills, plans, workshops; a request's page and moves are those of any case."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_safe

from campus.cases.registry import brought_along
from campus.doors import PersonRequest, require
from campus.lists.views import list_page
from campus.shell.form_page import form_page
from vehicles import rights
from vehicles.actions import service_plans, workshops
from vehicles.actions import service_requests as actions
from vehicles.forms.service import AskService, PlanForm, WorkshopForm
from vehicles.kinds.service_request import SERVICE_REQUEST
from vehicles.lists import BILLS, PLANS, SERVICE_REQUESTS, WORKSHOPS
from vehicles.models import ServicePlan, Trip, VehicleWorkshop
from vehicles.views.typed import numbers_in


@require_safe
def requests(request: PersonRequest) -> HttpResponse:
    """All requests that one may see."""
    return list_page(
        request, SERVICE_REQUESTS, "vehicles/service_requests.html",
        may_keep=rights.can_keep_vehicles(request.user),
    )  # fmt: skip


@require_safe
def bills(request: PersonRequest) -> HttpResponse:
    """What workshops have asked for."""
    return list_page(request, BILLS)


@require_http_methods(["GET", "POST"])
def new(request: PersonRequest) -> HttpResponse:
    """Ask for service; the pages of vehicles and plans bring these along, that of a trip what was
    found before driving (`?origin=trip:5`)."""
    require(rights.can_ask_service(request.user))
    trip, begun = brought_along(request.user, request.GET.get("origin", "")[:40]) or (None, {})
    form = AskService(
        request.POST or None, request.FILES or None, person=request.user,
        origin=trip if isinstance(trip, Trip) else None,
        initial=begun | numbers_in(request, "vehicle", "plan"),
    )  # fmt: skip
    if not form.is_valid():
        return form_page(
            request, form, title=_("Ask for service"), button=_("Send"),
            back=reverse("vehicles:service:requests"),
            words=_("Nothing is mended before it is approved; above the limit a second person has "
                    "to say yes (local practice)."),
        )  # fmt: skip
    made = actions.ask(by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("%(number)s is asked for.") % {"number": made.number})
    return redirect(SERVICE_REQUEST.path(made))


@require_safe
def plans(request: PersonRequest) -> HttpResponse:
    """What is done every so many kilometres or months, and how it stands."""
    may_keep = rights.can_keep_vehicles(request.user)
    return list_page(request, PLANS, "vehicles/plans.html", may_keep=may_keep)


@require_http_methods(["GET", "POST"])
def plan(request: PersonRequest, pk: int | None = None) -> HttpResponse:
    """A new plan, or a change of one."""
    seen = ServicePlan.objects.visible_to(request.user)
    known = get_object_or_404(seen, pk=pk) if pk else ServicePlan()
    require(rights.can_keep_vehicles(request.user))
    initial = numbers_in(request, "vehicle") if pk is None else {}
    form = PlanForm(request.POST or None, instance=known, initial=initial)
    if not form.is_valid():
        return form_page(
            request, form, title=_("Service plan"), back=reverse("vehicles:plans"),
            words=_("Whichever comes first, the kilometres or the day."),
        )  # fmt: skip
    typed = {name: form.cleaned_data[name] for name in form.Meta.fields if name in form.fields}
    kept = service_plans.write_plan(known, by=request.user, at=timezone.now(), **typed)
    messages.success(request, _("“%(plan)s” is kept.") % {"plan": kept})
    return redirect("vehicles:plans")


@require_safe
def workshop_list(request: PersonRequest) -> HttpResponse:
    """The designated workshops."""
    return list_page(request, WORKSHOPS, "vehicles/workshops.html")


@require_http_methods(["GET", "POST"])
def workshop(request: PersonRequest, pk: int | None = None) -> HttpResponse:
    """A new workshop, or a change of one."""
    seen = VehicleWorkshop.objects.visible_to(request.user)
    known = get_object_or_404(seen, pk=pk) if pk else VehicleWorkshop()
    require(rights.can_keep_vehicles(request.user))
    form = WorkshopForm(request.POST or None, instance=known)
    if not form.is_valid():
        return form_page(
            request, form, title=pgettext("for vehicles", "Workshop"),
            back=reverse("vehicles:workshops"),
        )  # fmt: skip
    typed = {name: form.cleaned_data[name] for name in form.Meta.fields}
    kept = workshops.write_workshop(known, by=request.user, at=timezone.now(), **typed)
    messages.success(request, _("“%(workshop)s” is kept.") % {"workshop": kept})
    return redirect("vehicles:workshops")
