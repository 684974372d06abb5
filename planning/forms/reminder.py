"""What is typed about rules of reminders."""

import re
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from planning.models import ReminderRule
from planning.models.reminder import MOST_DAYS

MOST_STEPS = 8


class DaysField(forms.CharField):
    """Numbers of working days, such as `5, 1`; any comma or blank between them will do."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, max_length=60, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(map(str, value)) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        """The numbers, each once, smallest first."""
        words = [word for word in re.split(r"[\s,，、;；]+", str(value or "")) if word]
        if not all(word.isdecimal() and 1 <= int(word) <= MOST_DAYS for word in words):
            raise ValidationError(_("Write numbers of days from 1 on, such as: 5, 1"))
        numbers = sorted({int(word) for word in words})
        if len(numbers) > MOST_STEPS:
            raise ValidationError(_("Eight reminders are enough."))
        return numbers


# The labels where days off count too.
IN_ALL_DAYS = {
    "days_before": _("Days before"),
    "overdue_after": _("Days after, while it is open"),
    "escalate_after": _("Days after, to the head"),
}


class RuleForm(forms.Form):
    """The steps of a rule."""

    days_before = DaysField(
        label=_("Working days before"),
        help_text=_("Several with commas, such as: 5, 1. Empty for none."),
    )
    on_the_day = forms.BooleanField(label=_("On the day itself"), required=False)
    overdue_after = DaysField(label=_("Working days after, while it is open"))
    escalate_after = DaysField(
        label=_("Working days after, to the head"),
        help_text=_("The head is told what is still undone, and whose."),
    )

    def __init__(
        self, *args: Any, rule: ReminderRule | None = None, in_calendar_days: bool = False,
        **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        if in_calendar_days:
            for name, label in IN_ALL_DAYS.items():
                self.fields[name].label = label
        if rule:
            self.initial = {name: getattr(rule, name) for name in self.fields}
        self.helper = FormHelper()
        self.helper.form_tag = False
