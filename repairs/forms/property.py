"""What is typed of property checks: what should be in rooms, a check, counts, decisions."""

from collections.abc import Iterator
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from campus.lists.forms import Selection
from campus.places.forms import PlaceField
from campus.places.models import Use
from campus.shell.forms import DayInput, PlainForm
from campus.submissions.forms import EditForm
from repairs.actions.property_rooms import Count
from repairs.forms.compensation import Payer
from repairs.models import MOST_THINGS, ExpectedItem, PropertyCheck, RoomCheck, RoomLine

# Rows for things that are in no list; who finds more saves and goes on.
NEW_ROWS = 3
USUAL_USES = [Use.CLASSROOM, Use.DORM_ROOM, Use.OFFICE]


class ExpectedItemForm(EditForm):
    """How many of a thing should be in a room."""

    place = PlaceField(label=_("Place"))

    class Meta:
        model = ExpectedItem
        fields = ["place", "name", "count"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["place"] = self.instance.place


class CheckForm(EditForm):
    """Which rooms are counted, until when."""

    place = PlaceField(label=_("Where"), help_text=_("With all its parts."))
    uses = forms.MultipleChoiceField(
        label=_("Rooms of this use"), choices=Use.choices, widget=forms.CheckboxSelectMultiple,
        initial=USUAL_USES,
    )  # fmt: skip

    class Meta:
        model = PropertyCheck
        fields = ["title", "semester", "place", "uses", "due_on"]
        widgets = {"due_on": DayInput()}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["uses"] = USUAL_USES
        self.helper.layout = Layout(
            "title", Row(Column("semester"), Column("due_on")), "place", "uses"
        )

    def clean_due_on(self) -> Any:
        day = self.cleaned_data["due_on"]
        if day < timezone.localdate():
            raise forms.ValidationError(gettext("Choose a day that is still to come."))
        return day


class Words(PlainForm):
    """A reason in words."""

    reason = forms.CharField(label=_("Reason"), max_length=300)


class CloseCheck(Words):
    """Why the rooms that nobody has counted are left out; asked for where there are any."""

    def __init__(self, *args: Any, left: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["reason"]
        field.required = bool(left)
        field.label = _("Why the rest is left out") if left else _("Remark")


class Charge(Payer):
    """Who pays how much for damage by misuse; the class whose room it is, unless said otherwise."""

    words = forms.CharField(label=_("Remark"), required=False, max_length=300)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False


def number_field(most: int) -> forms.IntegerField:
    """A count; nothing typed is nothing counted yet."""
    field = forms.IntegerField(min_value=0, max_value=most, required=False)
    field.widget.attrs |= {"inputmode": "numeric", "class": "form-control prop-number"}
    return field


def word_field(most: int, words: Any = "") -> forms.CharField:
    widget = forms.TextInput(attrs={"class": "form-control", "placeholder": words})
    return forms.CharField(max_length=most, required=False, widget=widget)


class CountRoom(forms.Form):
    """All lines of a room on one page: good, damaged, why, and things that are in no list.

    `seen` carries the version that the page was drawn with: whoever is second is told, keeps what
    was typed and sees what stands there now. With `rest_is_there` all that was left empty is there
    and in good order.
    """

    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    rest_is_there = forms.BooleanField(required=False)
    words = word_field(300)

    def __init__(self, *args: Any, room: RoomCheck, lines: list[RoomLine], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.room = room
        self.lines = [line for line in lines if line.outcome == RoomLine.Outcome.OPEN]
        self.initial["seen"], self.initial["words"] = room.version, room.words
        for line in self.lines:
            self.add(f"line-{line.pk}", 1 if line.asset_id else MOST_THINGS, line)
        for number in range(NEW_ROWS):
            self.fields[f"new-{number}-name"] = word_field(120, _("Another thing"))
            self.add(f"new-{number}", MOST_THINGS)

    def add(self, name: str, most: int, line: RoomLine | None = None) -> None:
        """The fields of one line."""
        self.fields[f"{name}-good"] = number_field(most)
        self.fields[f"{name}-damaged"] = number_field(most)
        self.fields[f"{name}-cause"] = forms.ChoiceField(
            choices=RoomLine.Cause.choices, required=False,
            widget=forms.Select(attrs={"class": "form-select"}),
        )  # fmt: skip
        self.fields[f"{name}-words"] = word_field(120)
        for part in ("good", "damaged", "cause", "words") if line else ():
            self.initial[f"{name}-{part}"] = getattr(line, part)

    @property
    def rows(self) -> Iterator[dict[str, Any]]:
        """What the page draws: each line with its fields."""
        for line in self.lines:
            yield {"line": line, **self.drawn(f"line-{line.pk}")}

    @property
    def new_rows(self) -> Iterator[dict[str, Any]]:
        for number in range(NEW_ROWS):
            yield {"name": self[f"new-{number}-name"], **self.drawn(f"new-{number}")}

    def drawn(self, name: str) -> dict[str, Any]:
        parts = {part: self[f"{name}-{part}"] for part in ("good", "damaged", "cause", "words")}
        errors = [error for field in parts.values() for error in field.errors]
        return {**parts, "errors": errors}

    def clean(self) -> dict[str, Any]:
        """Complains of counts that were saved meanwhile, of an asset that is there twice, and of
        things without a name or with a name that is in the list."""
        typed = super().clean() or {}
        self.refuse_unseen(typed)
        names = {line.name for line in self.room.lines.all()}
        for number in range(NEW_ROWS):
            self.clean_new(f"new-{number}", typed, names)
        for line in self.lines:
            there = (typed.get(f"line-{line.pk}-good") or 0) + (
                typed.get(f"line-{line.pk}-damaged") or 0
            )
            if line.asset_id and there > 1:
                words = gettext("An asset is there once: good or damaged.")
                self.add_error(f"line-{line.pk}-good", words)
        return typed

    def refuse_unseen(self, typed: dict[str, Any]) -> None:
        """Whoever is second is told, once: saved again, what was typed holds."""
        if typed.get("seen") is None or typed["seen"] == self.room.version:
            return
        told = gettext(
            "%(person)s has counted this room meanwhile. What was saved stands beside your "
            "numbers; save once more if yours are to hold."
        )  # fmt: skip
        self.add_error(None, told % {"person": self.room.counted_by})
        sent: Any = self.data
        self.data = sent.copy()
        self.data["seen"] = str(self.room.version)  # type: ignore[index]  # a copy may be written to

    def clean_new(self, name: str, typed: dict[str, Any], names: set[str]) -> None:
        called = (typed.get(f"{name}-name") or "").strip()
        counted = typed.get(f"{name}-good") is not None or typed.get(f"{name}-damaged") is not None
        if counted and not called:
            self.add_error(f"{name}-name", gettext("Say what it is."))
        elif called in names:
            self.add_error(
                f"{name}-name", gettext("This thing is in the list of the room already.")
            )
        elif called:
            names.add(called)

    @property
    def counts(self) -> list[Count]:
        """What the action takes: lines of which something was typed, or all with
        `rest_is_there`."""
        found = [self.count_of(f"line-{line.pk}", line) for line in self.lines]
        found += [self.count_of(f"new-{number}", None) for number in range(NEW_ROWS)]
        return [count for count in found if count]

    def count_of(self, name: str, line: RoomLine | None) -> Count | None:
        typed = self.cleaned_data
        good, damaged = typed.get(f"{name}-good"), typed.get(f"{name}-damaged")
        called = (typed.get(f"{name}-name") or "").strip()
        if line is None and not called:
            return None
        if good is None and damaged is None:
            if line is None or not typed["rest_is_there"]:
                return None
            good = line.expected
        return Count(
            line=line.pk if line else None, good=good or 0, damaged=damaged or 0, name=called,
            cause=typed.get(f"{name}-cause") or RoomLine.Cause.UNKNOWN,
            words=typed.get(f"{name}-words") or "",
        )  # fmt: skip

    @property
    def facts(self) -> dict[str, Any]:
        """The rest of what the action takes."""
        return {"seen": self.cleaned_data["seen"], "words": self.cleaned_data["words"]}


class AcceptLines(Selection):
    """The selected differences, and why they are left as they are."""

    reason = forms.CharField(max_length=300, error_messages={"required": _("Say why.")})
