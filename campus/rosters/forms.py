"""What is typed to import rosters and to print first passwords."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from campus.models import Department, SchoolClass
from campus.rosters.columns import PEOPLE
from campus.submissions.forms import TableForm, table_file


class Upload(TableForm):
    """A file with rosters; what can be seen to be no table is refused at once. After a valid form
    `data` holds its bytes."""

    file = table_file(_("Excel (.xlsx) or text (.csv), at most 5 MB and 20,000 rows a sheet."))
    staff_complete = forms.BooleanField(
        label=_("The list of staff is complete: whoever is missing has left."), required=False
    )
    pupils_complete = forms.BooleanField(
        label=_("The list of pupils is complete: whoever is missing has left."), required=False
    )

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
