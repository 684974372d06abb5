"""The lists of the evening roll: who was not there, and which rooms were counted; and of leave."""

from typing import ClassVar

import django_filters
from django import forms
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.lists.filters import ListFilters, Since, Until
from campus.lists.registry import Act, Column, ListPage
from campus.models import Person, Place, SchoolClass
from campus.shell.forms import DayInput
from campus.shell.words import day_in_words, moment_in_words
from dormitory import rights
from dormitory.lists.noting import note_export, pupils_of
from dormitory.models import Absence, House, LeaveSlip, RoomCount


def house_filter(path: str) -> django_filters.ModelChoiceFilter:
    """By house, which `path` leads to."""
    return django_filters.ModelChoiceFilter(
        field_name=path, label=_("dormitory house"), empty_label=_("All houses"),
        queryset=House.objects.select_related("place"),
    )  # fmt: skip


def night_filter(label: object, lookup: str) -> django_filters.DateFilter:
    """Nights from a day on, or until one."""
    return django_filters.DateFilter(
        field_name="night", lookup_expr=lookup, label=label, widget=DayInput()
    )


class AbsenceFilters(ListFilters):
    """By state, house, class and night."""

    state = django_filters.ChoiceFilter(
        field_name="status", label=_("state"), choices=Absence.Status.choices,
        empty_label=_("All states"),
    )  # fmt: skip
    house = house_filter("room__house")
    school_class = django_filters.ModelChoiceFilter(
        field_name="pupil__school_class", label=_("class"), queryset=SchoolClass.objects.all(),
        empty_label=_("All classes"),
    )  # fmt: skip
    since = night_filter(_("from"), "gte")
    until = night_filter(pgettext_lazy("end of a time", "until"), "lte")
    # Of a measure's proof alone, see `campus.measures`.
    building = django_filters.ModelChoiceFilter(
        label=_("building"), queryset=Place.objects.all(), method="inside",
        widget=forms.HiddenInput,
    )  # fmt: skip
    grade = django_filters.ChoiceFilter(
        field_name="pupil__school_class__grade", label=_("grade"),
        choices=SchoolClass.Grade.choices, widget=forms.HiddenInput,
    )  # fmt: skip

    def inside(self, found: QuerySet[Absence], name: str, place: Place) -> QuerySet[Absence]:
        return found.filter(room__place__path__startswith=place.path)


def absences(person: Person, query: QueryDict) -> QuerySet[Absence]:
    seen = Absence.objects.visible_to(person)
    return seen.select_related("pupil__school_class", "room__place", "room__house__place")


def state_cell(absence: Absence) -> SafeString:
    """The state in its colour."""
    label = Absence.Status(absence.status).label
    return format_html('<span class="state state-{}">{}</span>', absence.tone, label)


def back_cell(absence: Absence) -> str:
    return f"{timezone.localtime(absence.returned_at):%H:%M}" if absence.returned_at else ""


ABSENCES = ListPage(
    name="dorm-absences",
    title=_("Missing and late"),
    icon="user-question",
    address="dormitory:absences",
    rows=absences,
    order=("-night", "-id"),
    filters=AbsenceFilters,
    sought="",
    columns=(
        Column(key="pupil", label=_("pupil"), is_title=True),
        Column(key="pupil.school_class", label=_("class")),
        Column(key="night", label=_("night"), sort=("night",), is_whole=True,
               cell=lambda absence: day_in_words(absence.night)),
        Column(key="room.house", label=_("dormitory house")),
        Column(key="room", label=_("dorm room")),
        Column(key="status", label=_("state"), cell=state_cell),
        Column(key="returned_at", label=_("back at"), cell=back_cell, is_whole=True),
    ),
    may_read=rights.can_read_absences,
    may_export=rights.can_read_absences,
    on_export=note_export,
    people=pupils_of,
    empty_title=_("Nobody"),
    empty_text=_("Whoever is not there at the roll and has no leave stands here."),
)  # fmt: skip


