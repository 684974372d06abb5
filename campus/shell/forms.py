"""What the forms of all areas are made of."""

from datetime import date, datetime
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _


class PlainForm(forms.Form):
    """A form without a record behind it, whose tag and button the page draws."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False


class DayInput(forms.DateInput):
    """A day, with the device's own calendar."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class MomentInput(forms.DateTimeInput):
    """A moment of school time to the minute, with the device's own picker."""

    input_type = "datetime-local"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%dT%H:%M")


def day_field(label: Any, **kwargs: Any) -> forms.DateField:
    """A field for a day."""
    return forms.DateField(label=label, widget=DayInput(), **kwargs)


def moment_field(label: Any, **kwargs: Any) -> forms.DateTimeField:
    """A field for a moment of school time."""
    return forms.DateTimeField(label=label, widget=MomentInput(), **kwargs)


def refuse_future_day(day: date) -> date:
    """Raises ValidationError for a day that is still to come."""
    if day > timezone.localdate():
        raise ValidationError(_("That is still to come."))
    return day


def refuse_future(moment: datetime) -> datetime:
    """Raises ValidationError for a moment that is still to come."""
    if moment > timezone.now():
        raise ValidationError(_("That is still to come."))
    return moment
