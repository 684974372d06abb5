"""The register of hazards (隐患台账)."""

from typing import Any

import django_filters
from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.cases.lists import CASE_COLUMNS, CASE_HIT, CASE_NAMES, CaseFilters, is_staff
from campus.lists.registry import Column, ListPage
from campus.models import Attachment, Person
from safety import rights
from safety.exports.hazards import WIDTHS, register_rows
from safety.models import Domain, Hazard

YEARS_SHOWN = 6
PROMISES = [
    ("kept:rectified", _("Rectified in time")),
    ("missed:rectified", _("Rectified late")),
    ("ended:rectified", _("Rectified in time or late")),
]
FURTHER = [
    ("counted", _("Each hazard once")),
    ("major", _("Major hazards")),
]


def years() -> list[tuple[str, str]]:
    """This year's register and those of the years before."""
    this = timezone.localdate().year
    return [(str(year), str(year)) for year in range(this, this - YEARS_SHOWN, -1)]


class HazardFilters(CaseFilters):
    """By state, level, category, source and year, beside what all cases have."""

    status = django_filters.ChoiceFilter(
        label=_("state"), choices=Hazard.Status.choices, empty_label=_("All states")
    )
    level = django_filters.ChoiceFilter(
        label=pgettext_lazy("of a hazard", "level"), choices=Hazard.Level.choices,
        empty_label=_("All levels"),
    )  # fmt: skip
    domain = django_filters.ChoiceFilter(
        label=_("category"), choices=Domain.choices, empty_label=_("All categories")
    )
    source = django_filters.ChoiceFilter(
        label=_("source"), choices=Hazard.Source.choices, empty_label=_("All sources")
    )
    year = django_filters.ChoiceFilter(
        label=_("register of the year"), choices=years, method="of_year",
        empty_label=_("All years"),
    )  # fmt: skip

    promise = django_filters.ChoiceFilter(
        label=_("promises"), choices=PROMISES, method="narrow_promise", empty_label=_("Kept or not")
    )
    which = django_filters.ChoiceFilter(
        label=_("further"), choices=FURTHER, method="narrow_further", empty_label=_("All hazards")
    )

    class Meta:
        model = Hazard
        fields = [
            "current", "status", "level", "domain", "source", "year", "promise", "which", "since",
            "until",
        ]  # fmt: skip

    def of_year(self, hazards: Any, name: str, value: str) -> QuerySet[Hazard]:
        return hazards.of_year(int(value))

    def narrow_further(self, found: Any, name: str, value: str) -> QuerySet[Hazard]:
        """Hazards without those that were merged or handed on."""
        once = found.counted()
        return once.filter(level=Hazard.Level.MAJOR) if value == "major" else once


def pictures(*, after: bool) -> Coalesce:
    """How many pictures show it as it was, or as it is after the rectification."""
    kind = ContentType.objects.get_for_model(Hazard)
    found = Attachment.objects.filter(
        content_type=kind, object_id=OuterRef("pk"), file__kind__in=["jpeg", "png"]
    ).order_by()
    role = Attachment.Role.AFTER
    found = found.filter(role=role) if after else found.exclude(role=role)
    return Coalesce(Subquery(found.values("object_id").annotate(n=Count("pk")).values("n")), 0)


def rows(person: Person, query: QueryDict) -> QuerySet[Hazard]:
    """What the person may see, with all that the columns read."""
    related = (
        "place", "assignee", "reporter", "owner", "department", "verifier", "rectifier",
    )  # fmt: skip
    found = Hazard.objects.visible_to(person).select_related(*related)
    return found.annotate(before=pictures(after=False), after=pictures(after=True))


def path_of(hazard: Any) -> str:
    return reverse("safety:hazards:case", args=[hazard.pk])


def level_cell(hazard: Hazard) -> SafeString | str:
    """A major one stands out."""
    tone = "overdue" if hazard.is_major else "plain"
    words = hazard.get_level_display()
    return format_html('<span class="due-{}">{}</span>', tone, words) if words else ""


COLUMN = {column.key: column for column in CASE_COLUMNS}
NUMBER, TITLE, PLACE, STATE = (COLUMN[key] for key in ("number", "title", "place", "status"))
RAISED, DUE = COLUMN["raised_at"], COLUMN["due_at"]
LEVEL = Column(
    key="level", label=pgettext_lazy("of a hazard", "Level"), cell=level_cell,
    is_whole=True,
)  # fmt: skip
DOMAIN = Column(key="domain", label=_("Category"), width=12)
OWNER = Column(key="owner", label=_("Responsible"), shown_to=is_staff, is_whole=True, width=10)


HAZARDS = ListPage(
    name="hazards",
    title=_("Register of hazards"),
    icon="alert-triangle",
    address="safety:hazards:hazards",
    rows=rows,
    order=("-raised_at", "-id"),
    filters=HazardFilters,
    columns=(
        NUMBER, TITLE, PLACE, DOMAIN, LEVEL, STATE, OWNER, RAISED, DUE,
    ),
    number="number",
    named_by=(*CASE_NAMES, "owner"),
    hit=CASE_HIT,
    row_path=path_of,
    sheet_rows=register_rows,
    sheet_widths=WIDTHS,
    sheet_address="safety:hazards:register",
    may_export=rights.can_direct_hazards,
    empty_title=_("No hazard registered yet"),
    empty_text=_("What is dangerous is reported here, and stays until it is closed out."),
)  # fmt: skip
