"""The least that a move asks; the kinds of cases add what theirs need."""

from typing import Any

from crispy_forms.helper import FormHelper
from django import forms

from campus.attachments.forms import take_files_of
from campus.cases.models import Case
from campus.models import Person


class MoveForm(forms.Form):
    """A move that asks for nothing but what the person had seen.

    `facts()` are the arguments that the move's act takes beside `by`, `at` and `seen`.
    """

    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, case: Case, person: Person, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"seen": case.version})
        super().__init__(*args, **kwargs)
        self.case, self.person = case, person
        take_files_of(person, self)
        self.helper = FormHelper()
        self.helper.form_tag = False

    def facts(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "seen"}
