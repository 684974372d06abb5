"""What is typed to bring a table in."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from campus.submissions.forms import TableForm


class UploadTable(TableForm):
    """A file with one table; what can be seen to be none is refused at once. After a valid form
    `data_read` holds its bytes."""

    @property
    def facts(self) -> dict[str, Any]:
        """What was typed beside the file, as JSON knows it."""
        return {name: value for name, value in self.cleaned_data.items() if name != "file"}


class UploadIssue(UploadTable):
    """A table of what classes are given, and what for."""

    title = forms.CharField(
        label=_("What for"), max_length=120, help_text=_("Such as: cleaning things for the term.")
    )
    field_order = ["title", "file"]
