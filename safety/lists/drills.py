"""The list of drills."""

import django_filters
from django.db.models import F, QuerySet, Sum
from django.http import QueryDict
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.lists.filters import ListFilters, Since, Until
from campus.lists.registry import Column, Hit, ListPage, dotted
from campus.models import Person
from campus.shell.words import moment_in_words
from safety import rights
from safety.models import Drill
from safety.models.drill import DrillQuerySet


class DrillFilters(ListFilters):
    """By kind, level, state and days."""

    kind = django_filters.ChoiceFilter(
        label=pgettext_lazy("of a drill", "kind"), choices=Drill.Kind.choices,
        empty_label=_("All kinds"),
    )  # fmt: skip
    level = django_filters.ChoiceFilter(
        label=pgettext_lazy("of a drill", "level"), choices=Drill.Level.choices,
        empty_label=_("All levels"),
    )  # fmt: skip
    status = django_filters.ChoiceFilter(
        label=_("state"), choices=Drill.Status.choices, empty_label=_("All states")
    )
    evacuation = django_filters.ChoiceFilter(
        label=_("evacuation"), method="narrow", empty_label=_("With or without evacuation"),
        choices=[
            ("held", _("Evacuations held")),
            ("in_time", _("Out within the target")),
            ("late", _("Out later than the target")),
        ],
    )  # fmt: skip
    since = Since(field_name="planned_at", label=_("from"))
    until = Until(field_name="planned_at", label=pgettext_lazy("end of a time", "until"))

    def narrow(self, drills: DrillQuerySet, name: str, value: str) -> QuerySet[Drill]:
        """Evacuations that were held, by whether everybody was out within the target."""
        held = drills.held().evacuations()
        if value == "held":
            return held
        return held.within_target() if value == "in_time" else held.beyond_target()


def rows(person: Person, query: QueryDict) -> QuerySet[Drill]:
    found = Drill.objects.visible_to(person).select_related("place", "commander")
    return found.annotate(
        expected=Sum("groups__expected"), present=Sum("groups__report__present"),
    ).annotate(seconds=F("ended_at") - F("started_at"))  # fmt: skip


def state_cell(drill: Drill) -> SafeString:
    label = Drill.Status(drill.status).label
    return format_html('<span class="state state-{}">{}</span>', drill.status, label)


def seconds_cell(drill: Drill) -> SafeString | str:
    """How long it took, red beyond the target."""
    seconds = drill.evacuation_seconds
    if seconds is None:
        return ""
    tone = "plain" if drill.met_target else "overdue"
    return format_html('<span class="due-{}">{} / {}</span>', tone, seconds, drill.target_seconds)


DRILLS = ListPage(
    name="drills",
    title=_("Drills"),
    icon="urgent",
    address="safety:drills",
    rows=rows,
    order=("-planned_at", "-id"),
    filters=DrillFilters,
    columns=(
        Column(key="title", label=_("Drill"), is_title=True, width=30),
        Column(
            key="planned_at", label=_("When"), sort=("planned_at",), width=18,
            cell=lambda drill: moment_in_words(drill.planned_at),
        ),
        Column(key="kind", label=pgettext_lazy("of a drill", "Kind")),
        Column(key="level", label=pgettext_lazy("of a drill", "Level")),
        Column(key="cohort", label=_("Who takes part"), width=20),
        Column(
            key="status", label=_("State"), cell=state_cell,
        ),
        Column(
            key="seconds", label=_("Seconds / target"), cell=seconds_cell, is_whole=True,
            value=lambda drill: drill.evacuation_seconds,
        ),
        Column(key="expected", label=_("Expected"), on_page=False),
        Column(key="present", label=_("Present"), on_page=False),
        Column(key="commander", label=_("Commander"), on_page=False),
        Column(key="summary", label=_("Summary"), on_page=False, width=40),
    ),
    hit=Hit(
        fields=("title", "planned_at", "status", "cohort"),
        brief=lambda drill: dotted(moment_in_words(drill.planned_at), drill.cohort),
    ),
    may_read=rights.can_read_drills,
    empty_title=_("No drill planned yet"),
    empty_text=_("Drills are planned, timed and learned from here."),
)  # fmt: skip
