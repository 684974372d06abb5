"""The list of other systems, for whoever keeps it."""

import django_filters
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.lists.filters import ListFilters
from campus.lists.registry import Column, ListPage, name_list
from campus.models import Person
from logistics.launcher import rights
from logistics.launcher.models import LinkedSystem


class SystemFilters(ListFilters):
    """By whom it is for."""

    shown_to = django_filters.ChoiceFilter(
        label=_("shown to"), choices=LinkedSystem.For.choices, empty_label=_("Whomever")
    )


def rows(person: Person, query: QueryDict) -> QuerySet[LinkedSystem]:
    """All of them: those who keep the list see also what is not shown to them."""
    return LinkedSystem.objects.all()


SYSTEMS = ListPage(
    name="linked-systems",
    title=_("Other systems"),
    icon="apps",
    address="launcher:list",
    sought="",
    rows=rows,
    order=("order", "name"),
    filters=SystemFilters,
    columns=(
        Column(key="name", label=_("Name"), is_title=True, width=24),
        Column(key="address", label=_("Address"), width=40),
        Column(key="group", label=pgettext_lazy("of systems", "Group")),
        Column(key="shown_to", label=_("Shown to")),
        Column(key="roles_in_words", label=_("Only for"), width=30),
        Column(key="note", label=_("Remark"), on_page=False, width=30),
        Column(key="is_offered", label=pgettext_lazy("a system", "Is shown"), width=8),
        Column(key="order", label=_("Place in the order"), on_page=False, width=8),
    ),
    may_read=rights.can_keep_systems,
    empty_title=_("No other system yet"),
    empty_text=_("Name the school's other systems once; everybody finds them here."),
)  # fmt: skip


def hand_in() -> None:
    """Let exports and saved searches find the list."""
    name_list(SYSTEMS)
