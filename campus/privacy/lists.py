"""What was asked to be taken away, and requests about data, as lists."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.cases.lists import CASE_COLUMNS, CaseFilters
from campus.lists.filters import ListFilters, Since, Until
from campus.lists.registry import Column, ListPage, name_list
from campus.models import DataRequest, Person, TakeAway

COLOURS = {"waiting": "due_soon", "approved": "under_way", "declined": "dropped", "used": "done"}


class TakenFilters(ListFilters):
    """By state and day."""

    state = django_filters.ChoiceFilter(
        label=_("state"), choices=TakeAway.State.choices, empty_label=_("All states")
    )
    since = Since(label=_("from"), field_name="asked_at")
    until = Until(label=_("to"), field_name="asked_at")


def taken(person: Person, query: QueryDict) -> QuerySet[TakeAway]:
    return TakeAway.objects.visible_to(person).select_related("by", "decided_by")


def state_cell(take: Any) -> SafeString:
    colour = COLOURS[take.state]
    return format_html('<span class="state state-{}">{}</span>', colour, take.get_state_display())


TAKEN = ListPage(
    name="take_aways",
    title=_("Pupils' data taken away"),
    icon="file-export",
    address="privacy:take_aways",
    rows=taken,
    order=("-id",),
    sought="",
    filters=TakenFilters,
    empty_text=_("Whoever wants a list with pupils as a file or on paper asks on that list."),
    columns=(
        Column(key="title", label=_("what"), is_title=True, width=40),
        Column(key="state", label=_("state"), cell=state_cell),
        Column(key="pupils", label=_("pupils"), width=8),
        Column(key="by", label=_("by"), width=12),
        Column(key="reason", label=_("reason"), width=40),
        Column(key="asked_at", label=_("asked at"), width=20),
        Column(key="decided_by", label=pgettext_lazy("of a decision", "decided by"), width=12),
        Column(key="words", label=_("in a few words"), width=30, on_page=False),
        Column(key="used_at", label=_("taken at"), width=20),
    ),
)


class RequestFilters(CaseFilters):
    """By state and by what is asked for, beside what all cases have."""

    status = django_filters.ChoiceFilter(
        label=_("state"), choices=DataRequest.Status.choices, empty_label=_("All states")
    )
    wants = django_filters.ChoiceFilter(
        label=_("what is asked for"), choices=DataRequest.Wants.choices,
        empty_label=_("Put right or erased"),
    )  # fmt: skip

    class Meta:
        model = DataRequest
        fields = ["current", "status", "wants"]


def requests(person: Person, query: QueryDict) -> QuerySet[DataRequest]:
    seen = DataRequest.objects.visible_to(person)
    return seen.select_related("place", "assignee", "reporter", "subject")


REQUESTS = ListPage(
    name="data_requests",
    title=_("Requests about data"),
    icon="user-shield",
    address="privacy:requests",
    rows=requests,
    order=("-raised_at", "-id"),
    filters=RequestFilters,
    columns=(*CASE_COLUMNS[:2], Column(key="subject", label=_("whose data")), *CASE_COLUMNS[2:]),
    number="number",
    row_path=lambda request: reverse("privacy:case", args=[request.pk]),
    empty_title=_("No request yet"),
    empty_text=_("Whoever wants data about themselves put right or erased asks on their account."),
)


def hand_in() -> None:
    """Let the lists be found by their names."""
    name_list(TAKEN)
    name_list(REQUESTS)
