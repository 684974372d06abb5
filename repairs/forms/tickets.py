"""What is typed to report a fault, to finish it and to confirm it."""

from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.utils.translation import gettext_lazy as _

from campus.cases.asking import MoveForm
from campus.cases.forms import RaiseForm, Report
from campus.models import Person
from repairs.forms.asset_field import AssetField
from repairs.models import BEST, WORST, Category, Ticket
from repairs.rights import can_dispatch_any


class ReportFault(RaiseForm):
    """What is broken, where, and a photo."""

    category = forms.ModelChoiceField(
        label=_("Category"), queryset=Category.objects.offered(), empty_label=None
    )

    asset = AssetField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, person=person, for_others=bool(can_dispatch_any(person)), **kwargs)
        self.fields["title"].help_text = _("Such as: the tap drips.")
        self.fields["place"].required = True
        rest = ["reporter"] if "reporter" in self.fields else []
        self.helper.layout = Layout(
            "asset", "place", Row(Column("category"), Column("priority")), "title", "attachments",
            "description", *rest,
        )  # fmt: skip


class Finish(Report):
    """What was done, why it broke, and a photo of it mended."""

    damage_cause = forms.ChoiceField(
        label=_("Why did it break?"), choices=Ticket.Cause.choices, initial=Ticket.Cause.WEAR
    )
    field_order = ["words", "damage_cause", "attachments"]


class Confirm(MoveForm):
    """How content somebody is; words are welcome, none are asked."""

    rating = forms.TypedChoiceField(
        label=_("How content are you?"),
        choices=[("", _("I would rather not say")), *((n, n) for n in range(BEST, WORST - 1, -1))],
        coerce=int,
        empty_value=None,
        required=False,
        help_text=_("5 is best."),
    )
    words = forms.CharField(
        label=_("In a few words"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
