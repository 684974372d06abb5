"""The vehicles."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.lists.filters import ListFilters
from campus.lists.registry import Column, Hit, ListPage, dotted
from campus.models import Person
from vehicles import rights
from vehicles.models import Vehicle

Status = Vehicle.Status
# The colour of each state, the same as everywhere.
TONES = {Status.IN_USE: "done", Status.LAID_UP: "new", Status.DISPOSED: "dropped"}


class VehicleFilters(ListFilters):
    """By state and kind."""

    status = django_filters.ChoiceFilter(
        label=pgettext_lazy("of vehicles", "state"), choices=Status.choices,
        empty_label=_("All that there are"), method="standing",
    )  # fmt: skip
    kind = django_filters.ChoiceFilter(
        label=pgettext_lazy("of vehicles", "kind"), choices=Vehicle.Kind.choices,
        empty_label=_("All kinds"),
    )  # fmt: skip

    def standing(self, vehicles: Any, name: str, value: str) -> QuerySet[Vehicle]:
        return vehicles.filter(status=value)


def vehicles_of(person: Person, query: QueryDict) -> QuerySet[Vehicle]:
    """What the school has; what was disposed of stands in it where that is asked for."""
    seen = Vehicle.objects.visible_to(person)
    if query.get("status") != Status.DISPOSED and "every" not in query:
        seen = seen.kept()
    return seen.select_related("department", "parked_at")


def state_cell(vehicle: Vehicle) -> SafeString:
    """The state in its colour."""
    status = Status(vehicle.status)
    return format_html('<span class="state state-{}">{}</span>', TONES[status], status.label)


def is_reader(person: Person) -> bool:
    return bool(rights.can_read_files(person))


VEHICLES = ListPage(
    name="vehicles",
    title=pgettext_lazy("work area", "Vehicles"),
    icon="car",
    address="vehicles:vehicles",
    rows=vehicles_of,
    order=("plate",),
    filters=VehicleFilters,
    number="plate",
    search_label=_("Plate, model or number"),
    everywhere={"every": "1"},
    hit=Hit(
        fields=("plate", "model", "kind", "status"),
        brief=lambda vehicle: dotted(
            str(Vehicle.Kind(vehicle.kind).label), str(Status(vehicle.status).label)
        ),
    ),
    may_read=rights.can_list_vehicles,
    may_export=rights.can_read_files,
    empty_title=_("No vehicles yet"),
    empty_text=_("Register one; then its papers and its driver, and it can be sent out."),
    columns=(
        Column(key="plate", label=_("Plate"), sort=("plate",), is_title=True, is_whole=True,
               width=12),
        Column(key="model", label=_("Make and model"), width=24),
        Column(key="kind", label=pgettext_lazy("of vehicles", "Kind"), width=10),
        Column(key="seats", label=_("Seats"), width=8),
        Column(key="status", label=_("State"), cell=state_cell, width=10),
        Column(key="energy", label=_("Runs on"), width=10, on_page=False),
        Column(key="odometer", label=_("Odometer in km"), shown_to=is_reader, width=12),
        Column(key="department", label=_("Department"), on_page=False, width=18),
        Column(key="parked_at", label=_("Parked at"), on_page=False, shown_to=is_reader, width=18),
        Column(key="registered_on", label=_("Registered on"), on_page=False, width=12,
               shown_to=is_reader),
        Column(key="vin", label=_("Vehicle identification number"), on_page=False, width=20,
               shown_to=is_reader),
        Column(key="price", label=_("Price in yuan"), on_page=False, width=12, shown_to=is_reader),
        Column(key="note", label=_("Remark"), on_page=False, width=30, shown_to=is_reader),
    ),
)  # fmt: skip
