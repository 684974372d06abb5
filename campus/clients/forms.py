"""What is typed about an app."""

from typing import Any
from urllib.parse import urlsplit

from crispy_forms.helper import FormHelper
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from campus.clients.telling import SCOPES

OWN_MACHINE = {"127.0.0.1"}


def addresses(text: str) -> list[str]:
    """One address a line. Raises ValidationError for one to which no code may be sent."""
    lines = list(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))
    for line in lines:
        if not is_safe(line):
            raise ValidationError(
                _("%(address)s: an address begins with https:// and holds neither * nor #."),
                params={"address": line},
            )
    return lines


def is_safe(address: str) -> bool:
    """By https, or within a developer's own machine; one exact address."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return False
    is_secure = parts.scheme == "https" or (
        parts.scheme == "http" and parts.hostname in OWN_MACHINE
    )
    plain = not (set("*#\\ ") & set(address)) and "@" not in parts.netloc
    return bool(is_secure and parts.hostname and plain and port != 0)


class AppForm(forms.Form):
    """Name, addresses, and what it may ask."""

    name = forms.CharField(label=_("Name"), max_length=60)
    redirect_uris = forms.CharField(
        label=_("Addresses after sign-in"), widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One a line, exactly as the app names it (redirect URI)."),
    )  # fmt: skip
    logout_uris = forms.CharField(
        label=_("Addresses after sign-out"), widget=forms.Textarea(attrs={"rows": 2}),
        required=False, help_text=_("One a line; may be empty."),
    )  # fmt: skip
    scopes = forms.MultipleChoiceField(
        label=_("What it may ask"), required=False, widget=forms.CheckboxSelectMultiple,
        choices=[(scope, words) for scope, words in SCOPES.items() if scope != "openid"],
        initial=["profile"], help_text=_("Each person agrees on a page of their own."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False

    def clean_redirect_uris(self) -> list[str]:
        return addresses(self.cleaned_data["redirect_uris"])

    def clean_logout_uris(self) -> list[str]:
        return addresses(self.cleaned_data["logout_uris"])
