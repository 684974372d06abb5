"""What is typed about another system."""

import json
from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from campus.models import Role
from campus.submissions.forms import EditForm
from logistics.launcher.models import LinkedSystem

MOST_PEOPLE, MOST_UNREAD = 5000, 99_999


class UnreadForm(forms.Form):
    """What a system says: {"counts": {number of a person: how many unread}}."""

    counts = forms.JSONField()

    @classmethod
    def read(cls, body: bytes) -> "UnreadForm":
        """Of a request's body; with nothing in it where that is no JSON object."""
        try:
            said = json.loads(body)
        except ValueError:
            said = None
        told = said.get("counts") if isinstance(said, dict) else None
        return cls({"counts": json.dumps(told)})

    def clean_counts(self) -> dict[str, int]:
        """Raises ValidationError for other things than whole numbers by people's numbers."""
        counts = self.cleaned_data["counts"]
        if not isinstance(counts, dict) or len(counts) > MOST_PEOPLE:
            raise ValidationError("counts")
        if not all(type(each) is int and 0 <= each <= MOST_UNREAD for each in counts.values()):
            raise ValidationError("counts")
        return {number: count for number, count in counts.items() if "\0" not in number}


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
