"""What is typed to find, write and move plan items."""

from datetime import date
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from campus.lists.forms import Selection
from campus.models import Semester
from campus.people.picking import PersonField
from campus.records.forms import WriteComment
from campus.shell.forms import DayInput
from campus.submissions.forms import EditForm
from planning.models import PlanAim, PlanItem

State = PlanItem.Status


class EditItem(EditForm):
    """The facts of a plan item."""

    owner = PersonField(label=gettext_lazy("Person responsible"), required=False)

    class Meta:
        model = PlanItem
        fields = [
            "title", "kind", "starts_on", "ends_on", "aim", "lead_unit", "support_units", "owner",
            "cohort",
        ]  # fmt: skip
        widgets = {
            "title": forms.Textarea(attrs={"rows": 3}),
            "starts_on": DayInput(),
            "ends_on": DayInput(),
            "support_units": forms.SelectMultiple(attrs={"size": 6}),
        }

    def __init__(self, *args: Any, semester: Semester, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.queryset("aim", PlanAim.objects.filter(plan__semester=semester))
        self.helper.layout = Layout(
            "title",
            Row(Column("starts_on"), Column("ends_on")),
            Row(Column("kind"), Column("cohort")),
            Row(Column("lead_unit"), Column("owner")),
            "support_units",
            "aim",
        )

    def queryset(self, name: str, rows: Any) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = rows

    def clean_title(self) -> str:
        return " ".join(self.cleaned_data["title"].split())


class MoveItem(forms.Form):
    """To which state an item moves, and why; new days when it is postponed."""

    to = forms.ChoiceField(choices=State.choices, widget=forms.HiddenInput)
    starts_on = forms.DateField(
        label=gettext_lazy("New first day"), required=False, widget=DayInput()
    )
    ends_on = forms.DateField(label=gettext_lazy("New last day"), required=False, widget=DayInput())
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, item: PlanItem, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.item = item
        self.helper = FormHelper()
        self.helper.form_tag = False
        days = [Row(Column("starts_on"), Column("ends_on"))] if self.is_postponing else []
        self.helper.layout = Layout("to", *days, "reason")

    @property
    def to_state(self) -> str:
        """The state asked for, whether valid or not."""
        return str(self["to"].value() or "")

    @property
    def is_postponing(self) -> bool:
        return self.to_state == State.POSTPONED

    def clean_reason(self) -> str:
        reason = " ".join(self.cleaned_data["reason"].split())
        if not reason and self.to_state in PlanItem.NEEDS_REASON:
            raise ValidationError(_("Say why it is postponed or dropped."))
        return reason

    def clean(self) -> dict[str, Any]:
        """`to`, `reason`, and as `days` the new first and last day where it is postponed."""
        typed = super().clean() or {}
        starts_on, ends_on = typed.pop("starts_on", None), typed.pop("ends_on", None)
        if self.is_postponing:
            self.check_days(starts_on, ends_on)
        return typed | {"days": (starts_on, ends_on) if self.is_postponing else None}

    def check_days(self, starts_on: date | None, ends_on: date | None) -> None:
        """A postponed item gets both days, in order, and ends later than before."""
        for name, day in (("starts_on", starts_on), ("ends_on", ends_on)):
            if day is None and name not in self.errors:
                self.add_error(name, _("Choose the new day."))
        if ends_on and ends_on <= self.item.ends_on:
            self.add_error("ends_on", _("A postponed item must end later than before."))
        elif starts_on and ends_on and ends_on < starts_on:
            self.add_error("ends_on", _("The last day must not come before the first."))


class WriteNote(WriteComment):
    """A note of an item's progress with its photos; `finish` says that the item is done by it.

    The very same words can be sent as a mere comment: one box, and the button decides.
    """

    words = forms.CharField(
        label=gettext_lazy("What has been done, or a comment"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    finish = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper.layout = Layout("words", "attachments")

    def clean(self) -> dict[str, Any]:
        """Progress wants words, so that the report can tell it; being done speaks for itself."""
        typed = forms.Form.clean(self) or {}
        if not self.errors and not typed["words"] and not typed["finish"]:
            self.add_error("words", gettext_lazy("Write what has been done."))
        return typed


class GiveOwner(Selection):
    """The person who is to answer for the selected items; empty takes the present one away."""

    owner = PersonField(required=False)
