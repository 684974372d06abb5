"""What is typed around the dashboard."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from campus.shell.forms import PlainForm
from logistics.dashboard.models import WallScreen


class HangScreen(PlainForm):
    """Where a screen hangs."""

    name = forms.CharField(
        label=_("Where it hangs"), max_length=60, help_text=_("Such as: Entrance hall")
    )

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        if WallScreen.objects.filter(name=name).exists():
            raise ValidationError(_("Another screen is called so."))
        return name


class WishLetter(PlainForm):
    """Whether the weekly letter is wanted."""

    wants = forms.BooleanField(label=_("Send it to me every Monday at 7:00"), required=False)
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)

    def __init__(self, *args: Any, email: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.email = email

    def clean_wants(self) -> bool:
        wants: bool = self.cleaned_data["wants"]
        if wants and not self.email:
            raise ValidationError(_("You have no e-mail address yet; an administrator enters it."))
        return wants
