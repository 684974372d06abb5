"""What is typed to lend a spare and to take it back."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from campus.models import Department, Person
from campus.people.picking import PersonField
from campus.shell.forms import DayInput, PlainForm
from repairs.models import FixedAsset, Loan, Ticket

Status = FixedAsset.Status


class AssetInput(forms.TextInput):
    """A field that offers assets while somebody types; without script the number is typed out."""

    class Media:
        css = {"all": ["css/offers.css"]}
        js = [forms.Script("js/offers.js", type="module")]

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        offer = {"autocomplete": "off", "data-offers": reverse_lazy("repairs:spares_suggest")}
        super().__init__({**offer, **(attrs or {})})


def free_spares() -> QuerySet[FixedAsset]:
    """What can be lent now."""
    out = Loan.objects.out().filter(asset=OuterRef("pk"))
    spare = FixedAsset.objects.spare().filter(status__in=[Status.IN_USE, Status.IDLE])
    return spare.exclude(Exists(out))


class SpareField(forms.CharField):
    """A spare device, typed by its number or by a name that only one bears; cleans to the asset.

    Whether somebody has it is asked by whoever lends, under its lock.
    """

    widget = AssetInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=80, **kwargs)

    def clean(self, value: Any) -> Any:
        """Raises ValidationError for what is no spare, or several."""
        typed: str = super().clean(value)
        spares = FixedAsset.objects.spare().defer("sought")
        found = list(spares.filter(number__iexact=typed) or spares.filter(name__iexact=typed)[:2])
        if not found:
            raise ValidationError(_("No spare device has this number or name."))
        if len(found) > 1:
            raise ValidationError(_("Several spares are called so; type the number."))
        return found[0]


class Lend(forms.Form):
    """To whom or for which ticket, and until when."""

    asset = SpareField(label=_("Spare device"), help_text=_("Its number, or its name."))
    ticket = forms.CharField(
        label=_("For the repair ticket"), required=False, max_length=16,
        help_text=_("Its number; then whoever reported it has the device."),
    )  # fmt: skip
    borrower = PersonField(label=_("Borrower"), required=False)
    department = forms.ModelChoiceField(
        label=_("Department"), queryset=Department.objects.all(), required=False,
        empty_label=_("None"),
    )  # fmt: skip
    due_on = forms.DateField(label=_("To be returned by"), widget=DayInput())
    note = forms.CharField(label=_("Remark"), required=False, max_length=300)

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.layout = Layout(
            "asset", Row(Column("due_on"), Column("ticket")),
            Row(Column("borrower"), Column("department")), "note",
        )  # fmt: skip

    def clean_ticket(self) -> Ticket | None:
        number = self.cleaned_data["ticket"].strip().upper()
        if not number:
            return None
        found = Ticket.objects.visible_to(self.person).filter(number=number).first()
        if found is None:
            raise ValidationError(_("There is no ticket of this number."))
        return found

    def clean_due_on(self) -> Any:
        day = self.cleaned_data["due_on"]
        if day < timezone.localdate():
            raise ValidationError(_("It cannot be returned before it is lent."))
        return day

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        to = [typed.get(name) for name in ("ticket", "borrower", "department")]
        if not self.errors and not any(to):
            self.add_error("borrower", _("Say who borrows it, or for which ticket."))
        return typed


class TakeBack(PlainForm):
    """How a spare came back."""

    condition = forms.ChoiceField(label=_("Condition"), choices=Loan.Condition.choices)
    returned_note = forms.CharField(
        label=_("Remark"),
        required=False,
        max_length=300,
        help_text=_("Such as: a cable is missing."),
    )
