"""What is typed to sign in with a second factor, to confirm, and to take one away."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.forms import ReauthenticateForm
from allauth.core import context
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as ReauthenticateByCode
from allauth.mfa.totp.forms import ActivateTOTPForm
from crispy_forms.helper import FormHelper
from django import forms
from django.utils.translation import gettext_lazy as _

from campus.identity.models import Reason


def without_form_tag() -> FormHelper:
    """The template draws the form itself."""
    helper = FormHelper()
    helper.form_tag = False
    return helper


def dress_code(field: forms.Field) -> None:
    """One field for codes: numbers on a phone's keyboard, filled in by whoever can."""
    field.label = _("Code")
    field.widget.attrs |= {"placeholder": "", "inputmode": "numeric", "autofocus": True}


class SignInCode(AuthenticateForm):
    """The code after the password, or one of the recovery codes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        dress_code(self.fields["code"])
        self.helper = without_form_tag()

    def _emit_authentication_failed(self, authenticator: Any) -> None:
        """Where allauth tells of a wrong code: into the audit log."""
        adapter = get_adapter(context.request)
        adapter.note_refusal(context.request, Reason.FACTOR, self.user.number)


class ConfirmByCode(ReauthenticateByCode):
    """A code, before something that a found device must not be able to do."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        dress_code(self.fields["code"])
        self.helper = without_form_tag()


class ConfirmByPassword(ReauthenticateForm):
    """The password, for the same."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].label = _("Password")
        self.fields["password"].help_text = ""
        self.fields["password"].widget.attrs |= {"placeholder": "", "autofocus": True}
        self.helper = without_form_tag()


class SetUpCode(ActivateTOTPForm):
    """The first code that the phone shows: proves that both count alike."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        dress_code(self.fields["code"])
        del self.fields["code"].widget.attrs["autofocus"]
        self.fields["code"].help_text = _("The six digits that the app shows now.")
        self.helper = without_form_tag()


class TakeFactorAway(forms.Form):
    """Why somebody's second factor is taken away."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("How you made sure that it is them, and what became of the phone."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = without_form_tag()
