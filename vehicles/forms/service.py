"""What is typed to have vehicles serviced: requests, bills, plans, workshops."""

from datetime import date
from decimal import Decimal
from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.attachments.forms import AttachmentsField
from campus.cases.asking import MoveForm
from campus.cases.continuing import continuations
from campus.cases.forms import RaiseForm, Words
from campus.models import Person
from campus.shell.forms import DayInput, day_field, refuse_future_day
from campus.submissions.forms import EditForm
from vehicles.actions.service_requests import Part, known_invoice
from vehicles.forms.readings import KmField, ReadsOdometer
from vehicles.forms.refuels import decimal_field
from vehicles.models import (
    ServicePlan,
    ServiceRequest,
    Trip,
    Vehicle,
    VehicleWorkshop,
)

# Parts that a form offers; a longer list goes on as one line, or as the bill's photo.
ROWS = 8
NOTHING = Decimal(0)


class AskService(RaiseForm):
    """Which vehicle, what is wrong with it, where it goes, what it may cost."""

    vehicle = forms.ModelChoiceField(label=_("Vehicle"), queryset=Vehicle.objects.none())
    kind = forms.ChoiceField(
        label=pgettext_lazy("of a service", "Kind of work"), choices=ServiceRequest.Kind.choices
    )
    workshop = forms.ModelChoiceField(
        label=pgettext_lazy("for vehicles", "Workshop"), queryset=VehicleWorkshop.objects.none(),
        help_text=_("Vehicles are mended in designated workshops (定点维修)."),
    )  # fmt: skip
    estimate = decimal_field(_("Estimated cost in yuan"), 10, 2, min_value=NOTHING)
    plan = forms.ModelChoiceField(
        label=_("Service plan"), queryset=ServicePlan.objects.none(), required=False,
        empty_label=_("None"), help_text=_("Where it is done because a plan says so."),
    )  # fmt: skip

    def __init__(
        self, *args: Any, person: Person, origin: Trip | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, person=person, for_others=False, **kwargs)
        self.origin = origin
        del self.fields["place"]
        self.fields["title"].label = _("What is wrong, or to be done?")
        self.offer("vehicle", Vehicle.objects.kept().defer("sought"))
        self.offer("workshop", VehicleWorkshop.objects.offered())
        self.offer("plan", ServicePlan.objects.running())
        self.helper.layout = Layout(
            Row(Column("vehicle"), Column("kind")), "title", "description",
            Row(Column("workshop"), Column("estimate")), Row(Column("plan"), Column("priority")),
            "attachments",
        )  # fmt: skip

    def offer(self, name: str, rows: Any) -> None:
        field: Any = self.fields[name]
        field.queryset = rows

    def clean(self) -> dict[str, Any]:
        """A plan is one of the vehicle; what a trip has shown is asked for once."""
        typed = super().clean() or {}
        if self.origin and continuations(Trip, [self.origin.pk])[self.origin.pk]:
            raise ValidationError(_("This has been reported already."))
        plan, vehicle = typed.get("plan"), typed.get("vehicle")
        if plan and vehicle and plan.vehicle_id != vehicle.pk:
            self.add_error("plan", _("This plan is of another vehicle."))
        return typed | ({"origin": self.origin} if self.origin else {})


class BringVehicle(ReadsOdometer, Words):
    """When the vehicle is expected back, and what its odometer shows."""

    expected_back = day_field(_("Expected back on"))
    km = KmField(required=False)
    field_order = ["expected_back", "km", "words", "sure", "asked"]

    def clean_expected_back(self) -> date:
        day: date = self.cleaned_data["expected_back"]
        if day < timezone.localdate():
            raise ValidationError(_("That day has passed."))
        return day

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        self.ask(self.case.vehicle, timezone.now())  # type: ignore[attr-defined]  # a request
        return typed

    def facts(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("expected_back", "km", "words")}


