"""The list of checklists."""

import django_filters
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from campus.lists.filters import ListFilters
from campus.lists.registry import Column, ListPage
from campus.models import Person
from inspections import rights
from inspections.models import Checklist
from inspections.registry import TOPICS, topic_of


class ChecklistFilters(ListFilters):
    """By topic, and whether it is walked."""

    topic = django_filters.ChoiceFilter(
        label=pgettext_lazy("of a checklist", "topic"),
        choices=lambda: [(each.name, each.label) for each in TOPICS.values()],
        empty_label=_("All topics"),
    )
    is_offered = django_filters.ChoiceFilter(
        label=pgettext_lazy("of checklists", "state"),
        choices=[("true", _("Walked")), ("false", _("Withdrawn"))],
        empty_label=_("Walked or withdrawn"),
        method="offered",
    )

    def offered(self, found: QuerySet[Checklist], name: str, value: str) -> QuerySet[Checklist]:
        return found.filter(is_offered=value == "true")


def checklists_of(person: Person, query: QueryDict) -> QuerySet[Checklist]:
    return Checklist.objects.visible_to(person).select_related("current")


def name_cell(checklist: Checklist) -> SafeString:
    """The name; what is not walked is marked."""
    if checklist.is_offered and checklist.current_id:
        return format_html("{}", checklist.name)
    words = gettext("Withdrawn") if checklist.current_id else gettext("No lines in use yet")
    return format_html('{} <span class="state state-new">{}</span>', checklist.name, words)


def topic_words(checklist: Checklist) -> str:
    return str(topic_of(checklist).label)


CHECKLISTS = ListPage(
    name="checklists",
    title=_("Checklists"),
    icon="list-check",
    address="inspections:checklists",
    rows=checklists_of,
    order=("topic", "name"),
    filters=ChecklistFilters,
    may_read=rights.can_read_findings,
    search_label=_("Name or purpose"),
    empty_title=_("No checklist yet"),
    empty_text=_("What is looked at stands in a checklist, line by line."),
    columns=(
        Column(key="name", label=_("Name"), cell=name_cell, is_title=True, width=30),
        Column(key="topic", label=pgettext_lazy("of a checklist", "topic"), cell=topic_words,
               value=topic_words, width=12),
        Column(key="roles_in_words", label=_("Walked by"), width=24),
        Column(key="second_in_words", label=_("Second signature by"), width=18),
        Column(key="every_days", label=_("Days between"), width=8),
        Column(key="note", label=_("What it is for"), on_page=False, width=40),
    ),
)  # fmt: skip
