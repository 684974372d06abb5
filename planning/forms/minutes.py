"""What is ticked at the roll call, and typed while people talk."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from campus.models import Person
from campus.people.picking import PeopleField, PersonField
from campus.shell.forms import PlainForm
from planning.actions.minutes import Decided
from planning.actions.rolls import OFF
from planning.forms.entry import DayField
from planning.forms.meeting import changed_meanwhile, shown_anew
from planning.models import AgendaItem, Attendee, Decision, Meeting

Presence = Attendee.Presence
CALLED = [(each.value, each.label) for each in Presence if each != Presence.OPEN]
OF_GUESTS = [
    (Presence.PRESENT.value, Presence.PRESENT.label),
    (Presence.LATE.value, Presence.LATE.label),
    (OFF, pgettext_lazy("roll call", "Not there")),
]
# Empty lines for decisions at the end of the minutes; saving brings new ones.
MORE_DECISIONS = 3


class RollForm(forms.Form):
    """The roll: one answer a person, and guests.

    The answers drawn are sent along, so that only what was ticked here is changed. The button
    `rest` answers for everybody whose line is still open.
    """

    guests = PeopleField(
        label=gettext_lazy("Guests"),
        help_text=gettext_lazy("Who came without an invitation: names or numbers."),
    )
    rest = forms.ChoiceField(
        choices=[(Presence.PRESENT, ""), (Presence.ABSENT, "")], required=False
    )

    def __init__(
        self, *args: Any, attendees: list[Attendee], person: Person, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.attendees = attendees
        guests = self.fields["guests"]
        assert isinstance(guests, PeopleField)
        guests.of(person)
        for each in attendees:
            self.fields[name_of(each)] = forms.ChoiceField(
                choices=OF_GUESTS if each.is_guest else CALLED,
                required=False,
                show_hidden_initial=True,
                initial="" if each.presence == Presence.OPEN else each.presence,
            )

    @property
    def lines(self) -> list[tuple[Attendee, forms.BoundField, list[tuple[str, Any]]]]:
        """Each person with the answer and what can be answered."""
        return [
            (each, self[name_of(each)], OF_GUESTS if each.is_guest else CALLED)
            for each in self.attendees
        ]

    @property
    def said(self) -> dict[int, str]:
        """What was ticked here, by number of the attendee."""
        ticked = {
            each.pk: self.cleaned_data[name_of(each)]
            for each in self.attendees
            if name_of(each) in self.changed_data and self.cleaned_data[name_of(each)]
        }
        rest = self.cleaned_data["rest"]
        left = [each for each in self.attendees if each.presence == Presence.OPEN] if rest else []
        return {each.pk: rest for each in left} | ticked


def name_of(attendee: Attendee) -> str:
    return f"presence-{attendee.pk}"


class MinutesForm(forms.Form):
    """The minutes of every point in one form.

    Whoever types beside somebody else is shown both texts, and loses nothing.
    """

    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, meeting: Meeting, points: list[AgendaItem], **kwargs: Any):
        kwargs.setdefault("initial", {"seen": meeting.version})
        super().__init__(*args, **kwargs)
        self.meeting, self.points, self.is_stale = meeting, points, False
        for point in points:
            self.fields[minutes_of(point)] = forms.CharField(
                label=point.title,
                required=False,
                max_length=8000,
                initial=point.minutes,
                widget=forms.Textarea(attrs={"rows": 4}),
            )

    def clean(self) -> dict[str, Any]:
        """Tells where somebody has saved since the page was drawn."""
        typed = super().clean() or {}
        if typed.get("seen") != self.meeting.version:
            self.is_stale = True
            self.add_error(None, changed_meanwhile())
            self.data = shown_anew(self.data, self.meeting)
        return typed

    @property
    def lines(self) -> list[tuple[AgendaItem, forms.BoundField, str]]:
        """Each point with its field, and what somebody else has written there meanwhile."""
        return [(point, self[minutes_of(point)], self.others(point)) for point in self.points]

    def others(self, point: AgendaItem) -> str:
        typed = str(self[minutes_of(point)].value() or "").replace("\r\n", "\n").strip()
        return point.minutes if self.is_stale and typed != point.minutes.strip() else ""

    @property
    def minutes(self) -> dict[int, str]:
        """The text by number of the point."""
        return {
            point.pk: self.cleaned_data[minutes_of(point)].replace("\r\n", "\n")
            for point in self.points
        }


def minutes_of(point: AgendaItem) -> str:
    return f"minutes-{point.pk}"


class DecisionForm(PlainForm):
    """One decision; with a person and a day it is followed until it is done."""

    pk = forms.IntegerField(widget=forms.HiddenInput, required=False)
    text = forms.CharField(label=gettext_lazy("Decision"), max_length=120, required=False)
    owner = PersonField(label=gettext_lazy("Person responsible"), required=False)
    due_on = DayField(label=gettext_lazy("To be done by"), required=False)

    def clean_text(self) -> str:
        return " ".join(self.cleaned_data["text"].split())

    def clean(self) -> dict[str, Any]:
        """A person wants a day, a day wants a person, both want a decision."""
        typed = super().clean() or {}
        text, owner, due_on = (typed.get(name) for name in ("text", "owner", "due_on"))
        if (owner or due_on) and not text and "text" not in self.errors:
            self.add_error("text", _("Say what is to be done."))
        if owner and not due_on and "due_on" not in self.errors:
            self.add_error("due_on", _("Say by when."))
        if due_on and not owner and "owner" not in self.errors:
            self.add_error("owner", _("Say who does it."))
        return typed

    @property
    def decided(self) -> Decided:
        return Decided(**self.cleaned_data)


class AllDecisions(forms.BaseFormSet):
    """The decisions that no action has come of yet, and empty lines."""

    def __init__(self, data: Any = None, *, decisions: list[Decision]) -> None:
        initial = [
            {"pk": each.pk, "text": each.text, "owner": each.owner, "due_on": each.due_on}
            for each in decisions
        ]
        super().__init__(data, prefix="decisions", initial=initial)

    @property
    def decided(self) -> list[Decided]:
        """All that were typed, also those whose words were taken away."""
        return [form.decided for form in self.forms if form.has_changed()]


Decisions = cast(
    type[AllDecisions],
    forms.formset_factory(DecisionForm, formset=AllDecisions, extra=MORE_DECISIONS),
)
