"""The list of the school's places; its export imports back without a change."""

from collections.abc import Iterable, Iterator
from typing import Any

import django_filters
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from campus.lists.filters import ListFilters
from campus.lists.registry import Act, Column, Hit, ListPage, dotted, name_list
from campus.models import Person, Place
from campus.places import rights
from campus.places.models import Use
from campus.records.registry import Historical, keep_history

IN_USE, OUT_OF_USE = "in_use", "out_of_use"
Kind = Place.Kind


class PlaceFilters(ListFilters):
    """By level of the tree, building, use, and whether it is in use."""

    kind = django_filters.ChoiceFilter(
        label=_("kind"), choices=Kind.choices, empty_label=_("All kinds")
    )
    building = django_filters.ModelChoiceFilter(
        label=_("building"),
        queryset=Place.objects.filter(kind__in=[Kind.CAMPUS, Kind.BUILDING]).order_by("code"),
        empty_label=_("All buildings"),
        method="within",
    )
    use = django_filters.ChoiceFilter(
        label=_("use"), choices=Use.choices, empty_label=_("All uses")
    )
    state = django_filters.ChoiceFilter(
        label=pgettext_lazy("of places", "state"),
        choices=[(IN_USE, _("In use")), (OUT_OF_USE, _("Out of use"))],
        empty_label=_("In use or not"),
        method="in_use",
    )

    def within(self, places: Any, name: str, building: Place) -> QuerySet[Place]:
        return places.within(building)

    def in_use(self, places: Any, name: str, state: str) -> QuerySet[Place]:
        active = places.active(self.today)
        return active if state == IN_USE else places.exclude(pk__in=active.values("pk"))


def places_of(person: Person, query: QueryDict) -> QuerySet[Place]:
    """The places that the person may see, with their managers."""
    return Place.objects.visible_to(person).select_related("manager", "parent")


def name_cell(place: Place) -> SafeString:
    """The name; what is out of use is marked."""
    if place.ends_on is None:
        return format_html("{}", place.name)
    return format_html(
        '{} <span class="state state-dropped">{}</span>', place.name, gettext("Out of use")
    )


def is_staff(person: Person) -> bool:
    return rights.can_see_people_of(person)


def sheet_rows(places: Iterable[Place]) -> Iterator[list[Any]]:
    """Headings and rows as the import of places reads them."""
    yield [
        gettext("Place code"), gettext("Place name"), gettext("Level"),
        gettext("Part of (code)"), gettext("Use"), gettext("People it holds"),
        gettext("Manager's number"), gettext("In use from"), gettext("In use until"),
        gettext("Remark"),
    ]  # fmt: skip
    for place in places:
        yield sheet_row(place)


def sheet_row(place: Place) -> list[Any]:
    return [
        place.code, place.name, place.get_kind_display(),
        place.parent.code if place.parent else "", place.get_use_display(), place.capacity,
        place.manager.number if place.manager else "", place.starts_on, place.ends_on, place.note,
    ]  # fmt: skip


PLACES = ListPage(
    name="places",
    title=_("Places"),
    icon="building",
    address="places:places",
    rows=places_of,
    order=("code",),
    filters=PlaceFilters,
    number="code",
    named_by=("manager",),
    hit=Hit(
        fields=("code", "name", "full_name"),
        brief=lambda place: dotted(place.code, place.whereabouts),
    ),
    search_label=_("Name or code"),
    may_export=rights.can_export_places,
    sheet_rows=sheet_rows,
    sheet_widths=(16, 24, 10, 14, 14, 8, 14, 12, 12, 30),
    empty_text=_("An administrator brings the places in."),
    acts=(
        Act(
            label=_("Print labels"),
            icon="qrcode",
            address="places:labels",
            may=rights.can_print_labels,
            is_hidden=True,
        ),
    ),
    columns=(
        Column(key="name", label=_("name"), cell=name_cell, is_title=True),
        Column(key="code", label=_("code"), sort=("code",)),
        Column(key="kind", label=_("kind")),
        Column(key="use", label=_("use")),
        Column(key="whereabouts", label=_("part of")),
        Column(key="capacity", label=_("people it holds")),
        Column(key="manager", label=_("manager"), shown_to=is_staff),
    ),
)


def hand_in() -> None:
    """Let the list be found by its name, and the history of a place be read."""
    name_list(PLACES)
    keep_history(Historical(model=Place, may_edit=rights.can_describe, path=Place.get_absolute_url))
