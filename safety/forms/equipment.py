"""What is typed about fire equipment and its rules."""

from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.utils.translation import gettext_lazy as _

from campus.lists.forms import Selection
from campus.places.forms import PlaceField
from campus.shell.forms import DayInput
from campus.submissions.forms import EditForm
from safety.models import EquipmentRule, FireEquipment

DAYS = ("made_on", "last_service", "next_service", "scrap_on")


class EquipmentForm(EditForm):
    """A piece: what, where, and its days."""

    place = PlaceField(label=_("Place"))

    class Meta:
        model = FireEquipment
        fields = ["sort", "code", "place", *DAYS, "note"]
        widgets = {name: DayInput() for name in DAYS}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("next_service", "scrap_on"):
            self.fields[name].help_text = _("Empty: by the rule of its sort.")
        self.helper.layout = Layout(
            Row(Column("sort"), Column("code")), "place",
            Row(Column("made_on"), Column("last_service")),
            Row(Column("next_service"), Column("scrap_on")), "note",
        )  # fmt: skip


class RuleForm(EditForm):
    """The years of a sort."""

    class Meta:
        model = EquipmentRule
        fields = ["first_service_years", "service_years", "scrap_years"]


class OnDay(Selection):
    """The selected pieces, and the day on which it happened."""

    on = forms.DateField(error_messages={"required": _("Say on which day.")})
