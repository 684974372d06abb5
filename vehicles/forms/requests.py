"""What is typed to ask for a trip, to approve it, and to say who approves."""

from decimal import Decimal
from typing import Any

from crispy_forms.layout import HTML, Column, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.cases.forms import RaiseForm, Words
from campus.models import Department, Person
from campus.shell.forms import moment_field
from campus.submissions.forms import EditForm
from vehicles.actions import requests as actions
from vehicles.models import (
    HEADS_OWN,
    LONGEST,
    MOST_TRIP_KM,
    ApprovalRule,
    Direction,
    TripRequest,
    Vehicle,
    Why,
)
from vehicles.rights import can_ask_for_others

URGENCY = [
    ("normal", pgettext_lazy("how soon a trip is wanted", "As planned")),
    ("urgent", _("Urgent: it must leave within hours")),
]


class AskForTrip(RaiseForm):
    """What for, where to, when, with how many; what follows from these is not asked."""

    kind = forms.ChoiceField(label=_("What sort of trip?"), choices=TripRequest.Kind.choices)
    department = forms.ModelChoiceField(
        label=_("For which department?"), queryset=Department.objects.all(), empty_label=None
    )
    destination = forms.CharField(label=_("Where to?"), max_length=80)
    direction = forms.ChoiceField(
        label=_("Which way?"), choices=Direction.choices,
        help_text=_("Trips of one direction may be put together."),
    )  # fmt: skip
    starts_at = moment_field(_("Leaves at"))
    ends_at = moment_field(_("Back at"))
    passengers = forms.IntegerField(
        label=_("How many ride along?"), min_value=1, initial=1,
        help_text=_("Without the driver."),
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )  # fmt: skip
    riders = forms.CharField(
        label=_("Who rides along?"), required=False, max_length=200,
        help_text=_("Names of staff, where it helps; no pupils."),
    )  # fmt: skip
    km = forms.IntegerField(
        label=_("Kilometres there and back, about"), min_value=1,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )  # fmt: skip
    yuan = forms.DecimalField(
        label=_("Cost in yuan, about"), required=False, min_value=Decimal(0), max_digits=9,
        decimal_places=2, help_text=_("Tolls, parking, fuel; empty where nobody knows."),
    )  # fmt: skip
    is_out_of_town = forms.BooleanField(label=_("It leaves the town"), required=False)
    needs_school_bus = forms.BooleanField(label=_("It must be the school bus"), required=False)
    exception_why = forms.CharField(
        label=_("On a day off: why must it be?"), required=False, max_length=200,
        help_text=_("Vehicles are sealed on days off; the head decides on exceptions."),
    )  # fmt: skip
    priority = forms.ChoiceField(label=_("How soon?"), choices=URGENCY, initial="normal")

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(
            *args, person=person, for_others=bool(can_ask_for_others(person)), **kwargs
        )
        del self.fields["place"]
        self.fields["title"].label = _("What for?")
        self.fields["title"].help_text = _("Such as: to the examination centre for the papers.")
        self.initial.setdefault("department", person.department_id)
        rest = ["reporter"] if "reporter" in self.fields else []
        self.helper.layout = Layout(
            Row(Column("title", css_class="col-md-8"), Column("kind")),
            Row(Column("destination", css_class="col-md-8"), Column("direction")),
            Row(Column("starts_at"), Column("ends_at")),
            Row(Column("passengers"), Column("km"), Column("yuan")),
            "riders",
            Row(Column("is_out_of_town"), Column("needs_school_bus")),
            "exception_why",
            Row(Column("department"), Column("priority")),
            *rest, "description", "attachments",
        )  # fmt: skip

    def clean_km(self) -> int:
        km: int = self.cleaned_data["km"]
        if km > MOST_TRIP_KM:
            raise ValidationError(_("No trip of a school is so long."))
        return km

    def clean_yuan(self) -> Decimal:
        return self.cleaned_data["yuan"] or Decimal(0)

    def clean(self) -> dict[str, Any]:
        """What cannot be is said at its field, before anything is written."""
        typed = super().clean() or {}
        if self.errors:
            return typed
        request = TripRequest(**{name: typed[name] for name in typed if name != "attachments"})
        actions.refuse_what_cannot_be(request, timezone.now())
        if typed["needs_school_bus"]:
            self.refuse_without_bus(typed["passengers"])
        if request.ends_at - request.starts_at > LONGEST:
            self.add_error("ends_at", _("It must be back after it has left, within 14 days."))
        elif actions.is_on_day_off(request) and not typed["exception_why"]:
            self.add_error("exception_why", _("That is a day off. Say why it must be."))
        return typed

    def refuse_without_bus(self, passengers: int) -> None:
        """Say so where no school bus has the seats."""
        buses = Vehicle.objects.in_use().filter(kind=Vehicle.Kind.SCHOOL_BUS)
        if not buses.filter(seats__gt=passengers).exists():
            self.add_error("needs_school_bus", _("There is no school bus with so many seats."))


class Approve(Words):
    """Yes, with words where they are wanted: above the cap they are."""

    class Media:
        css = {"all": ["css/vehicles.css"]}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        assert isinstance(self.case, TripRequest)
        self.uses = actions.cap_uses(self.case)
        self.is_over = any(use.is_over for use in self.uses)
        shown = render_to_string("vehicles/cap_uses.html", {"uses": self.uses})
        self.helper.layout = Layout("seen", HTML(shown), "words")
        if self.is_over and actions.allows_more(self.case, self.person):
            self.fields["words"].label = _("Why may it be above the cap?")

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        assert isinstance(self.case, TripRequest)
        wanted = self.is_over and actions.allows_more(self.case, self.person)
        if wanted and not typed.get("words", "").strip():
            self.add_error("words", _("This is above the cap. Say why it may be."))
        return typed


class RuleForm(EditForm):
    """Who approves trips of a sort, and from when on."""

    class Meta:
        model = ApprovalRule
        fields = ["role", "is_on", "km", "days", "yuan"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        why = Why(self.instance.why)
        limits = {Why.LONG: {"km", "days"}, Why.COSTLY: {"yuan"}}.get(why, set())
        for name in {"km", "days", "yuan"} - limits:
            del self.fields[name]
        if why in HEADS_OWN:
            del self.fields["role"], self.fields["is_on"]
        self.limits = limits

    def clean(self) -> dict[str, Any]:
        """A rule with limits has one of them."""
        typed = super().clean()
        if self.limits and not self.errors and not any(typed.get(name) for name in self.limits):
            raise ValidationError(_("Say from when on; or put the rule out of force."))
        return typed
