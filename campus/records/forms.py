"""What is typed to comment on a record."""

from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from campus.attachments.forms import AttachmentsField, take_files_of
from campus.models import Person
from campus.records import mentions

MOST_WORDS = 2000


class WriteComment(forms.Form):
    """Words or files or both; cleans to what `records.actions.comment` takes."""

    words = forms.CharField(
        label=gettext_lazy("Comment"),
        required=False,
        max_length=MOST_WORDS,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    attachments = AttachmentsField()

    def __init__(self, *args: Any, thing: Model, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.thing, self.person = thing, person
        take_files_of(person, self)
        if not person.is_pupil:
            self.fields["words"].widget.attrs["data-mentions"] = "true"
            self.fields["words"].help_text = _("@ and a name tells that person.")
        self.helper = FormHelper()
        self.helper.form_tag = False

    def clean_words(self) -> str:
        """The words, once everybody named in them is known."""
        words: str = self.cleaned_data["words"].strip()
        found = mentions.mentioned(words, thing=self.thing, by=self.person)
        if found.faults:
            raise ValidationError(found.faults)
        self.cleaned_data["mentioned"] = found.people
        return words

    def clean(self) -> dict[str, Any]:
        """Says where nothing was given at all."""
        typed = super().clean() or {}
        if not self.errors and not typed["words"] and not typed["attachments"]:
            self.add_error("words", _("Write something, or add a photo."))
        return typed
