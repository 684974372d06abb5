"""What the forms of all areas are made of."""

from datetime import UTC, date, datetime
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from campus.school_time.days import FIRST_DAY, LAST_DAY


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


class MomentField(forms.DateTimeField):
    """A moment, of school time where no zone is written; what no calendar of the school holds, such
    as the year 183 or a zone of 16 hours, is none."""

    def to_python(self, value: Any) -> datetime | None:
        """Raises ValidationError."""
        moment = super().to_python(value)
        if moment is None:
            return None
        try:
            told = moment.astimezone(UTC)
        except OverflowError:
            told = datetime.min.replace(tzinfo=UTC)
        if not FIRST_DAY <= told.date() <= LAST_DAY:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return told


def moment_field(label: Any, **kwargs: Any) -> MomentField:
    """A field for a moment of school time."""
    return MomentField(label=label, widget=MomentInput(), **kwargs)


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
