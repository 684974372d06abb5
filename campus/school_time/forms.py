"""What is typed to lay semesters, enter special days and set hours."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, time
from itertools import pairwise
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from campus.models import Semester, SpecialDay, WorkingHours
from campus.school_time.engine import Hours, Span
from campus.shell.forms import DayInput
from campus.submissions.forms import EditForm

HoursRow = tuple[int, time, time]
SPAN = re.compile(r"(\d{1,2}):(\d\d)\s*[-–—~至到]+\s*(\d{1,2}):(\d\d)", re.ASCII)


def day_field(label: Any, help_text: Any = "") -> forms.DateField:
    """A day, chosen with the device's own calendar."""
    return forms.DateField(
        label=label,
        help_text=help_text,
        widget=DayInput(),
    )


class SemesterForm(EditForm):
    """A semester's school year, number and days."""

    starts_in = forms.IntegerField(
        label=_("School year begins in"),
        min_value=2000,
        max_value=2100,
        help_text=_("Such as 2025."),
    )
    first_day = day_field(_("First day"), _("Of the office's work, preparation included."))
    last_day = day_field(_("Last day"), _("Of the office's work, holiday duty included."))
    week_one = day_field(_("Monday of week 1"), _("The week before it is week 0, for preparation."))

    class Meta:
        model = Semester
        fields = ["number", "first_day", "last_day", "week_one"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper.layout = Layout(
            Row(Column("starts_in"), Column("number")),
            Row(Column("first_day"), Column("last_day")),
            "week_one",
        )

    def clean(self) -> dict[str, Any]:
        """The school year is no field of the row yet, so its constraint is checked here."""
        typed = super().clean() or {}
        same = {"school_year__starts_in": typed.get("starts_in"), "number": typed.get("number")}
        if Semester.objects.filter(**same).exclude(pk=self.instance.pk).exists():
            self.add_error("number", _("This school year has that semester already."))
        return typed


class SpecialDayForm(EditForm):
    """A day off or a make-up workday, and its occasion."""

    day = day_field(_("Day"))
    # Named here because a model's choice would offer "nothing" as well.
    kind = forms.ChoiceField(
        label=_("Kind"), choices=SpecialDay.Kind.choices, widget=forms.RadioSelect
    )

    class Meta:
        model = SpecialDay
        fields = ["day", "kind", "name"]


class HoursForm(forms.Form):
    """The hours of a week, one line a weekday: `8:00-12:00 13:30-17:30`."""

    def __init__(self, *args: Any, hours: Hours, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for weekday in WorkingHours.Weekday:
            self.fields[field_name(weekday)] = SpansField(
                label=weekday.label,
                required=False,
                initial=spans_in_words(hours.get(weekday, ())),
                widget=forms.TextInput(attrs={"placeholder": _("free")}),
            )
        self.helper = FormHelper()
        self.helper.form_tag = False

    def rows(self) -> list[HoursRow]:
        """What was typed, as rows of weekday, opening, closing."""
        return [
            (weekday.value, span.opens, span.closes)
            for weekday in WorkingHours.Weekday
            for span in self.cleaned_data[field_name(weekday)]
        ]


class SpansField(forms.CharField):
    """Spans of hours in one line, by any dash, parted by anything; full-width digits are read."""

    def clean(self, value: Any) -> list[Span]:
        line = unicodedata.normalize("NFKC", super().clean(value))
        rest = SPAN.sub("", line)
        if re.search(r"\w", rest):
            raise ValidationError(_("Write hours like 8:00-12:00 13:30-17:30."))
        spans = sorted(span_of(*map(int, found.groups())) for found in SPAN.finditer(line))
        refuse_overlap(spans)
        return spans


def span_of(*numbers: int) -> Span:
    """The span of four numbers. Raises ValidationError for times that do not exist or run back."""
    opens_hour, opens_minute, closes_hour, closes_minute = numbers
    try:
        return Span(time(opens_hour, opens_minute), time(closes_hour, closes_minute))
    except ValueError as error:
        raise ValidationError(_("Closing must come after opening, before midnight.")) from error


def refuse_overlap(spans: list[Span]) -> None:
    for before, after in pairwise(spans):
        if after.opens < before.closes:
            raise ValidationError(_("Hours of one day must not overlap."))


def spans_in_words(spans: Iterable[Span]) -> str:
    """Hours as they are typed and shown."""
    return "  ".join(f"{span.opens:%H:%M}–{span.closes:%H:%M}" for span in spans)


def field_name(weekday: int) -> str:
    return f"weekday_{weekday}"


class YearForm(forms.Form):
    """The year whose days are shown or taken over."""

    year = forms.IntegerField(min_value=2000, max_value=2100)

    @classmethod
    def read(cls, typed: Any, today: date) -> int:
        """The year of an address; this year where it is absent or senseless."""
        form = cls(typed)
        return form.cleaned_data["year"] if form.is_valid() else today.year
