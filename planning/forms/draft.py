"""What is typed to import a plan and to correct its draft."""

import re
from datetime import date
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from campus.models import Department, Semester
from campus.shell.forms import DayInput, PlainForm
from campus.submissions.forms import EditForm
from planning.actions.comparison import Facts
from planning.models import DraftItem, Plan, PlanDraft, PlanItem
from planning.plan_text import (
    NoSchedule,
    PlanText,
    Source,
    UnreadableSource,
    read_plan,
    read_source,
)
from planning.plan_text.carriers import MOST_BYTES
from planning.plan_text.source import Line

# A semester's plan of one school has some dozens of items and some pages of text.
MOST_ITEMS = 1000
MOST_CHARACTERS = 200_000
TOO_LONG = gettext_noop("This text is too long to be a work plan; give the plan alone.")
BETWEEN_UNITS = re.compile(r"[、,，;；/\s]+")


class ImportPlan(forms.Form):
    """A plan's text, pasted or as a file, and whose plan it is.

    `today` serves texts that name no year. After a valid form, `plan_text` holds what was read
    and `text` the words it was read from.
    """

    pasted = forms.CharField(
        label=gettext_lazy("Paste the plan"),
        required=False,
        max_length=MOST_CHARACTERS,
        error_messages={"max_length": gettext_lazy(TOO_LONG)},
        help_text=gettext_lazy(
            "The whole text as it was published; what stands around the plan does no harm."
        ),
        widget=forms.Textarea(attrs={"rows": 12}),
    )
    file = forms.FileField(
        label=gettext_lazy("Or choose its file"),
        required=False,
        help_text=gettext_lazy("Word, Excel, web page or text: .docx .xlsx .html .md .txt"),
        widget=forms.FileInput(attrs={"accept": ".docx,.xlsx,.html,.htm,.md,.txt,.csv"}),
    )
    semester = forms.ModelChoiceField(
        label=gettext_lazy("Semester"),
        queryset=Semester.objects.select_related("school_year"),
        required=False,
        empty_label=gettext_lazy("As the text says"),
    )
    department = forms.ModelChoiceField(
        label=gettext_lazy("Whose plan"),
        queryset=Department.objects.all(),
        empty_label=None,
        help_text=gettext_lazy("This department leads the items that name none."),
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.plan_text: PlanText | None = None
        self.text = ""
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.layout = Layout("pasted", "file", Row(Column("semester"), Column("department")))

    def clean(self) -> dict[str, Any]:
        """Read the plan; why it cannot be read stands at the field that it came by."""
        typed = super().clean() or {}
        if self.errors:
            return typed
        pasted, file = typed.get("pasted", ""), typed.get("file")
        if bool(pasted) == bool(file):
            self.add_error("file" if file else "pasted", one_of_both(pasted, file))
            return typed
        try:
            self.text, self.plan_text = read(pasted, file, self.today)
        except (NoSchedule, UnreadableSource) as refusal:
            self.add_error("file" if file else "pasted", _(refusal.sentence))
        if self.plan_text and len(self.plan_text.items) > MOST_ITEMS:
            self.add_error(
                "file" if file else "pasted",
                _("This is too much for one plan: more than %(most)d items.")
                % {"most": MOST_ITEMS},
            )
        return typed


def one_of_both(pasted: str, file: UploadedFile | None) -> str:
    if file:
        return _("There is a pasted text as well. Empty the box above, or choose no file.")
    return _("Paste the plan here, or choose its file below.")


def read(pasted: str, file: UploadedFile | None, today: date) -> tuple[str, PlanText]:
    """The words and what they say; raises NoSchedule and UnreadableSource."""
    if not file:
        return pasted, read_plan(pasted, today=today)
    # One byte more than the reader takes is enough for it to refuse the rest.
    source = read_source(file.name or "", file.read(MOST_BYTES + 1))
    text = text_of(source)
    if len(text) > MOST_CHARACTERS:
        raise UnreadableSource("too_large", TOO_LONG)
    return text, read_plan(source, today=today)


def text_of(source: Source) -> str:
    """A file's words, line by line, the cells of a row apart by tabs."""
    lines: list[str] = []
    for block in source.blocks:
        if isinstance(block, Line):
            lines.append(block.text)
        else:
            lines.extend("\t".join(cell.text for cell in row) for row in block.rows)
    return "\n".join(lines)


class ChooseSemester(PlainForm):
    """The semester of a draft whose text does not say it, or says another."""

    semester = forms.ModelChoiceField(
        label=gettext_lazy("Semester"),
        queryset=Semester.objects.select_related("school_year"),
        empty_label=None,
    )


class EditDraftItem(EditForm):
    """The facts of a drafted item."""

    units = forms.CharField(
        label=gettext_lazy("Units"),
        required=False,
        help_text=gettext_lazy("The lead unit first, then the supporting ones."),
    )

    class Meta:
        model = DraftItem
        fields = ["title", "kind", "starts_on", "ends_on", "units", "cohort"]
        widgets = {
            "title": forms.Textarea(attrs={"rows": 3}),
            "starts_on": DayInput(),
            "ends_on": DayInput(),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["units"] = "、".join(self.instance.units)
        self.helper.layout = Layout(
            "title",
            Row(Column("starts_on"), Column("ends_on")),
            Row(Column("kind"), Column("cohort")),
            "units",
        )

    def clean_title(self) -> str:
        return " ".join(self.cleaned_data["title"].split())

    def facts(self) -> Facts:
        """What a valid form says."""
        typed = self.cleaned_data
        return Facts(
            title=typed["title"],
            kind=typed["kind"],
            days=(typed["starts_on"], typed["ends_on"]),
            units=tuple(typed["units"]),
            cohort=typed["cohort"],
        )

    def clean_units(self) -> list[str]:
        """The units, however they were separated."""
        names = list(filter(None, BETWEEN_UNITS.split(self.cleaned_data["units"])))
        if any(len(name) > 60 for name in names):
            raise ValidationError(_("A unit's name has at most 60 characters."))
        return names


class SplitDraftItem(PlainForm):
    """The titles of the items that one item is split into."""

    MOST = 30

    titles = forms.CharField(
        label=gettext_lazy("One item a line"),
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=gettext_lazy("Press Enter where a new item begins."),
    )

    def clean_titles(self) -> list[str]:
        lines = (" ".join(line.split()) for line in self.cleaned_data["titles"].splitlines())
        titles = [line for line in lines if line]
        if not 2 <= len(titles) <= self.MOST:
            raise ValidationError(
                _("Write 2 to %(most)d lines: each becomes an item."), params={"most": self.MOST}
            )
        if any(len(title) > 500 for title in titles):
            raise ValidationError(_("An item has at most 500 characters."))
        return titles


class Adopt(forms.Form):
    """Which items that the text no longer holds are to be dropped; none unless ticked."""

    drop = forms.ModelMultipleChoiceField(queryset=PlanItem.objects.none(), required=False)

    def __init__(self, *args: Any, draft: PlanDraft, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["drop"]
        assert isinstance(field, forms.ModelMultipleChoiceField)
        field.queryset = PlanItem.objects.open().filter(
            plan__semester=draft.semester, plan__department=draft.department
        )


class CarryOver(PlainForm):
    """The plan from which next year's is drafted."""

    plan = forms.ModelChoiceField(
        label=gettext_lazy("From the plan"),
        queryset=Plan.objects.select_related("semester__school_year", "department"),
        empty_label=None,
    )
