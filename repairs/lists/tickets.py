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
from repairs.actions.tickets import LOW
from repairs.models import Category, Compensation, Ticket

PROMISES = [
    ("kept:answer", _("Arrival in time")),
    ("missed:answer", _("Arrival late")),
    ("kept:done", _("Repair in time")),
    ("missed:done", _("Repair late")),
    ("ended:done", _("Repair in time or late")),
]
FURTHER = [
    ("counted", _("Each trouble once")),
    ("mended", _("Mended")),
    ("repeated", _("Repeated faults")),
    ("rated", _("Rated")),
    ("low", _("Rated low")),
    ("billed", _("With a contractor's bill")),
    ("misuse", _("Damaged by misuse")),
    ("unpaid", _("Compensation not paid yet")),
]


class TicketFilters(CaseFilters):
    """By state and category, beside what all cases have."""

    status = django_filters.ChoiceFilter(
        label=_("state"), choices=Ticket.Status.choices, empty_label=_("All states")
    )
    category = django_filters.ModelChoiceFilter(
        label=_("category"), queryset=Category.objects.all(), empty_label=_("All categories")
    )

    promise = django_filters.ChoiceFilter(
        label=_("promises"), choices=PROMISES, method="narrow_promise", empty_label=_("Kept or not")
    )
    which = django_filters.ChoiceFilter(
        label=_("further"), choices=FURTHER, method="narrow_further", empty_label=_("All faults")
    )

    class Meta:
        model = Ticket
        fields = ["current", "status", "category", "priority", "promise", "which", "since", "until"]

    def narrow_further(self, found: Any, name: str, value: str) -> QuerySet[Ticket]:
        """Tickets that somebody looks at afterwards."""
        narrowed = {
            "counted": found.counted(),
            "mended": found.filter(status__in=[Ticket.Status.DONE, Ticket.Status.CONFIRMED]),
            "repeated": found.counted().repeated(),
            "rated": found.exclude(rating=None),
            "low": found.filter(rating__lte=LOW),
            "billed": found.filter(bill__gt=0),
            "misuse": found.filter(damage_cause=Ticket.Cause.MISUSE),
            "unpaid": found.filter(compensation__status=Compensation.Status.ASKED),
        }
        return narrowed[value]


def rows(person: Person, query: QueryDict) -> QuerySet[Ticket]:
    """What the person may see, with all that the columns read."""
    related = ("place", "assignee", "reporter", "category")
    return Ticket.objects.visible_to(person).select_related(*related)


def path_of(ticket: Any) -> str:
    return reverse("repairs:case", args=[ticket.pk])


CATEGORY = Column(key="category", label=_("Category"), width=14)
RATING = Column(key="rating", label=_("rating"), on_page=False, width=8)
BILL = Column(key="bill", label=_("contractor's bill in yuan"), on_page=False, width=12)
CAUSE = Column(key="damage_cause", label=_("cause of damage"), on_page=False, width=12)

TICKETS = ListPage(
    name="tickets",
    title=_("Repairs"),
    icon="tool",
    address="repairs:tickets",
    rows=rows,
    order=("-raised_at", "-id"),
    filters=TicketFilters,
    columns=(*CASE_COLUMNS[:3], CATEGORY, *CASE_COLUMNS[3:], CAUSE, RATING, BILL),
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
        Act(
            label=_("Work orders"),
            icon="printer",
            address="repairs:orders",
            may=rights.can_print_orders,
            is_hidden=True,
        ),
    ),
    may_select=lambda person, ticket: ticket.is_open,
    empty_title=_("No fault reported yet"),
    empty_text=_("Every report has its number here, and its answer."),
)
