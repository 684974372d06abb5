"""Odometers in forms: kilometres, and the question where they jump."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vehicles.actions import odometer
from vehicles.forms.asks_back import AsksBack
from vehicles.models import OdometerReading, Vehicle
from vehicles.models.odometer import MOST_KM


class KmField(forms.IntegerField):
    """What an odometer shows, in whole kilometres."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Odometer in km"))
        widget = forms.NumberInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
        super().__init__(min_value=0, max_value=MOST_KM, widget=widget, **kwargs)


class ReadsOdometer(AsksBack):
    """A form in which an odometer is read: never backwards, and asked once more where it jumps."""

    km = KmField()

    def ask(self, vehicle: Vehicle, at: datetime | None) -> None:
        """Look at the reading after the fields are cleaned, at the moment it was taken."""
        km = self.cleaned_data.get("km")
        if km is None or at is None:
            return
        if words := odometer.backwards(OdometerReading(vehicle=vehicle, km=km, at=at)):
            self.add_error("km", words)
        elif doubt := odometer.doubt(vehicle, km, at):
            self.ask_back({"km": doubt})
