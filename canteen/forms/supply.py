"""What is typed about what comes in: suppliers, licences, goods receipts, uses."""

from datetime import date
from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from campus.shell.forms import DayInput, PlainForm, day_field, refuse_future_day
from canteen.forms.plain import CheckedForm, PhotoForm, words_field
from canteen.models import Batch, Canteen, Supplier

# Lines that a form offers; who needs more writes a second receipt.
ROWS = 8
BATCH_FIELDS = ["ingredient", "number", "produced_on", "expires_on", "quantity", "unit"]


class SupplierForm(CheckedForm):
    """Whoever delivers."""

    class Meta:
        model = Supplier
        fields = ["name", "address", "phone", "is_kept"]


class LicenceForm(PhotoForm):
    """A supplier's licence."""

    number = words_field(gettext_lazy("Number"), 60)
    issued_on = day_field(gettext_lazy("Issued on"), required=False)
    ends_on = day_field(gettext_lazy("Valid until"))

    def clean_issued_on(self) -> date | None:
        day: date | None = self.cleaned_data["issued_on"]
        return refuse_future_day(day) if day else None

    def clean(self) -> dict[str, Any]:
        """It ends after it is issued."""
        typed = super().clean() or {}
        if (
            typed.get("issued_on")
            and typed.get("ends_on")
            and typed["ends_on"] < typed["issued_on"]
        ):
            self.add_error("ends_on", _("It cannot end before it is issued."))
        return typed


class ReceiptForm(PhotoForm):
    """What came, from whom, with photos of its papers."""

    supplier = forms.ModelChoiceField(
        label=gettext_lazy("Supplier"), queryset=Supplier.objects.filter(is_kept=True)
    )
    canteen = forms.ModelChoiceField(
        label=gettext_lazy("Canteen"), queryset=Canteen.objects.running()
    )
    on = day_field(gettext_lazy("Delivered on"))
    note = words_field(gettext_lazy("Remark"), 200, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["attachments"].label = _("Photos of the papers")
        self.helper.layout = Layout(
            Row(Column("supplier"), Column("canteen"), Column("on")), "note", "attachments"
        )

    def clean_on(self) -> date:
        return refuse_future_day(self.cleaned_data["on"])


class BatchLine(forms.ModelForm):
    """One line of a receipt; an empty one is none."""

    class Meta:
        model = Batch
        fields = BATCH_FIELDS
        widgets = {"produced_on": DayInput(), "expires_on": DayInput()}

    def clean(self) -> dict[str, Any]:
        """It keeps until after it was produced; what is over is not taken in."""
        typed = super().clean() or {}
        produced, expires = typed.get("produced_on"), typed.get("expires_on")
        if produced and produced > timezone.localdate():
            self.add_error("produced_on", _("That is still to come."))
        if expires and expires < timezone.localdate():
            self.add_error("expires_on", _("Its days are over: it is not taken in."))
        if produced and expires and expires < produced:
            self.add_error("expires_on", _("It cannot keep until before it was produced."))
        return typed


BatchLines: Any = forms.modelformset_factory(Batch, form=BatchLine, extra=ROWS, max_num=ROWS)


class UseForm(PlainForm):
    """Which batches went into a dish."""

    batches = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Batches"), queryset=Batch.objects.none(),
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip

    def __init__(self, *args: Any, batches: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["batches"]
        field.queryset = batches
        field.label_from_instance = lambda batch: (
            f"{batch} · {batch.receipt.supplier} · {batch.receipt.on}"
        )
