"""Forms over what others may edit at the same time, and forms that take a table."""

import hashlib
import json
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from campus.sheets.grid import MOST_BYTES
from campus.sheets.guard import Unreadable
from campus.sheets.reader import refuse_file
from campus.sheets.table import refusal_in_words
from campus.shell.words import value_in_words


class EditForm(forms.ModelForm):
    """A form over a record that somebody else may change while it is being filled in.

    It carries what each field held when the form was drawn. What only somebody else has changed
    since stays as they wrote it; where both have changed one field, the form comes back with what
    was typed and, at that field, what stands there now. Saved once more, what was typed holds.
    """

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = [name for name in self._meta.fields or () if name in self.fields]
        self.held = {name: self.initial.get(name) for name in names}
        if self.instance.pk:
            self.initial["seen"] = self.now = json.dumps(
                {name: digest(value) for name, value in self.held.items()}
            )
        else:
            del self.fields["seen"]
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.render_hidden_fields = True

    def clean(self) -> dict[str, Any]:
        """Keeps what others have written; complains of what both have."""
        typed = super().clean() or {}
        seen = read(typed.pop("seen", ""))
        changed = {name for name in seen if name in typed and seen[name] != digest(self.held[name])}
        for name in changed:
            mine = digest(typed[name])
            if mine == seen[name]:
                typed[name] = self.kept(name)
            elif mine != digest(self.held[name]):
                self.add_error(name, self.changed_by_others(name))
        if changed:
            sent: Any = self.data
            self.data = sent.copy()
            self.data["seen"] = self.now  # type: ignore[index]  # a copy may be written to
        return typed

    def kept(self, name: str) -> Any:
        """What the record holds, as a valid form would say it."""
        held = self.held[name]
        return held if isinstance(held, list) else getattr(self.instance, name)

    def changed_by_others(self, name: str) -> str:
        """What stands in the field now, for whoever has typed something else."""
        return _(
            "Somebody else has changed this meanwhile; it is now “%(now)s”. Save once more if "
            "yours is to hold."
        ) % {"now": in_words(self.instance, name, self.kept(name))}


def digest(value: Any) -> str:
    """The same for the same value, whether it comes from the record or from what was typed."""
    if isinstance(value, QuerySet | list):  # records in no order, or words in theirs
        records = [each.pk for each in value if isinstance(each, Model)]
        value = sorted(records) if records else list(value)
    if isinstance(value, Model):
        value = value.pk
    told = "" if value is None else str(value)
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def read(seen: str) -> dict[str, str]:
    """What a form carried; nothing where it was tampered with."""
    try:
        carried = json.loads(seen or "{}")
    except ValueError:
        return {}
    return carried if isinstance(carried, dict) else {}


def in_words(record: Model, name: str, value: Any) -> str:
    """A field's value as people read it."""
    if isinstance(value, list):
        return "、".join(map(str, value)) or "—"
    display = getattr(record, f"get_{name}_display", None)
    return (str(display()) if display else value_in_words(value)) or "—"


def table_file(help_text: Any) -> forms.FileField:
    """A field for a file with tables."""
    return forms.FileField(
        label=gettext_lazy("File"), help_text=help_text,
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xlsm,.csv,.txt"}),
    )  # fmt: skip


class TableForm(forms.Form):
    """A file with tables; what can be seen to be none is refused at once. After a valid form
    `data_read` holds its bytes."""

    file = table_file(gettext_lazy("Excel (.xlsx) or text (.csv), at most 5 MB and 20,000 rows."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.data_read = b""
        self.helper = FormHelper()
        self.helper.form_tag = False

    def clean_file(self) -> UploadedFile:
        """Raises ValidationError for what is no table."""
        file: UploadedFile = self.cleaned_data["file"]
        # One byte more than is read is enough to refuse the rest.
        self.data_read = file.read(MOST_BYTES + 1)
        try:
            refuse_file(self.data_read)
        except Unreadable as refused:
            raise ValidationError(refusal_in_words(refused)) from refused
        return file