class Bill(MoveForm):
    """The workshop's bill: labour, and each part with its number and price."""

    invoice = forms.CharField(label=_("Invoice number"), max_length=40)
    billed_on = day_field(_("Day of the bill"))
    labour = decimal_field(
        pgettext_lazy("of a bill", "Labour in yuan"), 10, 2, min_value=NOTHING, initial=0
    )
    attachments = AttachmentsField(label=_("Invoice and list of parts"), required=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["billed_on"].initial = timezone.localdate
        rows = [self.lay_row(number) for number in range(1, ROWS + 1)]
        self.helper.layout = Layout(
            "seen", Row(Column("invoice"), Column("billed_on"), Column("labour")), *rows,
            "attachments",
        )  # fmt: skip

    def lay_row(self, number: int) -> Row:
        """Name, quantity and price of one part."""
        self.fields[f"part_{number}"] = forms.CharField(
            label=pgettext_lazy("of a bill", "Part"), max_length=60, required=False
        )
        self.fields[f"quantity_{number}"] = decimal_field(_("Quantity"), 7, 2, required=False)
        self.fields[f"price_{number}"] = decimal_field(
            _("Price of a piece"), 9, 2, required=False, min_value=NOTHING
        )
        return Row(
            Column(f"part_{number}", css_class="col-12 col-md-6"),
            Column(f"quantity_{number}", css_class="col-6 col-md-3"),
            Column(f"price_{number}", css_class="col-6 col-md-3"),
        )

    def clean_billed_on(self) -> date:
        return refuse_future_day(self.cleaned_data["billed_on"])

    def clean_invoice(self) -> str:
        invoice = "".join(self.cleaned_data["invoice"].split())
        request: Any = self.case
        if known := known_invoice(request, invoice):
            raise ValidationError(known)
        return invoice

    def clean(self) -> dict[str, Any]:
        """Rows that are half filled in are told; a bill is of some money."""
        typed = super().clean() or {}
        for number in range(1, ROWS + 1):
            self.check_row(number, typed)
        if not self.errors and not self.total:
            self.add_error("labour", _("A bill is of some money."))
        return typed

    def check_row(self, number: int, typed: dict[str, Any]) -> None:
        given = {
            name: typed.get(f"{name}_{number}") not in (None, "")
            for name in ("part", "quantity", "price")
        }
        if not any(given.values()):
            return
        for name, is_given in given.items():
            if not is_given and f"{name}_{number}" not in self.errors:
                self.add_error(
                    f"{name}_{number}", _("Say what it is, how many, and at what price.")
                )

    @property
    def parts(self) -> list[Part]:
        typed = self.cleaned_data
        return [
            Part(typed[f"part_{number}"], typed[f"quantity_{number}"], typed[f"price_{number}"])
            for number in range(1, ROWS + 1)
            if typed.get(f"part_{number}")
        ]

    @property
    def total(self) -> Decimal:
        labour: Decimal = self.cleaned_data["labour"]
        return labour + sum((part.amount for part in self.parts), NOTHING)

    def facts(self) -> dict[str, Any]:
        named = ("invoice", "billed_on", "labour", "attachments")
        return {**{name: self.cleaned_data[name] for name in named}, "parts": self.parts}


class PlanForm(EditForm):
    """What is done to a vehicle every so many kilometres or months, and when it was done last."""

    class Meta:
        model = ServicePlan
        fields = [
            "vehicle", "title", "every_km", "every_months", "last_on", "last_km", "is_ended",
        ]  # fmt: skip
        widgets = {"last_on": DayInput()}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        vehicles: Any = self.fields["vehicle"]
        vehicles.queryset = Vehicle.objects.kept().defer("sought")
        ended = ["is_ended"] if self.instance.pk else []
        if not ended:
            del self.fields["is_ended"]
        self.helper.layout = Layout(
            Row(Column("vehicle"), Column("title")),
            Row(Column("every_km"), Column("every_months")),
            Row(Column("last_on"), Column("last_km")), *ended,
        )  # fmt: skip

    def clean_last_on(self) -> date:
        return refuse_future_day(self.cleaned_data["last_on"])

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        if not self.errors and not typed.get("every_km") and not typed.get("every_months"):
            self.add_error("every_km", _("Say after how many kilometres or months it comes."))
        return typed


class WorkshopForm(EditForm):
    """A designated workshop."""

    class Meta:
        model = VehicleWorkshop
        fields = ["name", "address", "phone", "is_offered"]

    def validate_unique(self) -> None:
        """All constraints, also the one that asks for small letters and large alike."""
        super().validate_unique()
        if not self.errors:
            try:
                self.instance.validate_constraints()
            except ValidationError as refused:
                self.add_error("name", refused.messages)
