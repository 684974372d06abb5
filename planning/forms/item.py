"""What is typed to find, write and move plan items."""

from datetime import date
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from campus.models import Department, Person, Semester
from planning.models import Kind, PlanAim, PlanItem, ProgressNote

State = PlanItem.Status
OPEN, OVERDUE = "open", "overdue"


class DayInput(forms.DateInput):
    """A day, with the device's own calendar."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class FindItems(forms.Form):
    """The filters of the item list, as the address holds them; a wrong one filters nothing."""

    q = forms.CharField(
        label=gettext_lazy("Search"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    kind = forms.ChoiceField(label=gettext_lazy("kind"), required=False)
    unit = forms.ModelChoiceField(
        label=gettext_lazy("unit"),
        queryset=Department.objects.all(),
        required=False,
        empty_label=gettext_lazy("All units"),
    )
    state = forms.ChoiceField(label=gettext_lazy("state"), required=False)
    owner = forms.ChoiceField(label=gettext_lazy("person responsible"), required=False)

    # What only the staff see of an item cannot be searched by pupils either.
    STAFF_ALONE = ("state", "owner")

    def __init__(self, *args: Any, person: Person, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person, self.today = person, today
        self.choices("kind", _("All kinds"), Kind.choices)
        ranges = [(OPEN, pgettext("state", "Open")), (OVERDUE, _("Overdue"))]
        self.choices("state", _("All states"), [*ranges, *State.choices])
        owners = [("me", _("Mine")), ("nobody", _("Nobody yet"))]
        self.choices("owner", _("Everybody"), owners)
        if person.is_pupil:
            for name in self.STAFF_ALONE:
                del self.fields[name]

    def choices(self, name: str, everything: str, choices: list[Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", everything), *choices]

    def found_in(self, semester: Semester | None) -> Any:
        """The items of `semester` that the person may see and that pass the filters."""
        self.full_clean()
        typed = self.cleaned_data
        items = PlanItem.objects.visible_to(self.person).filter(plan__semester=semester)
        items = items.mentioning(typed.get("q", ""))
        if typed.get("kind"):
            items = items.filter(kind=typed["kind"])
        if typed.get("unit"):
            items = items.of_unit(typed["unit"])
        return self.with_progress(items)

    def with_progress(self, items: Any) -> Any:
        """The filters of the staff alone."""
        state, owner = self.cleaned_data.get("state"), self.cleaned_data.get("owner")
        if state == OPEN:
            items = items.open()
        elif state == OVERDUE:
            items = items.overdue(self.today)
        elif state:
            items = items.filter(status=state)
        if owner:
            items = items.filter(owner=self.person if owner == "me" else None)
        return items

    @property
    def is_filtering(self) -> bool:
        return any(self.cleaned_data.values())


class EditItem(forms.ModelForm):
    """The facts of a plan item."""

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
        self.queryset("owner", Person.objects.staff())
        self.helper = FormHelper()
        self.helper.form_tag = False
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


class WriteNote(forms.ModelForm):
    """A note of an item's progress."""

    text = forms.CharField(
        label=gettext_lazy("What has been done"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    class Meta:
        model = ProgressNote
        fields = ["text"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False


class SelectItems(forms.Form):
    """Several items of the list, and for the act that names one, the person responsible."""

    item = forms.ModelMultipleChoiceField(
        queryset=PlanItem.objects.none(),
        error_messages={"required": gettext_lazy("Select the items first.")},
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["item"]
        assert isinstance(field, forms.ModelMultipleChoiceField)
        field.queryset = PlanItem.objects.visible_to(person)


class GiveOwner(SelectItems):
    """The person who is to answer for the selected items; empty takes the present one away."""

    owner = forms.ModelChoiceField(
        label=gettext_lazy("person responsible"),
        queryset=Person.objects.staff(),
        required=False,
        empty_label=gettext_lazy("Nobody"),
    )
