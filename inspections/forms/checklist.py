"""What is typed of checklists and their lines, and the file that they are brought in by."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.models import Role
from campus.submissions.forms import EditForm, TableForm, table_file
from inspections.models import Checklist, ChecklistItem, ChecklistVersion
from inspections.registry import HELPERS, PARTS, TOPICS

# In front of a choice: it is a fault.
FAULT = "!"
FAULTS = (FAULT, "！")
# Pupils walk, but decide on nothing.
STAFF_ROLES = [(role.value, role.label) for role in Role if not role.is_for_pupils]


class ChecklistForm(EditForm):
    """What a checklist is, beside its lines."""

    topic = forms.ChoiceField(label=pgettext_lazy("of a checklist", "topic"))
    roles = forms.MultipleChoiceField(
        label=_("walked by"), choices=Role.choices, widget=forms.CheckboxSelectMultiple
    )
    helpers = forms.MultipleChoiceField(
        label=_("walked as well by"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("They walk it where it is planned, and name nobody."),
    )
    second_roles = forms.MultipleChoiceField(
        label=_("second signature by"), choices=Role.choices, required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("None: the walker's own is enough. Fire patrols want both (GB/T 40248-2021)."),
    )  # fmt: skip

    parts = forms.ChoiceField(
        label=_("gone over part by part"), required=False,
        help_text=_("Each part is scored on its own; what is not tapped passes."),
    )  # fmt: skip
    deciding_roles = forms.MultipleChoiceField(
        label=_("corrections and appeals decided by"), choices=STAFF_ROLES, required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("None: whoever answers for the checklist. Never the walker."),
    )  # fmt: skip

    class Meta:
        model = Checklist
        fields = [
            "name", "topic", "note", "roles", "helpers", "second_roles", "every_days", "is_offered",
            "parts",
            "appeal_days", "deciding_roles",
        ]  # fmt: skip
        help_texts = {
            "every_days": _("31 for monthly. Coverage is measured by it."),
            "appeal_days": _("After the day of a walk over parts; 0: no appeals."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["topic"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(each.name, each.label) for each in TOPICS.values()]
        if self.instance.pk and self.instance.topic not in TOPICS:
            field.choices.append((self.instance.topic, self.instance.topic))
        self.fields["appeal_days"].required = False
        helpers = self.fields["helpers"]
        assert isinstance(helpers, forms.MultipleChoiceField)
        helpers.choices = [(name, each.label) for name, each in HELPERS.items()]
        parts = self.fields["parts"]
        assert isinstance(parts, forms.ChoiceField)
        named = [(each.name, each.label) for each in PARTS.values()]
        parts.choices = [("", _("No, as a whole")), *named]
        self.helper.layout = Layout(
            Row(Column("name"), Column("topic")), "note", "roles", "helpers",
            "second_roles", Row(Column("every_days"), Column("is_offered")), Row(Column("parts"),
            Column("appeal_days")), "deciding_roles",
        )  # fmt: skip

    def clean_appeal_days(self) -> int:
        """Nothing typed leaves it as it is."""
        typed: int | None = self.cleaned_data["appeal_days"]
        return self.instance.appeal_days if typed is None else typed


class ScoringForm(forms.Form):
    """How lines make a score."""

    scoring = forms.ChoiceField(label=_("score"), choices=ChecklistVersion.Scoring.choices)
    full_marks = forms.DecimalField(
        label=_("full marks"), required=False, min_value=0, max_digits=7, decimal_places=2
    )

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        if typed.get("scoring") == ChecklistVersion.Scoring.DEDUCT and not typed.get("full_marks"):
            self.add_error("full_marks", _("Say how many points there are to begin with."))
        return typed


class LineForm(forms.ModelForm):
    """One line of a draft."""

    choices = forms.CharField(
        label=_("choices"), required=False, max_length=800,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One on each line; those that are faults begin with “!”."),
    )  # fmt: skip

    class Meta:
        model = ChecklistItem
        fields = [
            "group", "title", "guidance", "kind", "points", "cap", "group_cap", "low", "high",
            "unit", "choices", "is_required", "photo_on_failure", "source", "source_is_verified",
        ]  # fmt: skip
        help_texts = {
            "group": _("Lines of one heading stand together."),
            "points": _("What a fault costs each time, or a passed line gives."),
            "cap": _("The most that this line takes or gives."),
            "group_cap": _("The most that all lines of the group take together."),
            "unit": _("With a unit somebody counts how many are wrong, or measures."),
        }

    def __init__(self, *args: Any, groups: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        line = self.instance
        marked = [f"{FAULT}{each}" if each in line.bad_choices else each for each in line.choices]
        self.initial["choices"] = "\n".join(marked)
        self.groups = groups
        self.fields["group"].widget.attrs["list"] = "groups"
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.layout = Layout(
            Row(Column("title", css_class="col-md-8"), Column("group")), "guidance",
            Row(Column("kind"), Column("unit")), "choices",
            Row(Column("low"), Column("high")),
            Row(Column("points"), Column("cap"), Column("group_cap")),
            Row(Column("is_required"), Column("photo_on_failure")),
            Row(Column("source", css_class="col-md-8"), Column("source_is_verified")),
        )  # fmt: skip

    def clean_choices(self) -> list[str]:
        """The choices; which of them are faults is kept on the line."""
        choices, bad = choices_of(self.cleaned_data["choices"])
        self.instance.bad_choices = bad
        return choices


def choices_of(typed: str) -> tuple[list[str], list[str]]:
    """Choices from lines or slashes, and those of them that are faults. Raises ValidationError."""
    parts = [part.strip() for part in typed.replace("/", "\n").splitlines() if part.strip()]
    choices = [part.lstrip(FAULT + FAULTS[1]).strip() for part in parts]
    if any(len(each) > 40 for each in choices):
        raise ValidationError(_("A choice has at most 40 characters."))
    bad = [each for part, each in zip(parts, choices, strict=True) if part.startswith(FAULTS)]
    return choices, bad


class BringIn(TableForm):
    """A file with lines, and whether they stand in place of those that are there. After a valid
    form `data_read` holds its bytes."""

    file = table_file(_("The template filled in, as .xlsx or .csv."))
    replace = forms.BooleanField(
        label=_("In place of the lines that are in the draft"), required=False, initial=True
    )
