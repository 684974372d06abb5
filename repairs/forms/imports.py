"""What is typed to bring a table in."""

from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from campus.sheets.grid import MOST_BYTES
from campus.sheets.guard import Unreadable
from campus.sheets.reader import refuse_file
from campus.sheets.table import refusal_in_words


class UploadTable(forms.Form):
    """A file with one table; what can be seen to be none is refused at once. After a valid form
    `data_read` holds its bytes."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("Excel (.xlsx) or text (.csv), at most 5 MB and 20,000 rows."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xlsm,.csv,.txt"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.data_read = b""
        self.helper = FormHelper()
        self.helper.form_tag = False

    def clean_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["file"]
        # One byte more than is read is enough to refuse the rest.
        self.data_read = file.read(MOST_BYTES + 1)
        try:
            refuse_file(self.data_read)
        except Unreadable as refused:
            raise ValidationError(refusal_in_words(refused)) from refused
        return file

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
