"""What is typed to make a token."""

from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.shell.forms import PlainForm
from logistics.api.scopes import READ, RESOURCES, SCOPES, WRITE, Resource, in_words
from logistics.api.tokens.actions import MOST_DAYS

WAYS = (READ, WRITE)
USUAL_DAYS = 90
DAYS = [
    (30, _("30 days")), (USUAL_DAYS, _("90 days")), (180, _("Half a year")),
    (MOST_DAYS, _("A year")),
]  # fmt: skip


class MakeToken(PlainForm):
    """What it is for, what it may do, for how long."""

    name = forms.CharField(
        label=pgettext_lazy("of a token", "Name"), max_length=60,
        help_text=_("By which you know the program again, such as: meters of building 3."),
    )  # fmt: skip
    days = forms.TypedChoiceField(
        label=_("Holds for"), choices=DAYS, coerce=int, initial=USUAL_DAYS
    )
    scopes = forms.MultipleChoiceField(
        label=_("What the program may do"), choices=[(scope, scope) for scope in SCOPES],
        error_messages={"required": _("Choose what the token is for.")},
    )  # fmt: skip

    @property
    def table(self) -> list[tuple[str | Promise, list[dict[str, Any]]]]:
        """A row for each resource, with a box to read and one to write."""
        ticked = self["scopes"].value() or []
        return [(each.label, [box(each, way, ticked) for way in WAYS]) for each in RESOURCES]


def box(resource: Resource, way: str, ticked: list[str]) -> dict[str, Any]:
    """A box as the template draws it; nothing where there is no such way."""
    scope = f"{resource.name}:{way}"
    if way not in resource.ways:
        return {}
    return {"scope": scope, "words": in_words(scope), "is_ticked": scope in ticked}
