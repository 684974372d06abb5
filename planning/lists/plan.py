"""The items of the work plan, and what was written into the calendar."""

from typing import ClassVar

import django_filters
from django import forms
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.lists.filters import ListFilters
from campus.lists.registry import Act, Column, Hit, ListPage, dotted
from campus.models import Department, Person
from campus.shell.forms import DayInput
from campus.shell.numbers import number_typed
from campus.shell.words import days_in_words
from planning import exports, rights
from planning.fulfilment import has_thing, kinds_made, with_things
from planning.models import CalendarEntry, Kind, PlanAim, PlanItem
from planning.models.plan import PlanItemQuerySet

SEMESTER, ALL = "semester", "all"
OPEN, OVERDUE, UNPLANNED, COUNTED = "open", "overdue", "unplanned", "counted"
MINE, NOBODYS = "me", "nobody"


class ItemFilters(ListFilters):
    """The filters of the plan; what only staff see of an item pupils cannot search by either."""

    staff_only: ClassVar[tuple[str, ...]] = ("state", "owner")

    kind = django_filters.ChoiceFilter(
        label=_("kind"), choices=Kind.choices, empty_label=_("All kinds")
    )
    unit = django_filters.ModelChoiceFilter(
        label=_("unit"),
        queryset=Department.objects.all(),
        empty_label=_("All units"),
        method="of_unit",
    )
    state = django_filters.ChoiceFilter(
        label=_("state"),
        choices=[
            (OPEN, pgettext_lazy("state", "Open")),
            (OVERDUE, _("Overdue")),
            (UNPLANNED, _("Nothing planned for it yet")),
            *PlanItem.Status.choices,
            (COUNTED, _("All but dropped")),
        ],
        empty_label=_("All states"),
        method="in_state",
    )
    owner = django_filters.ChoiceFilter(
        label=_("person responsible"),
        choices=[(MINE, _("Mine")), (NOBODYS, _("Nobody yet"))],
        empty_label=_("Everybody"),
        method="owned_by",
    )
    since = django_filters.DateFilter(
        field_name="ends_on", lookup_expr="gte", label=_("due from"), widget=DayInput()
    )
    until = django_filters.DateFilter(
        field_name="ends_on", lookup_expr="lte", label=_("due until"), widget=DayInput()
    )
    # Of a figure's proof alone.
    aim = django_filters.ModelChoiceFilter(
        label=_("aim"), queryset=PlanAim.objects.all(), widget=forms.HiddenInput
    )

    def of_unit(self, items: PlanItemQuerySet, name: str, unit: Department) -> PlanItemQuerySet:
        return items.of_unit(unit)

    def in_state(self, items: PlanItemQuerySet, name: str, state: str) -> PlanItemQuerySet:
        if state == OPEN:
            return items.open()
        if state == OVERDUE:
            return items.overdue(self.today)
        if state == UNPLANNED:
            return items.open().filter(kind__in=kinds_made()).exclude(has_thing())
        if state == COUNTED:
            return items.exclude(status=PlanItem.Status.DROPPED)
        return items.filter(status=state)

    def owned_by(self, items: PlanItemQuerySet, name: str, owner: str) -> PlanItemQuerySet:
        return items.filter(owner=self.person if owner == MINE else None)


def items_of(person: Person, query: QueryDict) -> QuerySet[PlanItem]:
    """The items of the semester that the address names, or of all semesters."""
    items = PlanItem.objects.visible_to(person)
    if semester := number_typed(query.get(SEMESTER, "")):
        items = items.filter(plan__semester=semester)
    found = items.select_related("lead_unit", "owner", "aim").prefetch_related("support_units")
    return with_things(found)


PLAN_ITEMS = ListPage(
    name="plan-items",
    title=_("Work plan"),
    icon="list-check",
    address="planning:items",
    rows=items_of,
    order=("starts_on", "ends_on", "position"),
    filters=ItemFilters,
    search_label=_("Search the plan"),
    scope=(SEMESTER,),
    everywhere={SEMESTER: ALL},
    named_by=("owner",),
    hit=Hit(
        fields=("title", "starts_on", "ends_on", "lead_unit__name"),
        brief=lambda item: dotted(days_in_words(item.starts_on, item.ends_on), str(item.lead_unit)),
    ),
    # A month is read as a whole; a semester has some thirty items.
    page_size=100,
    may_select=lambda person, item: bool(rights.can_move(person, item)),
    may_export=rights.can_read_progress,
    columns=(Column(key="title", label=_("Item")),),
    rows_template="planning/items_rows.html",
    sheet_rows=exports.item_rows,
    sheet_widths=exports.WIDTHS,
    sheet_address="planning:items_sheet",
    export_address="planning:items_export",
    acts=(
        Act(
            label=pgettext_lazy("button", "Start"),
            icon="player-play",
            address="planning:items_start",
        ),
        Act(label=pgettext_lazy("button", "Done"), icon="check", address="planning:items_finish"),
        Act(
            label=_("Make responsible"),
            icon="user-check",
            address="planning:items_give_owner",
            may=rights.can_plan,
            is_hidden=True,
            template="planning/items_owner.html",
        ),
    ),
)


class EntryFilters(ListFilters):
    """By kind, and from which day on."""

    kind = django_filters.ChoiceFilter(
        label=_("kind"), choices=Kind.choices, empty_label=_("All kinds")
    )


def entries_of(person: Person, query: QueryDict) -> QuerySet[CalendarEntry]:
    """The entries that the person may see."""
    return CalendarEntry.objects.visible_to(person).select_related("unit", "by")


ENTRIES = ListPage(
    name="calendar-entries",
    title=_("Calendar entries"),
    icon="calendar-event",
    address="planning:entries",
    rows=entries_of,
    order=("-starts_on",),
    filters=EntryFilters,
    search_label=_("Title or place"),
    hit=Hit(
        fields=("title", "starts_on", "ends_on"),
        brief=lambda entry: days_in_words(entry.starts_on, entry.ends_on),
    ),
    may_export=rights.can_read_progress,
    columns=(
        Column(key="title", label=_("title"), is_title=True, width=40),
        Column(key="starts_on", label=_("first day"), sort=("starts_on",)),
        Column(key="ends_on", label=_("last day")),
        Column(key="kind", label=_("kind")),
        Column(key="place", label=_("place")),
        Column(key="unit", label=_("unit in charge")),
    ),
)
