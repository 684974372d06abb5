"""The front desk's list."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from campus.cases.lists import CASE_COLUMNS, CASE_HIT, CASE_NAMES, CaseFilters
from campus.desk import rights
from campus.lists.registry import Act, ListPage
from campus.models import Enquiry, Person


class EnquiryFilters(CaseFilters):
    """By state, beside what all cases have."""

    status = django_filters.ChoiceFilter(
        label=_("state"), choices=Enquiry.Status.choices, empty_label=_("All states")
    )

    class Meta:
        model = Enquiry
        fields = ["current", "status", "priority"]


def rows(person: Person, query: QueryDict) -> QuerySet[Enquiry]:
    """What the person may see, with all that the columns read."""
    return Enquiry.objects.visible_to(person).select_related("place", "assignee", "reporter")


def path_of(enquiry: Any) -> str:
    return reverse("desk:case", args=[enquiry.pk])


ENQUIRIES = ListPage(
    name="enquiries",
    title=_("Front desk"),
    icon="messages",
    address="desk:enquiries",
    rows=rows,
    order=("-raised_at", "-id"),
    filters=EnquiryFilters,
    columns=CASE_COLUMNS,
    number="number",
    named_by=CASE_NAMES,
    hit=CASE_HIT,
    row_path=path_of,
    acts=(
        Act(
            label=_("Give to"),
            icon="user-share",
            address="desk:give",
            may=rights.can_use_desk,
            is_hidden=True,
            template="cases/give_to.html",
        ),
    ),
    may_select=lambda person, enquiry: enquiry.is_open,
    empty_title=_("No enquiry yet"),
    empty_text=_("Whatever you bring to the office has its number and its answer here."),
)
