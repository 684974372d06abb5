"""The list of activities of safety education."""

import django_filters
from django.db.models import Count, QuerySet, Sum
from django.http import QueryDict
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.lists.filters import ListFilters
from campus.lists.registry import Column, Hit, ListPage, dotted
from campus.models import Person
from campus.shell.forms import DayInput
from campus.shell.words import day_in_words
from safety import rights
from safety.models import Domain, SafetyEvent


class EventFilters(ListFilters):
    """By field, state and days."""

    domain = django_filters.ChoiceFilter(
        label=_("field"), choices=Domain.choices, empty_label=_("All fields")
    )
    state = django_filters.ChoiceFilter(
        field_name="status", label=_("state"), choices=SafetyEvent.Status.choices,
        empty_label=_("All states"),
    )  # fmt: skip
    since = django_filters.DateFilter(
        field_name="on", lookup_expr="gte", label=_("from"), widget=DayInput()
    )
    until = django_filters.DateFilter(
        field_name="on",
        lookup_expr="lte",
        label=pgettext_lazy("end of a time", "until"),
        widget=DayInput(),
    )


def rows(person: Person, query: QueryDict) -> QuerySet[SafetyEvent]:
    found = SafetyEvent.objects.visible_to(person).select_related("organiser")
    return found.annotate(
        class_count=Count("classes"), expected=Sum("classes__expected"),
        present=Sum("classes__present"),
    )  # fmt: skip


def state_cell(event: SafetyEvent) -> SafeString:
    label = SafetyEvent.Status(event.status).label
    return format_html('<span class="state state-{}">{}</span>', event.tone, label)


EVENTS = ListPage(
    name="safety-events",
    title=_("Safety education"),
    icon="school",
    address="safety:events",
    rows=rows,
    order=("-on", "-id"),
    filters=EventFilters,
    columns=(
        Column(key="title", label=_("Activity"), is_title=True, width=30),
        Column(
            key="on", label=_("Day"), sort=("on",), cell=lambda event: day_in_words(event.on),
            is_whole=True,
        ),
        Column(
            key="status", label=_("State"), cell=state_cell,
        ),
        Column(key="domain", label=_("Field")),
        Column(key="where", label=_("Where")),
        Column(key="class_count", label=_("Classes"), width=8),
        Column(key="expected", label=_("Expected"), width=8),
        Column(key="present", label=_("Present"), width=8),
        Column(key="organiser", label=_("Organised by"), on_page=False),
    ),
    hit=Hit(
        fields=("title", "on", "where"),
        brief=lambda event: dotted(day_in_words(event.on), event.where),
    ),
    may_export=rights.can_teach,
    empty_title=_("No activity yet"),
    empty_text=_("Lectures, films and exercises, with who was there and what was understood."),
)  # fmt: skip
