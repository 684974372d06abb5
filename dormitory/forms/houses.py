"""What is typed about houses, rooms, beds and stays."""

from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from campus.models import Person
from campus.places.forms import PlaceField
from campus.shell.forms import PlainForm, day_field
from campus.submissions.forms import EditForm
from dormitory.actions.houses import MOST_BEDS
from dormitory.forms.plain import PupilField, refuse_order
from dormitory.models import Bed, House, Occupancy, Side


class SetUpForm(PlainForm):
    """Which rooms are dorm rooms, for whom, with how many beds."""

    place = PlaceField(label=_("Building, floor or room"))
    side = forms.ChoiceField(label=_("For"), choices=Side.choices)
    beds = forms.IntegerField(
        label=_("Beds in each room"), min_value=1, max_value=MOST_BEDS, required=False,
        help_text=_("Empty: as many as the list of places says. Beds that are there stay."),
    )  # fmt: skip


class HouseForm(EditForm):
    """The rules of a house and its evening roll."""

    class Meta:
        model = House
        fields = ["rules", "counts_at", "tell_after"]
        widgets = {
            "rules": forms.Textarea(attrs={"rows": 10}),
            "counts_at": forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper.layout = Layout(Row(Column("counts_at"), Column("tell_after")), "rules")


class BedForm(EditForm):
    """A bed more."""

    class Meta:
        model = Bed
        fields = ["label"]


class SettleForm(PlainForm):
    """Who gets a bed, and for which days."""

    pupil = PupilField(label=_("Pupil"), help_text=_("Number or name."))
    starts_on = day_field(_("From"))
    ends_on = day_field(_("Last night"), required=False, help_text=_("Empty: until it is ended."))

    def __init__(self, *args: Any, by: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["pupil"]
        assert isinstance(field, PupilField)
        field.pupils = Person.objects.visible_to(by)
        self.fields["starts_on"].initial = timezone.localdate()
        self.helper.layout = Layout("pupil", Row(Column("starts_on"), Column("ends_on")))

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        words = gettext("A stay cannot end before it starts.")
        refuse_order(typed, "starts_on", "ends_on", words)
        return typed


class EndStayForm(EditForm):
    """The last day of a stay."""

    ends_on = day_field(_("Last night"))

    class Meta:
        model = Occupancy
        fields = ["ends_on"]
