"""What is typed of areas, their care, and the turns that classes take."""

import re
from datetime import date
from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from campus.attachments.forms import AttachmentsField, take_files_of
from campus.models import Person, SchoolClass
from campus.places.forms import PlaceField
from campus.shell.forms import DayInput, PlainForm
from campus.submissions.forms import EditForm, TableForm, table_file
from cleaning.models import Care, CleaningArea, Rotation

MOST_DAYS = 20


class AreaForm(EditForm):
    """What an area is: its name, its place, its boundary in words and as a picture."""

    place = PlaceField(
        label=_("Place"), help_text=_("A spot or room of its own: code or name. Checks mark it.")
    )
    pictures = AttachmentsField(label=_("Picture of the boundary"), required=False, most=3)

    class Meta:
        model = CleaningArea
        fields = ["name", "kind", "place", "boundary", "starts_on"]
        widgets = {"boundary": forms.Textarea(attrs={"rows": 3}), "starts_on": DayInput()}
        help_texts = {
            "boundary": _("Such as: from … in the east to … in the west, with the stairs.")
        }

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        take_files_of(person, self)
        self.helper.layout = Layout(
            Row(Column("name"), Column("kind")), Row(Column("place"), Column("starts_on")),
            "boundary", "pictures",
        )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """Name and place are one area's as long as it is in use."""
        typed = super().clean() or {}
        others = CleaningArea.objects.filter(ends_on=None).exclude(pk=self.instance.pk)
        if typed.get("name") and others.filter(name=typed["name"]).exists():
            self.add_error("name", _("Another area in use has this name."))
        if typed.get("place") and others.filter(place=typed["place"]).exists():
            self.add_error("place", _("Another area in use lies at this place."))
        return typed


class GiveForm(PlainForm):
    """Which class has the care of an area, and from when to when."""

    to = forms.ModelChoiceField(label=_("Class"), queryset=SchoolClass.objects.all())
    starts_on = forms.DateField(label=_("From"), widget=DayInput())
    ends_on = forms.DateField(
        label=_("To"),
        widget=DayInput(),
        required=False,
        help_text=_("Empty: until further notice."),
    )

    def __init__(self, *args: Any, area: CleaningArea, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.area = area

    def clean(self) -> dict[str, Any]:
        """Days in their order, in which nobody else has a fixed time."""
        typed = super().clean() or {}
        first, last = typed.get("starts_on"), typed.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", _("The last day must not come before the first."))
        elif first and Care.objects.promised(self.area, first, last).exists():
            self.add_error("starts_on", _("In these days another class has the care of the area."))
        return typed


class EndForm(PlainForm):
    """The last day of something."""

    on = forms.DateField(label=_("Last day"), widget=DayInput())


class RotationForm(EditForm):
    """Who takes turns where, and when they change."""

    changes_on = forms.CharField(
        label=_("or on these days"), required=False, max_length=400,
        help_text=_("Such as 2025-11-10, the day after the mid-term examinations; by commas."),
    )  # fmt: skip

    class Meta:
        model = Rotation
        fields = [
            "name", "areas", "classes", "starts_on", "ends_on", "every_weeks", "changes_on"
        ]  # fmt: skip
        widgets = {
            "areas": forms.CheckboxSelectMultiple, "classes": forms.CheckboxSelectMultiple,
            "starts_on": DayInput(), "ends_on": DayInput(),
        }  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["areas"]
        assert isinstance(field, forms.ModelMultipleChoiceField)
        field.queryset = CleaningArea.objects.outside().filter(ends_on=None)
        if self.instance.pk:
            days = self.instance.changes_on
            self.initial["changes_on"] = ", ".join(day.isoformat() for day in days)
        self.helper.layout = Layout(
            "name", Row(Column("starts_on"), Column("ends_on")),
            Row(Column("every_weeks"), Column("changes_on")), "areas", "classes",
        )  # fmt: skip

    def clean_changes_on(self) -> list[date]:
        """Days, parted by commas. Raises ValidationError."""
        words = [
            each for each in re.split(r"[\s,，、;；]+", self.cleaned_data["changes_on"]) if each
        ]
        if len(words) > MOST_DAYS:
            raise ValidationError(_("Twenty days are enough."))
        try:
            return sorted({date.fromisoformat(word) for word in words})
        except ValueError as error:
            raise ValidationError(_("Write days as 2025-11-10.")) from error

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        weeks, days = typed.get("every_weeks"), typed.get("changes_on")
        if bool(weeks) == bool(days):
            self.add_error("every_weeks", _("Give a number of weeks up to 26, or days, not both."))
        return typed


class BringIn(TableForm):
    """A file with areas. After a valid form `data_read` holds its bytes."""

    file = table_file(_("Area, kind, place, boundary, class: as .xlsx or .csv."))
