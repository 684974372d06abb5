"""What is typed to dispatch, change and call off trips, and what a driver types on the road."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from campus.attachments.forms import AttachmentsField, take_files_of
from campus.models import Person, Role
from campus.shell.forms import PlainForm, moment_field, refuse_future
from vehicles.actions.driving import gap_before
from vehicles.dispatch.offers import Wish, choices
from vehicles.forms.asks_back import without_question
from vehicles.forms.readings import ReadsOdometer
from vehicles.models import LONGEST, Trip, TripRequest, Vehicle


class Choose(PlainForm):
    """A vehicle and a driver; why one cannot be had is said at its field. The page draws both from
    `choices`."""

    vehicle = forms.ModelChoiceField(
        label=_("Vehicle"), queryset=Vehicle.objects.kept().defer("sought"),
        error_messages={"required": _("Choose a vehicle.")},
    )  # fmt: skip
    driver = forms.ModelChoiceField(
        label=_("Driver"), queryset=Person.objects.none(),
        error_messages={"required": _("Choose a driver.")},
    )  # fmt: skip

    def __init__(self, *args: Any, wish: Wish, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.wish = wish
        field = self.fields["driver"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = Person.objects.on_duty_as(Role.DRIVER).defer("sought")

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        self.wish = self.wished(typed)
        chosen = [[typed[name]] if typed.get(name) else [] for name in ("vehicle", "driver")]
        found = choices(self.wish, vehicles=chosen[0], drivers=chosen[1], at=timezone.now())
        for name, offers in (("vehicle", found.vehicles), ("driver", found.drivers)):
            if offers and offers[0].why_not:
                self.add_error(name, offers[0].why_not)
        return typed

    def wished(self, typed: dict[str, Any]) -> Wish:
        """What the trip needs, by what was typed."""
        return self.wish


class Dispatch(Choose):
    """As far as the person had seen the request."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, request: TripRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["seen"] = request.version


class Change(Choose):
    """Another vehicle, another driver or other hours, and why."""

    starts_at = moment_field(_("Leaves at"))
    ends_at = moment_field(_("Back at"))
    why = forms.CharField(
        label=_("Reason"), max_length=300, widget=forms.Textarea(attrs={"rows": 2})
    )
    field_order = ["starts_at", "ends_at", "vehicle", "driver", "why"]

    def __init__(self, *args: Any, trip: Trip, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.trip = trip
        names = ("starts_at", "ends_at", "vehicle", "driver")
        self.initial = {name: getattr(trip, name) for name in names}

    def wished(self, typed: dict[str, Any]) -> Wish:
        """By the hours that were typed, where these can be."""
        start, end = typed.get("starts_at"), typed.get("ends_at")
        if start is None or end is None:
            return self.wish
        if not start < end <= start + LONGEST:
            self.add_error("ends_at", _("It must be back after it has left, within 14 days."))
            return self.wish
        if end <= timezone.now():
            self.add_error("ends_at", _("That has passed already."))
        return Wish(
            starts_at=start, ends_at=end, passengers=self.wish.passengers,
            needs_school_bus=self.wish.needs_school_bus, but=self.wish.but,
        )  # fmt: skip


class CallOff(PlainForm):
    """Why a trip is called off."""

    why = forms.CharField(
        label=_("Reason"), max_length=300, widget=forms.Textarea(attrs={"rows": 2})
    )


# On the road


class Start(ReadsOdometer, PlainForm):
    """What was looked at, and what the odometer shows."""

    faults = forms.MultipleChoiceField(
        label=_("Looked at before driving: what is not in order?"), choices=Trip.Check.choices,
        required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Nothing ticked: all of these were looked at and are in order."),
    )  # fmt: skip
    fault_words = forms.CharField(label=_("What did you find?"), required=False, max_length=300)
    started_at = moment_field(_("Left at"))
    why_gap = forms.CharField(
        label=_("Who has driven these kilometres?"), required=False, max_length=300,
        help_text=_("Only where it shows more than at the last reading."),
    )  # fmt: skip
    field_order = ["faults", "fault_words", "km", "asked", "sure", "why_gap", "started_at"]

    def __init__(self, *args: Any, trip: Trip, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"started_at": timezone.localtime()})
        super().__init__(*args, **kwargs)
        self.trip = trip
        words = _("The last reading was %(km)s km.") % {"km": trip.vehicle.odometer}
        self.fields["km"].help_text = words

    def clean_started_at(self) -> datetime:
        return refuse_future(self.cleaned_data["started_at"])

    def clean(self) -> dict[str, Any]:
        """What was found is told in words; kilometres that are missing are explained."""
        typed = super().clean() or {}
        at, km = typed.get("started_at"), typed.get("km")
        self.ask(self.trip.vehicle, at)
        if typed.get("faults") and not typed.get("fault_words", "").strip():
            self.add_error("fault_words", _("Say what you found."))
        if km is None or at is None or self.errors:
            return typed
        gap = gap_before(self.trip, km, at)
        if gap and not typed.get("why_gap", "").strip():
            words = _("Since the last reading %(km)s km are missing. Say who has driven them.")
            self.add_error("why_gap", words % {"km": gap})
        return typed

    @property
    def facts(self) -> dict[str, Any]:
        """What the action takes."""
        return without_question(self.cleaned_data)


def yuan(label: Any) -> forms.DecimalField:
    """An amount that may be left empty for none."""
    return forms.DecimalField(
        label=label, required=False, min_value=Decimal(0), max_digits=8, decimal_places=2,
        widget=forms.NumberInput(attrs={"inputmode": "decimal", "step": "0.01"}),
    )  # fmt: skip


class End(ReadsOdometer, PlainForm):
    """Odometer, tolls, parking, a remark and photos."""

    ended_at = moment_field(_("Was back at"))
    tolls = yuan(_("Tolls in yuan"))
    parking = yuan(_("Parking in yuan"))
    words = forms.CharField(label=_("Remark"), required=False, max_length=300)
    attachments = AttachmentsField(label=_("Receipts and photos"), required=False)

    def __init__(self, *args: Any, trip: Trip, person: Person, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"ended_at": timezone.localtime()})
        super().__init__(*args, **kwargs)
        self.trip = trip
        take_files_of(person, self)
        assert trip.start_reading  # it is on the road
        words = _("It left with %(km)s km.") % {"km": trip.start_reading.km}
        self.fields["km"].help_text = words
        self.helper.layout = Layout(
            "km", "asked", "sure", "ended_at", Row(Column("tolls"), Column("parking")), "words",
            "attachments",
        )  # fmt: skip

    def clean_ended_at(self) -> datetime:
        """Not to come, and not before it has left. Raises ValidationError."""
        ended_at = refuse_future(self.cleaned_data["ended_at"])
        if self.trip.started_at and ended_at < self.trip.started_at.replace(second=0):
            raise ValidationError(_("It cannot be back before it has left."))
        return max(ended_at, self.trip.started_at or ended_at)

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        self.ask(self.trip.vehicle, typed.get("ended_at"))
        return typed

    @property
    def facts(self) -> dict[str, Any]:
        """What the action takes."""
        typed = without_question(self.cleaned_data)
        money = {name: typed[name] or Decimal(0) for name in ("tolls", "parking")}
        return typed | money
