"""What is typed to decline, to ask about data, to rule how long it is kept, to audit."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.cases.asking import MoveForm
from campus.models import AuditPoint, DataRequest, Person
from campus.privacy.models import Part
from campus.shell.forms import PlainForm


class Decline(PlainForm):
    """Why not."""

    words = forms.CharField(label=_("Reason"), max_length=300)


class Answer(MoveForm):
    """What was done, told to whoever asks."""

    words = forms.CharField(
        label=_("Answer"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("It reaches whoever has asked, and stands in the letter."),
    )  # fmt: skip


class PutRight(Answer):
    """The data as it is right."""

    name = forms.CharField(label=pgettext_lazy("of a person", "name"), max_length=60)
    phone = forms.CharField(label=_("phone"), max_length=32, required=False)
    email = forms.EmailField(label=_("e-mail"), required=False)
    field_order = ["name", "phone", "email", "words"]

    def __init__(self, *args: Any, case: DataRequest, **kwargs: Any) -> None:
        subject = case.subject
        now = {"name": subject.name, "phone": subject.phone, "email": subject.email}
        kwargs.setdefault("initial", {"seen": case.version, **now})
        super().__init__(*args, case=case, **kwargs)


class AskAboutData(PlainForm):
    """That something kept be put right or erased."""

    wants = forms.ChoiceField(
        label=_("What do you ask for?"), choices=DataRequest.Wants.choices,
        widget=forms.RadioSelect, initial=DataRequest.Wants.CORRECT,
    )  # fmt: skip
    parts = forms.MultipleChoiceField(
        label=_("What is to be erased"), choices=Part.choices, required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    description = forms.CharField(
        label=_("What exactly?"), max_length=2000, required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("What stands there now, and what is right; or what is to go, and why."),
    )  # fmt: skip

    def __init__(self, *args: Any, subject: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not subject.is_pupil:
            self.fields["parts"].choices = [  # type: ignore[attr-defined]  # a field of choices
                (part.value, part.label) for part in (Part.CONTACT, Part.PERSON)
            ]

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        if typed.get("wants") == DataRequest.Wants.ERASE and not typed.get("parts"):
            self.add_error("parts", _("Say what is to be erased."))
        if typed.get("wants") == DataRequest.Wants.CORRECT and not typed.get("description"):
            self.add_error("description", _("Say what is wrong, and what is right."))
        return typed


class RuleKeeping(PlainForm):
    """How long a kind is kept, and why."""

    months = forms.IntegerField(
        label=_("Months"), min_value=1, max_value=600, required=False,
        help_text=_("Empty: it is kept without an end."),
    )  # fmt: skip
    reason = forms.CharField(label=_("Reason"), max_length=300)


class AnswerPoint(PlainForm):
    """Whether a point of the checklist is met."""

    state = forms.ChoiceField(label=_("State"), choices=AuditPoint.State.choices)
    remark = forms.CharField(
        label=_("Remark"), max_length=500, required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        if typed.get("state") in ("partly", "open") and not typed.get("remark", "").strip():
            self.add_error("remark", _("Say what is missing, and what will be done."))
        return typed
