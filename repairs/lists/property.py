"""Property checks, the rooms of one, the differences that were found, what should be in rooms."""

from typing import Any

import django_filters
from django.db.models import Count, Q, QuerySet
from django.http import QueryDict
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.lists.filters import ListFilters
from campus.lists.registry import Act, Column, ListPage
from campus.models import Person, Place
from campus.places.models import Use
from campus.shell.words import day_in_words, moment_in_words
from repairs import rights
from repairs.models import ExpectedItem, PropertyCheck, RoomCheck, RoomLine

Outcome = RoomLine.Outcome
TONES = {Outcome.OPEN: "overdue", Outcome.TICKET: "under_way", Outcome.ACCEPTED: "new"}
BUILDINGS = Place.objects.filter(kind=Place.Kind.BUILDING).order_by("code")


def place_cell(row: Any) -> SafeString:
    """A place with its code."""
    place = row.place
    return format_html('{} <small class="list-code">{}</small>', place.name, place.code)


def state_of(tone: str, words: Any) -> SafeString:
    return format_html('<span class="state state-{}">{}</span>', tone, words)


def checks_of(person: Person, query: QueryDict) -> QuerySet[PropertyCheck]:
    """The checks, each with how many of its rooms are done."""
    seen = PropertyCheck.objects.visible_to(person).select_related("semester", "place")
    return seen.annotate(
        all_rooms=Count("rooms"), done_rooms=Count("rooms", filter=~Q(rooms__status="to_count"))
    )


CHECKS = ListPage(
    name="property-checks",
    title=_("Property checks"),
    icon="checklist",
    address="repairs:property",
    rows=checks_of,
    order=("-id",),
    sought="",
    may_read=rights.can_read_property,
    may_export=rights.can_read_property,
    empty_title=_("No property checks yet"),
    empty_text=_("At a semester's end every classroom, dorm room and office is counted."),
    columns=(
        Column(key="title", label=_("Title"), is_title=True, width=30),
        Column(key="semester", label=_("Semester"), width=20),
        Column(key="place", label=_("Where"), cell=place_cell, width=20),
        Column(key="done", label=_("Rooms done"), is_whole=True, width=12,
               cell=lambda check: f"{check.done_rooms} / {check.all_rooms}",
               value=lambda check: f"{check.done_rooms}/{check.all_rooms}"),
        Column(key="due_on", label=_("To be counted by"), width=14,
               cell=lambda check: day_in_words(check.due_on)),
        Column(key="status", label=_("State"), width=12,
               cell=lambda check: state_of("under_way" if check.is_under_way else "done",
                                           check.get_status_display())),
    ),
)  # fmt: skip


class RoomFilters(ListFilters):
    """By check, state, use and building."""

    check_of = django_filters.ModelChoiceFilter(
        label=_("property check"), queryset=PropertyCheck.objects.all(),
        empty_label=_("All checks"),
    )  # fmt: skip
    status = django_filters.ChoiceFilter(
        label=_("state"), choices=RoomCheck.Status.choices, empty_label=_("In any state")
    )
    use = django_filters.ChoiceFilter(
        field_name="place__use", label=_("use"), choices=Use.choices, empty_label=_("Of any use")
    )
    building = django_filters.ModelChoiceFilter(
        label=_("building"), queryset=BUILDINGS, empty_label=_("All buildings"), method="within"
    )
    which = django_filters.ChoiceFilter(
        label=_("Which"), choices=[("mine", _("For me"))], empty_label=_("All rooms"),
        method="narrow",
    )  # fmt: skip

    def within(self, rooms: Any, name: str, building: Place) -> QuerySet[RoomCheck]:
        return rooms.filter(place__path__startswith=building.path)

    def narrow(self, rooms: Any, name: str, value: str) -> QuerySet[RoomCheck]:
        return rooms.filter(keeper=self.person)


def rooms_of(person: Person, query: QueryDict) -> QuerySet[RoomCheck]:
    """Rooms that the person sees, with how many of their lines differ."""
    differs = Q(lines__damaged__gt=0) | Q(lines__balance__lt=0) | Q(lines__balance__gt=0)
    seen = RoomCheck.objects.visible_to(person).annotate(
        differing=Count("lines", filter=differs), all_lines=Count("lines")
    )
    return seen.select_related("place", "keeper", "check_of", "counted_by")


ROOMS = ListPage(
    name="property-rooms",
    title=_("Rooms of property checks"),
    icon="door",
    address="repairs:property_rooms",
    rows=rooms_of,
    order=("-check_of_id", "place__code"),
    filters=RoomFilters,
    named_by=("place", "keeper"),
    search_label=_("Room or person"),
    may_read=rights.can_read_property,
    may_export=rights.can_read_property,
    empty_title=_("No room of yours is counted"),
    columns=(
        Column(key="place", label=_("Room"), cell=place_cell, is_title=True, width=24,
               value=lambda room: room.place.full_name),
        Column(key="check_of", label=_("Property check"), width=24),
        Column(key="keeper", label=_("Counted by whom"), width=14,
               cell=lambda room: room.keeper or ""),
        Column(key="status", label=_("State"), width=12,
               cell=lambda room: state_of(room.tone(timezone.localdate()),
                                          room.get_status_display())),
        Column(key="all_lines", label=_("Lines"), width=8),
        Column(key="differing", label=_("Differences"), width=8),
        Column(key="counted_at", label=_("Counted at"), width=18,
               cell=lambda r: moment_in_words(r.counted_at) if r.counted_at else ""),
        Column(key="words", label=_("Remark"), on_page=False, width=30),
        Column(key="reason", label=_("Reason"), on_page=False, width=30),
    ),
)  # fmt: skip


