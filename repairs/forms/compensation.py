"""What is typed when damage is paid for."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from campus.cases.asking import MoveForm
from campus.cases.forms import Words
from campus.models import Person, SchoolClass


class Payer(forms.Form):
    """Who pays how much: a class, or one person by number."""

    school_class = forms.ModelChoiceField(
        label=_("A class"), queryset=SchoolClass.objects.all(), required=False
    )
    number = forms.CharField(label=_("Or one person, by number"), required=False, max_length=32)
    amount = forms.DecimalField(
        label=_("Amount in yuan"), min_value=Decimal("0.01"), max_digits=8, decimal_places=2
    )

    def clean_number(self) -> Person | None:
        """Raises ValidationError for a number that nobody has."""
        number = self.cleaned_data["number"].strip()
        if not number:
            return None
        found = Person.objects.active().filter(number=number).first()
        if found is None:
            raise forms.ValidationError(_("Nobody has this number."))
        return found

    def clean(self) -> dict[str, Any]:
        """One payer, not two."""
        typed = super().clean() or {}
        person, school_class = typed.pop("number", None), typed.pop("school_class", None)
        if bool(person) == bool(school_class):
            self.add_error("school_class", _("Say who pays: one person or one class."))
        return {**typed, "payer": person or school_class}


class AskCompensation(Payer, Words):
    """Who pays for a ticket's damage, and a word about it."""

    field_order = ["school_class", "number", "amount", "words"]


class Payment(MoveForm):
    """The receipt that was handed out for the money."""

    receipt = forms.CharField(label=_("Number of the receipt"), max_length=32)
