"""What is typed to sign in and to choose a password."""

import unicodedata
from typing import Any

from allauth.account.forms import LoginForm
from crispy_forms.helper import FormHelper
from django import forms
from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from campus.models import Person


class SignIn(LoginForm):
    """Number and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("Number")
        self.fields["login"].widget.attrs["placeholder"] = ""
        self.fields["password"].widget.attrs["placeholder"] = ""
        self.fields["password"].help_text = ""
        self.fields["remember"].label = _("Stay signed in on this device")
        self.helper = FormHelper()
        self.helper.form_tag = False

    def clean_login(self) -> str:
        """Full-width digits and stray blanks become what the roster has."""
        return unicodedata.normalize("NFKC", self.cleaned_data["login"]).strip()


class NewPassword(forms.Form):
    """The password in use, and a new one twice."""

    current = forms.CharField(
        label=_("Current password"),
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        strip=False,
    )
    new = forms.CharField(
        label=_("New password"),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("At least 8 characters, not digits alone, and unlike your number or name."),
        strip=False,
    )
    again = forms.CharField(
        label=_("New password again"),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        strip=False,
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        self.helper = FormHelper()
        self.helper.form_tag = False

    def clean_current(self) -> str:
        typed: str = self.cleaned_data["current"]
        if not self.person.check_password(typed):
            raise ValidationError(_("This is not your current password."))
        return typed

    def clean_new(self) -> str:
        typed: str = self.cleaned_data["new"]
        password_validation.validate_password(typed, self.person)
        if typed == self.data.get("current"):
            raise ValidationError(_("Choose a password other than the current one."))
        return typed

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        if "new" in typed and typed["new"] != typed.get("again"):
            self.add_error("again", _("The two new passwords differ."))
        return typed
