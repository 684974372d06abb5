"""What is typed about accidents and violations."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.attachments.forms import AttachmentsField, take_files_of
from campus.models import Person
from campus.people.picking import PersonField
from campus.shell.forms import PlainForm, moment_field, refuse_future
from campus.submissions.forms import EditForm
from vehicles.forms.refuels import decimal_field
from vehicles.models import KEEPERS, Vehicle, VehicleIncident


class WriteDown(PlainForm):
    """What has happened, as whoever was there tells it."""

    vehicle = forms.ModelChoiceField(
        label=_("Vehicle"), queryset=Vehicle.objects.none(), empty_label=None
    )
    kind = forms.ChoiceField(
        label=pgettext_lazy("with a vehicle", "What was it?"), widget=forms.RadioSelect,
        choices=VehicleIncident.Kind.choices, initial=VehicleIncident.Kind.ACCIDENT,
    )  # fmt: skip
    happened_at = moment_field(_("When did it happen?"))
    where = forms.CharField(label=_("Where did it happen?"), max_length=120)
    driver = PersonField(label=_("Driver"), required=False)
    description = forms.CharField(
        label=_("What has happened?"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Without the names of pupils; who was hurt is told to safety as an incident."),
    )  # fmt: skip
    attachments = AttachmentsField(label=_("Photos and papers"), required=False)

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        take_files_of(person, self)
        vehicles: Any = self.fields["vehicle"]
        vehicles.queryset = Vehicle.objects.kept().defer("sought")
        self.fields["happened_at"].initial = timezone.localtime().replace(second=0, microsecond=0)
        driver = ["driver"] if person.on_duty_as(*KEEPERS) else []
        if not driver:
            del self.fields["driver"]
        self.helper.layout = Layout(
            Row(Column("vehicle"), Column("happened_at")), "kind", "where", *driver, "description",
            "attachments",
        )  # fmt: skip

    def clean_happened_at(self) -> datetime:
        return refuse_future(self.cleaned_data["happened_at"])

    def clean(self) -> dict[str, Any]:
        """Drivers write down what has happened to themselves."""
        typed = super().clean() or {}
        return {"driver": self.person, **typed}


class FollowIncident(EditForm):
    """What became of it: fault, cost, insurance."""

    driver = PersonField(label=_("Driver"), required=False)
    cost = decimal_field(
        _("Cost in yuan"), 10, 2, required=False, min_value=Decimal(0),
        help_text=_("What the school has to pay: damage, fine, own share."),
    )  # fmt: skip
    attachments = AttachmentsField(label=_("Photos and papers"), required=False)

    class Meta:
        model = VehicleIncident
        fields = ["where", "driver", "description", "fault", "cost", "claim"]

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        take_files_of(person, self)
        self.helper.layout = Layout(
            Row(Column("where"), Column("driver")), "description",
            Row(Column("fault"), Column("cost"), Column("claim")), "attachments",
        )  # fmt: skip

    @property
    def typed(self) -> dict[str, Any]:
        """What the action takes."""
        return {name: self.cleaned_data[name] for name in (*self.Meta.fields, "attachments")}


class CloseIncident(PlainForm):
    """How it was settled."""

    words = forms.CharField(
        label=_("How was it settled?"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )
