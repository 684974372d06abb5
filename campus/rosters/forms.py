"""What is typed to import rosters and to print first passwords."""

from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from campus.models import Department, SchoolClass
from campus.rosters.columns import PEOPLE
from campus.sheets.grid import MOST_BYTES
from campus.sheets.guard import Unreadable
from campus.sheets.reader import refuse_file
from campus.sheets.table import refusal_in_words


class Upload(forms.Form):
    """A file with rosters; what can be seen to be no table is refused at once. After a valid form
    `data` holds its bytes."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("Excel (.xlsx) or text (.csv), at most 5 MB and 20,000 rows a sheet."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xlsm,.csv,.txt"}),
    )
    staff_complete = forms.BooleanField(
        label=_("The list of staff is complete: whoever is missing has left."), required=False
    )
    pupils_complete = forms.BooleanField(
        label=_("The list of pupils is complete: whoever is missing has left."), required=False
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
    def complete(self) -> list[str]:
        """The kinds whose list is said to hold everybody."""
        return [kind for kind in PEOPLE if self.cleaned_data[f"{kind}_complete"]]


class Apply(forms.Form):
    """Whether the clerk means it that many leave."""

    sure = forms.BooleanField(required=False)


class ForWhom(forms.Form):
    """Of which class or department (or of neither) the first passwords are printed, and whether
    once more for those who were given one and have never used it."""

    school_class = forms.ModelChoiceField(SchoolClass.objects.all(), required=False)
    department = forms.ModelChoiceField(Department.objects.all(), required=False)
    nowhere = forms.BooleanField(required=False)
    again = forms.BooleanField(required=False)

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        chosen = [typed.get(name) for name in ("school_class", "department", "nowhere")]
        if sum(bool(each) for each in chosen) != 1:
            raise ValidationError(_("Choose a class or a department."))
        return typed
