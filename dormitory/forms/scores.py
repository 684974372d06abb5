"""Which scores of a house are shown: of which days, floor and checklist."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.models import Place
from campus.school_time.days import WITHIN_REASON
from campus.shell.forms import DayInput, PlainForm
from dormitory.models import House
from dormitory.models.checks import room_checklists
from dormitory.models.days import month_of, week_of
from inspections.models import Checklist


class Period(TextChoices):
    """How many days are looked at together."""

    WEEK = "week", pgettext_lazy("period", "A week")
    MONTH = "month", pgettext_lazy("period", "A month")


class ScoresShown(PlainForm):
    """Days, floor and checklist; what is left open is this week, all floors, all checklists."""

    period = forms.ChoiceField(label=_("Period"), choices=Period.choices, required=False)
    on = forms.DateField(
        label=_("with the day"), widget=DayInput(), required=False, validators=WITHIN_REASON
    )
    floor = forms.ModelChoiceField(
        label=_("Floor"), queryset=Place.objects.none(), required=False,
        empty_label=_("All floors"),
    )  # fmt: skip
    checklist = forms.ModelChoiceField(
        label=_("Checklist"), queryset=Checklist.objects.none(), required=False,
        empty_label=_("All checklists"),
    )  # fmt: skip

    def __init__(self, data: Any, *, house: House, today: date) -> None:
        super().__init__(data)
        self.house, self.today = house, today
        floors = Place.objects.filter(parts__dorm_room__house=house).distinct().order_by("code")
        self.choose("floor", floors.defer("sought"))
        self.choose("checklist", room_checklists().defer("sought"))

    def choose(self, name: str, rows: Any) -> None:
        chosen = self.fields[name]
        assert isinstance(chosen, forms.ModelChoiceField)
        chosen.queryset = rows

    @property
    def facts(self) -> dict[str, Any]:
        """What was chosen; of slips nothing."""
        return self.cleaned_data if self.is_valid() else {}

    @property
    def typed(self) -> dict[str, str]:
        """What the address says of the fields."""
        return {name: str(self.data[name]) for name in self.fields if self.data.get(name)}

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day."""
        on = self.facts.get("on") or self.today
        return month_of(on) if self.facts.get("period") == Period.MONTH else week_of(on)

    @property
    def place(self) -> Place:
        """The floor, else the house."""
        return self.facts.get("floor") or self.house.place

    @property
    def checklists(self) -> list[int]:
        """The numbers of the checklist, else of all by which rooms are scored."""
        chosen = self.facts.get("checklist")
        return [chosen.pk] if chosen else list(room_checklists().values_list("pk", flat=True))
