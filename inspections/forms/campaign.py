"""What is typed of campaigns, their areas, photos and the summary."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from campus.attachments.forms import AttachmentsField, take_files_of
from campus.models import Person, Place
from campus.people.picking import PeopleField, PersonField
from campus.places.forms import PlaceField
from campus.shell.forms import DayInput, PlainForm
from campus.submissions.forms import EditForm
from inspections.models import Campaign, CampaignArea, Checklist


class CampaignForm(EditForm):
    """What the sweep is, until when, and who leads it."""

    leader = PersonField(label=_("led by"))

    class Meta:
        model = Campaign
        fields = ["title", "checklist", "leader", "starts_on", "due_on", "min_photos", "note"]
        widgets = {
            "starts_on": DayInput(), "due_on": DayInput(), "note": forms.Textarea(attrs={"rows": 3})
        }  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["checklist"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = Checklist.objects.offered()
        if self.instance.pk and self.instance.status != Campaign.Status.PREPARED:
            del self.fields["checklist"]
        self.helper.layout = Layout(
            "title", *(["checklist"] if "checklist" in self.fields else []), "leader",
            Row(Column("starts_on"), Column("due_on"), Column("min_photos")), "note",
        )  # fmt: skip


class AreaForm(forms.Form):
    """An area and its team."""

    place = PlaceField(label=_("Area"), help_text=_("A building, a floor, a room: code or name."))
    leader = PersonField(label=_("Leader who goes along"), required=False)
    convener = PersonField(label=_("Convener"), help_text=_("Calls the team together and walks."))
    recorder = PersonField(
        label=_("Recorder"), help_text=_("Hands in the photos and what was found.")
    )
    members = PeopleField(label=_("Further members"))

    def __init__(self, *args: Any, area: CampaignArea, person: Person, **kwargs: Any) -> None:
        if area.pk:
            kwargs["initial"] = {
                "place": area.place, "leader": area.leader, "convener": area.convener,
                "recorder": area.recorder, "members": area.members.all(),
            }  # fmt: skip
        super().__init__(*args, **kwargs)
        self.area = area
        members = self.fields["members"]
        assert isinstance(members, PeopleField)
        members.of(person)
        if area.inspection_id:
            del self.fields["place"]
        self.helper = FormHelper()
        self.helper.form_tag = False

    def clean_place(self) -> Place:
        place: Place = self.cleaned_data["place"]
        same = CampaignArea.objects.filter(campaign=self.area.campaign, place=place)
        if same.exclude(pk=self.area.pk).exists():
            raise ValidationError(_("This place is an area of the campaign already."))
        return place


class PhotosForm(forms.Form):
    """An area's photos."""

    photos = AttachmentsField(label=_("Photos"), required=True)

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        take_files_of(person, self)
        self.helper = FormHelper()
        self.helper.form_tag = False


class CloseForm(PlainForm):
    """What came of the sweep."""

    summary = forms.CharField(
        label=_("Summary"), max_length=4000, widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("What was looked at, what was found, what is being done about it."),
    )  # fmt: skip
