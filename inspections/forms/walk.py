"""What is typed and tapped while somebody walks."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from campus.attachments.forms import AttachmentsField, take_files_of
from campus.models import Person, Place
from campus.people.picking import PersonField
from campus.places.forms import PlaceField
from campus.shell.forms import DayInput, PlainForm
from inspections.actions.walking import Seen
from inspections.models import SEE_ALL, Answer, Checklist, ChecklistItem

Kind = ChecklistItem.Kind
Result = Answer.Result


class PlanForm(forms.Form):
    """One walk: by which checklist, where, by whom, between which days."""

    checklist = forms.ModelChoiceField(label=_("Checklist"), queryset=Checklist.objects.none())
    place = PlaceField(label=_("Place"), help_text=_("A building, a floor, a room: code or name."))
    planned_for = PersonField(label=_("By whom"))
    starts_on = forms.DateField(label=_("From"), widget=DayInput())
    due_on = forms.DateField(label=_("To be done by"), widget=DayInput())

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["checklist"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = kept_by(person)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.layout = Layout(
            "checklist", "place", "planned_for", Row(Column("starts_on"), Column("due_on"))
        )

    def clean(self) -> dict[str, Any]:
        """The days in order."""
        typed = super().clean() or {}
        first, last = typed.get("starts_on"), typed.get("due_on")
        if first and last and last < first:
            self.add_error("due_on", _("The last day must not come before the first."))
        return typed


def kept_by(person: Person) -> Any:
    """The checklists in use that the person plans walks of: all, or those they answer for."""
    kept = Checklist.objects.offered()
    if person.on_duty_as(*SEE_ALL):
        return kept
    return (kept.walked_by(person) | kept.signed_by(person)).distinct()


class LineForm(forms.Form):
    """One line of the walk, under a prefix of its own: the page is one form without script, and
    with it each line travels alone."""

    result = forms.ChoiceField(
        choices=[
            (Result.PASSED, Result.PASSED.label), (Result.FAILED, Result.FAILED.label),
            (Result.NOT_THERE, Result.NOT_THERE.label),
        ],
        required=False,
    )  # fmt: skip
    number = forms.DecimalField(max_digits=12, decimal_places=3, required=False)
    choice = forms.ChoiceField(required=False)
    words = forms.CharField(max_length=500, required=False)
    photos = AttachmentsField(required=False)

    def __init__(self, *args: Any, item: ChecklistItem, person: Person, **kwargs: Any) -> None:
        kwargs["prefix"] = f"line-{item.pk}"
        super().__init__(*args, **kwargs)
        self.item = item
        # Whether something was said of the line before, which may be taken back.
        self.is_known = False
        field = self.fields["choice"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(each, each) for each in item.choices]
        take_files_of(person, self)

    def clean_number(self) -> Any:
        """Points lie between nothing and the line's cap; what is counted is not negative."""
        number = self.cleaned_data["number"]
        if number is None:
            return None
        is_points = self.item.kind == Kind.SCORE
        cap = self.item.cap or Decimal(0)
        if is_points and not 0 <= number <= cap:
            raise ValidationError(
                _("Between 0 and %(cap)s."), params={"cap": f"{cap.normalize():f}"}
            )
        if self.item.kind == Kind.PASS_FAIL and number < 0:
            raise ValidationError(_("Nothing is counted below zero."))
        return number

    @property
    def seen(self) -> Seen:
        """What was said of the line."""
        typed = self.cleaned_data
        return Seen(
            result=typed["result"], number=typed["number"], choice=typed["choice"],
            words=typed["words"], photos=typed["photos"],
        )  # fmt: skip

    @property
    def sentence(self) -> str:
        """What is wrong with the line."""
        return " ".join(str(each) for faults in self.errors.values() for each in faults)


def initial_of(answer: Answer | None) -> Mapping[str, Any]:
    """What a line's form begins with."""
    if answer is None:
        return {}
    result = answer.result if answer.result != Result.NOTED else ""
    number = f"{answer.number.normalize():f}" if answer.number is not None else ""
    return {"result": result, "number": number, "choice": answer.choice, "words": answer.words}


class StartForm(PlainForm):
    """Which checklist is walked, and where."""

    place = PlaceField(label=_("Place"), help_text=_("The code on the sign, or the name."))
    checklist = forms.ModelChoiceField(queryset=Checklist.objects.none(), label=_("Checklist"))

    def __init__(self, *args: Any, offered: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["checklist"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = offered

    @property
    def where(self) -> Place:
        place: Place = self.cleaned_data["place"]
        return place


class FinishForm(forms.Form):
    """A last remark."""

    remark = forms.CharField(label=_("Remark"), required=False, max_length=500)


class CancelForm(PlainForm):
    """Why a walk does not take place, or is broken off."""

    reason = forms.CharField(label=_("Reason"), max_length=300)


class SettleForm(PlainForm):
    """What was done on the spot."""

    words = forms.CharField(
        label=_("What was done"), max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )
