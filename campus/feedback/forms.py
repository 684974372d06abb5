"""What is typed to give feedback, to answer it, to read an answer by its receipt."""

from collections.abc import Iterable
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from campus.attachments.contents import Taken
from campus.attachments.forms import AttachmentsField, looked_at
from campus.cases.asking import MoveForm
from campus.cases.forms import Reason
from campus.feedback import receipts
from campus.feedback.actions.letterbox import MOST_PHOTOS
from campus.feedback.models import Feedback, FeedbackTopic
from campus.feedback.registry import AREAS, FeedbackArea, key_of, subject_of
from campus.models import Place, Role
from campus.places.forms import PlaceField
from campus.shell.forms import DayInput, PlainForm
from campus.submissions.forms import EditForm

STARS = [(number, "★" * number) for number in range(5, 0, -1)]


def stars_field(label: Any, *, required: bool = False) -> forms.TypedChoiceField:
    """One to five stars, given with one tap."""
    return forms.TypedChoiceField(
        label=label, choices=STARS, coerce=int, empty_value=None, required=required,
        widget=forms.RadioSelect,
    )  # fmt: skip


class PhotosInput(forms.ClearableFileInput):
    """Photos that travel with the form and not before it: nothing of them is kept for anybody."""

    allow_multiple_selected = True
    template_name = "feedback/photos.html"

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[Any]:
        return list(files.getlist(name)) if hasattr(files, "getlist") else []


class PhotosField(forms.FileField):
    """At most four pictures, cleaned to what is kept of them: their pixels alone."""

    widget = PhotosInput

    def clean(self, data: Any, initial: Any = None) -> list[Taken]:
        """Raises ValidationError for too many, and for what is no picture."""
        uploads = [each for each in data or [] if each]
        if len(uploads) > MOST_PHOTOS:
            raise ValidationError(_("At most %(most)s photos.") % {"most": MOST_PHOTOS})
        taken, faults = looked_at(uploads)
        faults += [
            str(_("“%(name)s” is not a picture.")) % {"name": each.name}
            for each in taken
            if not each.content.small
        ]
        if faults:
            raise ValidationError(faults)
        return taken


class Write(forms.Form):
    """An entry: a topic and either stars or words are enough."""

    topic = forms.ModelChoiceField(
        label=_("What would you like to talk about?"), queryset=FeedbackTopic.objects.none(),
        empty_label=None, widget=forms.RadioSelect,
    )  # fmt: skip
    subject = forms.ChoiceField(label=_("In particular"), required=False)
    stars = stars_field(_("How was it?"))
    kind = forms.ChoiceField(
        label=_("It is"), choices=Feedback.Kind.choices, initial=Feedback.Kind.OPINION
    )
    words = forms.CharField(
        label=_("In your words"), required=False, max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )  # fmt: skip
    photos = PhotosField(label=_("Photos"), required=False)
    place = PlaceField(label=_("Place"), required=False)
    receipt = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, *args: Any, area: FeedbackArea, groups: Iterable[tuple[Any, Iterable[Model]]],
        **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.area = area
        topics = self.fields["topic"]
        assert isinstance(topics, forms.ModelChoiceField)
        topics.queryset = FeedbackTopic.objects.of_area(area.name).offered()
        self.offer(groups)
        self.initial.setdefault("receipt", receipts.sealed(receipts.new_code()))
        self.helper = FormHelper()
        self.helper.form_tag = False
        if self.initial.get("place"):
            # The label that was scanned says so.
            self.fields["place"].widget = forms.HiddenInput()
        finer = [name for name in ("subject", "kind") if name in self.fields]
        self.helper.layout = Layout(
            "topic", "stars", "words", Row(*(Column(name) for name in finer)), "photos", "place",
            "receipt",
        )  # fmt: skip

    def without_photos(self) -> "Write":
        """For whom no photos are taken."""
        del self.fields["photos"]
        self.helper.layout.fields.remove("photos")
        return self

    def offer(self, groups: Iterable[tuple[Any, Iterable[Model]]]) -> None:
        """The records that an entry can be about; without any the question is left out."""
        field = self.fields["subject"]
        assert isinstance(field, forms.ChoiceField)
        named = [
            (label, [(key_of(each), str(each)) for each in records]) for label, records in groups
        ]
        offered = [(label, choices) for label, choices in named if choices]
        field.choices = [("", _("Nothing in particular")), *offered]
        if not offered and not self.initial.get("subject"):
            del self.fields["subject"]

    def clean_subject(self) -> Model | None:
        key = self.cleaned_data["subject"]
        return subject_of(self.area, key) if key else None

    def clean(self) -> dict[str, Any]:
        """An entry that says nothing is none."""
        typed = super().clean() or {}
        says = typed.get("words", "").strip() or typed.get("stars") or typed.get("photos")
        if not says and not self.errors:
            self.add_error("words", _("Give stars, or write a few words."))
        return typed

    def facts(self) -> dict[str, Any]:
        """What the actions take."""
        names = ("kind", "words", "stars", "place")
        facts = {name: self.cleaned_data[name] for name in names}
        photos = self.cleaned_data.get("photos", [])
        return {**facts, "photos": photos, "subject": self.cleaned_data.get("subject")}

    @property
    def code(self) -> str:
        """The receipt's code that the form was drawn with; a new one where it was tampered with."""
        return receipts.opened(self.cleaned_data.get("receipt", "")) or receipts.new_code()


