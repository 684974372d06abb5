"""The lists of what parts have scored, and of appeals against it."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy

from campus.cases.lists import CASE_COLUMNS, CASE_HIT, CASE_NAMES, CaseFilters
from campus.lists.filters import ListFilters
from campus.lists.registry import Column, ListPage
from campus.models import Person, Place
from campus.shell.forms import DayInput
from inspections import rights
from inspections.lists.walks import place_cell, topics
from inspections.models import Appeal, Checklist, PartScore

FAULTY, FLAWLESS = "faulty", "flawless"


class ScoreFilters(ListFilters):
    """By checklist, building, days, with faults or without."""

    checklist = django_filters.ModelChoiceFilter(
        label=_("checklist"), queryset=Checklist.objects.exclude(parts=""),
        empty_label=_("All checklists"),
    )  # fmt: skip
    topic = django_filters.ChoiceFilter(
        field_name="checklist__topic", label=_("topic"), choices=topics, empty_label=_("All topics")
    )
    look = django_filters.ChoiceFilter(
        field_name="is_again", label=_("second look"),
        choices=[("False", _("First looks, which count")), ("True", _("Second looks"))],
        empty_label=_("First and second looks"),
    )  # fmt: skip
    building = django_filters.ModelChoiceFilter(
        label=_("building"),
        queryset=Place.objects.filter(kind__in=["campus", "building"]).order_by("code"),
        empty_label=_("All buildings"),
        method="within",
    )
    sort = django_filters.ChoiceFilter(
        label=_("faults"), choices=[(FAULTY, _("With faults")), (FLAWLESS, _("Without a fault"))],
        empty_label=_("With faults or without"), method="standing",
    )  # fmt: skip
    since = django_filters.DateFilter(
        field_name="day", lookup_expr="gte", label=_("from"), widget=DayInput()
    )
    until = django_filters.DateFilter(
        field_name="day", lookup_expr="lte", label=_("until"), widget=DayInput()
    )

    def within(self, found: Any, name: str, place: Place) -> QuerySet[PartScore]:
        return found.at(place)

    def standing(self, found: Any, name: str, sort: str) -> QuerySet[PartScore]:
        return found.filter(faults__gt=0) if sort == FAULTY else found.filter(faults=0)


def scores_seen(person: Person, query: QueryDict) -> QuerySet[PartScore]:
    """The scores that the person may see, with what the columns read."""
    return PartScore.objects.visible_to(person).select_related("checklist", "place", "inspection")


def amount(value: Any) -> str:
    """Points without needless digits."""
    return "" if value is None else f"{value.normalize():f}"


def score_cell(score: PartScore) -> str:
    """9.5 / 10; empty where there are no full marks."""
    if score.score is None or score.full_marks is None:
        return ""
    return f"{amount(score.score)} / {amount(score.full_marks)}"


SCORES = ListPage(
    name="scores",
    title=_("Scores of parts"),
    icon="list-numbers",
    address="inspections:scores",
    rows=scores_seen,
    order=("-day", "-id"),
    filters=ScoreFilters,
    sought="",
    named_by=("place",),
    may_read=rights.can_read_scores,
    may_export=rights.can_read_findings,
    row_path=lambda score: reverse("inspections:place_scores", args=[score.place_id]),
    empty_title=_("Nothing scored yet"),
    empty_text=_("What walks over parts of a place score stands here: rooms, areas, classes."),
    columns=(
        Column(
            key="place", label=_("Place"), cell=place_cell, is_title=True, width=30,
            value=lambda score: score.place.full_name,
        ),
        Column(key="checklist", label=_("Checklist"), width=24),
        Column(key="day", label=_("Day"), sort=("day", "id"), width=12, is_whole=True),
        Column(
            key="score", label=_("Score"), cell=score_cell, width=10, is_whole=True,
            value=lambda score: score.score,
        ),
        Column(
            key="taken", label=_("Points taken"), width=10,
            cell=lambda score: amount(score.taken) if score.taken else "",
        ),
        Column(
            key="given", label=_("Points given"), width=10,
            cell=lambda score: amount(score.given) if score.given else "",
        ),
        Column(key="faults", label=_("Faults"), width=8),
        Column(
            key="is_again", label=_("second look"), on_page=False, width=10,
            value=lambda score: pgettext("value", "yes") if score.is_again else "",
        ),
    ),
)  # fmt: skip


class AppealFilters(CaseFilters):
    """By state, beside what all cases have."""

    status = django_filters.ChoiceFilter(
        label=_("state"), choices=Appeal.Status.choices, empty_label=_("All states")
    )
    topic = django_filters.ChoiceFilter(
        field_name="finding__checklist__topic", label=_("topic"), choices=topics,
        empty_label=_("All topics"),
    )  # fmt: skip
    promise = django_filters.ChoiceFilter(
        label=_("promises"), method="narrow_promise", empty_label=_("Kept or not"),
        choices=[
            ("kept:decision", _("Decided in time")), ("missed:decision", _("Decided too late")),
        ],
    )  # fmt: skip

    class Meta:
        model = Appeal
        fields = ["current", "status", "topic", "promise", "since", "until"]


def appeals_seen(person: Person, query: QueryDict) -> QuerySet[Appeal]:
    return Appeal.objects.visible_to(person).select_related("place", "assignee", "reporter")


APPEALS = ListPage(
    name="appeals",
    title=pgettext_lazy("list", "Appeals"),
    icon="gavel",
    address="inspections:appeals:appeals",
    rows=appeals_seen,
    order=("-raised_at", "-id"),
    filters=AppealFilters,
    columns=CASE_COLUMNS,
    number="number",
    named_by=CASE_NAMES,
    hit=CASE_HIT,
    row_path=lambda appeal: reverse("inspections:appeals:case", args=[appeal.pk]),
    may_export=rights.can_read_findings,
    empty_title=_("Nobody has appealed"),
    empty_text=_("Whoever points concern can ask that somebody else looks at them again."),
)
