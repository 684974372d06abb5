"""What is typed to switch an optional field, and to fill it in."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from campus.account.sealing import unseal
from campus.models import PupilExtra
from campus.people.forms.person import without_form_tag
from campus.people.models import Optional
from campus.shell.forms import DayInput


class SwitchField(forms.Form):
    """Why a field is switched on or off."""

    reason = forms.CharField(
        label=_("Reason"), max_length=300, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = without_form_tag()


class WriteExtra(forms.Form):
    """The optional fields that are on, of one pupil."""

    guardian_phone = forms.CharField(
        label=_("Phone of a guardian"), max_length=32, required=False,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
    )  # fmt: skip
    is_under_14 = forms.BooleanField(label=_("Under 14"), required=False)
    consent_on = forms.DateField(
        label=_("The guardian has consented on"), required=False, widget=DayInput()
    )

    def __init__(self, *args: Any, on: set[str], extra: PupilExtra | None, **kwargs: Any) -> None:
        kwargs.setdefault("initial", initial_of(extra))
        super().__init__(*args, **kwargs)
        if Optional.GUARDIAN_PHONE not in on:
            del self.fields["guardian_phone"]
        if Optional.GUARDIAN_CONSENT not in on:
            del self.fields["is_under_14"], self.fields["consent_on"]
        self.helper = without_form_tag()


def initial_of(extra: PupilExtra | None) -> dict[str, Any]:
    if extra is None:
        return {}
    phone = unseal(extra.guardian_phone) if extra.guardian_phone else ""
    return {
        "guardian_phone": phone, "is_under_14": extra.is_under_14, "consent_on": extra.consent_on,
    }  # fmt: skip
