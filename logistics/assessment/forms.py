"""What is typed of a scheme: its figures and its lines in one table."""

from decimal import Decimal
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from campus.shell.forms import DayInput
from logistics.areas import mark_sources
from logistics.assessment.models import AssessmentScheme, SchemeLine

FIGURES = ("formula", "full", "weight", "cap", "bonus_cap")


def points(label: Any, *, least: Decimal, most: int = 1000) -> forms.DecimalField:
    """A number of points that may be left out."""
    return forms.DecimalField(
        label=label, required=False, min_value=least, max_value=most, decimal_places=2
    )


class SchemeForm(forms.ModelForm):
    """From when on, how many flags."""

    class Meta:
        model = AssessmentScheme
        fields = ["starts_on", "flags", "flag_from", "note"]
        widgets = {"starts_on": DayInput()}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False


class LineForm(forms.Form):
    """One source; switched off it does not count."""

    counts = forms.BooleanField(label=_("counts"), required=False)
    formula = forms.ChoiceField(label=_("formula"), choices=SchemeLine.Formula.choices)
    full = points(_("full marks"), least=Decimal("0.01"))
    weight = points(_("weight"), least=Decimal("0.01"), most=100)
    cap = points(_("lost at most"), least=Decimal("0.01"))
    bonus_cap = points(_("won at most"), least=Decimal(0))

    def __init__(self, data: Any, *, line: SchemeLine, label: Any, prefix: str) -> None:
        initial = {name: getattr(line, name) for name in FIGURES} | {
            "counts": line.full is not None
        }
        super().__init__(data, initial=initial, prefix=prefix)
        self.source, self.label = line.source, label
        for field in self.fields.values():
            field.widget.attrs["aria-label"] = f"{label}: {field.label}"

    def clean(self) -> dict[str, Any]:
        """Figures are asked for where the source counts."""
        typed = super().clean() or {}
        if typed.get("counts") and not typed.get("full") and "full" not in self.errors:
            self.add_error("full", _("How many points?"))
        full, cap = typed.get("full"), typed.get("cap")
        if full and cap and cap > full:
            self.add_error("cap", _("No more can be lost than there is."))
        return typed

    @property
    def figures(self) -> list[forms.BoundField]:
        """What is typed beside whether it counts, dressed like any field."""
        for name in FIGURES:
            kind = "form-select" if name == "formula" else "form-control"
            self.fields[name].widget.attrs["class"] = kind
        return [self[name] for name in FIGURES]

    @property
    def line(self) -> SchemeLine:
        """What was typed, not stored."""
        typed = self.cleaned_data
        return SchemeLine(
            source=self.source, formula=typed["formula"], full=typed["full"], cap=typed["cap"],
            weight=typed["weight"] or 1, bonus_cap=typed["bonus_cap"] or 0,
        )  # fmt: skip


class SchemeLines:
    """A form for each source that there is, in the order of the draft."""

    def __init__(self, data: Any, scheme: AssessmentScheme) -> None:
        lines = {line.source: line for line in scheme.lines.all()}
        self.forms = [
            LineForm(
                data, prefix=each.key, label=each.label,
                line=lines.get(each.key) or SchemeLine(source=each.key),
            )
            for each in mark_sources()
        ]  # fmt: skip

    def is_valid(self) -> bool:
        """Every line is looked at, so that all slips are told at once."""
        valid = [form.is_valid() for form in self.forms]
        return all(valid)

    @property
    def counting(self) -> list[SchemeLine]:
        """The lines that count, as they were typed."""
        return [form.line for form in self.forms if form.cleaned_data["counts"]]

    def __iter__(self) -> Any:
        return iter(self.forms)


class DryRun(forms.Form):
    """Which week a draft is tried out on."""

    week = forms.DateField(label=_("Week of"), widget=DayInput())

    def clean_week(self) -> Any:
        day = self.cleaned_data["week"]
        if day.isoweekday() != 1:
            raise ValidationError(_("Choose a Monday."))
        return day
