"""What is typed about chemicals: substance, moves, stocktakes."""

from decimal import Decimal
from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from campus.models import Person
from campus.people.picking import PersonField
from campus.places.forms import PlaceField
from campus.shell.forms import DayInput, PlainForm
from campus.submissions.forms import EditForm
from safety.models import Chemical, ChemicalMove

Kind = ChemicalMove.Kind


class ChemicalForm(EditForm):
    """A substance, where it lies, and who keeps it."""

    place = PlaceField(label=_("Store"), required=False)
    keeper = PersonField(label=_("Keeper"))
    second_keeper = PersonField(label=_("Second keeper"), required=False)

    class Meta:
        model = Chemical
        fields = [
            "name", "cas", "spec", "control", "unit", "place", "keeper", "second_keeper", "is_kept",
        ]  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["second_keeper"].help_text = _("A controlled chemical has two keepers.")
        self.helper.layout = Layout(
            Row(Column("name"), Column("cas")), Row(Column("spec"), Column("unit")),
            Row(Column("control"), Column("place")), Row(Column("keeper"), Column("second_keeper")),
            "is_kept",
        )  # fmt: skip


def amount_field(label: Any, least: Decimal = Decimal("0.01")) -> forms.DecimalField:
    return forms.DecimalField(label=label, min_value=least, max_digits=10, decimal_places=2)


class MoveForm(PlainForm):
    """A move of `kind`; what was issued comes back with its own form."""

    amount = amount_field(_("Amount"))
    purpose = forms.CharField(label=_("For what"), max_length=200)
    expires_on = forms.DateField(label=_("Expires on"), required=False, widget=DayInput())
    taker = PersonField(label=_("Drawn by"))
    second_taker = PersonField(label=_("Drawn by, second"), required=False)

    def __init__(self, *args: Any, chemical: Chemical, kind: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["amount"].label = _("Amount in %(unit)s") % {"unit": chemical.unit}
        if kind == Kind.ISSUE:
            del self.fields["expires_on"]
            self.fields["purpose"].help_text = _("Experiment and class.")
            self.fields["second_taker"].required = chemical.is_controlled
            return
        for name in ("taker", "second_taker"):
            del self.fields[name]
        self.fields["purpose"].label = _("Origin and batch") if kind == Kind.RECEIPT else _("Why")
        if kind != Kind.RECEIPT:
            del self.fields["expires_on"]

    def clean(self) -> dict[str, Any]:
        """Two takers are two people."""
        typed = super().clean() or {}
        taker: Person | None = typed.get("taker")
        if taker and taker == typed.get("second_taker"):
            self.add_error("second_taker", _("Two different people draw it."))
        return typed


class ReturnForm(PlainForm):
    """How much of an issue comes back."""

    amount = amount_field(_("What comes back"), Decimal(0))
    purpose = forms.CharField(label=_("Remark"), max_length=200, required=False)

    def __init__(self, *args: Any, issue: ChemicalMove, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.issue = issue
        self.fields["amount"].help_text = _("0 where all was used.")

    def clean_amount(self) -> Decimal:
        amount: Decimal = self.cleaned_data["amount"]
        if amount > self.issue.amount:
            raise ValidationError(_("No more comes back than was issued."))
        return amount


class StocktakeForm(PlainForm):
    """What two people found."""

    counted = amount_field(_("Found in the store"), Decimal(0))
    second = PersonField(label=_("Counted together with"))
    note = forms.CharField(label=_("Remark"), max_length=200, required=False)

    def __init__(self, *args: Any, person: Person, balance: Decimal, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person, self.balance = person, balance

    def clean(self) -> dict[str, Any]:
        """A difference is explained, and two people count."""
        typed = super().clean() or {}
        if typed.get("second") == self.person:
            self.add_error("second", _("Two different people count."))
        if typed.get("counted") not in (None, self.balance) and not typed.get("note"):
            self.add_error("note", _("Say where the difference comes from."))
        return typed
