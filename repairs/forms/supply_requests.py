"""What is typed to ask for supplies, to hand them out, and to receive what was bought."""

from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.utils.translation import gettext_lazy as _

from campus.attachments.forms import AttachmentsField
from campus.cases.asking import MoveForm
from campus.cases.forms import RaiseForm
from campus.models import Person
from repairs.actions.supply_requests import Arrived, Wanted
from repairs.forms.supplies import money
from repairs.forms.supply_lines import ROWS, LinesForm, SupplyField, pieces
from repairs.models import MOST_PIECES, Supply, SupplyRequest

RAISED = ("title", "priority", "description", "attachments")


class AskForSupplies(LinesForm, RaiseForm):
    """What is needed out of the store, how many, and what for."""

    kind = SupplyRequest.Kind.STOCK

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, person=person, for_others=False, **kwargs)
        del self.fields["place"]
        self.fields["title"].label = _("What for")
        rows = self.lay_rows()
        self.helper.layout = Layout(
            Row(Column("title", css_class="col-md-8"), Column("priority")), *rows, "description",
            "attachments",
        )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        self.check_rows()
        return typed

    @property
    def wanted(self) -> list[Wanted]:
        return [Wanted(line.quantity, line.supply) for line in self.lines]

    @property
    def facts(self) -> dict[str, Any]:
        """What the action takes beside the lines."""
        return {name: self.cleaned_data[name] for name in RAISED} | {"kind": self.kind}


class AskToBuy(AskForSupplies):
    """What is to be bought: of the store's items, or anything else by its name and unit."""

    kind = SupplyRequest.Kind.PURCHASE

    def lay_rows(self) -> list[Any]:
        """Rows of item, quantity, unit and price."""
        rows = []
        for number in range(1, ROWS + 1):
            self.fields[f"item_{number}"] = SupplyField(free=True, required=False)
            self.fields[f"quantity_{number}"] = pieces(required=False)
            self.fields[f"unit_{number}"] = forms.CharField(
                label=_("Unit"), required=False, max_length=12
            )
            self.fields[f"price_{number}"] = money(label=_("Price about"), required=False)
            names = [f"{name}_{number}" for name in ("quantity", "unit", "price")]
            rows.append(
                Row(
                    Column(f"item_{number}", css_class="col-12 col-md-6"),
                    *(Column(name, css_class="col-4 col-md-2") for name in names),
                )
            )
        return rows

    def check_rows(self) -> None:
        """What the store does not have needs a unit too."""
        super().check_rows()
        for number in range(1, ROWS + 1):
            item = self.cleaned_data.get(f"item_{number}")
            if isinstance(item, str) and not self.cleaned_data.get(f"unit_{number}"):
                self.add_error(f"unit_{number}", _("Say in what it is counted."))

    @property
    def wanted(self) -> list[Wanted]:
        typed = self.cleaned_data
        return [
            wanted(typed[f"item_{n}"], typed[f"quantity_{n}"], typed[f"unit_{n}"],
                   typed[f"price_{n}"])
            for n in range(1, ROWS + 1)
            if typed.get(f"item_{n}")
        ]  # fmt: skip


def wanted(item: Any, quantity: int, unit: str, price: Any) -> Wanted:
    """A row as the action takes it."""
    if isinstance(item, Supply):
        return Wanted(quantity, item, price=price)
    return Wanted(quantity, None, item, unit, price)


# Moves


class HandOverRequest(MoveForm):
    """How it is signed for: with the account of whoever asked, or on paper with a photo."""

    signed_name = forms.CharField(
        label=_("Name on the signed sheet"), required=False, max_length=60,
        help_text=_("Empty: whoever asked for it confirms it with the own account."),
    )  # fmt: skip
    attachments = AttachmentsField(label=_("Photo of the signed sheet"), required=False)

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        if typed.get("signed_name") and not typed.get("attachments") and not self.errors:
            self.add_error("attachments", _("Add a photo of the signed sheet."))
        return typed


class ReceiveRequest(MoveForm):
    """What has come of each line, at what price, by which invoice."""

    invoice = forms.CharField(label=_("Invoice number"), max_length=40)
    supplier = forms.CharField(label=_("Supplier"), required=False, max_length=80)
    words = forms.CharField(
        label=_("What was looked at"), required=False, max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Quantity, quality, what is missing."),
    )  # fmt: skip
    attachments = AttachmentsField(label=_("Invoice and photos"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lines = list(self.case.lines.order_by("id"))  # type: ignore[attr-defined]  # a request
        rows = [self.lay_row(line) for line in self.lines]
        self.helper.layout = Layout(
            "seen", *rows, Row(Column("invoice"), Column("supplier")), "words", "attachments"
        )

    def lay_row(self, line: Any) -> Row:
        """Quantity and price of one line."""
        self.fields[f"quantity_{line.pk}"] = forms.IntegerField(
            label=f"{line.name} ({line.unit})", min_value=0, max_value=MOST_PIECES,
            initial=line.quantity, widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        )  # fmt: skip
        self.fields[f"price_{line.pk}"] = money(
            label=_("Price of a piece in yuan"), initial=line.price
        )
        return Row(Column(f"quantity_{line.pk}"), Column(f"price_{line.pk}"))

    def facts(self) -> dict[str, Any]:
        """What the action takes."""
        typed = self.cleaned_data
        arrived = {
            line.pk: Arrived(typed[f"quantity_{line.pk}"], typed[f"price_{line.pk}"])
            for line in self.lines
        }
        named = ("invoice", "supplier", "words", "attachments")
        return {"arrived": arrived, **{name: typed[name] for name in named}}
