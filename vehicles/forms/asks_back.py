"""Forms that ask back before they take what is unlikely, such as an odometer with a zero too
many."""

import hashlib
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class AsksBack(forms.Form):
    """A form that comes back with a question at each doubtful field, and a box to say that it is
    right. The box holds for these questions alone: whoever changes something else is asked anew.

    A subclass puts "asked" and "sure" into its layout and calls `ask_back` where it is cleaned.
    """

    asked = forms.CharField(required=False, widget=forms.HiddenInput)
    sure = forms.BooleanField(
        label=_("It is right as it stands"), required=False, widget=forms.HiddenInput
    )

    def ask_back(self, doubts: dict[str, str]) -> None:
        """Complain of each doubt at its field, unless these very doubts were put aside."""
        told = hashlib.sha256("\n".join(map(str, doubts.items())).encode()).hexdigest()[:16]
        if not doubts:
            return
        if self.cleaned_data.get("sure") and self.cleaned_data.get("asked") == told:
            return
        for name, words in doubts.items():
            self.add_error(name, words)
        sent: Any = self.data
        data = sent.copy()
        data["asked"] = told
        data.pop("sure", None)
        self.data = data
        self.fields["sure"].widget = forms.CheckboxInput()


def without_question(typed: dict[str, Any]) -> dict[str, Any]:
    """What was typed but for the question and its answer: what an action takes."""
    return {name: value for name, value in typed.items() if name not in ("asked", "sure")}
