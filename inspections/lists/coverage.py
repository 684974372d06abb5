"""The list of places with when they were last seen and are due."""

import django_filters
from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.lists.filters import ListFilters
from campus.lists.registry import Column, ListPage
from campus.models import Person, Place
from campus.places.models import Use
from campus.shell.words import day_in_words
from inspections import rights
from inspections.lists.walks import place_cell
from inspections.models import Checklist, Coverage, Sight
from inspections.models.coverage import CoverageQuerySet


class CoverageFilters(ListFilters):
    """By checklist, how the place stands, building and use."""

    checklist = django_filters.ModelChoiceFilter(
        label=_("checklist"), queryset=Checklist.objects.all(), empty_label=_("All checklists")
    )
    sight = django_filters.ChoiceFilter(
        label=pgettext_lazy("of coverage", "state"),
        choices=[*Sight.choices, ("in_time", _("In time, all of them"))],
        empty_label=_("All states"),
        method="standing",
    )
    building = django_filters.ModelChoiceFilter(
        label=_("building"),
        queryset=Place.objects.filter(kind__in=["campus", "building"]).order_by("code"),
        empty_label=_("All buildings"),
        method="inside",
    )
    use = django_filters.ChoiceFilter(
        label=_("use"), choices=Use.choices, empty_label=_("All uses"), field_name="place__use"
    )

    def standing(self, rows: CoverageQuerySet, name: str, sight: str) -> QuerySet[Coverage]:
        return rows.standing(sight, self.today)

    def inside(self, rows: CoverageQuerySet, name: str, place: Place) -> QuerySet[Coverage]:
        return rows.within(place)


def coverage_of(person: Person, query: QueryDict) -> QuerySet[Coverage]:
    """What schedules want seen, of the checklists that the person may see."""
    rows = Coverage.objects.visible_to(person).expected()
    return rows.select_related("place", "checklist")


def sight_cell(row: Coverage) -> SafeString:
    sight = row.sight(timezone.localdate())
    tone = "new" if sight == Sight.NEVER else sight.value
    return format_html('<span class="state state-{}">{}</span>', tone, sight.label)


def path_of(row: Coverage) -> str:
    """The last walk; the place where there was none."""
    if row.last_id:
        return reverse("inspections:inspection", args=[row.last_id])
    return reverse("places:place", args=[row.place_id])


COVERAGE = ListPage(
    name="coverage",
    title=_("Coverage of places"),
    icon="map-2",
    address="inspections:coverage_list",
    rows=coverage_of,
    order=("due_on", "id"),
    filters=CoverageFilters,
    sought="",
    may_read=rights.can_read_findings,
    may_export=rights.can_read_findings,
    row_path=path_of,
    empty_title=_("No place is wanted yet"),
    empty_text=_("A schedule says which places want to be seen."),
    columns=(
        Column(key="place.name", label=_("Place"), cell=place_cell, is_title=True, width=30,
               value=lambda row: row.place.full_name),
        Column(key="checklist", label=_("Checklist"), width=20),
        Column(key="sight", label=_("State"), cell=sight_cell, width=12,
               value=lambda row: str(row.sight(timezone.localdate()).label)),
        Column(key="last_on", label=_("Last seen"), sort=("last_on", "id"), width=14,
               cell=lambda row: day_in_words(row.last_on) if row.last_on else ""),
        Column(key="due_on", label=_("Due on"), sort=("due_on", "id"), width=14,
               cell=lambda row: day_in_words(row.due_on) if row.due_on else ""),
        Column(key="last_faults", label=_("Faults then"), width=8,
               cell=lambda row: row.last_faults if row.last_on else ""),
    ),
)  # fmt: skip
