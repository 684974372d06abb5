"""Odometers in forms: kilometres, and the question where they jump."""

from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from vehicles.actions import odometer
from vehicles.models import OdometerReading, Vehicle
from vehicles.models.odometer import MOST_KM


class KmField(forms.IntegerField):
    """What an odometer shows, in whole kilometres."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Odometer in km"))
        widget = forms.NumberInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
        super().__init__(min_value=0, max_value=MOST_KM, widget=widget, **kwargs)


class ReadsOdometer(forms.Form):
    """A form in which an odometer is read: never backwards, and asked once more where it jumps.

    The box that says yes is shown only when it is asked.
    """

    km = KmField()
    sure = forms.BooleanField(label=_("Yes, it is right"), required=False)

    def ask(self, vehicle: Vehicle, at: datetime | None) -> None:
        """Look at the reading after the fields are cleaned, at the moment it was taken."""
        km = self.cleaned_data.get("km")
        doubt = ""
        if km is not None and at is not None:
            doubt = self.doubt_of(vehicle, km, at)
        if doubt and not self.cleaned_data.get("sure"):
            self.add_error("sure", doubt)
        if not doubt and not self.cleaned_data.get("sure"):
            self.hide_question()

    def doubt_of(self, vehicle: Vehicle, km: int, at: datetime) -> str:
        """What is to be asked; what cannot be is an error at once."""
        try:
            odometer.refuse_backwards(OdometerReading(vehicle=vehicle, km=km, at=at))
        except ValidationError as wrong:
            self.add_error(None, wrong)
            return ""
        return odometer.doubt(vehicle, km, at)

    def hide_question(self) -> None:
        """Without a doubt nobody is asked."""
        self.fields["sure"].widget = forms.HiddenInput()
