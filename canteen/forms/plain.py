"""Forms and fields that are alike all over the canteens."""

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from campus.attachments.forms import AttachmentsField, take_files_of
from campus.models import Person
from campus.shell.forms import PlainForm
from campus.submissions.forms import EditForm


class CheckedForm(EditForm):
    """A form that tells at once what the database would refuse, also over fields that are not
    typed in it, but for those `filled` by the action."""

    filled: ClassVar[set[str]] = {"by", "at"}

    def validate_unique(self) -> None:
        """All constraints of the record."""
        super().validate_unique()
        if not self.errors:
            try:
                self.instance.validate_constraints(exclude=self.filled)
            except ValidationError as refused:
                self.add_error(None, refused.messages)


class PhotoForm(PlainForm):
    """One that also takes photos, of `person`."""

    attachments = AttachmentsField(label=_("Photos"))

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        take_files_of(person, self)
        self.fields["attachments"] = self.fields.pop("attachments")


def words_field(label: Any, most: int, *, rows: int = 0, **kwargs: Any) -> forms.CharField:
    """A line of words, or with `rows` a box of them."""
    widget = forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput()
    return forms.CharField(label=label, max_length=most, widget=widget, **kwargs)