class CountFilters(ListFilters):
    """By house and night."""

    house = house_filter("room__house")
    since = night_filter(_("from"), "gte")
    until = night_filter(pgettext_lazy("end of a time", "until"), "lte")


def counts(person: Person, query: QueryDict) -> QuerySet[RoomCount]:
    seen = RoomCount.objects.visible_to(person)
    return seen.select_related("room__place", "room__house__place", "by")


COUNTS = ListPage(
    name="dorm-counts",
    title=_("Counted rooms"),
    icon="checklist",
    address="dormitory:counts",
    rows=counts,
    order=("-night", "-room"),
    filters=CountFilters,
    sought="",
    row_path=lambda count: count.room.get_absolute_url(),
    columns=(
        Column(key="room", label=_("dorm room"), is_title=True),
        Column(key="room.house", label=_("dormitory house")),
        Column(key="night", label=_("night"), sort=("night", "room"), is_whole=True,
               cell=lambda count: day_in_words(count.night)),
        Column(key="sleepers", label=_("sleep there"), width=8),
        Column(key="on_leave", label=_("on leave"), width=8),
        Column(key="by", label=_("counted by")),
        Column(key="at", label=_("counted at"), cell=lambda count: moment_in_words(count.at)),
    ),
    may_read=rights.can_read_nights,
    may_export=rights.can_read_nights,
    empty_title=_("Nothing is counted yet"),
    empty_text=_("Every room that is counted in the evening stands here."),
)  # fmt: skip


class LeaveFilters(ListFilters):
    """By class and days."""

    school_class = django_filters.ModelChoiceFilter(
        field_name="pupil__school_class", label=_("class"), queryset=SchoolClass.objects.all(),
        empty_label=_("All classes"),
    )  # fmt: skip
    since = Since(field_name="ends_at", label=_("from"))
    until = Until(field_name="starts_at", label=pgettext_lazy("end of a time", "until"))
    staff_only: ClassVar[tuple[str, ...]] = ("school_class",)


def slips(person: Person, query: QueryDict) -> QuerySet[LeaveSlip]:
    return LeaveSlip.objects.visible_to(person).select_related("pupil__school_class", "by")


def slip_cell(slip: LeaveSlip) -> SafeString | str:
    """Whether it holds."""
    if slip.withdrawn_at:
        return format_html('<span class="state state-dropped">{}</span>', str(_("Taken back")))
    return ""


LEAVE = ListPage(
    name="dorm-leave",
    title=_("Leave slips"),
    icon="door-exit",
    address="dormitory:leave_slips",
    rows=slips,
    order=("-starts_at", "-id"),
    filters=LeaveFilters,
    sought="",
    row_path=lambda slip: "",
    columns=(
        Column(key="pupil", label=_("pupil"), is_title=True),
        Column(key="pupil.school_class", label=_("class")),
        Column(key="starts_at", label=_("from"), sort=("starts_at",), is_whole=True,
               cell=lambda slip: moment_in_words(slip.starts_at)),
        Column(key="ends_at", label=_("to"), is_whole=True,
               cell=lambda slip: moment_in_words(slip.ends_at)),
        Column(key="reason", label=_("reason")),
        Column(key="by", label=_("given by")),
        Column(key="withdrawn_at", label=_("state"), cell=slip_cell),
    ),
    acts=(
        Act(label=_("Take back"), icon="arrow-back-up", address="dormitory:leave_withdraw",
            may=rights.can_give_leave, is_hidden=True),
    ),
    may_select=lambda person, slip: (
        slip.withdrawn_at is None and bool(rights.can_withdraw_leave(person, slip))
    ),
    may_read=rights.can_read_leave,
    may_export=rights.can_read_leave,
    on_export=note_export,
    people=pupils_of,
    empty_title=_("No leave slip yet"),
    empty_text=_("Class teachers give leave; whoever has it is not missing at the roll."),
)  # fmt: skip
