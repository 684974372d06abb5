"""What is typed of a schedule."""

import re
from datetime import time
from typing import Any

from crispy_forms.layout import Column, Div, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.utils.dateparse import parse_time
from django.utils.translation import gettext_lazy as _

from campus.models import Person, Place, Role, WorkingHours
from campus.people.picking import PersonField
from campus.places.forms import PlaceField
from campus.shell.forms import DayInput
from campus.submissions.forms import EditForm
from inspections.forms.walk import kept_by
from inspections.models import Schedule

Rhythm = Schedule.Rhythm
MOST_TIMES, MOST_NAMED = 12, 200
# The fields that count for each rhythm; the others are let be.
FIELDS: dict[str, tuple[str, ...]] = {
    Rhythm.DAILY: ("times", "weekdays", "within_minutes"),
    Rhythm.NIGHTLY: ("every_hours", "night_from", "night_to", "weekdays", "within_minutes"),
    Rhythm.WEEKLY: ("weekdays", "lasts_days"),
    Rhythm.MONTHLY: ("month_day", "lasts_days"),
    Rhythm.SEMESTER: ("week_no", "lasts_days"),
    Rhythm.HOLIDAY: ("days_before", "lasts_days"),
}
# What stands in a field that does not count.
EMPTY: dict[str, Any] = {"times": [], "weekdays": [], "within_minutes": 60, "lasts_days": 1}


class TimesField(forms.CharField):
    """Times of the day, parted by commas or blanks: 7:05, 17:50."""

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(f"{at:%H:%M}" for at in value) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[time]:
        """In order, each once. Raises ValidationError."""
        typed = [part for part in re.split(r"[\s,，、;；]+", super().clean(value) or "") if part]
        if len(typed) > MOST_TIMES:
            raise ValidationError(_("At most %(most)s times a day."), params={"most": MOST_TIMES})
        return sorted({self.one(each) for each in typed})

    def one(self, typed: str) -> time:
        try:
            at = parse_time(typed.replace("：", ":"))
        except ValueError:
            at = None
        if at is None:
            raise ValidationError(
                _("“%(time)s” is not a time; write 7:05."), params={"time": typed}
            )
        return at.replace(second=0, microsecond=0)


class PlacesField(forms.CharField):
    """Places by their codes, parted by commas or lines."""

    def prepare_value(self, value: Any) -> Any:
        return "、".join(place.code for place in value) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[Place]:
        """Raises ValidationError with the codes that no place has."""
        typed = [part for part in re.split(r"[\s,，、;；]+", super().clean(value) or "") if part]
        if len(typed) > MOST_NAMED:
            raise ValidationError(_("Name at most %(most)s places."), params={"most": MOST_NAMED})
        codes = {each.upper() for each in typed}
        found = list(Place.objects.filter(code__in=codes | set(typed)))
        missing = [each for each in typed if each.upper() not in {p.code.upper() for p in found}]
        if missing:
            raise ValidationError(
                _("No place has the code %(codes)s."), params={"codes": "、".join(missing[:6])}
            )
        return found


class ScheduleForm(EditForm):
    """Which places, how often, by whom."""

    place = PlaceField(label=_("Place"), help_text=_("A building, a floor, a room: code or name."))
    places = PlacesField(
        label=_("and these places"), required=False, max_length=4000,
        help_text=_("Codes, parted by commas."), widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    planned_for = PersonField(label=_("By whom"), required=False)
    times = TimesField(label=_("times"), required=False, max_length=200, help_text="7:05, 17:50")
    weekdays = forms.TypedMultipleChoiceField(
        label=_("weekdays"), choices=WorkingHours.Weekday.choices, coerce=int, required=False,
        widget=forms.CheckboxSelectMultiple, help_text=_("None: every day."),
    )  # fmt: skip

    class Meta:
        model = Schedule
        fields = [
            "checklist", "place", "part_kind", "part_use", "places", "planned_for", "role",
            "rhythm", "times", "weekdays", "every_hours", "night_from", "night_to",
            "within_minutes", "month_day", "week_no", "days_before", "lasts_days", "days_off",
            "starts_on", "ends_on",
        ]  # fmt: skip
        widgets = {
            "starts_on": DayInput(), "ends_on": DayInput(),
            "night_from": forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
            "night_to": forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        }  # fmt: skip
        help_texts = {
            "part_kind": _("Empty: the place itself."),
            "part_use": _("Such as all dorm rooms of a building."),
            "role": _("Instead of a person."),
            "week_no": _("1 is the first of term, 0 the week before it."),
            "ends_on": _("Empty: until it is paused."),
        }

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["places"] = list(self.instance.places.all())
        field = self.fields["checklist"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = kept_by(person)
        self.fields["role"].choices = [("", _("Nobody by role")), *Role.choices]  # type: ignore[attr-defined]  # a choice field
        for name in ("within_minutes", "lasts_days"):
            self.fields[name].required = False
        self.helper.layout = Layout(
            "checklist", "place", Row(Column("part_kind"), Column("part_use")), "places",
            Row(Column("planned_for"), Column("role")), "rhythm",
            *(part(name) for name in dict.fromkeys(each for names in FIELDS.values()
                                                   for each in names)),
            "days_off", Row(Column("starts_on"), Column("ends_on")),
        )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """What does not count for the rhythm is emptied, so that nothing unseen is kept."""
        typed = super().clean()
        counts = FIELDS.get(typed.get("rhythm", ""), ())
        for name in {each for names in FIELDS.values() for each in names}:
            if name not in counts or typed.get(name) is None:
                typed[name] = EMPTY.get(name)
        return typed

    @property
    def fields_typed(self) -> dict[str, Any]:
        return dict(self.cleaned_data)


def part(name: str) -> Div:
    """A field with the rhythms that it counts for, told to the page's script."""
    rhythms = " ".join(str(rhythm) for rhythm, names in FIELDS.items() if name in names)
    return Div(name, data_rhythms=rhythms)
