"""What is typed to ask for a move or a swap."""

from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from campus.models import Person
from campus.shell.forms import PlainForm, day_field
from dormitory.forms.allotments import BedChoice, choosable
from dormitory.forms.plain import PupilField
from dormitory.models import Bed, DormRoom, Occupancy, free_beds


class AskMove(PlainForm):
    """A free bed on the same side of the house, or a pupil to swap with."""

    to_bed = BedChoice(
        label=gettext_lazy("Into a free bed"), queryset=Bed.objects.none(), required=False
    )
    other = PupilField(
        label=gettext_lazy("Or swap with"), required=False, help_text=gettext_lazy("Number.")
    )
    on = day_field(gettext_lazy("From"))
    reason = forms.CharField(
        label=gettext_lazy("Reason"), max_length=100, required=False,
        help_text=gettext_lazy("In a few words; nothing about anybody's health."),
    )  # fmt: skip

    def __init__(self, *args: Any, stay: Occupancy, person: Person, **kwargs: Any) -> None:
        today = timezone.localdate()
        super().__init__(*args, initial={"on": max(today, stay.starts_on)}, **kwargs)
        rooms = DormRoom.objects.filter(house=stay.bed.room.house, side=stay.bed.room.side)
        rooms = rooms if person.pk == stay.pupil_id else rooms | DormRoom.objects.kept_by(
            person
        ).filter(side=stay.bed.room.side)  # fmt: skip
        bed, other = self.fields["to_bed"], self.fields["other"]
        assert isinstance(bed, BedChoice)
        assert isinstance(other, PupilField)
        bed.queryset = choosable(free_beds(today, stay.ends_on).filter(room__in=rooms))
        sleeping = Occupancy.objects.on(today).filter(bed__room__in=rooms).exclude(pk=stay.pk)
        other.pupils = Person.objects.filter(pk__in=sleeping.values("pupil"))
        self.helper.layout = Layout(Row(Column("to_bed"), Column("other")), "on", "reason")

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        if not self.errors and bool(typed.get("to_bed")) == bool(typed.get("other")):
            self.add_error("to_bed", _("Choose a bed, or say with whom it is swapped."))
        return typed
