"""Requests for service, bills, plans, workshops, accidents and violations."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.cases.lists import CASE_COLUMNS, CASE_HIT, CASE_NAMES, CaseFilters
from campus.lists.filters import ListFilters, Since, Until
from campus.lists.registry import Column, Hit, ListPage, dotted
from campus.models import Person
from campus.shell.forms import DayInput
from campus.shell.words import moment_in_words
from vehicles import rights
from vehicles.lists.fuel import state, vehicle_filter
from vehicles.models import (
    ServiceBill,
    ServicePlan,
    ServiceRequest,
    VehicleIncident,
    VehicleWorkshop,
)


class RequestFilters(CaseFilters):
    """By state, kind and vehicle, beside what all cases have."""

    status = django_filters.ChoiceFilter(
        label=_("state"), choices=ServiceRequest.Status.choices[:10], empty_label=_("All states")
    )
    kind = django_filters.ChoiceFilter(
        label=pgettext_lazy("of a service", "kind of work"), choices=ServiceRequest.Kind.choices,
        empty_label=_("All kinds of work"),
    )  # fmt: skip
    vehicle = vehicle_filter()

    class Meta:
        model = ServiceRequest
        fields = ["current", "status", "kind", "vehicle", "priority"]


def requests_of(person: Person, query: QueryDict) -> QuerySet[ServiceRequest]:
    related = ("place", "assignee", "reporter", "vehicle", "workshop")
    return ServiceRequest.objects.visible_to(person).select_related(*related).defer(
        "vehicle__sought"
    )  # fmt: skip


SERVICE_REQUESTS = ListPage(
    name="service_requests",
    title=_("Service requests"),
    icon="car-garage",
    address="vehicles:service:requests",
    rows=requests_of,
    order=("-raised_at", "-id"),
    filters=RequestFilters,
    number="number",
    named_by=CASE_NAMES,
    hit=CASE_HIT,
    may_read=rights.can_ask_service,
    may_export=rights.can_ask_service,
    row_path=lambda request: reverse("vehicles:service:case", args=[request.pk]),
    empty_title=_("No service was asked for yet"),
    empty_text=_("Nothing is mended before it is approved: ask here first."),
    columns=(
        *CASE_COLUMNS[:2],
        Column(key="vehicle.plate", label=_("Vehicle"), is_whole=True, width=12),
        Column(key="kind", label=pgettext_lazy("of a service", "Kind of work"), is_whole=True,
               width=12),
        CASE_COLUMNS[3],
        Column(key="workshop", label=pgettext_lazy("for vehicles", "Workshop"), on_page=False,
               width=20),
        Column(key="estimate", label=_("Estimated cost"), is_whole=True, width=12),
        Column(key="reporter", label=_("Asked for by"), is_whole=True, width=12),
        CASE_COLUMNS[7],
        CASE_COLUMNS[8],
    ),
)  # fmt: skip


class BillFilters(ListFilters):
    """By vehicle, workshop and days."""

    vehicle = vehicle_filter()
    workshop = django_filters.ModelChoiceFilter(
        label=pgettext_lazy("for vehicles", "workshop"), queryset=VehicleWorkshop.objects.all(),
        empty_label=_("All workshops"),
    )  # fmt: skip
    since = django_filters.DateFilter(
        field_name="billed_on", lookup_expr="gte", label=_("from"), widget=DayInput()
    )
    until = django_filters.DateFilter(
        field_name="billed_on", lookup_expr="lte", label=_("to"), widget=DayInput()
    )


def bills_of(person: Person, query: QueryDict) -> QuerySet[ServiceBill]:
    seen = ServiceBill.objects.visible_to(person)
    return seen.select_related("vehicle", "workshop", "request", "by").defer(
        "vehicle__sought", "request__sought"
    )


BILLS = ListPage(
    name="service_bills",
    title=_("Bills of workshops"),
    icon="receipt-yuan",
    address="vehicles:bills",
    rows=bills_of,
    order=("-billed_on", "-id"),
    filters=BillFilters,
    sought="",
    may_read=rights.can_keep_vehicles,
    may_export=rights.can_keep_vehicles,
    empty_title=_("No bill was entered yet"),
    columns=(
        Column(key="request", label=_("Service request"), is_title=True, width=36),
        Column(key="vehicle.plate", label=_("Vehicle"), is_whole=True, width=12),
        Column(key="workshop", label=pgettext_lazy("for vehicles", "Workshop"), width=20),
        Column(key="billed_on", label=_("Day of the bill"), width=14),
        Column(key="invoice", label=_("Invoice number"), width=16),
        Column(key="labour", label=pgettext_lazy("of a bill", "Labour in yuan"), on_page=False,
               width=12),
        Column(key="total", label=_("Total in yuan"), width=12),
        Column(key="by", label=_("Entered by"), on_page=False, width=12),
    ),
)  # fmt: skip


class PlanFilters(ListFilters):
    """By vehicle, and how it stands."""

    vehicle = vehicle_filter()
    which = django_filters.ChoiceFilter(
        label=_("Which"), method="narrow", empty_label=_("All running plans"),
        choices=[
            ("overdue", _("Overdue")), ("near", _("Due soon, or overdue")),
            ("ended", pgettext_lazy("of a plan", "Ended")),
        ],
    )  # fmt: skip

    def narrow(self, plans: Any, name: str, value: str) -> QuerySet[ServicePlan]:
        if value == "ended":
            return plans.filter(is_ended=True)
        return plans.overdue(self.today) if value == "overdue" else plans.near(self.today)


def plans_of(person: Person, query: QueryDict) -> QuerySet[ServicePlan]:
    """Running ones; the others where they are asked for."""
    seen = ServicePlan.objects.visible_to(person)
    if query.get("which") == "ended":
        return seen.select_related("vehicle").defer("vehicle__sought")
    return seen.running()


def due_cell(plan: ServicePlan) -> SafeString | str:
    """The day and the kilometres, in the colour of how it stands."""
    day = plan.due_on.isoformat() if plan.due_on else ""
    km = f"{plan.due_km} km" if plan.due_km else ""
    return state(plan.tone(timezone.localdate()), dotted(day, km))


PLANS = ListPage(
    name="service_plans",
    title=_("Service plans"),
    icon="calendar-repeat",
    address="vehicles:plans",
    rows=plans_of,
    order=("vehicle__plate", "id"),
    filters=PlanFilters,
    sought="",
    row_path=lambda plan: reverse("vehicles:plan", args=[plan.pk]),
    may_read=rights.can_read_plans,
    may_export=rights.can_read_plans,
    empty_title=_("No service plan yet"),
    empty_text=_("Say what is done to a vehicle every so many kilometres or months."),
    columns=(
        Column(key="title", label=_("What is done"), is_title=True, width=24),
        Column(key="vehicle.plate", label=_("Vehicle"), is_whole=True, width=12),
        Column(key="every_km", label=_("Every so many kilometres"), width=12),
        Column(key="every_months", label=_("Every so many months"), width=12),
        Column(key="last_on", label=pgettext_lazy("of a service", "Done last on"), width=14),
        Column(key="last_km", label=pgettext_lazy("of a service", "Odometer then, in km"),
               on_page=False, width=12),
        Column(key="vehicle.odometer", label=_("Odometer in km"), width=12),
        Column(key="due_on", label=pgettext_lazy("of a service", "Due"), cell=due_cell, width=14),
        Column(key="due_km", label=_("Due at, in km"), on_page=False, width=12),
    ),
)  # fmt: skip


def workshops_of(person: Person, query: QueryDict) -> QuerySet[VehicleWorkshop]:
    return VehicleWorkshop.objects.visible_to(person)


def offered_cell(workshop: VehicleWorkshop) -> SafeString:
    if workshop.is_offered:
        return state("done", pgettext_lazy("for vehicles", "Designated"))
    return state("dropped", _("Not offered any more"))


WORKSHOPS = ListPage(
    name="vehicle_workshops",
    title=pgettext_lazy("for vehicles", "Workshops"),
    icon="building-factory",
    address="vehicles:workshops",
    rows=workshops_of,
    order=("name",),
    sought="",
    may_read=rights.can_keep_vehicles,
    may_export=rights.can_keep_vehicles,
    empty_title=_("No workshop is designated yet"),
    empty_text=_("Requests for service name one of them."),
    columns=(
        Column(key="name", label=_("Name"), is_title=True, width=30),
        Column(key="address", label=_("Address"), width=30),
        Column(key="phone", label=_("Phone"), width=16),
        Column(key="is_offered", label=_("State"), cell=offered_cell, width=12),
    ),
)  # fmt: skip


class IncidentFilters(ListFilters):
    """By vehicle, kind, whether it is open, and days."""

    vehicle = vehicle_filter()
    kind = django_filters.ChoiceFilter(
        label=pgettext_lazy("with a vehicle", "what it was"), empty_label=_("All sorts"),
        choices=VehicleIncident.Kind.choices,
    )  # fmt: skip
    which = django_filters.ChoiceFilter(
        label=_("Which"), method="narrow", empty_label=_("Open or not"),
        choices=[("open", pgettext_lazy("with a vehicle", "Open")), ("closed", _("Closed"))],
    )  # fmt: skip
    since = Since(field_name="happened_at", label=_("from"))
    until = Until(field_name="happened_at", label=_("to"))

    def narrow(self, incidents: Any, name: str, value: str) -> QuerySet[VehicleIncident]:
        return incidents.open() if value == "open" else incidents.exclude(closed_at=None)


def incidents_of(person: Person, query: QueryDict) -> QuerySet[VehicleIncident]:
    return VehicleIncident.objects.visible_to(person).told()


def open_cell(incident: VehicleIncident) -> SafeString:
    if incident.is_open:
        return state("new", pgettext_lazy("with a vehicle", "Open"))
    return state("done", _("Closed"))


INCIDENTS = ListPage(
    name="vehicle_incidents",
    title=_("Accidents and violations"),
    icon="car-crash",
    address="vehicles:incidents",
    rows=incidents_of,
    order=("-happened_at", "-id"),
    filters=IncidentFilters,
    named_by=("driver",),
    search_label=_("Place or description"),
    may_read=rights.can_write_incidents,
    may_export=rights.can_write_incidents,
    hit=Hit(
        fields=("kind", "happened_at", "where", "vehicle__plate"),
        brief=lambda incident: dotted(moment_in_words(incident.happened_at), incident.where),
    ),
    empty_title=_("Nothing has happened yet"),
    empty_text=_("May it stay so. Accidents and violations are written down here."),
    columns=(
        Column(key="kind", label=pgettext_lazy("with a vehicle", "What it was"), is_title=True,
               width=14),
        Column(key="vehicle.plate", label=_("Vehicle"), is_whole=True, width=12),
        Column(key="happened_at", label=_("Happened"), width=18,
               cell=lambda incident: moment_in_words(incident.happened_at)),
        Column(key="where", label=_("Where"), width=28),
        Column(key="driver", label=_("Driver"), width=12),
        Column(key="fault", label=pgettext_lazy("of an accident", "Fault"), width=14),
        Column(key="cost", label=_("Cost in yuan"), width=12),
        Column(key="claim", label=_("Insurance claim"), width=12),
        Column(key="closed_at", label=_("State"), cell=open_cell, width=10,
               value=lambda incident: incident.closed_at),
    ),
)  # fmt: skip
