"""What is typed to call a meeting, to call its roll, to keep its minutes."""

import re
from datetime import date, datetime, time
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Column, Fieldset, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from campus.models import Department, Person, Role
from campus.people.picking import PeopleField, PersonField
from campus.places.forms import PlaceField
from campus.shell.forms import PlainForm
from planning.forms.entry import DayField
from planning.models import Meeting, PlanItem

MOST_POINTS = 30
MOST_PEOPLE = 400


class TimeInput(forms.TimeInput):
    """An hour, with the device's own clock."""

    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


class MeetingForm(forms.Form):
    """What, when, where; who is invited; what is on the agenda."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    title = forms.CharField(label=gettext_lazy("Title"), max_length=120)
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=Meeting.Kind.choices)
    day = DayField(label=gettext_lazy("Day"))
    begins = forms.TimeField(label=gettext_lazy("From"), widget=TimeInput())
    ends = forms.TimeField(label=gettext_lazy("Until"), widget=TimeInput())
    place = PlaceField(
        label=gettext_lazy("Place"),
        required=False,
        help_text=gettext_lazy("The code on the sign, or the name."),
    )
    chair = PersonField(label=gettext_lazy("Chair"))
    recorder = PersonField(label=gettext_lazy("Minutes taken by"), required=False)
    people = PeopleField(
        label=gettext_lazy("People"),
        help_text=gettext_lazy(
            "Names or numbers, parted by commas. Chair and recorder come anyway."
        ),
    )
    roles = forms.MultipleChoiceField(
        label=gettext_lazy("Everybody who is"),
        choices=Role.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    departments = forms.ModelMultipleChoiceField(
        label=gettext_lazy("All staff of"),
        queryset=Department.objects.all(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    agenda = forms.CharField(
        label=gettext_lazy("Agenda"),
        required=False,
        max_length=6000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=gettext_lazy("One point a line, in order."),
    )
    open_minutes = forms.BooleanField(
        label=gettext_lazy("All staff may read the minutes once they are published"),
        required=False,
    )
    plan_item = forms.ModelChoiceField(
        label=gettext_lazy("Held for the plan item"),
        queryset=PlanItem.objects.none(),
        required=False,
    )

    def __init__(
        self, *args: Any, person: Person, meeting: Meeting | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.person, self.meeting = person, meeting
        self.offer("plan_item", fitting_items(self.initial.get("plan_item")))
        people = self.fields["people"]
        assert isinstance(people, PeopleField)
        people.of(person)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.layout = self.layout()

    def offer(self, name: str, rows: Any) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = rows

    def layout(self) -> Layout:
        """Groups folded away that are seldom looked at; open where they hold something."""
        return Layout(
            "seen", "title",
            Row(Column("day"), Column("begins"), Column("ends")),
            Row(Column("kind"), Column("place")),
            Row(Column("chair"), Column("recorder")),
            Fieldset(
                gettext_lazy("Who is invited"), "people",
                folded(gettext_lazy("By role"), self.has("roles")), "roles", FOLD_END,
                folded(gettext_lazy("By department"), self.has("departments")), "departments",
                FOLD_END,
            ),
            "agenda", "open_minutes", "plan_item",
        )  # fmt: skip

    def has(self, name: str) -> bool:
        """Whether something is chosen in a field of several."""
        return bool(self[name].value())

    def clean_agenda(self) -> list[str]:
        """The points, without the numbers that people write before them."""
        lines = [point_of(line) for line in self.cleaned_data["agenda"].splitlines()]
        points = [line for line in lines if line]
        if len(points) > MOST_POINTS:
            raise ValidationError(_("Thirty points are enough for one meeting."))
        if any(len(point) > 200 for point in points):
            raise ValidationError(_("Say each point in at most 200 characters."))
        if len(set(points)) < len(points):
            raise ValidationError(_("Two points are the same."))
        return points

    def clean(self) -> dict[str, Any]:
        """`starts_at` and `ends_at` instead of day and hours."""
        typed = super().clean() or {}
        if self.meeting and typed.get("seen") != self.meeting.version:
            self.add_error(None, changed_meanwhile())
            self.data = shown_anew(self.data, self.meeting)
        day, begins, ends = (typed.pop(name, None) for name in ("day", "begins", "ends"))
        if begins and ends and ends <= begins:
            self.add_error("ends", _("A meeting must end after it starts."))
        if day and begins and ends:
            typed |= {"starts_at": moment(day, begins), "ends_at": moment(day, ends)}
        return typed


def changed_meanwhile() -> str:
    """The sentence for whoever has typed beside somebody else."""
    return _("Somebody has changed it in the meantime. Look at both, then save once more.")


def shown_anew(data: Any, meeting: Meeting) -> Any:
    """What was typed, to be saved once more over the version that the page now tells of."""
    data = data.copy()
    data["seen"] = str(meeting.version)
    return data


def fitting_items(chosen: Any) -> Any:
    """Plan items that a meeting may be held for: open ones of the kind, and the one chosen."""
    items = PlanItem.objects.select_related("plan")
    wanted = items.open().filter(kind="meeting")
    number = chosen if isinstance(chosen, int) else getattr(chosen, "pk", None)
    return (wanted | items.filter(pk=number)).order_by("starts_on", "id") if number else wanted


def folded(label: Any, is_open: bool) -> HTML:
    """The beginning of a part that is folded away."""
    state = "open" if is_open else ""
    return HTML(f'<details class="meeting-fold" {state}><summary>{label}</summary>')


FOLD_END = HTML("</details>")


def point_of(line: str) -> str:
    """A line of the agenda without its number: 1、 or (2) or 三、; a date such as 11.9 stays."""
    return " ".join(
        re.sub(
            r"^\s*[(（]?[\d一二三四五六七八九十]{1,2}[)）]?[、.．)）](?!\d)\s*", "", line
        ).split()
    )


def moment(day: date, at: time) -> datetime:
    """The moment in school time."""
    return timezone.make_aware(datetime.combine(day, at))


class CancelMeeting(PlainForm):
    """Why it does not take place; everybody invited reads it."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Everybody who is invited is told."),
    )  # fmt: skip
