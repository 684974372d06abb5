"""What is typed to keep the store, to hand out, and to take parts."""

from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from campus.attachments.forms import AttachmentsField, take_files_of
from campus.models import Department, Person
from campus.people.picking import PersonField
from campus.shell.forms import PlainForm
from campus.submissions.forms import EditForm
from repairs.forms.supply_lines import LinesForm, SupplyField, pieces
from repairs.models import MOST_PIECES, Supply


class SupplyForm(EditForm):
    """An item of the store."""

    class Meta:
        model = Supply
        fields = ["name", "spec", "unit", "category", "minimum", "shelf", "is_offered"]
        help_texts = {
            "unit": _("Whole ones are counted: piece, box, metre."),
            "minimum": _("Below it the storekeeper is told."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper.layout = Layout(
            Row(Column("name"), Column("spec")),
            Row(Column("unit"), Column("category")),
            Row(Column("minimum"), Column("shelf")),
            "is_offered",
        )

    def validate_unique(self) -> None:
        """All constraints, also those that ask for small letters and large alike."""
        super().validate_unique()
        if not self.errors:
            try:
                self.instance.validate_constraints(exclude={"by", "at"})
            except ValidationError as refused:
                self.add_error(None, refused.messages)


def money(**kwargs: Any) -> forms.DecimalField:
    """An amount in yuan with cents."""
    widget = forms.TextInput(attrs={"inputmode": "decimal"})
    return forms.DecimalField(min_value=0, max_digits=10, decimal_places=2, widget=widget, **kwargs)


class Receive(PlainForm):
    """What has come: how many, at what price, by which invoice."""

    quantity = pieces()
    price = money(label=_("Price of a piece in yuan"))
    invoice = forms.CharField(label=_("Invoice number"), max_length=40)
    supplier = forms.CharField(label=_("Supplier"), required=False, max_length=80)


class Count(PlainForm):
    """How many were counted, and why that differs from the ledger."""

    there = forms.IntegerField(
        label=_("Counted"), min_value=0, max_value=MOST_PIECES,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )  # fmt: skip
    reason = forms.CharField(
        label=_("Why does it differ?"), max_length=200,
        help_text=_("Such as: stocktaking, broken in the store."),
    )  # fmt: skip


class HandOut(LinesForm, PlainForm):
    """What is handed out to a department or a person, and what for."""

    title = forms.CharField(label=_("What for"), max_length=120)
    department = forms.ModelChoiceField(
        label=_("Department"), queryset=Department.objects.all(), required=False,
        empty_label=_("None"),
    )  # fmt: skip
    receiver = PersonField(
        label=_("Received by"), required=False,
        help_text=_("Confirms it with the own account. Empty: the sheet is signed on paper."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = self.lay_rows()
        self.helper.layout = Layout("title", Row(Column("department"), Column("receiver")), *rows)

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        if not typed.get("department") and not typed.get("receiver"):
            self.add_error("department", _("Say who receives it."))
        self.check_rows()
        return typed

    @property
    def facts(self) -> dict[str, Any]:
        """What the action takes beside the lines."""
        return {name: self.cleaned_data[name] for name in ("title", "department", "receiver")}


class SignOnPaper(PlainForm):
    """Who has signed the sheet, with a photo of it."""

    name = forms.CharField(label=_("Name on the signed sheet"), max_length=60)
    attachments = AttachmentsField(label=_("Photo of the signed sheet"), required=True)

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        take_files_of(person, self)


class TakePart(PlainForm):
    """A part for a ticket."""

    item = SupplyField()
    quantity = pieces(initial=1)


class GiveBack(PlainForm):
    """What of a part was not used."""

    quantity = pieces()
