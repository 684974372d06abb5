"""The list of walks, planned, done and missed."""

from typing import Any

import django_filters
from django.db.models import F, QuerySet
from django.http import QueryDict
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.lists.filters import ListFilters, Since, Until
from campus.lists.registry import Column, ListPage
from campus.models import Person, Place
from campus.shell.numbers import number_typed
from campus.shell.words import moment_in_words
from inspections import rights
from inspections.models import Checklist, Inspection
from inspections.models.inspection import InspectionQuerySet
from inspections.registry import TOPICS

Status = Inspection.Status
OVERDUE, MINE, KEPT, LATE, COUNTED = "overdue", "mine", "kept", "late", "counted"
# Which occasion or schedule the list is of, rather than what narrows it.
WINDOW, SCHEDULE = "window", "schedule"


def topics() -> list[tuple[str, Any]]:
    """What checklists can be about, for filters of any list."""
    return [(topic.name, topic.label) for topic in TOPICS.values()]


class InspectionFilters(ListFilters):
    """By what stands now, checklist, building, days."""

    state = django_filters.ChoiceFilter(
        label=pgettext_lazy("of inspections", "state"),
        choices=[
            (MINE, _("Waiting for me")), (OVERDUE, _("Overdue")), *Status.choices,
            (KEPT, _("Done in time")), (LATE, _("Done late")), (COUNTED, _("All but cancelled")),
        ],
        empty_label=_("All states"),
        method="standing",
    )  # fmt: skip
    checklist = django_filters.ModelChoiceFilter(
        label=_("checklist"), queryset=Checklist.objects.all(), empty_label=_("All checklists")
    )
    topic = django_filters.ChoiceFilter(
        field_name="checklist__topic", label=_("topic"), choices=topics, empty_label=_("All topics")
    )
    building = django_filters.ModelChoiceFilter(
        label=_("building"),
        queryset=Place.objects.filter(kind__in=["campus", "building"]).order_by("code"),
        empty_label=_("All buildings"),
        method="within",
    )
    since = Since(field_name="due_at", label=_("due from"))
    until = Until(field_name="due_at", label=_("due until"))

    def standing(self, found: InspectionQuerySet, name: str, state: str) -> QuerySet[Inspection]:
        if state == MINE:
            return found.waiting_for(self.person)
        if state == OVERDUE:
            return found.overdue(timezone.now())
        if state == KEPT:
            return found.done().filter(due_at__isnull=False, finished_at__lte=F("due_at"))
        if state == LATE:
            return found.done().filter(finished_at__gt=F("due_at"))
        if state == COUNTED:
            return found.filter(due_at__isnull=False).exclude(status=Status.CANCELLED)
        return found.filter(status=state)

    def within(self, found: InspectionQuerySet, name: str, place: Place) -> QuerySet[Inspection]:
        return found.at(place)


def walks_of(person: Person, query: QueryDict) -> QuerySet[Inspection]:
    """The walks that the person may see, all or those of an occasion or a schedule, with what the
    columns read."""
    related = ("checklist", "place", "walker", "planned_for", "signed_by")
    seen = Inspection.objects.visible_to(person).select_related(*related)
    if window := number_in(query, WINDOW):
        seen = seen.filter(window=window)
    if schedule := number_in(query, SCHEDULE):
        seen = seen.filter(window__schedule=schedule)
    return seen


def number_in(query: QueryDict, name: str) -> int | None:
    """A record's number in an address; None for anything else."""
    return number_typed(query.get(name, ""))


def state_cell(walk: Inspection) -> SafeString:
    """The state, coloured as everywhere; red where a planned one is past its time."""
    now = timezone.now()
    label: str | Promise = Status(walk.status).label
    if walk.status == Status.PLANNED and walk.is_late(now):
        label = _("Overdue")
    return format_html('<span class="state state-{}">{}</span>', walk.tone(now), label)


def place_cell(walk: Any) -> SafeString:
    """The place with its code: there is a room 301 in every building."""
    return format_html('{} <small class="list-code">{}</small>', walk.place.name, walk.place.code)


def moment_or_none(moment: Any) -> str:
    return moment_in_words(moment) if moment else ""


def whose(walk: Inspection) -> str:
    """Who has walked it, else for whom it is planned."""
    if walk.walker or walk.planned_for:
        return str(walk.walker or walk.planned_for)
    return walk.get_role_display()


def score_in_words(walk: Inspection) -> str:
    """91.5 / 100; empty where nothing is scored."""
    if walk.score is None:
        return ""
    full = f" / {walk.full_marks.normalize():f}" if walk.full_marks else ""
    return f"{walk.score.normalize():f}{full}"


INSPECTIONS = ListPage(
    name="inspections",
    title=_("Inspections"),
    icon="clipboard-check",
    address="inspections:inspections",
    rows=walks_of,
    order=("-id",),
    filters=InspectionFilters,
    sought="",
    scope=(WINDOW, SCHEDULE),
    may_read=rights.can_read_findings,
    may_export=rights.can_read_findings,
    empty_title=_("No inspection yet"),
    empty_text=_("Scan the label of a place, or plan walks with a schedule."),
    columns=(
        Column(key="checklist", label=_("Checklist"), is_title=True, width=24),
        Column(
            key="place", label=_("Place"), cell=place_cell, width=30,
            value=lambda walk: walk.place.full_name,
        ),
        Column(
            key="status", label=_("State"), cell=state_cell, width=12,
        ),
        Column(key="whose", label=_("By whom"), cell=whose, value=whose, width=14),
        Column(
            key="due_at", label=_("Due"), sort=("due_at",), width=18,
            cell=lambda walk: moment_or_none(walk.due_at),
        ),
        Column(
            key="finished_at", label=_("Finished"), width=18,
            cell=lambda walk: moment_or_none(walk.finished_at),
        ),
        Column(
            key="faults", label=_("Faults"), width=8,
            cell=lambda walk: walk.faults if walk.is_done else "",
        ),
        Column(
            key="score", label=_("Score"), cell=score_in_words, width=10, is_whole=True,
            value=lambda walk: walk.score,
        ),
        Column(
            key="signed_by", label=_("Second signature"), on_page=False, width=14,
        ),
        Column(key="words", label=_("Remark"), on_page=False, width=30),
    ),
)  # fmt: skip
