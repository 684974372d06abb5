"""What is typed for leave, the evening roll, late returns and visitors."""

from collections.abc import Iterable
from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext, gettext_lazy

from campus.models import Person
from campus.shell.forms import PlainForm, moment_field
from dormitory import rights
from dormitory.forms.plain import PupilField
from dormitory.models import LeaveSlip, Occupancy


class GiveLeave(PlainForm):
    """Who sleeps elsewhere, from when to when."""

    pupil = PupilField(label=gettext_lazy("Pupil"), help_text=gettext_lazy("Number or name."))
    starts_at = moment_field(gettext_lazy("From"))
    ends_at = moment_field(gettext_lazy("To"))
    reason = forms.ChoiceField(label=gettext_lazy("Reason"), choices=LeaveSlip.Reason.choices)

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        field = self.fields["pupil"]
        assert isinstance(field, PupilField)
        boarders = Occupancy.objects.visible_to(person).values("pupil")
        field.pupils = Person.objects.filter(pk__in=boarders)
        self.helper.layout = Layout("pupil", Row(Column("starts_at"), Column("ends_at")), "reason")

    def clean_pupil(self) -> Any:
        """Only one's own pupils."""
        pupil = self.cleaned_data["pupil"]
        answer = rights.can_give_leave_to(self.person, pupil)
        if not answer:
            raise ValidationError(str(answer.reason))
        return pupil

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        first, last = typed.get("starts_at"), typed.get("ends_at")
        if first and last and last <= first:
            self.add_error("ends_at", gettext("Leave must end after it starts."))
        return typed


class RollForm(forms.Form):
    """Who of the rooms is not there; everybody else is."""

    missing = forms.TypedMultipleChoiceField(coerce=int, required=False)

    def __init__(self, *args: Any, pupils: Iterable[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["missing"]
        assert isinstance(field, forms.TypedMultipleChoiceField)
        field.choices = [(number, number) for number in pupils]


class ComeBack(PlainForm):
    """When a pupil came back."""

    returned_at = moment_field(gettext_lazy("Back at"))


class LetIn(PlainForm):
    """Who comes, to whom, until when."""

    name = forms.CharField(label=gettext_lazy("Visitor"), max_length=60)
    whom = forms.CharField(label=gettext_lazy("Whom or what for"), max_length=100)
    until = moment_field(gettext_lazy("Until"), required=False)