class ByReceipt(PlainForm):
    """The code of a receipt."""

    code = forms.CharField(
        label=_("Code of the receipt"), max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )  # fmt: skip

    def clean_code(self) -> str:
        """The code as it was given out. Raises ValidationError for what is none."""
        plain = receipts.plain(self.cleaned_data["code"])
        if not plain:
            raise ValidationError(
                _("A code has 16 letters and digits, such as 7KQ2-M4XD-9TRW-3BCF.")
            )
        return receipts.grouped(plain)


class ReplyByReceipt(ByReceipt):
    """A word to whoever answers."""

    code = forms.CharField(widget=forms.HiddenInput)
    words = forms.CharField(
        label=_("Your reply"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )


class StarsByReceipt(ByReceipt):
    """How content one is with the answer."""

    code = forms.CharField(widget=forms.HiddenInput)
    stars = stars_field(_("How content are you with the answer?"), required=True)


class Answer(MoveForm):
    """What is said to whoever wrote it."""

    words = forms.CharField(
        label=_("Answer"), max_length=2000, widget=forms.Textarea(attrs={"rows": 5})
    )
    attachments = AttachmentsField(label=_("Photos and papers"), required=False)


class Promised(MoveForm):
    """What will be done, and by when."""

    words = forms.CharField(
        label=_("What will be done"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4})
    )
    until = forms.DateField(label=_("Until"), widget=DayInput())


class Hide(Reason):
    """Why it is hidden; its writer reads the reason."""


class Rate(MoveForm):
    """How content one is with the answer."""

    class Media:
        css = {"all": ["css/feedback.css"]}

    stars = stars_field(_("How content are you with the answer?"), required=True)
    words = forms.CharField(
        label=_("In a few words"), required=False, max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip


class PutUp(MoveForm):
    """The wall's words: the office's own, with nobody's name."""

    said = forms.CharField(
        label=_("You said"), max_length=120, help_text=_("Without names, rooms and classes.")
    )
    did = forms.CharField(
        label=_("We did"), max_length=200, required=False,
        help_text=_("Empty while it is still to be done; pupils can vote for it until then."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        entry = self.case
        assert isinstance(entry, Feedback)
        self.initial.setdefault("said", entry.said)
        self.initial.setdefault("did", entry.did)


class TopicForm(EditForm):
    """A topic, and who answers."""

    area = forms.ChoiceField(label=_("area"))
    roles = forms.MultipleChoiceField(
        label=_("answered by"), choices=Role.choices, widget=forms.CheckboxSelectMultiple
    )
    informed = forms.MultipleChoiceField(
        label=_("told as well"), choices=Role.choices, required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip

    class Meta:
        model = FeedbackTopic
        fields = ["area", "name", "hint", "roles", "informed", "cannot_wait", "is_offered"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["area"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(each.name, each.label) for each in AREAS.values()]


def place_at(code: str) -> Place | None:
    """The place of a label's code, as an address brings it along."""
    return Place.objects.filter(code__iexact=code[:80]).first() if code else None
