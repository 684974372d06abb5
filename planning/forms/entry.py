"""What is typed to write an entry into the calendar, or to move it."""

from datetime import date
from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

from campus.shell.forms import DayInput
from campus.submissions.forms import EditForm
from planning.models import CalendarEntry

EARLIEST, LATEST = date(2000, 1, 1), date(2100, 12, 31)


class DayField(forms.DateField):
    """A day of this century, chosen with the device's own calendar."""

    def __init__(self, **kwargs: Any) -> None:
        widget = DayInput()
        bounds = [MinValueValidator(EARLIEST), MaxValueValidator(LATEST)]
        super().__init__(widget=widget, validators=bounds, **kwargs)


class EntryForm(EditForm):
    """An entry: what, when, where, and who is in charge."""

    starts_on = DayField(label=_("First day"))
    ends_on = DayField(label=_("Last day"), required=False, help_text=_("Empty for a single day."))

    class Meta:
        model = CalendarEntry
        fields = [
            "title", "kind", "starts_on", "ends_on", "starts_at", "place", "unit", "for_pupils",
        ]  # fmt: skip
        widgets = {"starts_at": forms.TimeInput(attrs={"type": "time"}, format="%H:%M")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper.layout = Layout(
            "title",
            Row(Column("starts_on"), Column("ends_on"), Column("starts_at")),
            Row(Column("kind"), Column("place"), Column("unit")),
            "for_pupils",
        )

    def clean(self) -> dict[str, Any]:
        """A single day ends on its first day."""
        typed = super().clean() or {}
        typed["ends_on"] = typed.get("ends_on") or typed.get("starts_on")
        return typed


class MoveForm(forms.Form):
    """The day on which an entry is to begin."""

    to = DayField(label=_("Move to"))
