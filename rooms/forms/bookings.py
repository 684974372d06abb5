"""What is typed to book a room, to move a booking, to end one, and to look for a free room."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.utils import timezone
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from campus.models import SchoolClass
from campus.school_time.days import WITHIN_REASON
from campus.school_time.engine import moment_of
from campus.shell.forms import PlainForm, day_field
from rooms.actions.bookings import MOST_WEEKS, WEEK, Conflict, conflicts_of, weeks_of
from rooms.models import Booking, Diary, LessonPeriod, Obstacle, SpecialRoom, Wish
from rooms.models.room import MOST_SEATS


class TimeInput(forms.TimeInput):
    """A time of day, with the device's own picker."""

    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


class RoomChoice(forms.ModelChoiceField):
    """Rooms with what tells them apart."""

    def label_from_instance(self, obj: SpecialRoom) -> str:
        seats = gettext("%(seats)s seats") % {"seats": obj.seats}
        return f"{obj.place.with_code} · {seats}"


class PeriodChoice(forms.ModelChoiceField):
    """Periods of the day with their hours."""

    def label_from_instance(self, obj: LessonPeriod) -> str:
        return f"{obj.name} {obj.hours}"


class TimeForm(PlainForm):
    """A day, and a time of it: by its periods, or from an hour to an hour."""

    day = day_field(_("Day"), validators=[*WITHIN_REASON])
    first = PeriodChoice(
        label=_("From period"), queryset=LessonPeriod.objects.all(), required=False,
        empty_label=pgettext_lazy("period", "By the clock"),
    )  # fmt: skip
    last = PeriodChoice(
        label=_("Until period"), queryset=LessonPeriod.objects.all(), required=False,
        empty_label=pgettext_lazy("period", "The same"),
    )  # fmt: skip
    starts = forms.TimeField(label=_("From"), widget=TimeInput(), required=False)
    ends = forms.TimeField(label=_("Until"), widget=TimeInput(), required=False)

    def clean(self) -> dict[str, Any]:
        """Adds `starts_at` and `ends_at`; periods go before hours."""
        typed = super().clean() or {}
        first, last = typed.get("first"), typed.get("last") or typed.get("first")
        if first and last:
            typed["starts"], typed["ends"] = first.opens, last.closes
        missing = [name for name in ("starts", "ends") if not typed.get(name)]
        for name in missing:
            if name not in self.errors:
                self.add_error(name, _("Name periods, or from when to when."))
        if typed.get("day") and not missing:
            self.add_moments(typed)
        return typed

    def add_moments(self, typed: dict[str, Any]) -> None:
        typed["starts_at"] = moment_of(typed["day"], typed["starts"])
        typed["ends_at"] = moment_of(typed["day"], typed["ends"])
        if typed["ends_at"] <= typed["starts_at"]:
            self.add_error(
                "last" if typed.get("first") else "ends", _("It must end after it starts.")
            )


TIMES = (Row(Column("first"), Column("last")), Row(Column("starts"), Column("ends")))


