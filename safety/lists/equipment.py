"""The list of fire equipment."""

from datetime import timedelta

import django_filters
from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.cases.lists import place_cell
from campus.lists.filters import ListFilters
from campus.lists.registry import Act, Column, Hit, ListPage
from campus.models import Person
from safety import rights
from safety.models import FireEquipment
from safety.models.equipment import FireEquipmentQuerySet, Sort

SOON = timedelta(days=30)


class EquipmentFilters(ListFilters):
    """By sort, and by what is due."""

    sort_of = django_filters.ChoiceFilter(
        field_name="sort", label=_("sort"), choices=Sort.choices, empty_label=_("All sorts")
    )
    current = django_filters.ChoiceFilter(
        label=_("Which"),
        choices=[
            ("overdue", _("Overdue")), ("soon", _("Due within 30 days")),
            ("unchecked", _("Round missing this month")),
            ("scrapped", _("Scrapped")),
        ],
        empty_label=_("What hangs"), method="narrow",
    )  # fmt: skip

    def narrow(
        self, found: FireEquipmentQuerySet, name: str, value: str
    ) -> QuerySet[FireEquipment]:
        if value == "overdue":
            return found.filter(due_on__lt=self.today)
        if value == "soon":
            return found.filter(due_on__range=(self.today, self.today + SOON))
        return found.unchecked(self.today) if value == "unchecked" else found


def rows(person: Person, query: QueryDict) -> QuerySet[FireEquipment]:
    found = FireEquipment.objects.visible_to(person).select_related("place")
    if query.get("current") == "scrapped":
        return found.exclude(scrapped_on=None)
    return found.hanging()


def due_cell(piece: FireEquipment) -> SafeString | str:
    """The next day that counts, red once it has passed."""
    if piece.due_on is None:
        return ""
    tone = "overdue" if piece.is_overdue(timezone.localdate()) else "plain"
    return format_html('<span class="due-{}">{}</span>', tone, piece.due_on.isoformat())


def checked_cell(piece: FireEquipment) -> SafeString | str:
    """When it was looked at last, with the walk that did; red where this month's round is missing
    still."""
    if piece.scrapped_on:
        return ""
    month = timezone.localdate().replace(day=1)
    tone = "plain" if piece.checked_on and piece.checked_on >= month else "overdue"
    words = piece.checked_on.isoformat() if piece.checked_on else _("never")
    if piece.last_check_id is None:
        return format_html('<span class="due-{}">{}</span>', tone, words)
    path = reverse("inspections:inspection", args=[piece.last_check_id])
    return format_html('<a class="due-{}" href="{}">{}</a>', tone, path, words)


EQUIPMENT = ListPage(
    name="fire-equipment",
    title=_("Fire equipment"),
    icon="fire-extinguisher",
    address="safety:equipment",
    rows=rows,
    order=("due_on", "id"),
    filters=EquipmentFilters,
    columns=(
        Column(key="code", label=pgettext_lazy("of a thing", "Code"), is_title=True, width=14),
        Column(key="sort", label=_("Sort"), width=16),
        Column(
            key="place", label=_("Place"), cell=place_cell,
            value=lambda piece: piece.place.full_name, width=30,
        ),
        Column(key="due_on", label=_("Due"), cell=due_cell, sort=("due_on",), is_whole=True),
        Column(key="checked_on", label=_("Checked"), cell=checked_cell, sort=("checked_on",)),
        Column(key="made_on", label=_("Made on"), cell=lambda piece: piece.made_on.isoformat()),
        Column(
            key="last_service", label=_("Last service"),
            cell=lambda piece: piece.last_service.isoformat() if piece.last_service else "",
        ),
        Column(key="next_service", label=_("Next service"), on_page=False),
        Column(key="scrap_on", label=_("To be scrapped on"), on_page=False),
        Column(key="note", label=_("Remark"), on_page=False),
    ),
    number="code",
    named_by=("place",),
    hit=Hit(fields=("code", "sort", "due_on"), brief=lambda piece: str(piece.due_on or "")),
    acts=(
        Act(
            label=_("Serviced"), icon="tool", address="safety:equipment_serviced",
            may=rights.can_keep_equipment, is_hidden=True, template="safety/on_day.html",
        ),
        Act(
            label=_("Scrap"), icon="trash", address="safety:equipment_scrapped",
            may=rights.can_keep_equipment, is_hidden=True, template="safety/on_day.html",
        ),
    ),
    may_select=lambda person, piece: piece.scrapped_on is None,
    may_read=rights.can_read_equipment,
    empty_title=_("No fire equipment yet"),
    empty_text=_("What hangs where, when it is serviced and when it is scrapped."),
)  # fmt: skip
