"""What is typed to report a fault, to mend it and to confirm it."""

from datetime import date
from decimal import Decimal
from typing import Any

from crispy_forms.layout import Layout
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from campus.attachments.forms import AttachmentsField
from campus.cases.asking import MoveForm
from campus.cases.continuing import continuations
from campus.cases.forms import RaiseForm, Reason, Report, Words
from campus.models import Person, Place
from campus.people.picking import PersonField
from campus.shell.forms import DayInput
from inspections.models import Finding
from inspections.registry import continues, facts_from
from repairs.dispatch import proposals, technicians
from repairs.forms.asset_field import AssetField
from repairs.models import BEST, WORST, Category, Contractor, Ticket
from repairs.rights import can_dispatch_any

# As many rooms of one's own as fit above a form.
OWN_PLACES = 6
URGENCY = [
    ("normal", _("Can wait a while")),
    ("urgent", _("Urgent: a burst pipe, a short circuit, somebody stuck in a lift, any danger")),
]


class OwnPlaces(forms.ModelChoiceField):
    """Rooms of one's own, each with its code."""

    def label_from_instance(self, obj: Place) -> str:
        return obj.with_code


class ReportFault(RaiseForm):
    """What is broken, where, and a photo; one's own rooms are a tap away."""

    own_place = OwnPlaces(
        label=_("Where?"), queryset=Place.objects.none(), required=False,
        widget=forms.RadioSelect, empty_label=None,
    )  # fmt: skip
    category = forms.ModelChoiceField(
        label=_("What is it?"), queryset=Category.objects.offered(), empty_label=None
    )
    priority = forms.ChoiceField(
        label=_("How soon?"), choices=URGENCY, initial="normal", widget=forms.RadioSelect
    )

    asset = AssetField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, person: Person, finding: Finding | None = None,
        origin: Model | None = None, **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, person=person, for_others=bool(can_dispatch_any(person)), **kwargs)
        self.finding, self.origin = finding, origin
        self.fields["title"].help_text = _("Such as: the tap drips.")
        own = self.offer_own_places(person)
        rest = ["reporter"] if "reporter" in self.fields else []
        self.helper.layout = Layout(
            "asset", *own, "place", "title", "attachments", "category", "priority", "description",
            *rest,
        )  # fmt: skip

    def offer_own_places(self, person: Person) -> list[str]:
        """Rooms of the reporter's own, where the address names no place and there are any."""
        field = self.fields["own_place"]
        assert isinstance(field, forms.ModelChoiceField)
        own = Place.objects.own_of(person).active(timezone.localdate())
        rooms = own.filter(kind__in=["room", "spot"]).order_by("code")[:OWN_PLACES]
        places = [] if self.initial.get("place") else list(rooms)
        if not places:
            del self.fields["own_place"]
            self.fields["place"].required = True
            return []
        field.queryset = Place.objects.filter(pk__in=[place.pk for place in places])
        if len(places) == 1:
            self.initial["own_place"] = places[0].pk
        self.fields["place"].label = _("Or another place")
        return ["own_place"]

    def clean(self) -> dict[str, Any]:
        """A typed place goes before one of one's own. A ticket made of a finding says so, and takes
        its photos along; so does one that comes from something else, without photos."""
        typed = super().clean() or {}
        own = typed.pop("own_place", None)
        if self.origin and continuations(type(self.origin), [self.origin.pk])[self.origin.pk]:
            raise ValidationError(_("This has been reported already."))
        if continues(self.finding, Ticket):
            raise ValidationError(_("This finding has been reported to repairs already."))
        if not typed.get("place") and "place" not in self.errors:
            typed["place"] = own
            if own is None:
                self.add_error("place", _("Say where it is."))
        return typed | facts_from(self.finding) | ({"origin": self.origin} if self.origin else {})


class Arrive(MoveForm):
    """How it looks before anything is done."""

    attachments = AttachmentsField(label=_("Photos before"), required=False)


class Hold(Reason):
    """What it waits for, and until when."""

    hold_for = forms.ChoiceField(label=_("It waits for"), choices=Ticket.HoldFor.choices)
    expected_on = forms.DateField(label=_("Expected on"), widget=DayInput())
    contractor = forms.ModelChoiceField(
        label=_("Contractor"), queryset=Contractor.objects.filter(is_offered=True), required=False
    )
    field_order = ["hold_for", "expected_on", "contractor", "words"]

    def clean_expected_on(self) -> date:
        """Raises ValidationError for a day that has passed."""
        day: date = self.cleaned_data["expected_on"]
        if day < timezone.localdate():
            raise ValidationError(_("Choose a day that is still to come."))
        return day

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        for_firm = typed.get("hold_for") == Ticket.HoldFor.CONTRACTOR
        if for_firm and not typed.get("contractor") and not self.case_contractor():
            self.add_error("contractor", _("Say which contractor comes."))
        return typed

    def case_contractor(self) -> Contractor | None:
        assert isinstance(self.case, Ticket)
        return self.case.contractor


class Finish(Report):
    """What was done, why it broke, and a photo of it mended."""

    damage_cause = forms.ChoiceField(
        label=_("Why did it break?"), choices=Ticket.Cause.choices, initial=Ticket.Cause.WEAR,
        widget=forms.RadioSelect,
    )  # fmt: skip
    bill = forms.DecimalField(
        label=_("Contractor's bill in yuan"), required=False, min_value=Decimal(0), max_digits=9,
        decimal_places=2,
    )  # fmt: skip
    field_order = ["words", "attachments", "damage_cause", "bill"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        assert isinstance(self.case, Ticket)
        self.fields["attachments"].label = _("Photos after")
        if self.case.contractor_id is None:
            del self.fields["bill"]


class Confirm(MoveForm):
    """How content somebody is; words are welcome, none are asked."""

    rating = forms.TypedChoiceField(
        label=_("How content are you?"),
        choices=[("", _("I would rather not say")), *((n, n) for n in range(BEST, WORST - 1, -1))],
        coerce=int,
        empty_value=None,
        required=False,
        help_text=_("5 is best."),
    )
    words = forms.CharField(
        label=_("In a few words"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class Send(Words):
    """Who is sent: whoever fits best stands on top, anybody else is typed."""

    fitting = forms.ChoiceField(label=_("Proposed"), required=False, widget=forms.RadioSelect)
    to = PersonField(label=_("Somebody else"), required=False)
    field_order = ["fitting", "to", "words"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        assert isinstance(self.case, Ticket)
        known = technicians(timezone.now())
        # Whoever was proposed a moment ago may be sent, too; the act says if somebody was faster.
        self.known = {str(each.person.pk): each.person for each in known}
        named = {str(each.person.pk): str(each) for each in proposals(self.case, known)}
        others = {pk: who.name for pk, who in self.known.items()} if self.is_bound else {}
        field = self.fields["fitting"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list({**others, **named}.items())
        if not field.choices:
            del self.fields["fitting"]

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        chosen = typed.pop("fitting", "")
        if not typed.get("to"):
            typed["to"] = self.known.get(chosen)
            if typed["to"] is None and not self.errors:
                self.add_error("to", _("Say who mends it."))
        return typed
