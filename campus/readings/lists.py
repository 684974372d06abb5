"""Devices with how they stand, and what they have sent."""

from decimal import Decimal
from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop, pgettext_lazy

from campus.audit.registry import name_kinds
from campus.lists.filters import ListFilters, Since, Until
from campus.lists.registry import Column, Hit, ListPage, dotted, name_list
from campus.models import Device, Person, Place, Reading
from campus.notices.topics import name_topic
from campus.readings import rights
from campus.readings.actions import TOPIC
from campus.readings.models import DeviceQuerySet
from campus.shell.words import moment_in_words

OUT, SILENT, WELL, IDLE = "out", "silent", "well", "idle"
STATES: dict[str, tuple[str, Any]] = {
    OUT: ("overdue", _("Out of bounds")),
    SILENT: ("due_soon", pgettext_lazy("a device", "Silent")),
    WELL: ("done", pgettext_lazy("a device", "In order")),
    IDLE: ("new", pgettext_lazy("a device", "Not in use")),
}


class DeviceFilters(ListFilters):
    """By what it is, where, and how it stands."""

    kind = django_filters.ChoiceFilter(
        label=_("kind"), choices=Device.Kind.choices, empty_label=_("All kinds")
    )
    state = django_filters.ChoiceFilter(
        label=pgettext_lazy("of a device", "state"), method="in_state",
        choices=[(name, words) for name, (_tone, words) in STATES.items()],
        empty_label=_("All states"),
    )  # fmt: skip
    building = django_filters.ModelChoiceFilter(
        label=_("building"), method="inside", empty_label=_("All buildings"),
        queryset=Place.objects.filter(kind__in=["campus", "building"]).order_by("code"),
    )  # fmt: skip

    def in_state(self, found: DeviceQuerySet, name: str, state: str) -> QuerySet[Device]:
        now = timezone.now()
        if state == OUT:
            return found.out()
        if state == SILENT:
            return found.silent(now)
        if state == IDLE:
            return found.filter(is_in_use=False)
        silent = found.silent(now).values("pk")
        return found.in_use().filter(out_in_a_row=0).exclude(pk__in=silent)

    def inside(self, found: DeviceQuerySet, name: str, place: Place) -> QuerySet[Device]:
        return found.filter(place__path__startswith=place.path)


def devices_of(person: Person, query: QueryDict) -> QuerySet[Device]:
    return Device.objects.visible_to(person).select_related("place").defer("place__sought")


def state_of(device: Device) -> str:
    """How it stands now: silence comes before its last value."""
    if not device.is_in_use:
        return IDLE
    if device.is_silent(timezone.now()):
        return SILENT
    return OUT if device.out_in_a_row else WELL


def state_cell(device: Device) -> SafeString:
    tone, words = STATES[state_of(device)]
    return format_html('<span class="state state-{}">{}</span>', tone, words)


def in_figures(value: Decimal | None) -> str:
    return "" if value is None else f"{value.normalize():f}"


def value_words(device: Device) -> str:
    """The last value with its unit; of a gate how many came in and out."""
    if device.last_value is None:
        return ""
    if device.kind == Device.Kind.GATE:
        return f"{in_figures(device.last_value)} ↓ {device.last_left or 0} ↑"
    return f"{in_figures(device.last_value)} {device.unit}"


DEVICES = ListPage(
    name="devices",
    title=_("Devices that send"),
    icon="gauge",
    address="readings:devices",
    rows=devices_of,
    order=("number",),
    filters=DeviceFilters,
    number="number",
    named_by=("place",),
    search_label=_("Name or number"),
    hit=Hit(
        fields=("number", "name", "place__name", "place__code"),
        brief=lambda device: dotted(device.number, device.place.with_code),
    ),
    may_read=rights.can_read_devices,
    empty_title=_("No device yet"),
    empty_text=_("Name meters, probes and gates here, and give each a token to send with."),
    columns=(
        Column(key="name", label=_("name"), is_title=True, width=26),
        Column(key="number", label=_("number"), sort=("number",), width=14),
        Column(key="kind", label=_("kind"), width=10),
        Column(key="place", label=_("place"), width=24, cell=lambda row: row.place.with_code,
               value=lambda row: row.place.full_name),
        Column(key="last_value", label=_("last value"), cell=value_words, value=value_words,
               is_whole=True, width=14),
        Column(key="limits", label=_("bounds"), width=16),
        Column(key="last_at", label=_("last reading"), width=18,
               cell=lambda row: moment_in_words(row.last_at) if row.last_at else ""),
        Column(key="state", label=pgettext_lazy("of a device", "state"), cell=state_cell,
               value=lambda row: STATES[state_of(row)][1], width=10),
    ),
)  # fmt: skip


class ReadingFilters(ListFilters):
    """By device and time."""

    since = Since(field_name="at", label=_("from"))
    until = Until(field_name="at", label=pgettext_lazy("end of a time", "until"))
    out = django_filters.ChoiceFilter(
        label=_("bounds"), choices=[("yes", _("Out of bounds"))], method="out_of_bounds",
        empty_label=_("Within or not"),
    )  # fmt: skip
    device = django_filters.ModelChoiceFilter(
        label=pgettext_lazy("that sends", "device"), queryset=Device.objects.defer("sought"),
        widget=forms.HiddenInput,
    )  # fmt: skip

    def out_of_bounds(self, found: QuerySet[Reading], name: str, value: str) -> QuerySet[Reading]:
        return found.filter(is_out=True)


def readings_of(person: Person, query: QueryDict) -> QuerySet[Reading]:
    return Reading.objects.visible_to(person).select_related("device").defer("device__sought")


READINGS = ListPage(
    name="readings",
    title=_("Readings of devices"),
    icon="gauge",
    address="readings:readings",
    rows=readings_of,
    order=("-at", "-id"),
    sought="",
    filters=ReadingFilters,
    row_path=lambda reading: reading.device.get_absolute_url(),
    may_read=rights.can_read_devices,
    empty_title=_("Nothing was sent yet"),
    columns=(
        Column(key="device", label=pgettext_lazy("that sends", "device"), is_title=True, width=26),
        Column(key="at", label=_("at"), width=18, cell=lambda row: moment_in_words(row.at)),
        Column(key="value", label=_("value"), width=12, cell=lambda row: in_figures(row.value)),
        Column(key="left_count", label=_("came out"), on_page=False, width=10),
        Column(key="unit", label=pgettext_lazy("of a device", "unit"), width=8,
               cell=lambda row: row.device.unit, value=lambda row: row.device.unit),
        Column(key="is_out", label=_("out of bounds"), width=10,
               cell=lambda row: str(_("Out of bounds")) if row.is_out else ""),
    ),
)  # fmt: skip


def hand_in() -> None:
    """Let the lists be found by their names, and the log tell of tokens."""
    name_topic(TOPIC, DEVICES.title)
    name_kinds(
        {
            "device.token_made": (
                _("Token of a device made"),
                gettext_noop("Made a token for the device %(device)s."),
            ),
            "device.token_revoked": (
                _("Token of a device revoked"),
                gettext_noop("Revoked the token of the device %(device)s."),
            ),
        }
    )
    name_list(DEVICES)
    name_list(READINGS)
