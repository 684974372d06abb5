"""What is typed to name leaders and to lay their rota."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.models import Person
from campus.shell.forms import PlainForm

MOST_WEEKS = 26


class NameLeader(PlainForm):
    """Which of those who sleep there leads."""

    pupil = forms.ModelChoiceField(
        label=pgettext_lazy("pupil", "Leader"), queryset=Person.objects.none()
    )

    def __init__(self, *args: Any, pupils: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["pupil"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = pupils


class LayRota(PlainForm):
    """For how many weeks."""

    weeks = forms.IntegerField(
        label=_("Weeks"), min_value=1, max_value=MOST_WEEKS, initial=8,
        help_text=_("From the first week on that has nobody yet."),
    )  # fmt: skip
