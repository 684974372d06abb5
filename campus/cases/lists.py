"""The columns and filters that lists of cases share, whatever their kind."""

from functools import reduce
from operator import or_
from typing import Any

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.cases.models import Case
from campus.lists.filters import ListFilters, Since, Until
from campus.lists.registry import Column, Hit, dotted
from campus.models import Place
from campus.shell.words import moment_in_words

CURRENT = [
    ("open", pgettext_lazy("which cases", "Open")),
    ("overdue", _("Overdue")),
    ("mine", _("In my hands")),
    ("nobody", _("In nobody's hands")),
    ("raised", _("Raised by me")),
    ("asking", _("Asks for more time")),
]


class CaseFilters(ListFilters):
    """What is asked of any kind of case; a subclass adds its model and its own."""

    current = django_filters.ChoiceFilter(
        label=_("Which"), choices=CURRENT, method="narrow", empty_label=_("Open or not")
    )
    priority = django_filters.ChoiceFilter(
        label=_("priority"), choices=Case.Priority.choices, empty_label=_("Urgent or not")
    )

    since = Since(field_name="raised_at", label=_("raised from"))
    until = Until(field_name="raised_at", label=_("raised until"))

    # Of a measure's proof alone, see `campus.measures`.
    building = django_filters.ModelChoiceFilter(
        label=_("building"), queryset=Place.objects.all(), method="inside",
        widget=forms.HiddenInput,
    )  # fmt: skip

    def inside(self, found: Any, name: str, place: Place) -> QuerySet[Any]:
        return found.filter(place__path__startswith=place.path)

    def narrow(self, found: Any, name: str, value: str) -> QuerySet[Any]:
        """The cases that a person asks for most."""
        if value == "overdue":
            return found.overdue(timezone.now())
        if value == "mine":
            return found.open().filter(assignee=self.person)
        if value == "nobody":
            return found.open().filter(assignee=None)
        if value == "asking":
            return found.filter(asked_until__isnull=False)
        return found.filter(reporter=self.person) if value == "raised" else found.open()

    def narrow_promise(self, found: Any, name: str, value: str) -> QuerySet[Any]:
        """Cases by how a promise of theirs ended ("kept:done", "ended:done" either way), each
        trouble once; for the filter in which a kind names its promises."""
        field, promise = value.split(":")
        fields = ("kept", "missed") if field == "ended" else (field,)
        either = [Q(**{f"{each}__contains": [promise]}) for each in fields]
        return found.counted().filter(reduce(or_, either))


def state_cell(case: Any) -> SafeString:
    """The state, coloured as everywhere. `get_status_display` would translate every state."""
    label = case.Status(case.status).label
    return format_html('<span class="state state-{}">{}</span>', case.status, label)


def due_cell(case: Case) -> SafeString | str:
    """When it is due, red when that has passed."""
    if case.due_at is None:
        return ""
    tone = "overdue" if case.is_overdue(timezone.now()) else "plain"
    return format_html('<span class="due-{}">{}</span>', tone, moment_in_words(case.due_at))


def place_cell(case: Case) -> SafeString | str:
    """The place with its code: there is a room 301 in every building."""
    if case.place is None:
        return ""
    return format_html('{} <small class="list-code">{}</small>', case.place.name, case.place.code)


def is_staff(person: Any) -> bool:
    return not person.is_pupil


def where(case: Case) -> str:
    return case.place.with_code if case.place else ""


# Where they are, who has them, who brought them.
CASE_NAMES = ("place", "assignee", "reporter")
CASE_HIT = Hit(
    fields=("number", "title", "status", "place__name", "place__code"),
    brief=lambda case: dotted(where(case), str(case.Status(case.status).label)),
)
CASE_COLUMNS = (
    Column(key="number", label=_("Number"), sort=("number",), is_whole=True, width=14),
    Column(key="title", label=_("In one sentence"), is_title=True, width=48),
    Column(
        key="place", label=_("Place"), cell=place_cell, width=30,
        value=lambda case: case.place.full_name if case.place else "",
    ),
    Column(
        key="status", label=_("State"), cell=state_cell, width=12,
    ),
    Column(
        key="priority", label=_("Priority"), on_page=False, width=10,
    ),
    Column(key="assignee", label=_("In whose hands"), is_whole=True, width=14),
    Column(key="reporter", label=_("Reported by"), on_page=False, shown_to=is_staff, width=14),
    Column(
        key="raised_at", label=_("Raised"), sort=("raised_at",), width=18,
        cell=lambda case: moment_in_words(case.raised_at),
    ),
    Column(key="due_at", label=_("Due"), cell=due_cell, sort=("due_at",), width=18),
)  # fmt: skip
