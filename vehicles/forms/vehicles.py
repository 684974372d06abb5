"""What is typed about vehicles: registering, correcting, reading odometers, leaving use."""

from datetime import date
from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from campus.attachments.forms import AttachmentsField, take_files_of
from campus.models import Person
from campus.places.forms import PlaceField
from campus.shell.forms import DayInput, PlainForm, refuse_future_day
from campus.submissions.forms import EditForm
from vehicles.actions import odometer
from vehicles.forms.readings import KmField, ReadsOdometer
from vehicles.models import OdometerReading, Vehicle


class VehicleForm(EditForm):
    """What is said of a vehicle."""

    parked_at = PlaceField(
        label=_("Parked at"), required=False, help_text=_("The code on the sign, or the name.")
    )
    attachments = AttachmentsField(label=_("Photos and papers"), required=False)

    class Meta:
        model = Vehicle
        fields = [
            "plate", "model", "kind", "energy", "seats", "vin", "registered_on", "price",
            "tank_litres", "department", "parked_at", "note",
        ]  # fmt: skip
        widgets = {"registered_on": DayInput()}

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        take_files_of(person, self)
        self.helper.layout = Layout(
            Row(Column("plate"), Column("model")),
            Row(Column("kind"), Column("energy"), Column("seats")),
            *self.first,
            Row(Column("vin"), Column("registered_on")),
            Row(Column("price"), Column("tank_litres")),
            Row(Column("department"), Column("parked_at")),
            "note", "attachments",
        )  # fmt: skip

    @property
    def first(self) -> list[Any]:
        """The fields that only a new vehicle has."""
        return []

    def clean_plate(self) -> str:
        """In capitals, as plates are; raises ValidationError for another vehicle's."""
        plate: str = self.cleaned_data["plate"].upper().replace(" ", "")
        same = Vehicle.objects.filter(plate__iexact=plate).exclude(pk=self.instance.pk)
        if same.exists():
            raise ValidationError(_("Another vehicle has this plate."))
        return plate

    def clean_registered_on(self) -> date | None:
        day: date | None = self.cleaned_data["registered_on"]
        return refuse_future_day(day) if day else None


class NewVehicleForm(VehicleForm):
    """A new vehicle, and what its odometer shows today."""

    km = KmField(required=False)

    @property
    def first(self) -> list[Any]:
        return ["km"]


class LeaveUse(PlainForm):
    """Why a vehicle leaves use."""

    why = forms.CharField(
        label=_("Reason"), max_length=300, widget=forms.Textarea(attrs={"rows": 2})
    )


class Correct(PlainForm):
    """What an odometer really showed, and why the reading was wrong."""

    km = KmField()
    why = forms.CharField(
        label=_("Reason"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Such as: a zero too many, misread, odometer replaced."),
    )  # fmt: skip

    def __init__(self, *args: Any, reading: OdometerReading, **kwargs: Any) -> None:
        super().__init__(*args, initial={"km": reading.km}, **kwargs)
        self.reading = reading

    def clean_km(self) -> int:
        """Raises ValidationError where it would run backwards."""
        km: int = self.cleaned_data["km"]
        right = OdometerReading(
            pk=self.reading.pk, vehicle=self.reading.vehicle, km=km, at=self.reading.at
        )
        if words := odometer.backwards(right):
            raise ValidationError(words)
        return km


class Read(ReadsOdometer, PlainForm):
    """What an odometer shows now, read by the keeper."""

    note = forms.CharField(label=_("Remark"), required=False, max_length=300)

    def __init__(self, *args: Any, vehicle: Vehicle, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.vehicle = vehicle

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        self.ask(self.vehicle, timezone.now())
        return typed
