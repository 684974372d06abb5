"""The list of areas."""

from typing import Any

import django_filters
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from campus.lists.filters import ListFilters
from campus.lists.registry import Column, Hit, ListPage, name_list
from campus.models import Person, SchoolClass
from cleaning import rights
from cleaning.models import Care, CleaningArea
from cleaning.models.area import CleaningAreaQuerySet

NOBODY = "nobody"


class AreaFilters(ListFilters):
    """By kind, class, and whether somebody has the care."""

    kind = django_filters.ChoiceFilter(
        label=pgettext_lazy("of a cleaning area", "kind"), choices=CleaningArea.Kind.choices,
        empty_label=_("All kinds"),
    )  # fmt: skip
    school_class = django_filters.ModelChoiceFilter(
        label=_("class"), queryset=SchoolClass.objects.all(), empty_label=_("All classes"),
        method="cared_for",
    )  # fmt: skip
    care = django_filters.ChoiceFilter(
        label=_("care"), choices=[(NOBODY, _("In nobody's care"))], method="standing",
        empty_label=_("Cared for or not"),
    )  # fmt: skip

    def cared_for(self, found: Any, name: str, value: SchoolClass) -> QuerySet[CleaningArea]:
        care = Care.objects.running(timezone.localdate()).filter(school_class=value)
        return found.filter(pk__in=care.values("area"))

    def standing(
        self, found: CleaningAreaQuerySet, name: str, value: str
    ) -> QuerySet[CleaningArea]:
        return found.unassigned(timezone.localdate())


def areas_of(person: Person, query: QueryDict) -> QuerySet[CleaningArea]:
    """Areas in use, with the class that has the care of each today."""
    today = timezone.localdate()
    care = Care.objects.running(today).filter(area=OuterRef("pk"))
    seen = CleaningArea.objects.visible_to(person).in_use(today).select_related("place")
    return seen.annotate(
        grade=Subquery(care.values("school_class__grade")[:1]),
        class_number=Subquery(care.values("school_class__number")[:1]),
    )


def whose(area: Any) -> str:
    """The class in words; said where there is none."""
    if area.grade is None:
        return gettext("in nobody's care")
    return str(SchoolClass(grade=area.grade, number=area.class_number))


AREAS = ListPage(
    name="cleaning_areas",
    title=_("Cleaning areas"),
    icon="bucket",
    address="cleaning:areas",
    rows=areas_of,
    order=("-kind", "name"),
    filters=AreaFilters,
    named_by=("place",),
    may_read=rights.can_read_areas,
    hit=Hit(fields=("name", "boundary"), brief=lambda area: area.boundary),
    empty_title=_("No area yet"),
    empty_text=_("Bring the areas in from a sheet, or write them one by one."),
    columns=(
        Column(key="name", label=_("cleaning area"), is_title=True, width=24),
        Column(
            key="kind", label=pgettext_lazy("of a cleaning area", "kind"), width=12,
        ),
        Column(key="whose", label=_("class"), cell=whose, value=whose, width=14),
        Column(
            key="place", label=_("Place"), cell=lambda area: area.place.with_code, width=24,
            value=lambda area: area.place.full_name,
        ),
        Column(key="boundary", label=_("boundary"), width=60),
    ),
)  # fmt: skip


def hand_in() -> None:
    """Let the list be found by its name."""
    name_list(AREAS)
