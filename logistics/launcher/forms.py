"""What is typed about another system."""

from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.utils.translation import gettext_lazy as _

from campus.models import Role
from campus.submissions.forms import EditForm
from logistics.launcher.models import LinkedSystem


class SystemForm(EditForm):
    """A system: name, address, tile, and for whom."""

    roles = forms.MultipleChoiceField(
        label=_("Only for these roles"), choices=Role.choices, required=False,
        widget=forms.CheckboxSelectMultiple, help_text=_("None ticked: for all of them."),
    )  # fmt: skip

    class Meta:
        model = LinkedSystem
        fields = [
            "name", "address", "icon", "group", "shown_to", "roles", "note", "order", "is_offered",
        ]  # fmt: skip
        help_texts = {
            "address": _("https://… or a page of this portal such as /calendar/."),
            "group": _("Tiles of one group stand together."),
            "note": _("One line below the name."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper.layout = Layout(
            Row(Column("name"), Column("icon")), "address", Row(Column("group"), Column("order")),
            "note", "shown_to", "roles", "is_offered",
        )  # fmt: skip

    def clean_address(self) -> str:
        address: str = self.cleaned_data["address"]
        return address.strip()
