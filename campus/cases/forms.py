"""What is asked when something is done to a case."""

import re
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from campus.attachments.forms import AttachmentsField, take_files_of
from campus.cases.asking import MoveForm
from campus.cases.models import Case, Promise, PromiseRule
from campus.cases.registry import CaseKind, kind_of, receivers
from campus.lists.forms import Selection
from campus.models import Person
from campus.people.picking import PersonField
from campus.places.forms import PlaceField
from campus.shell.forms import moment_field

MOST_MINUTES = 60 * 8 * 250
MOST_STEPS = 4


class Words(MoveForm):
    """A few words that may be left out."""

    words = forms.CharField(
        label=_("In a few words"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class Reason(MoveForm):
    """Why."""

    words = forms.CharField(
        label=_("Reason"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )


class Report(MoveForm):
    """What was done, with photos."""

    words = forms.CharField(
        label=_("What was done"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4})
    )
    attachments = AttachmentsField(label=_("Photos and papers"), required=False)


class AssignForm(Words):
    """Into whose hands."""

    to = PersonField(label=_("In whose hands"))
    field_order = ["to", "words"]


class GiveSelected(Selection):
    """Into whose hands the selected cases go."""

    to = PersonField()


class RaiseForm(forms.Form):
    """A new case: one sentence, where it is, and what helps. Whoever sits at a desk raises it
    `for_others`, too."""

    title = forms.CharField(label=_("In one sentence"), max_length=120)
    place = PlaceField(
        label=_("Place"), required=False, help_text=_("The code on the sign, or the name.")
    )
    description = forms.CharField(
        label=_("More about it"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    attachments = AttachmentsField(label=_("Photos and papers"), required=False)
    priority = forms.ChoiceField(
        label=_("How soon?"), choices=Case.Priority.choices, initial=Case.Priority.NORMAL
    )
    reporter = forms.CharField(
        label=_("For whom"),
        required=False,
        max_length=32,
        help_text=_("The number of whoever called. Empty: for yourself."),
    )

    def __init__(self, *args: Any, person: Person, for_others: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        take_files_of(person, self)
        if not for_others:
            del self.fields["reporter"]
        self.helper = FormHelper()
        self.helper.form_tag = False

    def clean_reporter(self) -> Person:
        number = self.cleaned_data["reporter"].strip()
        if not number:
            return self.person
        found = Person.objects.active().filter(number=number).first()
        if found is None:
            raise ValidationError(_("Nobody has this number."))
        return found


class MergeForm(Words):
    """Into which other case, by its number."""

    into = forms.CharField(label=_("Number of the other one"), max_length=16)
    field_order = ["into", "words"]

    def clean_into(self) -> Case:
        """An open case of the same kind that the person may see."""
        number = self.cleaned_data["into"].strip().upper()
        cases: Any = type(self.case)._default_manager
        others = cases.visible_to(self.person).exclude(pk=self.case.pk)
        found: Case | None = others.filter(number=number).first()
        if found is None:
            raise ValidationError(_("There is no other case of this number."))
        if not found.is_open:
            raise ValidationError(_("That one is closed."))
        return found


class HandOnForm(Words):
    """To which area."""

    to = forms.ChoiceField(label=_("Hand on to"))
    field_order = ["to", "words"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["to"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(kind.name, kind.label) for kind in receivers(self.case)]

    def clean_to(self) -> CaseKind:
        chosen = self.cleaned_data["to"]
        return next(kind for kind in receivers(self.case) if kind.name == chosen)


class ExtendForm(Reason):
    """Until when a promise is put off."""

    promise = forms.ChoiceField(label=_("What is put off"))
    to = moment_field(_("Until"))
    field_order = ["promise", "to", "words"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["promise"]
        assert isinstance(field, forms.ChoiceField)
        kind = kind_of(self.case)
        running = Promise.objects.of(self.case).unmet().exclude(due_at=None)
        field.choices = [(each.kind, kind.promise(each.kind).label) for each in running]

    def clean_to(self) -> datetime:
        typed: datetime = self.cleaned_data["to"]
        if self.case.due_at and typed <= self.case.due_at:
            raise ValidationError(_("Choose a moment after the one promised."))
        return typed


HOURS = _("In hours of the promise's own clock; eight are one office day. Halves as 0.5.")


def minutes_of(hours: str) -> int:
    """Whole minutes of an amount of hours. Raises ValidationError."""
    try:
        minutes = Decimal(hours.strip()) * 60
    except InvalidOperation as error:
        raise ValidationError(_("Write hours as numbers, such as 4 or 0.5.")) from error
    if not minutes.is_finite() or not 0 <= minutes <= MOST_MINUTES:
        raise ValidationError(_("Write hours as numbers, such as 4 or 0.5."))
    return round(minutes)


def hours_of(minutes: int) -> str:
    """The shortest way to write it: 4, 0.5."""
    return f"{Decimal(minutes) / 60:.2f}".rstrip("0").rstrip(".")


class HoursField(forms.Field):
    """An amount of hours, stored as minutes."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "decimal", "maxlength": "12"})
        super().__init__(widget=widget, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return hours_of(value) if isinstance(value, int) else value

    def to_python(self, value: Any) -> Any:
        typed = str(value or "").strip()
        return minutes_of(typed) if typed else None


class StepsField(forms.Field):
    """Several amounts of hours, parted by commas, stored as minutes."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(map(hours_of, value)) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        words = [word for word in re.split(r"[\s,，、;；]+", str(value or "")) if word]
        steps = sorted({minutes_of(word) for word in words})
        if len(steps) > MOST_STEPS:
            raise ValidationError(_("Four steps up the chain are enough."))
        return steps


class RuleForm(forms.Form):
    """The school's own figures of one promise."""

    minutes = HoursField(label=_("Promised within"), help_text=HOURS)
    warn_minutes = HoursField(label=_("Warning before it is due"), help_text=_("0 gives none."))
    escalate_minutes = StepsField(
        label=_("Up the chain, after it was due"),
        help_text=_("One amount for each step, such as 0, 4. Empty for none."),
    )

    def __init__(self, *args: Any, rule: PromiseRule, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rule = rule
        if rule.minutes is None:
            del self.fields["minutes"]
        self.initial = {name: getattr(rule, name) for name in self.fields}
        self.helper = FormHelper()
        self.helper.form_tag = False

    def clean(self) -> dict[str, Any]:
        """A promise takes some time, and the warning comes within it."""
        typed = super().clean() or {}
        minutes, warning = typed.get("minutes"), typed.get("warn_minutes")
        if minutes == 0:
            self.add_error("minutes", _("Promise something between a minute and a year."))
        elif minutes and warning is not None and warning >= minutes:
            self.add_error("warn_minutes", _("The warning must come after the promise is given."))
        return typed

    def changed_rule(self) -> PromiseRule:
        """The rule as it was typed, not stored."""
        own = PromiseRule(
            case_kind=self.rule.case_kind,
            promise=self.rule.promise,
            priority=self.rule.priority,
            variant=self.rule.variant,
            minutes=None,
        )
        for name, value in self.cleaned_data.items():
            setattr(own, name, value)
        return own
