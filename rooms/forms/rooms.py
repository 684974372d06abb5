"""What is typed about rooms: what they are, when they are closed, which periods a day has."""

import re
from collections.abc import Iterable, Sequence
from datetime import time
from itertools import pairwise
from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from campus.attachments.forms import AttachmentsField, take_files_of
from campus.models import Person, Place
from campus.people.picking import PersonField
from campus.places.forms import PlaceField
from campus.school_time.forms import SPAN, span_of
from campus.shell.forms import PlainForm, moment_field
from campus.submissions.forms import EditForm
from rooms.models import Booking, Closure, LessonPeriod, SpecialRoom

MOST_PERIODS, LONGEST_NAME = 20, 20


class RoomForm(EditForm):
    """A room that is booked."""

    place = PlaceField(label=_("Place"), help_text=_("The room's code or name."))
    keeper = PersonField(label=pgettext_lazy("of a room", "Keeper"))
    attachments = AttachmentsField(label=_("Photos"), required=False)

    class Meta:
        model = SpecialRoom
        fields = [
            "place", "kind", "seats", "keeper", "equipment", "rules", "booked_for",
            "needs_approval", "buffer_minutes",
        ]  # fmt: skip
        widgets = {"rules": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "equipment": _("In words that people search for, such as: robots, 24 computers."),
            "buffer_minutes": _("Kept free before each booking."),
        }  # fmt: skip

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        take_files_of(person, self)
        if self.instance.pk:
            self.initial["place"] = self.instance.place
        self.helper.layout = Layout(
            Row(Column("place"), Column("kind")), Row(Column("seats"), Column("keeper")),
            "equipment", "rules", Row(Column("booked_for"), Column("buffer_minutes")),
            "needs_approval", "attachments",
        )  # fmt: skip

    def clean_place(self) -> Place:
        """Raises ValidationError for what is no room, and for a room that is on the list."""
        place: Place = self.cleaned_data["place"]
        if place.kind != Place.Kind.ROOM:
            raise ValidationError(_("Only a room can be booked."))
        if SpecialRoom.objects.filter(place=place).exclude(pk=self.instance.pk).exists():
            raise ValidationError(_("This room is on the list already."))
        return place


class CloseForm(PlainForm):
    """From when to when a room is closed, and why."""

    starts_at = moment_field(_("From"))
    ends_at = moment_field(_("Until"))
    kind = forms.ChoiceField(label=_("Why is it closed?"), choices=Closure.Kind.choices)
    reason = forms.CharField(label=_("In a few words"), max_length=200)
    calls_off = forms.BooleanField(
        label=_("Call off the bookings in that time and tell those who have them"), required=False
    )

    def __init__(self, *args: Any, room: SpecialRoom, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.room = room

    def clean(self) -> dict[str, Any]:
        """Tells how many bookings are struck, as long as nobody has said that they may be."""
        typed = super().clean() or {}
        start, end = typed.get("starts_at"), typed.get("ends_at")
        if not (start and end):
            return typed
        if end <= start:
            self.add_error("ends_at", _("It must end after it starts."))
        elif not typed["calls_off"] and (struck := self.struck(start, end)):
            words = gettext("%(count)d bookings lie in that time.") % {"count": struck}
            self.add_error("calls_off", words)
        return typed

    def struck(self, start: Any, end: Any) -> int:
        """How many bookings lie in that time."""
        found = Booking.objects.filter(room=self.room).counting()
        return int(found.filter(starts_at__lt=end, ends_at__gt=start).count())


class PeriodsForm(PlainForm):
    """The periods of a day, one a line."""

    periods = forms.CharField(
        label=_("Periods"), max_length=2000, widget=forms.Textarea(attrs={"rows": 12}),
        help_text=_("One a line, in their order: name and hours, such as: %(example)s")
        % {"example": "第1节 8:00-8:40"},
    )  # fmt: skip

    def clean_periods(self) -> list[tuple[str, time, time]]:
        """Raises ValidationError with the line that is unclear."""
        lines = [line.strip() for line in self.cleaned_data["periods"].splitlines()]
        rows = [period_of(number, line) for number, line in enumerate(filter(None, lines), 1)]
        if len(rows) > MOST_PERIODS:
            raise ValidationError(gettext("At most %(most)d lines.") % {"most": MOST_PERIODS})
        refuse_disorder(rows)
        return rows


def period_of(number: int, line: str) -> tuple[str, time, time]:
    """A line as name, beginning and end. Raises ValidationError."""
    found = SPAN.search(line.replace("：", ":"))
    name = re.sub(r"\s+", " ", line[: found.start()]).strip() if found else ""
    if not found or not 0 < len(name) <= LONGEST_NAME:
        words = gettext("Line %(number)d: write a name and hours, such as: %(example)s")
        raise ValidationError(words % {"number": number, "example": "第1节 8:00-8:40"})
    span = span_of(*map(int, found.groups()))
    return name, span.opens, span.closes


def refuse_disorder(rows: Sequence[tuple[str, time, time]]) -> None:
    """Raises ValidationError where two overlap, stand the wrong way round or bear one name."""
    if any(after[1] < before[2] for before, after in pairwise(rows)):
        raise ValidationError(gettext("Periods must not overlap."))
    names = [name for name, _opens, _closes in rows]
    if len(set(names)) < len(names):
        raise ValidationError(gettext("Two periods have the same name."))


def periods_in_words(periods: Iterable[LessonPeriod]) -> str:
    """The periods as they are typed."""
    return "\n".join(f"{each.name} {each.opens:%H:%M}-{each.closes:%H:%M}" for each in periods)
