"""The list of bookings."""

from decimal import Decimal

import django_filters
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.lists.filters import ListFilters, Since, Until
from campus.lists.registry import Act, Column, Hit, ListPage, dotted
from campus.models import Person
from campus.shell.words import moment_in_words
from rooms import rights
from rooms.models import Booking, SpecialRoom
from rooms.models.booking import BookingQuerySet


class BookingFilters(ListFilters):
    """By room, state, days, and whose they are."""

    which = django_filters.ChoiceFilter(
        label=_("Which"), method="narrow", empty_label=_("All bookings"),
        choices=[
            ("mine", pgettext_lazy("which bookings", "My own")),
            ("kept", pgettext_lazy("which bookings", "Of my rooms")),
            ("coming", pgettext_lazy("which bookings", "Still to come")),
            ("fault", pgettext_lazy("which bookings", "Something was broken")),
            ("unsaid", pgettext_lazy("which bookings", "Nobody has said how it was left")),
        ],
    )  # fmt: skip
    room = django_filters.ModelChoiceFilter(
        label=_("room"), queryset=SpecialRoom.objects.named(), empty_label=_("All rooms")
    )
    status = django_filters.ChoiceFilter(
        label=_("state"), choices=Booking.Status.choices, empty_label=_("All states")
    )
    since = Since(field_name="starts_at", label=_("from"))
    until = Until(field_name="starts_at", label=pgettext_lazy("end of a time", "until"))

    def narrow(self, found: BookingQuerySet, name: str, value: str) -> QuerySet[Booking]:
        """The bookings that a person asks for most."""
        now = timezone.now()
        if value == "mine":
            return found.filter(by=self.person)
        if value == "kept":
            return found.filter(room__keeper=self.person)
        if value == "fault":
            return found.filter(found=Booking.Found.FAULT)
        if value == "unsaid":
            return found.unconfirmed(now)
        return found.counting().filter(ends_at__gt=now)


def rows(person: Person, query: QueryDict) -> QuerySet[Booking]:
    found = Booking.objects.visible_to(person).select_related("room__place", "by", "school_class")
    return found.defer("room__sought", "room__place__sought", "by__sought")


def state_cell(booking: Booking) -> SafeString:
    label = Booking.Status(booking.status).label
    return format_html('<span class="state state-{}">{}</span>', booking.tone, label)


def when_cell(booking: Booking) -> str:
    return f"{moment_in_words(booking.starts_at)}–{timezone.localtime(booking.ends_at):%H:%M}"


def hours_of(booking: Booking) -> Decimal:
    """For the sheet: what the figures add up."""
    return Decimal(booking.minutes) / 60


def may_approve(person: Person, booking: Booking) -> bool:
    """Whether the person may give the room to whoever has asked for it."""
    return booking.status == Booking.Status.ASKED and bool(rights.can_decide(person, booking))


BOOKINGS = ListPage(
    name="room-bookings",
    title=_("Bookings of special rooms"),
    icon="calendar-event",
    address="rooms:bookings",
    rows=rows,
    order=("-starts_at", "-id"),
    filters=BookingFilters,
    columns=(
        Column(key="purpose", label=_("Purpose"), is_title=True, width=30),
        Column(key="room.place.name", label=_("Room"), width=22),
        Column(
            key="starts_at", label=_("When"), sort=("starts_at",), cell=when_cell, width=18,
        ),
        Column(key="ends_at", label=_("Until"), on_page=False, width=18),
        Column(
            key="hours", label=pgettext_lazy("booking", "Hours"), on_page=False, value=hours_of,
            width=8,
        ),
        Column(key="whom", label=pgettext_lazy("booking", "For whom")),
        Column(key="people", label=_("Number of people"), is_whole=True, width=8),
        Column(key="by", label=_("Booked by")),
        Column(
            key="status", label=_("State"), cell=state_cell,
        ),
        Column(key="reason", label=_("Reason"), on_page=False, width=30),
        Column(key="found", label=_("How the room was left"), on_page=False),
        Column(key="found_words", label=_("What is broken"), on_page=False, width=30),
    ),
    named_by=("by",),
    acts=(
        Act(
            label=pgettext_lazy("a booking", "Approve"), icon="check", is_hidden=True,
            address="rooms:bookings_approve", may=rights.can_decide_some,
        ),
    ),
    may_select=may_approve,
    hit=Hit(
        fields=("purpose", "starts_at", "room__place__name"),
        brief=lambda booking: dotted(
            moment_in_words(booking.starts_at), booking.room.place.name
        ),
    ),
    may_read=rights.can_read_rooms,
    empty_title=_("Nothing is booked yet"),
    empty_text=_("Find a free room, or tap a free period on the page of a room."),
)  # fmt: skip
