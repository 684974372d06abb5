"""A list of the tests' own, over rooms, at an address beside the portal's."""

import django_filters
from django.urls import path

from campus.lists.filters import ListFilters
from campus.lists.registry import Column, ListPage
from campus.lists.views import list_page
from campus.models import Place
from logistics import urls as portal


class RoomFilters(ListFilters):
    kind = django_filters.ChoiceFilter(
        label="Kind", choices=Place.Kind.choices, empty_label="All kinds"
    )


ROOMS = ListPage(
    name="rooms",
    title="Rooms",
    icon="door",
    address="rooms",
    rows=lambda person, query: Place.objects.select_related("parent"),
    order=("code",),
    filters=RoomFilters,
    number="code",
    row_path=lambda place: "",
    columns=(
        Column(key="name", label="Name", is_title=True),
        Column(key="code", label="Code", sort=("code",)),
        Column(key="kind", label="Kind"),
        Column(key="parent", label="Part of"),
    ),
)


def rooms(request):
    return list_page(request, ROOMS)


urlpatterns = [path("rooms/", rooms, name="rooms"), *portal.urlpatterns]
handler403, handler404, handler500 = portal.handler403, portal.handler404, portal.handler500
