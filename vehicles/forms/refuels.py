"""What is typed to enter a fill, to cancel one, and to explain what was used."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.attachments.forms import AttachmentsField, take_files_of
from campus.models import Person
from campus.shell.forms import PlainForm, moment_field, refuse_future
from vehicles.actions.refuels import Fill, cost, doubts, faults, most_of_a_fill
from vehicles.forms.asks_back import AsksBack
from vehicles.forms.readings import KmField
from vehicles.models import KEEPERS, RefuelRecord, Vehicle

DECIMAL = {"inputmode": "decimal", "autocomplete": "off"}


def decimal_field(label: Any, digits: int, places: int, **kwargs: Any) -> forms.DecimalField:
    """A number above nought, for a phone's keys."""
    kwargs.setdefault("min_value", Decimal(1).scaleb(-places))
    return forms.DecimalField(
        label=label, max_digits=digits, decimal_places=places,
        widget=forms.TextInput(attrs=DECIMAL), **kwargs,
    )  # fmt: skip


class RefuelForm(AsksBack, PlainForm):
    """A fill, as a driver enters it at the pump. After a valid form `fill` holds it."""

    vehicle = forms.ModelChoiceField(
        label=_("Vehicle"), queryset=Vehicle.objects.none(), empty_label=None
    )
    km = KmField()
    quantity = decimal_field(_("Litres, or kWh"), 7, 2)
    price = decimal_field(_("Price of a litre or kWh in yuan"), 7, 3)
    amount = decimal_field(_("Paid in yuan"), 8, 2, required=False)
    is_full = forms.BooleanField(
        label=_("The tank is full"), required=False, initial=True,
        help_text=_("Consumption is measured from one full tank to the next."),
    )  # fmt: skip
    paid_by = forms.ChoiceField(
        label=_("Paid with"), choices=RefuelRecord.Paid.choices, initial=RefuelRecord.Paid.CARD,
        widget=forms.RadioSelect,
    )  # fmt: skip
    station = forms.CharField(label=_("Station"), max_length=60)
    receipt = forms.CharField(label=_("Number of the receipt"), max_length=32, required=False)
    attachments = AttachmentsField(
        label=_("Photo of the receipt"), required=False,
        help_text=_("Needed for what was paid in cash."),
    )  # fmt: skip
    at = moment_field(pgettext_lazy("of a fill", "When"))
    over_reason = forms.CharField(
        label=_("Why more than the limit"), max_length=200, required=False
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        self.fill: Fill | None = None
        take_files_of(person, self)
        vehicles: Any = self.fields["vehicle"]
        vehicles.queryset = Vehicle.objects.kept().defer("sought")
        self.fields["at"].initial = timezone.localtime().replace(second=0, microsecond=0)
        self.propose_last(kwargs.get("initial") or {})
        self.fields["amount"].help_text = _(
            "As the receipt has it; left empty it is computed. One fill comes to %(most)s at most "
            "(local practice)."
        ) % {"most": most_of_a_fill()}
        if not person.on_duty_as(*KEEPERS):
            del self.fields["over_reason"]
        self.helper.layout = self.laid_out()

    def propose_last(self, given: dict[str, Any]) -> None:
        """Whoever filled a vehicle last mostly fills the same one, at the same station."""
        last = RefuelRecord.objects.live().filter(by=self.person).order_by("-at", "-id").first()
        if last is not None:
            proposed = {"vehicle": last.vehicle_id, "station": last.station}
            self.initial = {**proposed, **given}

    def laid_out(self) -> Layout:
        """What is read off at the pump first."""
        reason = ["over_reason"] if "over_reason" in self.fields else []
        return Layout(
            Row(Column("vehicle"), Column("km")),
            Row(Column("quantity"), Column("price"), Column("amount")),
            *reason, "is_full", "paid_by", Row(Column("station"), Column("receipt")),
            "attachments", "at", "asked", "sure",
        )  # fmt: skip

    def clean_at(self) -> datetime:
        return refuse_future(self.cleaned_data["at"])

    def clean_station(self) -> str:
        return " ".join(self.cleaned_data["station"].split())

    def clean_receipt(self) -> str:
        return "".join(self.cleaned_data["receipt"].split())

    def clean(self) -> dict[str, Any]:
        """What cannot be is told at its field, what is unlikely is asked about."""
        typed = super().clean() or {}
        if self.errors:
            return typed
        fill = self.filled(typed)
        found = faults(fill, by=self.person)
        for name, words in found.items():
            self.add_error(name, words)
        if not found:
            self.ask_back(doubts(fill))
            self.fill = fill
        return typed

    def filled(self, typed: dict[str, Any]) -> Fill:
        """What was typed, as the action takes it."""
        named = (
            "vehicle", "at", "km", "quantity", "price", "station", "receipt", "paid_by", "is_full",
        )  # fmt: skip
        return Fill(
            **{name: typed[name] for name in named},
            amount=typed["amount"] or cost(typed["quantity"], typed["price"]),
            over_reason=typed.get("over_reason", ""), photos=typed["attachments"],
        )  # fmt: skip


def reason_field(label: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=300, widget=forms.Textarea(attrs={"rows": 3}))


class Cancel(PlainForm):
    """Why a record was wrong."""

    why = reason_field(_("Why is it wrong?"))


class Explain(PlainForm):
    """Why so much or so little was used."""

    words = reason_field(_("What is the reason?"))
