"""What is typed about fuel cards and their months."""

from datetime import date
from decimal import Decimal
from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from campus.shell.forms import DayInput, PlainForm, day_field, refuse_future_day
from campus.shell.words import money
from campus.submissions.forms import EditForm
from vehicles.forms.refuels import decimal_field
from vehicles.models import FuelCard, Vehicle
from vehicles.models.card_figures import CardFigures


class CardForm(EditForm):
    """A fuel card."""

    class Meta:
        model = FuelCard
        fields = ["number", "issuer", "opened_on", "note"]
        widgets = {"opened_on": DayInput()}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper.layout = Layout(
            Row(Column("number"), Column("issuer")), Row(Column("opened_on"), Column("note"))
        )

    def validate_unique(self) -> None:
        """All constraints, also the one that asks for small letters and large alike."""
        super().validate_unique()
        if not self.errors:
            try:
                self.instance.validate_constraints(exclude={"by", "at"})
            except ValidationError as refused:
                self.add_error(None, refused.messages)


class GiveCard(PlainForm):
    """Which vehicle has the card from which day on."""

    to = forms.ModelChoiceField(label=_("Vehicle"), queryset=Vehicle.objects.none())
    starts_on = day_field(_("From"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        vehicles: Any = self.fields["to"]
        vehicles.queryset = Vehicle.objects.kept().defer("sought")
        self.fields["starts_on"].initial = timezone.localdate


class TopUp(PlainForm):
    """How much was put onto the card, and when."""

    amount = decimal_field(_("Amount in yuan"), 8, 2)
    on = day_field(_("Day"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.most = Decimal(settings.FUEL_TOP_UP_MOST)
        self.fields["on"].initial = timezone.localdate
        self.fields["amount"].help_text = self.words

    @property
    def words(self) -> str:
        return _("A card is topped up by %(most)s at most (local practice).") % {
            "most": money(self.most)
        }

    def clean_amount(self) -> Decimal:
        amount: Decimal = self.cleaned_data["amount"]
        if amount > self.most:
            raise ValidationError(self.words)
        return amount

    def clean_on(self) -> date:
        return refuse_future_day(self.cleaned_data["on"])


class CorrectBalance(PlainForm):
    """What the station says is on the card, and why that differs."""

    there = decimal_field(_("On the card, in yuan"), 10, 2, min_value=Decimal(0))
    reason = forms.CharField(
        label=_("Why does it differ?"), max_length=200,
        help_text=_("Such as: a fill that was never entered, a fee of the issuer."),
    )  # fmt: skip


class StopCard(PlainForm):
    """When a card was used last, and why it is no more."""

    on = day_field(_("Last day"))
    words = forms.CharField(label=_("Reason"), max_length=200)

    def __init__(self, *args: Any, card: FuelCard, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.card = card
        self.fields["on"].initial = timezone.localdate

    def clean_on(self) -> date:
        on = refuse_future_day(self.cleaned_data["on"])
        if on < self.card.opened_on:
            raise ValidationError(_("The last day must not come before the first."))
        return on


class CloseMonth(PlainForm):
    """What the station's statement says of a month, and why that differs from our records."""

    statement = decimal_field(
        _("Total of the station's statement, in yuan"), 10, 2, min_value=Decimal(0)
    )
    explanation = forms.CharField(
        label=_("Why they differ"), max_length=300, required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip

    def __init__(self, *args: Any, figures: CardFigures, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.figures = figures
        self.fields["statement"].help_text = _(
            "Our records come to %(money)s; what differs is explained below."
        ) % {"money": money(figures.refuels)}

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        statement = typed.get("statement")
        differs = statement is not None and statement != self.figures.refuels
        if differs and not typed.get("explanation"):
            self.add_error("explanation", _("Say why the statement differs from our records."))
        return typed
