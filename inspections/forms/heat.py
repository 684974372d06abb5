"""Of what the map of scores is asked."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from campus.models import Place
from campus.places.forms import PlaceField
from campus.school_time.days import WITHIN_REASON
from campus.shell.forms import DayInput
from inspections.models import Checklist, PartScore


@dataclass(frozen=True)
class Asked:
    """Which checklist, within which place (None: all), until which day."""

    checklist: Checklist | None
    place: Place | None
    until: date


class HeatForm(forms.Form):
    """Checklist, place, last day; left out or wrong they are the list walked last, all, today."""

    checklist = forms.ModelChoiceField(
        label=_("Checklist"), queryset=Checklist.objects.none(), empty_label=None, required=False
    )
    place = PlaceField(label=_("Place"), required=False)
    until = forms.DateField(
        label=_("until"), widget=DayInput(), required=False, validators=WITHIN_REASON
    )

    def __init__(self, *args: Any, lists: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lists = lists
        field = self.fields["checklist"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = lists
        for each in self.fields.values():
            is_choice = isinstance(each, forms.ModelChoiceField)
            each.widget.attrs["class"] = "form-select" if is_choice else "form-control"

    def newest(self) -> Checklist | None:
        """The list that was walked last; without any the first."""
        scores = PartScore.objects.filter(checklist__in=self.lists.order_by().values("pk"))
        last = scores.order_by("-day", "-pk").values_list("checklist", flat=True).first()
        found: Checklist | None = self.lists.filter(pk=last).first() or self.lists.first()
        return found

    def asked(self, today: date) -> Asked:
        """What the map shows."""
        typed = self.cleaned_data if self.is_bound and self.is_valid() else {}
        checklist = typed.get("checklist") or self.newest()
        return Asked(checklist, typed.get("place"), typed.get("until") or today)
