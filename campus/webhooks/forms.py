"""What is typed about a webhook."""

from typing import Any

from crispy_forms.layout import Layout
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.models import Webhook
from campus.submissions.forms import EditForm
from campus.webhooks.channels import refuse_place
from campus.webhooks.names import kinds


class WebhookForm(EditForm):
    """A system's address, and what it is told."""

    events = forms.MultipleChoiceField(
        label=pgettext_lazy("webhook", "Events"), widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Webhook
        fields = ["name", "address", "events"]
        help_texts = {
            "name": _("Such as: office system"),
            "address": _(
                "https://… of the other system. Hosts within the school are named in the settings"
                " first."
            ),
        }
        widgets = {"address": forms.URLInput(attrs={"autocomplete": "off"})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        events = self.fields["events"]
        assert isinstance(events, forms.MultipleChoiceField)
        events.choices = kinds()
        self.helper.layout = Layout("name", "address", "events")

    def clean_address(self) -> str:
        """Raises ValidationError for what is neither by https nor named in the settings."""
        address: str = self.cleaned_data["address"].strip()
        try:
            refuse_place(address)
        except ValueError as error:
            raise ValidationError(
                _("Write an address by https, or have its host named in the settings.")
            ) from error
        return address
