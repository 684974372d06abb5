"""Trips."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.lists.filters import ListFilters, Since, Until
from campus.lists.registry import Column, Hit, ListPage, dotted
from campus.models import Person, Role
from campus.school_time.engine import moments_of
from campus.shell.words import moment_in_words
from vehicles import rights
from vehicles.lists.fuel import vehicle_filter
from vehicles.models import Trip
from vehicles.models.trip import TripQuerySet

Status = Trip.Status


class TripFilters(ListFilters):
    """By state, vehicle, driver, days of the departure, and what wants somebody's attention."""

    status = django_filters.ChoiceFilter(
        label=pgettext_lazy("of trips", "state"), choices=Status.choices,
        empty_label=_("All states"),
    )  # fmt: skip
    vehicle = vehicle_filter()
    driver = django_filters.ModelChoiceFilter(
        label=_("driver"), queryset=Person.objects.on_duty_as(Role.DRIVER).defer("sought"),
        empty_label=_("All drivers"),
    )  # fmt: skip
    which = django_filters.ChoiceFilter(
        label=_("Which"),
        choices=[
            ("today", _("Today")),
            ("late", _("Should be back")),
            ("shared", _("Trips shared")),
            ("faults", _("With faults found")),
        ],
        empty_label=_("All trips"),
        method="narrow",
    )
    since = Since(field_name="starts_at", label=_("leaves from"))
    until = Until(field_name="starts_at", label=_("leaves until"))

    def narrow(self, trips: TripQuerySet, name: str, value: str) -> QuerySet[Trip]:
        """What people ask for most."""
        if value == "today":
            return trips.between(*moments_of(self.today, self.today))
        if value == "late":
            return trips.not_ended().filter(ends_at__lt=timezone.now())
        if value == "shared":
            return trips.filter(parties__gt=1)
        return trips.exclude(faults=[])


def trips_of(person: Person, query: QueryDict) -> QuerySet[Trip]:
    return Trip.objects.visible_to(person).told()


def state_cell(trip: Any) -> SafeString:
    """The state in its colour."""
    return format_html(
        '<span class="state state-{}">{}</span>', trip.status, Status(trip.status).label
    )


TRIPS = ListPage(
    name="trips",
    title=_("Trips"),
    icon="road",
    address="vehicles:trips",
    rows=trips_of,
    order=("-starts_at", "-id"),
    filters=TripFilters,
    number="number",
    named_by=("driver",),
    hit=Hit(
        fields=("number", "route", "status", "vehicle__plate"),
        title=lambda trip: f"{trip.number} {trip.route}",
        brief=lambda trip: dotted(trip.vehicle.plate, str(Status(trip.status).label)),
    ),
    may_read=rights.can_ask_for_trips,
    may_export=rights.can_ask_for_trips,
    empty_title=_("No trips yet"),
    empty_text=_("What is approved is given a vehicle and a driver on the board."),
    columns=(
        Column(key="number", label=_("Number"), sort=("number",), is_whole=True, width=14),
        Column(key="route", label=_("Destination"), is_title=True, width=28),
        Column(key="vehicle.plate", label=_("Vehicle"), is_whole=True, width=12),
        Column(key="driver", label=_("Driver"), width=12),
        Column(key="starts_at", label=_("Leaves at"), sort=("starts_at",), width=18,
               cell=lambda trip: moment_in_words(trip.starts_at)),
        Column(key="ends_at", label=_("Back at"), width=18,
               cell=lambda trip: moment_in_words(trip.ends_at)),
        Column(key="passengers", label=_("Passengers"), width=8),
        Column(key="status", label=_("State"), cell=state_cell, width=10),
        Column(key="km", label=_("Kilometres driven"), width=10,
               cell=lambda trip: "" if trip.km is None else trip.km),
        Column(key="started_at", label=_("Left at"), on_page=False, width=18),
        Column(key="ended_at", label=_("Was back at"), on_page=False, width=18),
        Column(key="tolls", label=_("Tolls in yuan"), on_page=False, width=10),
        Column(key="parking", label=_("Parking in yuan"), on_page=False, width=10),
        Column(key="note", label=_("Remark"), on_page=False, width=30),
    ),
)  # fmt: skip
