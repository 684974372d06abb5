"""What is typed about the close of a semester."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from campus.shell.forms import PlainForm
from logistics.closing.standing import OpenThing

LONGEST = 300


class ReasonForAll(PlainForm):
    """One reason for all of a sort that nobody has given one for."""

    reason = forms.CharField(label=_("Why they are carried over"), max_length=LONGEST)


class Reasons(PlainForm):
    """A reason for each of some things; what is left empty stays as it was."""

    def __init__(self, *args: Any, things: list[OpenThing], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.things = things
        for each in things:
            self.fields[f"reason_{each.pk}"] = forms.CharField(
                label=each.title, max_length=LONGEST, required=False, initial=each.reason
            )

    @property
    def rows(self) -> list[tuple[OpenThing, Any]]:
        """Each thing with its field."""
        return [(each, self[f"reason_{each.pk}"]) for each in self.things]

    @property
    def changed_reasons(self) -> dict[int, str]:
        """What was typed anew, by thing."""
        typed = {each.pk: self.cleaned_data[f"reason_{each.pk}"].strip() for each in self.things}
        return {
            each.pk: typed[each.pk]
            for each in self.things
            if typed[each.pk] and typed[each.pk] != each.reason
        }


class OpenAgain(PlainForm):
    """Why a closed semester is opened again."""

    why = forms.CharField(label=_("Why it is opened again"), max_length=LONGEST)
