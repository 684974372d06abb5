"""What is typed of duty classes: whose turn it is, groups, places, what these earn."""

from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from campus.models import Person, SchoolClass
from campus.places.forms import PlaceField
from campus.shell.forms import DayInput, PlainForm
from cleaning.models import DutyStep, DutyWeek


class LayForm(PlainForm):
    """Which classes take turns, from which week to which."""

    first = forms.DateField(label=_("From the week of"), widget=DayInput())
    until = forms.DateField(label=_("To the week of"), widget=DayInput())
    classes = forms.ModelMultipleChoiceField(
        label=_("Classes"), queryset=SchoolClass.objects.all(),
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """In order, and two years at the most."""
        typed = super().clean() or {}
        first, until = typed.get("first"), typed.get("until")
        if first and until and not 0 <= (until - first).days <= 2 * 366:
            self.add_error("until", _("The last week must follow the first, within two years."))
        return typed


class GroupForm(PlainForm):
    """A group, its leader, and where it checks."""

    name = forms.CharField(label=_("Group"), max_length=40)
    leader = forms.ModelChoiceField(label=_("Group leader"), queryset=Person.objects.none())
    place = PlaceField(label=_("Checks at"), required=False)

    def __init__(self, *args: Any, week: DutyWeek, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["leader"]
        assert isinstance(field, forms.ModelChoiceField)
        pupils = Person.objects.active().filter(school_class=week.school_class_id)
        field.queryset = pupils.order_by("number")


class ScoreForm(PlainForm):
    """The place of a duty class among those of its grade."""

    rank = forms.IntegerField(label=_("Place in its grade"), min_value=1, max_value=99)
    words = forms.CharField(label=_("In a few words"), max_length=300, required=False)


class SwapForm(PlainForm):
    """With which other week the class changes places."""

    other = forms.ModelChoiceField(label=_("With the week"), queryset=DutyWeek.objects.none())

    def __init__(self, *args: Any, week: DutyWeek, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["other"]
        assert isinstance(field, forms.ModelChoiceField)
        others = DutyWeek.objects.filter(points=None).exclude(pk=week.pk)
        field.queryset = others.select_related("school_class").order_by("starts_on")


class StepsForm(PlainForm):
    """What places earn, a line each."""

    steps = forms.CharField(
        label=_("Points by place"), widget=forms.Textarea(attrs={"rows": 5}), max_length=400,
        help_text=_("A line each: up to which place, points, such as 5 3. No place: others."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        told = [
            f"{step.up_to or ''} {step.points.normalize():f}".strip()
            for step in DutyStep.objects.all()
        ]
        self.initial["steps"] = "\n".join(told)

    def clean_steps(self) -> list[tuple[int | None, Decimal]]:
        """Each place once. Raises ValidationError."""
        lines = [line.split() for line in self.cleaned_data["steps"].splitlines() if line.strip()]
        try:
            steps = [
                (int(line[-2]) if len(line) > 1 else None, Decimal(line[-1])) for line in lines
            ]
        except (ValueError, InvalidOperation) as error:
            raise ValidationError(_("Write numbers, such as 5 3.")) from error
        places = [place for place, _points in steps]
        sensible = all(points.is_finite() and 0 <= points < 100 for _place, points in steps)
        if len(set(places)) != len(places) or not sensible:
            raise ValidationError(_("Each place once, with points from 0 to 99."))
        return steps