class BookForm(TimeForm):
    """A room, a time, a purpose, for how many; once, or every week until a day."""

    room = RoomChoice(label=_("Room"), queryset=SpecialRoom.objects.none())
    purpose = forms.CharField(label=_("Purpose"), max_length=120)
    people = forms.IntegerField(label=_("Number of people"), min_value=1, max_value=MOST_SEATS)
    school_class = forms.ModelChoiceField(
        label=_("Class"), queryset=SchoolClass.objects.all(), required=False,
        empty_label=pgettext_lazy("booking", "No class"),
    )  # fmt: skip
    group = forms.CharField(
        label=_("Or a group"), max_length=60, required=False,
        help_text=_("Such as: robot club. No names of pupils."),
    )  # fmt: skip
    until = day_field(
        _("Every week until"), required=False, validators=[*WITHIN_REASON],
        help_text=_("Empty: this once."),
    )  # fmt: skip
    # Asked for only where something would be left out.
    leave_out = forms.BooleanField(
        label=_("Leave these dates out and book the others"), required=False,
        widget=forms.HiddenInput,
    )  # fmt: skip

    def __init__(self, *args: Any, booking: Booking | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.booking = booking
        self.conflicts: list[Conflict] = []
        self.is_taken = False
        field = self.fields["room"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = SpecialRoom.objects.offered().named()
        if booking:
            for name in ("purpose", "group", "until", "leave_out"):
                del self.fields[name]
        rest = [] if booking else ["purpose"]
        weekly = [] if booking else ["group", "until", "leave_out"]
        self.helper.layout = Layout(
            "room", *rest, "day", *TIMES, Row(Column("people"), Column("school_class")), *weekly
        )

    def clean(self) -> dict[str, Any]:
        """Says at its field what stands in the way; of a series each date on which that is so."""
        typed = super().clean() or {}
        wanted = {"room", "starts_at", "ends_at", "people"}
        if self.errors or not wanted <= typed.keys():
            return typed
        wish = Wish(
            room=typed["room"], starts_at=typed["starts_at"], ends_at=typed["ends_at"],
            people=typed["people"], school_class=typed.get("school_class"),
        )  # fmt: skip
        typed["wish"] = wish
        if typed.get("until"):
            self.check_series(wish, typed["until"], leave_out=typed["leave_out"])
        else:
            self.check_once(wish)
        return typed

    def check_once(self, wish: Wish) -> None:
        but = self.booking.pk if self.booking else None
        diary = Diary([wish.room], wish.day, wish.day)
        if found := diary.obstacle(wish, at=timezone.now(), but=but):
            self.complain(found)

    def complain(self, found: Obstacle) -> None:
        """At the field that it is about; what is about the time stands at the room."""
        self.is_taken = not found.about
        self.add_error(found.about or "room", found.sentence)

    def check_series(self, wish: Wish, until: date, *, leave_out: bool) -> None:
        """A series ends after it begins and within bounds; its conflicts are kept for the page."""
        if until < wish.day:
            self.add_error("until", _("The last day must not come before the first."))
            return
        if until > wish.day + WEEK * MOST_WEEKS:
            words = gettext("At most %(most)d weeks.") % {"most": MOST_WEEKS}
            self.add_error("until", words)
            return
        wishes = weeks_of(wish, until)
        self.conflicts = conflicts_of(wishes, at=timezone.now())
        if self.conflicts:
            self.fields["leave_out"].widget = forms.CheckboxInput()
        if len(self.conflicts) == len(wishes):
            self.complain(self.conflicts[0].obstacle)
        elif self.conflicts and not leave_out:
            words = gettext("%(count)d of %(all)d dates are not free.")
            facts = {"count": len(self.conflicts), "all": len(wishes)}
            self.add_error("leave_out", words % facts)

    @property
    def wish(self) -> Wish | None:
        """What is wanted, as far as it could be read; also of a form that was refused."""
        return self.cleaned_data.get("wish") if self.is_bound else None


class FindForm(TimeForm):
    """What a free room has to have."""

    people = forms.IntegerField(
        label=_("Number of people"), min_value=1, max_value=MOST_SEATS, required=False
    )
    kind = forms.ChoiceField(
        label=_("Kind"), choices=[("", _("All kinds")), *SpecialRoom.Kind.choices], required=False
    )
    words = forms.CharField(
        label=_("With"), max_length=60, required=False, help_text=_("Such as: robots.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper.layout = Layout(
            "day", *TIMES, Row(Column("people"), Column("kind"), Column("words"))
        )


class ReasonForm(PlainForm):
    """Why."""

    reason = forms.CharField(label=_("Reason"), max_length=300)


class CancelForm(ReasonForm):
    """Why a booking is given back, and whether the later ones of its series are, too."""

    following = forms.BooleanField(label=_("The later ones of the series, too"), required=False)

    def __init__(self, *args: Any, booking: Booking, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if booking.series_id is None:
            del self.fields["following"]


class FaultForm(PlainForm):
    """What is broken."""

    words = forms.CharField(label=_("What is broken?"), max_length=300)


def initial_of(query: Any, periods: Sequence[LessonPeriod]) -> dict[str, Any]:
    """What an address brings along: `room`, `day`, `from`, `to`, `purpose`, `people`, `class`,
    `group`; hours that are those of periods are shown as these. Nothing else is read, and what is
    senseless is left out by the form's own widgets."""
    names = {"room": "room", "day": "day", "purpose": "purpose", "people": "people",
             "school_class": "class", "group": "group"}  # fmt: skip
    found = {name: query.get(key, "")[:120] for name, key in names.items() if query.get(key)}
    starts, ends = time_typed(query.get("from", "")), time_typed(query.get("to", ""))
    first = next((each for each in periods if each.opens == starts), None)
    last = next((each for each in periods if each.closes == ends), None)
    if first and last:
        return found | {"first": first.pk, "last": last.pk}
    hours = {"starts": starts, "ends": ends}
    return found | {name: value for name, value in hours.items() if value}


def time_typed(typed: str) -> time | None:
    """The time "13:40"; None for anything else."""
    try:
        return time.fromisoformat(typed)
    except ValueError:
        return None


def moved_initial(booking: Booking) -> dict[str, Any]:
    """What the form of a booking that is moved says at first."""
    starts: datetime = timezone.localtime(booking.starts_at)
    ends: datetime = timezone.localtime(booking.ends_at)
    return {
        "room": booking.room_id, "day": starts.date(), "starts": starts.time(),
        "ends": ends.time(), "people": booking.people, "school_class": booking.school_class_id,
    }  # fmt: skip
