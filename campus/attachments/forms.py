"""The field with which any form takes photos and documents."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from campus.attachments import actions, contents
from campus.attachments.models import Attachment
from campus.models import Person
from campus.shell.numbers import number_typed

# What a browser offers to choose from; what is taken is decided by the content alone.
CHOICES = "image/*,.heic,.heif,application/pdf,.pdf,.docx,.xlsx"
KEPT = "{name}-kept"


class FilesInput(forms.Widget):
    """Chosen files, and the ones that are uploaded already; plain without script.

    Its value is a pair: fresh uploads, and the numbers of loose attachments.
    """

    needs_multipart_form = True
    template = "attachments/field.html"

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most = most
        self.person: Person | None = None

    def value_from_datadict(self, data: Any, files: Any, name: str) -> tuple[list[Any], list[Any]]:
        return listed(files, name), listed(data, KEPT.format(name=name))

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return not any(self.value_from_datadict(data, files, name))

    def use_required_attribute(self, initial: Any) -> bool:
        """Files that are uploaded already satisfy it, which a browser cannot know."""
        return False

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """The input with the files that are kept already, drawn by the portal's own templates."""
        context = {
            "name": name,
            "kept_name": KEPT.format(name=name),
            "attrs": self.build_attrs(self.attrs, attrs),
            "kept": loose(value[1] if value else [], of=self.person),
            "accept": CHOICES,
            "most": self.most,
            "upload": reverse("attachments:upload"),
            "allowed": contents.ALLOWED,
        }
        return SafeString(render_to_string(self.template, context))


def listed(data: Any, name: str) -> list[Any]:
    """All values under `name`, of a request's data or of a plain dictionary."""
    if hasattr(data, "getlist"):
        return list(data.getlist(name))
    value = data.get(name) or []
    return list(value) if isinstance(value, list | tuple) else [value]


def loose(ids: Iterable[Any], *, of: Person | None) -> list[Attachment]:
    """The loose attachments of a person among `ids`, in the order of the uploads."""
    typed = (number_typed(str(each)) for each in ids)
    numbers = [number for number in typed if number is not None]
    if of is None or not numbers:
        return []
    return list(Attachment.objects.loose_of(of).filter(pk__in=numbers).order_by("pk"))


class AttachmentsField(forms.Field):
    """Photos and documents; cleans to a list that `attachments.actions.attach` takes.

    The form says whose it is before it is cleaned or drawn: `take_files_of(person, form)`.
    A view that answers an invalid form calls `keep_sent(form, …)` first, so that files which came
    with it need not be chosen again.
    """

    def __init__(self, *, most: int = contents.MOST_FILES, **kwargs: Any) -> None:
        kwargs.setdefault("label", gettext_lazy("Photos and documents"))
        kwargs.setdefault("required", False)
        super().__init__(widget=FilesInput(most), **kwargs)
        self.most = most
        self.person: Person | None = None
        self.fresh: list[contents.Taken] = []

    def of(self, person: Person) -> None:
        """Whose loose attachments the field takes and shows."""
        self.person = self.widget.person = person

    def clean(self, value: tuple[list[Any], list[Any]] | None) -> list[Any]:
        """Fresh uploads looked at, and loose attachments; all faults are told, not the first."""
        assert self.person, "call of(person) before the form is cleaned"
        uploads, ids = value or ([], [])
        kept = loose(ids, of=self.person)
        if len(uploads) + len(kept) > self.most:
            raise ValidationError(_("At most %(most)s files at once.") % {"most": self.most})
        self.fresh, faults = looked_at(uploads)
        if faults:
            raise ValidationError(faults)
        if self.required and not (kept or self.fresh):
            raise ValidationError(self.error_messages["required"], code="required")
        return [*kept, *self.fresh]


def take_files_of(person: Person, form: forms.BaseForm) -> None:
    """Let the form's fields of files take and show what `person` has uploaded."""
    for field in form.fields.values():
        if isinstance(field, AttachmentsField):
            field.of(person)


def looked_at(uploads: list[UploadedFile]) -> tuple[list[contents.Taken], list[str]]:
    """The uploads that are taken, and a sentence for each of the others."""
    taken, faults = [], []
    for upload in uploads:
        try:
            taken.append(contents.take(upload))
        except contents.Refusal as refusal:
            facts = {"name": shortened(upload.name), "sentence": refusal.sentence}
            faults.append(_("“%(name)s”: %(sentence)s") % facts)
    return taken, faults


def shortened(name: str | None) -> str:
    """A file's name as it fits into a sentence."""
    plain = (name or "").rpartition("/")[2]
    return plain if len(plain) <= 40 else f"{plain[:38]}…"


def keep_sent(form: forms.BaseForm, *, by: Person, at: datetime) -> None:
    """Keep the good files that came with an invalid form, so that the form shows them again."""
    if not form.is_bound:
        return
    data: Any = form.data.copy()  # type: ignore[attr-defined]  # a request's data
    for name, field in form.fields.items():
        if isinstance(field, AttachmentsField):
            key = KEPT.format(name=form.add_prefix(name))
            kept = [actions.keep_upload(each, by=by, at=at) for each in getattr(field, "fresh", [])]
            data.setlist(key, [*data.getlist(key), *(str(each.pk) for each in kept)])
            field.fresh = []
    form.data = data


class Upload(forms.Form):
    """One file on its own, sent by the page's script while the form is being filled in."""

    file = forms.FileField(
        allow_empty_file=True, error_messages={"required": gettext_lazy("No file has arrived.")}
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person

    def clean_file(self) -> contents.Taken:
        if Attachment.objects.loose_of(self.person).count() >= actions.MOST_LOOSE:
            raise ValidationError(actions.too_many())
        return actions.looked_at(self.cleaned_data["file"])

    @property
    def sentence(self) -> str:
        """What is wrong with the file."""
        return " ".join(str(each) for faults in self.errors.values() for each in faults)


def drawn(attachment: Attachment) -> dict[str, Any]:
    """What the page's script draws of a kept file."""
    return {
        "id": attachment.pk,
        "name": attachment.name,
        "url": attachment.get_absolute_url(),
        "small": attachment.small_url if attachment.is_picture else "",
        "remove": reverse("attachments:remove", args=[attachment.pk]),
    }
