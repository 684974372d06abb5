"""The list of campaigns."""

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
from campus.shell.words import days_in_words
from inspections import rights
from inspections.models import Campaign

TONES = {"prepared": "new", "under_way": "under_way", "closed": "done"}


class CampaignFilters(ListFilters):
    """By state."""

    status = django_filters.ChoiceFilter(
        label=pgettext_lazy("of campaigns", "state"), choices=Campaign.Status.choices,
        empty_label=_("All states"),
    )  # fmt: skip


def campaigns_of(person: Person, query: QueryDict) -> QuerySet[Campaign]:
    return Campaign.objects.visible_to(person).select_related("checklist", "leader")


def state_cell(campaign: Campaign) -> SafeString:
    return format_html(
        '<span class="state state-{}">{}</span>',
        TONES[campaign.status], campaign.get_status_display(),
    )  # fmt: skip


CAMPAIGNS = ListPage(
    name="campaigns",
    title=_("Inspection campaigns"),
    icon="flag-3",
    address="inspections:campaigns",
    rows=campaigns_of,
    order=("-starts_on", "-id"),
    filters=CampaignFilters,
    named_by=("leader",),
    may_read=rights.can_read_findings,
    search_label=_("Title or leader"),
    hit=Hit(
        fields=("title", "starts_on", "due_on", "status"),
        brief=lambda campaign: dotted(
            days_in_words(campaign.starts_on, campaign.due_on),
            str(Campaign.Status(campaign.status).label),
        ),
    ),
    empty_title=_("No campaign yet"),
    empty_text=_("Before holidays the whole school is looked at, area by area, by teams."),
    columns=(
        Column(key="title", label=_("Title"), is_title=True, width=30),
        Column(key="checklist", label=_("Checklist"), width=20),
        Column(key="leader", label=_("Led by"), width=12, is_whole=True),
        Column(key="status", label=_("State"), cell=state_cell, width=10),
        Column(key="starts_on", label=_("Days"), sort=("starts_on", "id"), width=20,
               cell=lambda row: days_in_words(row.starts_on, row.due_on)),
        Column(key="due_on", label=_("to be done by"), on_page=False, width=12),
    ),
)  # fmt: skip
