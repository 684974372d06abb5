"""Meetings, and the actions that come of them."""

from typing import Any, ClassVar

import django_filters
from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.cases.lists import CASE_COLUMNS, CASE_HIT, CASE_NAMES, CaseFilters, state_cell
from campus.lists.filters import ListFilters, Since, Until
from campus.lists.registry import Act, Column, Hit, ListPage, dotted
from campus.models import Person
from campus.shell.words import moment_in_words
from planning import rights
from planning.models import ActionItem, Meeting
from planning.models.meeting import MeetingQuerySet


class MeetingFilters(ListFilters):
    """By kind, state and days, and one's own."""

    kind = django_filters.ChoiceFilter(
        label=_("kind"), choices=Meeting.Kind.choices, empty_label=_("All kinds")
    )
    status = django_filters.ChoiceFilter(
        label=_("state"), choices=Meeting.Status.choices, empty_label=_("All states")
    )
    whose = django_filters.ChoiceFilter(
        label=_("Whose"),
        choices=[("me", _("Mine"))],
        empty_label=_("Everybody"),
        method="concerning",
    )
    since = Since(field_name="starts_at", label=_("from"))
    until = Until(field_name="starts_at", label=pgettext_lazy("end of a time", "until"))

    def concerning(self, found: MeetingQuerySet, name: str, value: str) -> MeetingQuerySet:
        return found.concerning(self.person)


def meetings_of(person: Person, query: QueryDict) -> QuerySet[Meeting]:
    """The meetings that the person may see, with what the columns read."""
    return Meeting.objects.visible_to(person).select_related("place", "chair", "recorder")


MEETINGS = ListPage(
    name="meetings",
    title=_("Meetings"),
    icon="users-group",
    address="planning:meetings",
    rows=meetings_of,
    order=("-starts_at",),
    filters=MeetingFilters,
    search_label=_("Title, person or place"),
    named_by=("place", "chair", "recorder"),
    hit=Hit(
        fields=("title", "starts_at", "status"),
        brief=lambda meeting: dotted(
            moment_in_words(meeting.starts_at), str(Meeting.Status(meeting.status).label)
        ),
    ),
    may_export=rights.can_read_progress,
    empty_title=_("No meeting yet"),
    empty_text=_("Meetings that you are invited to stand here with their minutes."),
    columns=(
        Column(key="title", label=_("title"), is_title=True, width=40),
        Column(
            key="starts_at", label=_("Time"), sort=("starts_at",), width=18,
            cell=lambda meeting: moment_in_words(meeting.starts_at),
        ),
        Column(key="place", label=_("place")),
        Column(key="kind", label=_("kind")),
        Column(key="chair", label=_("Chair"), width=12),
        Column(key="recorder", label=_("Minutes taken by"), on_page=False, width=12),
        Column(
            key="status", label=_("state"), cell=state_cell, width=14,
        ),
    ),
)  # fmt: skip


class ActionFilters(CaseFilters):
    """By state and meeting, beside what all cases have; actions are all alike urgent."""

    staff_only: ClassVar[tuple[str, ...]] = ("meeting",)

    priority = None
    status = django_filters.ChoiceFilter(
        label=_("state"), choices=ActionItem.Status.choices, empty_label=_("All states")
    )
    meeting = django_filters.ModelChoiceFilter(
        label=_("Meeting"), queryset=Meeting.objects.all(), empty_label=_("All meetings")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "meeting" in self.filters:
            seen = Meeting.objects.visible_to(self.person).exclude(actions=None)
            self.filters["meeting"].queryset = seen.distinct()


def actions_of(person: Person, query: QueryDict) -> QuerySet[ActionItem]:
    """The actions that the person may see, with what the columns read."""
    rows = ActionItem.objects.visible_to(person)
    return rows.select_related("place", "assignee", "reporter", "meeting")


# An action has no place of its own to speak of; where it comes from is told instead.
MEETING_COLUMN = Column(key="meeting", label=_("Meeting"), width=30)

ACTIONS = ListPage(
    name="actions",
    title=_("Actions"),
    icon="checkbox",
    address="planning:actions:actions",
    rows=actions_of,
    order=("-raised_at", "-id"),
    filters=ActionFilters,
    columns=tuple(
        MEETING_COLUMN if column.key == "place" else column
        for column in CASE_COLUMNS
        if column.key != "priority"
    ),
    number="number",
    named_by=CASE_NAMES,
    hit=CASE_HIT,
    row_path=lambda action: reverse("planning:actions:case", args=[action.pk]),
    acts=(
        Act(
            label=_("Give to"),
            icon="user-share",
            address="planning:actions:give",
            may=rights.can_direct_actions,
            is_hidden=True,
            template="cases/give_to.html",
        ),
        Act(
            label=pgettext_lazy("button", "Accept"),
            icon="circle-check",
            address="planning:actions:accept",
            may=rights.can_direct_actions,
            is_hidden=True,
        ),
    ),
    may_select=lambda person, action: action.is_open or action.status == "done",
    empty_title=_("No action yet"),
    empty_text=_("What a meeting decides is followed here until it is done and accepted."),
)
