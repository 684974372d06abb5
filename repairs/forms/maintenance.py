"""What is typed of maintenance: plans, and how a job ended."""

from decimal import Decimal
from typing import Any

from crispy_forms.layout import Column, Div, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.attachments.forms import AttachmentsField, take_files_of
from campus.lists.forms import Selection
from campus.models import Person, Role
from campus.people.picking import PersonField
from campus.places.forms import PlaceField
from campus.shell.forms import DayInput, PlainForm
from campus.submissions.forms import EditForm
from inspections.models import Checklist
from repairs.forms.asset_field import AssetField
from repairs.models import MaintenancePlan

Covers, Rhythm = MaintenancePlan.Covers, MaintenancePlan.Rhythm
# The fields that count for each choice; the others are emptied.
COVERED: dict[str, tuple[str, ...]] = {
    Covers.ASSET: ("asset",), Covers.ASSETS: ("category", "place"),
    Covers.PLACE: ("place", "part_kind"),
}  # fmt: skip
TIMED: dict[str, tuple[str, ...]] = {
    Rhythm.INTERVAL: ("every_months",), Rhythm.YEARLY: ("month", "month_day"),
}  # fmt: skip


class PlanForm(EditForm):
    """What is maintained how often, with which checklist, by whom."""

    asset = AssetField(required=False, help_text=_("The number on its label."))
    place = PlaceField(label=_("Place"), required=False, help_text=_("With all its parts."))
    planned_for = PersonField(label=pgettext_lazy("maintenance", "By whom"), required=False)

    class Meta:
        model = MaintenancePlan
        fields = [
            "name", "covers", "asset", "category", "place", "part_kind", "rhythm", "every_months",
            "month", "month_day", "starts_on", "lead_days", "checklist", "planned_for", "role",
            "words",
        ]  # fmt: skip
        widgets = {"starts_on": DayInput(), "words": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "part_kind": _("Empty: the place itself."),
            "starts_on": _("By interval its first due day; by the year no day before it counts."),
            "checklist": _("A job with a checklist is done by walking it."),
            "role": _("Instead of a person."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["asset"], self.initial["place"] = self.instance.asset, self.instance.place
        checklist, role = self.fields["checklist"], self.fields["role"]
        assert isinstance(checklist, forms.ModelChoiceField)
        assert isinstance(role, forms.ChoiceField)
        checklist.queryset = Checklist.objects.offered()
        checklist.empty_label = str(_("None: done with a note"))
        role.choices = [("", _("Nobody by role")), *Role.choices]
        self.helper.layout = Layout(
            "name", "covers",
            *(part(name, covers=COVERED) for name in ("asset", "category", "place", "part_kind")),
            "rhythm",
            *(part(name, rhythms=TIMED) for name in ("every_months", "month", "month_day")),
            Row(Column("starts_on"), Column("lead_days")), "checklist",
            Row(Column("planned_for"), Column("role")), "words",
        )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """What does not count for the choices is emptied, so that nothing unseen is kept."""
        typed = super().clean()
        for choice, fields in (("covers", COVERED), ("rhythm", TIMED)):
            counts = fields.get(typed.get(choice, ""), ())
            for name in {each for names in fields.values() for each in names} - {*counts}:
                typed[name] = "" if name == "part_kind" else None
        return typed


def part(name: str, **fields: dict[str, tuple[str, ...]]) -> Div:
    """A field with the choices that it counts for, told to the page's script."""
    told = {
        f"data_{kind}": " ".join(str(choice) for choice, names in counts.items() if name in names)
        for kind, counts in fields.items()
    }
    return Div(name, **told)


class FinishJob(PlainForm):
    """What was done, when, at what cost, with photos."""

    words = forms.CharField(
        label=_("What was done"), max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )
    done_on = forms.DateField(label=_("Done on"), widget=DayInput())
    cost = forms.DecimalField(
        label=_("Cost in yuan"), min_value=Decimal(0), max_digits=10, decimal_places=2,
        required=False,
    )  # fmt: skip
    attachments = AttachmentsField(label=_("Photos and papers"), required=False)

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        take_files_of(person, self)

    def clean_done_on(self) -> Any:
        day = self.cleaned_data["done_on"]
        if day > timezone.localdate():
            raise ValidationError(_("That is still to come."))
        return day

    def clean_cost(self) -> Decimal:
        return self.cleaned_data["cost"] or Decimal(0)


class SkipJob(PlainForm):
    """Why a job is left out this once."""

    reason = forms.CharField(label=_("Reason"), max_length=300)


class JobCost(PlainForm):
    """What a job has cost."""

    cost = forms.DecimalField(
        label=_("Cost in yuan"), min_value=Decimal(0), max_digits=10, decimal_places=2
    )


class FinishJobs(Selection):
    """The selected jobs, and what was done."""

    words = forms.CharField(
        max_length=500, error_messages={"required": _("Say in a few words what was done.")}
    )
