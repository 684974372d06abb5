"""Requests for trips."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.cases.lists import CASE_HIT, CaseFilters, state_cell
from campus.lists.filters import Since, Until
from campus.lists.registry import Column, ListPage
from campus.models import Department, Person
from campus.shell.words import moment_in_words
from vehicles import rights
from vehicles.models import TripRequest
from vehicles.models.trip_request import TripRequestQuerySet

Status = TripRequest.Status


class RequestFilters(CaseFilters):
    """By state, kind, department, and what wants somebody's attention; days are those of the
    departure."""

    status = django_filters.ChoiceFilter(
        label=pgettext_lazy("of trips", "state"),
        choices=[each for each in Status.choices if each[0] not in ("merged", "handed_on")],
        empty_label=_("All states"),
    )  # fmt: skip
    kind = django_filters.ChoiceFilter(
        label=pgettext_lazy("of trips", "kind"), choices=TripRequest.Kind.choices,
        empty_label=_("All kinds"),
    )  # fmt: skip
    department = django_filters.ModelChoiceFilter(
        label=_("department"), queryset=Department.objects.all(), empty_label=_("All departments")
    )
    which = django_filters.ChoiceFilter(
        label=_("Which"),
        choices=[
            ("asked", _("Not withdrawn")),
            ("committed", _("Approved, not driven yet")),
            ("shared", _("Ride with others")),
            ("over_cap", _("Above the cap")),
            ("day_off", _("On days off")),
        ],
        empty_label=_("All requests"),
        method="narrow_requests",
    )
    since = Since(field_name="starts_at", label=_("leaves from"))
    until = Until(field_name="starts_at", label=_("leaves until"))

    class Meta:
        model = TripRequest
        fields: list[str] = []

    def narrow_requests(
        self, requests: TripRequestQuerySet, name: str, value: str
    ) -> QuerySet[TripRequest]:
        """What people ask for most."""
        if value == "asked":
            return requests.exclude(status__in=["withdrawn", "merged", "handed_on"])
        if value == "committed":
            return requests.filter(status__in=[Status.APPROVED, Status.DISPATCHED])
        if value == "shared":
            return requests.shared()
        if value == "over_cap":
            return requests.exclude(over_cap_why="")
        return requests.filter(is_on_day_off=True)


def requests_of(person: Person, query: QueryDict) -> QuerySet[TripRequest]:
    seen = TripRequest.objects.visible_to(person)
    return seen.select_related("department", "reporter", "trip__vehicle", "trip__driver")


def path_of(request: Any) -> str:
    return reverse("vehicles:requests:case", args=[request.pk])


def driven_by(request: TripRequest) -> str:
    trip = request.trip
    return f"{trip.vehicle.plate} · {trip.driver}" if trip else ""


REQUESTS = ListPage(
    name="trip_requests",
    title=_("Trip requests"),
    icon="car",
    address="vehicles:requests:requests",
    rows=requests_of,
    order=("-raised_at", "-id"),
    filters=RequestFilters,
    number="number",
    named_by=("reporter",),
    hit=CASE_HIT,
    row_path=path_of,
    may_read=rights.can_ask_for_trips,
    may_export=rights.can_ask_for_trips,
    empty_title=_("Nobody has asked for a trip yet"),
    empty_text=_("Say where to, when and with how many; who approves it follows by itself."),
    columns=(
        Column(key="number", label=_("Number"), sort=("number",), is_whole=True, width=14),
        Column(key="title", label=pgettext_lazy("of trips", "What for"), is_title=True, width=32),
        Column(key="destination", label=_("Destination"), width=22),
        Column(key="starts_at", label=_("Leaves at"), sort=("starts_at",), width=18,
               cell=lambda request: moment_in_words(request.starts_at)),
        Column(key="ends_at", label=_("Back at"), on_page=False, width=18),
        Column(key="passengers", label=_("Passengers"), width=8),
        Column(key="department", label=_("Department"), width=16),
        Column(key="reporter", label=_("Asked for by"), width=12),
        Column(key="status", label=_("State"), cell=state_cell, width=12),
        Column(key="trip", label=_("Driven by"), cell=driven_by, value=driven_by, width=20),
        Column(key="kind", label=pgettext_lazy("of trips", "Kind"), on_page=False, width=12),
        Column(key="km", label=_("Kilometres, about"), on_page=False, width=10),
        Column(key="used_km", label=_("Kilometres driven"), on_page=False, width=10),
        Column(key="used_yuan", label=_("Tolls and parking in yuan"), on_page=False, width=12),
        Column(key="exception_why", label=_("Why on a day off"), on_page=False, width=24),
        Column(key="over_cap_why", label=_("Why above the cap"), on_page=False, width=24),
    ),
)  # fmt: skip
