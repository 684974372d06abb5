"""The list of special rooms."""

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
from rooms import rights
from rooms.models import SpecialRoom


class RoomFilters(ListFilters):
    """By kind, and by how many people a room holds."""

    kind = django_filters.ChoiceFilter(
        label=_("kind"), choices=SpecialRoom.Kind.choices, empty_label=_("All kinds")
    )
    seats = django_filters.NumberFilter(
        field_name="seats", lookup_expr="gte", label=_("holds at least")
    )


def rows(person: Person, query: QueryDict) -> QuerySet[SpecialRoom]:
    found = SpecialRoom.objects.visible_to(person).select_related("place", "keeper")
    return found.defer("place__sought", "keeper__sought")


def name_cell(room: SpecialRoom) -> SafeString:
    """The name and what the sign says; struck where it cannot be booked."""
    css = "" if room.is_offered else "state state-dropped"
    return format_html(
        '<span class="{}">{}</span> <small class="list-code">{}</small>',
        css, room.place.name, room.place.code,
    )  # fmt: skip


ROOMS = ListPage(
    name="special-rooms",
    title=pgettext_lazy("work area", "Special rooms"),
    icon="flask",
    address="rooms:rooms",
    rows=rows,
    order=("place__code",),
    filters=RoomFilters,
    columns=(
        Column(key="place.name", label=_("Room"), cell=name_cell, is_title=True, width=24),
        Column(key="place.code", label=pgettext_lazy("of a thing", "Code"), on_page=False),
        Column(key="kind", label=_("Kind")),
        Column(key="seats", label=_("Seats"), is_whole=True, width=8),
        Column(key="equipment", label=_("Equipment"), width=40),
        Column(key="keeper", label=pgettext_lazy("of a room", "Keeper")),
        Column(
            key="needs_approval", label=_("Asks its keeper"),
            cell=lambda room: _("Asks its keeper") if room.needs_approval else "",
        ),
        Column(key="booked_for", label=_("Booked for"), on_page=False),
        Column(key="buffer_minutes", label=_("Minutes for setting up"), on_page=False),
        Column(key="rules", label=_("What to mind"), on_page=False, width=40),
    ),
    named_by=("place", "keeper"),
    hit=Hit(
        fields=("place__name", "place__code", "kind", "seats"),
        brief=lambda room: dotted(room.place.code, str(SpecialRoom.Kind(room.kind).label)),
    ),
    may_read=rights.can_read_rooms,
    empty_title=_("No special room yet"),
    empty_text=_("Laboratories, drone, robot and AI rooms, halls: what is booked rather than had."),
)  # fmt: skip
