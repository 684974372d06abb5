"""The list of incidents."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.cases.lists import CASE_COLUMNS, CASE_HIT, CASE_NAMES, CaseFilters
from campus.lists.filters import Since, Until
from campus.lists.registry import Column, ListPage
from campus.models import Person
from campus.shell.words import moment_in_words
from safety import rights
from safety.models import Domain, Incident


class IncidentFilters(CaseFilters):
    """By state, level and category, beside what all cases have."""

    status = django_filters.ChoiceFilter(
        label=_("state"), choices=Incident.Status.choices, empty_label=_("All states")
    )
    level = django_filters.ChoiceFilter(
        label=pgettext_lazy("of an incident", "level"), choices=Incident.Level.choices,
        empty_label=_("All levels"),
    )  # fmt: skip
    domain = django_filters.ChoiceFilter(
        label=_("category"), choices=Domain.choices, empty_label=_("All categories")
    )
    is_simulated = django_filters.ChoiceFilter(
        label=_("real or simulated"),
        choices=[("False", _("Real ones")), ("True", _("Simulated ones"))],
        empty_label=_("Real or simulated"),
    )

    which = django_filters.ChoiceFilter(
        label=_("further"), choices=[("accidents", _("Accidents alone"))],
        method="narrow_further", empty_label=_("Near misses too"),
    )  # fmt: skip
    since = Since(field_name="happened_at", label=_("from"))
    until = Until(field_name="happened_at", label=_("until"))

    class Meta:
        model = Incident
        fields = ["current", "status", "level", "domain", "is_simulated", "which"]

    def narrow_further(self, found: Any, name: str, value: str) -> QuerySet[Incident]:
        """What has really happened to people."""
        return found.accidents()


def rows(person: Person, query: QueryDict) -> QuerySet[Incident]:
    """What the person may see, with all that the columns read."""
    found = Incident.objects.visible_to(person)
    return found.select_related("place", "assignee", "reporter")


COLUMN = {column.key: column for column in CASE_COLUMNS}

INCIDENTS = ListPage(
    name="incidents",
    title=_("Incidents"),
    icon="urgent",
    address="safety:incidents:incidents",
    rows=rows,
    order=("-happened_at", "-id"),
    filters=IncidentFilters,
    columns=(
        COLUMN["number"],
        COLUMN["title"],
        Column(
            key="happened_at", label=_("Happened"), sort=("happened_at",), width=18,
            cell=lambda incident: moment_in_words(incident.happened_at),
        ),
        COLUMN["place"],
        Column(key="level", label=pgettext_lazy("of an incident", "Level"), is_whole=True),
        Column(key="domain", label=_("Category")),
        Column(key="hurt", label=_("Hurt"), width=8),
        COLUMN["status"],
        Column(key="measures", label=_("Measures"), on_page=False, width=40),
        Column(key="lessons", label=_("Lessons"), on_page=False, width=40),
    ),
    number="number",
    named_by=CASE_NAMES,
    hit=CASE_HIT,
    row_path=lambda incident: reverse("safety:incidents:case", args=[incident.pk]),
    may_read=rights.can_record_incidents,
    may_export=rights.can_direct_incidents,
    empty_title=_("Nothing has happened"),
    empty_text=_("Accidents, near misses and simulated cases are recorded here."),
)  # fmt: skip
