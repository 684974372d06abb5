"""The list of repair tickets."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from campus.cases.lists import CASE_COLUMNS, CASE_HIT, CASE_NAMES, CaseFilters
from campus.lists.registry import Act, Column, ListPage
from campus.models import Person
from repairs import rights
from repairs.models import Category, Ticket


class TicketFilters(CaseFilters):
    """By state and category, beside what all cases have."""

    status = django_filters.ChoiceFilter(
        label=_("state"), choices=Ticket.Status.choices, empty_label=_("All states")
    )
    category = django_filters.ModelChoiceFilter(
        label=_("category"), queryset=Category.objects.all(), empty_label=_("All categories")
    )

    class Meta:
        model = Ticket
        fields = ["current", "status", "category", "priority"]


def rows(person: Person, query: QueryDict) -> QuerySet[Ticket]:
    """What the person may see, with all that the columns read."""
    related = ("place", "assignee", "reporter", "category")
    return Ticket.objects.visible_to(person).select_related(*related)


def path_of(ticket: Any) -> str:
    return reverse("repairs:case", args=[ticket.pk])


CATEGORY = Column(key="category", label=_("Category"), width=14)
RATING = Column(key="rating", label=_("rating"), on_page=False, width=8)
CAUSE = Column(key="damage_cause", label=_("cause of damage"), on_page=False, width=12)

TICKETS = ListPage(
    name="tickets",
    title=_("Repairs"),
    icon="tool",
    address="repairs:tickets",
    rows=rows,
    order=("-raised_at", "-id"),
    filters=TicketFilters,
    columns=(*CASE_COLUMNS[:3], CATEGORY, *CASE_COLUMNS[3:], CAUSE, RATING),
    number="number",
    named_by=CASE_NAMES,
    hit=CASE_HIT,
    row_path=path_of,
    acts=(
        Act(
            label=_("Assign"),
            icon="user-share",
            address="repairs:assign",
            may=rights.can_dispatch_any,
            is_hidden=True,
            template="cases/give_to.html",
        ),
    ),
    may_select=lambda person, ticket: ticket.is_open,
    empty_title=_("No fault reported yet"),
    empty_text=_("Every report has its number here, and its answer."),
)
