"""What is typed: a report's head, its sections, notes, captions of photos."""

from collections.abc import Iterable
from typing import Any

from crispy_forms.layout import Layout
from django import forms
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from campus.attachments.forms import AttachmentsField, take_files_of
from campus.models import Attachment, Person, Semester
from campus.shell.forms import DayInput, PlainForm
from campus.submissions.forms import EditForm, digest
from logistics.report.comparing import merged
from logistics.report.models import ReportNote, ReportSection, SemesterReport
from logistics.report.parts import choices
from logistics.report.photos import caption_of
from logistics.report.text import tidied

# Whoever chooses a photo answers for what it shows.
NO_FACES = _(
    "Choose no photo on which somebody can be recognised, above all no pupil: a report is read, "
    "sent on and printed."
)


class MakeReport(PlainForm):
    """Of which semester, and in which language."""

    semester = forms.ModelChoiceField(
        label=_("Semester"), queryset=Semester.objects.none(), empty_label=None
    )
    language = forms.ChoiceField(
        label=_("Language"), choices=SemesterReport.Language.choices,
        help_text=_("What the report is written in; it stays so."),
    )  # fmt: skip

    def __init__(self, *args: Any, semesters: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["semester"].queryset = semesters  # type: ignore[attr-defined]  # a choice of rows
        self.initial.setdefault("language", get_language())


class HeadForm(EditForm):
    """What the report is called, who signs it, and of which day it is."""

    class Meta:
        model = SemesterReport
        fields = ["title", "signed_by", "dated_on"]
        widgets = {"dated_on": DayInput(), "title": forms.Textarea(attrs={"rows": 2})}
        help_texts = {"title": _("Each line is a line of the title.")}

    def clean_title(self) -> str:
        return tidied(self.cleaned_data["title"])


class SectionForm(EditForm):
    """A section's heading and text."""

    class Meta:
        model = ReportSection
        fields = ["title", "text"]
        widgets = {"text": forms.Textarea(attrs={"rows": 22, "class": "report-text"})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].strip = False  # type: ignore[attr-defined]  # tidied below

    def clean_text(self) -> str:
        """As it is kept, so that what a browser does to ends of lines counts for no change."""
        return tidied(self.cleaned_data["text"])

    def changed_by_others(self, name: str) -> str:
        """A whole text is shown beside the form rather than within a sentence."""
        if name != "text":
            return super().changed_by_others(name)
        return gettext(
            "Somebody else has changed this meanwhile; the text as it is now stands beside. Save "
            "once more if yours is to hold."
        )


class MergeForm(SectionForm):
    """The section's text and the newer one put together, to be read and corrected; `newer` tells
    which newer text that was."""

    newer = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        section = self.instance
        self.initial["newer"] = digest(section.offered)
        self.initial["text"] = merged(section.generated, section.text, section.offered)


class NoteForm(EditForm):
    """What is to be told, about which part, with photos."""

    key = forms.ChoiceField(label=_("About"), choices=choices)
    photos = AttachmentsField(label=_("Photos"), help_text=NO_FACES)

    class Meta:
        model = ReportNote
        fields = ["key", "text"]
        widgets = {"text": forms.Textarea(attrs={"rows": 5})}

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        take_files_of(person, self)
        self.helper.layout = Layout(
            "key", "text", "photos", *(["seen"] if self.instance.pk else [])
        )

    def clean_text(self) -> str:
        return tidied(self.cleaned_data["text"])


class PhotoForm(forms.Form):
    """One photo: whether it stands in the section, and under which caption."""

    chosen = forms.BooleanField(label=_("In the report"), required=False)
    caption = forms.CharField(label=_("Caption"), required=False, max_length=60)

    def __init__(self, data: Any, photo: Attachment) -> None:
        super().__init__(
            data, prefix=f"photo-{photo.pk}", initial={"caption": caption_of(photo)}
        )  # fmt: skip
        self.photo = photo
        for name, field in self.fields.items():
            kind = "form-check-input" if name == "chosen" else "form-control"
            field.widget.attrs |= {"class": kind, "aria-label": f"{field.label}: {photo.name}"}

    def clean(self) -> dict[str, Any]:
        """A photo without words says nothing to whoever was not there."""
        typed = super().clean() or {}
        if typed.get("chosen") and not typed.get("caption") and "caption" not in self.errors:
            self.add_error("caption", gettext("Say what the photo shows."))
        return typed


class PhotoForms:
    """A form for each photo of a page."""

    def __init__(self, data: Any, photos: Iterable[Attachment]) -> None:
        self.is_bound = data is not None
        self.forms = [PhotoForm(data, photo) for photo in photos]

    def __iter__(self) -> Any:
        return iter(self.forms)

    def is_valid(self) -> bool:
        return self.is_bound and all([form.is_valid() for form in self.forms])

    @property
    def captions(self) -> dict[Attachment, str]:
        """The chosen photos with what is written below them."""
        return {
            form.photo: form.cleaned_data["caption"]
            for form in self.forms
            if form.cleaned_data["chosen"]
        }
