"""What is typed about norms, what they require, and what proves it."""

from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from campus.attachments.forms import AttachmentsField, take_files_of
from campus.models import Person, Role
from campus.shell.forms import DayInput
from campus.submissions.forms import EditForm
from safety.models import Norm, NormEvidence, NormRequirement


class NormForm(EditForm):
    """A norm in the school's words."""

    class Meta:
        model = Norm
        fields = ["name", "basis", "duties", "is_proposal", "position"]
        widgets = {"duties": forms.Textarea(attrs={"rows": 6})}


class RequirementForm(EditForm):
    """One thing that a norm requires."""

    class Meta:
        model = NormRequirement
        fields = ["title", "kind", "every", "role", "link", "position", "is_kept"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["role"]
        assert isinstance(field, forms.ChoiceField)
        staffs = [(role.value, role.label) for role in Role if not role.is_for_pupils]
        field.choices = [("", _("Nobody's in particular")), *staffs]
        self.helper.layout = Layout(
            "title", Row(Column("kind"), Column("every")), Row(Column("role"), Column("position")),
            "link", "is_kept",
        )  # fmt: skip


class EvidenceForm(EditForm):
    """What proves that a requirement is met."""

    attachments = AttachmentsField(label=_("Photos and papers"), required=False)

    class Meta:
        model = NormEvidence
        fields = ["on", "note", "link", "valid_until"]
        widgets = {"on": DayInput(), "valid_until": DayInput()}
        help_texts = {
            "link": _("Where it lies in the portal, such as /plan/meetings/5/."),
            "valid_until": _("Empty: as long as the requirement's own interval."),
        }

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        take_files_of(person, self)
        self.fields["on"].initial = timezone.localdate()
        self.helper.layout = Layout(
            "note", Row(Column("on"), Column("valid_until")), "link", "attachments"
        )

    def clean_on(self) -> Any:
        day = self.cleaned_data["on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("That is still to come."))
        return day