class DifferenceFilters(ListFilters):
    """By check, what differs, what became of it, cause and building."""

    check_of = django_filters.ModelChoiceFilter(
        field_name="room__check_of", label=_("property check"),
        queryset=PropertyCheck.objects.all(), empty_label=_("All checks"),
    )  # fmt: skip
    sort_of = django_filters.ChoiceFilter(
        label=_("What"),
        choices=[
            ("damaged", pgettext_lazy("of property", "Damaged")),
            ("missing", pgettext_lazy("of property", "Missing")),
            ("surplus", pgettext_lazy("of property", "Too many")),
        ],
        empty_label=_("All differences"), method="differing",
    )  # fmt: skip
    outcome = django_filters.ChoiceFilter(
        label=_("state"), choices=Outcome.choices, empty_label=_("In any state")
    )
    cause = django_filters.ChoiceFilter(
        label=_("cause"), choices=RoomLine.Cause.choices, empty_label=_("Any cause")
    )
    building = django_filters.ModelChoiceFilter(
        label=_("building"), queryset=BUILDINGS, empty_label=_("All buildings"), method="within"
    )

    def differing(self, lines: Any, name: str, value: str) -> QuerySet[RoomLine]:
        if value == "damaged":
            return lines.filter(damaged__gt=0)
        return lines.filter(balance__lt=0) if value == "missing" else lines.filter(balance__gt=0)

    def within(self, lines: Any, name: str, building: Place) -> QuerySet[RoomLine]:
        return lines.filter(room__place__path__startswith=building.path)


def differences_of(person: Person, query: QueryDict) -> QuerySet[RoomLine]:
    seen = RoomLine.objects.visible_to(person).differing()
    related = ("room__place", "room__check_of", "asset", "ticket", "settled_by", "room__counted_by")
    return seen.select_related(*related)


def outcome_cell(line: RoomLine) -> SafeString:
    """What became of it, with the way to its ticket."""
    state = state_of(TONES[Outcome(line.outcome)], line.get_outcome_display())
    return format_html("{} {}", state, line.ticket.number) if line.ticket else state


def room_cell(line: RoomLine) -> SafeString:
    return place_cell(line.room)


DIFFERENCES = ListPage(
    name="property-differences",
    title=_("Differences of property checks"),
    icon="alert-triangle",
    address="repairs:property_differences",
    rows=differences_of,
    order=("-id",),
    filters=DifferenceFilters,
    search_label=_("Thing or remark"),
    may_read=rights.can_read_property,
    may_export=rights.can_read_property,
    acts=(
        Act(
            label=_("Report to repairs"), icon="tool", address="repairs:property_report_all",
            may=rights.can_keep_property, is_hidden=True,
        ),
        Act(
            label=_("Accept the difference"), icon="check", address="repairs:property_accept_all",
            may=rights.can_keep_property, is_hidden=True,
            template="repairs/property_accept_all.html",
        ),
    ),
    may_select=lambda person, line: line.is_open,
    empty_title=_("Nothing differs"),
    empty_text=_("All that was counted is there and in good order."),
    columns=(
        Column(key="name", label=_("Thing"), is_title=True, width=28),
        Column(key="room", label=_("Room"), cell=room_cell, width=24,
               value=lambda line: line.room.place.full_name),
        Column(key="expected", label=pgettext_lazy("of property", "Expected"), width=8),
        Column(key="good", label=pgettext_lazy("of property", "Good"), width=8),
        Column(key="damaged", label=pgettext_lazy("of property", "Damaged"), width=8),
        Column(key="missing", label=pgettext_lazy("of property", "Missing"), width=8),
        Column(key="surplus", label=pgettext_lazy("of property", "Too many"), on_page=False,
               width=8),
        Column(key="cause", label=_("Cause"), width=10),
        Column(key="outcome", label=_("State"), cell=outcome_cell, width=14),
        Column(key="ticket", label=_("Repair ticket"), on_page=False, width=14,
               value=lambda line: line.ticket.number if line.ticket else ""),
        Column(key="words", label=_("Remark"), on_page=False, width=24),
        Column(key="reason", label=_("Reason"), on_page=False, width=24),
        Column(key="check", label=_("Property check"), on_page=False, width=24,
               value=lambda line: str(line.room.check_of)),
    ),
)  # fmt: skip


class ExpectedFilters(ListFilters):
    """By use and building."""

    use = django_filters.ChoiceFilter(
        field_name="place__use", label=_("use"), choices=Use.choices, empty_label=_("Of any use")
    )
    building = django_filters.ModelChoiceFilter(
        label=_("building"), queryset=BUILDINGS, empty_label=_("All buildings"), method="within"
    )

    def within(self, items: Any, name: str, building: Place) -> QuerySet[ExpectedItem]:
        return items.filter(place__path__startswith=building.path)


EXPECTED = ListPage(
    name="expected-items",
    title=_("What should be in rooms"),
    icon="armchair",
    address="repairs:expected",
    rows=lambda person, query: ExpectedItem.objects.visible_to(person).select_related("place"),
    order=("place__code", "id"),
    filters=ExpectedFilters,
    named_by=("place",),
    search_label=_("Thing or room"),
    may_read=rights.can_keep_property,
    may_export=rights.can_keep_property,
    empty_title=_("Nothing is written down yet"),
    empty_text=_("Desks, chairs, lamps: things without a number, by room. Assets come by "
                 "themselves."),
    columns=(
        Column(key="place", label=_("Room"), cell=place_cell, is_title=True, width=24,
               value=lambda item: item.place.full_name),
        Column(key="code", label=_("Code of the room"), on_page=False, width=14,
               value=lambda item: item.place.code),
        Column(key="name", label=_("Thing"), width=20),
        Column(key="count", label=_("Number"), width=8),
    ),
)  # fmt: skip
