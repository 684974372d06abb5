"""What is typed to lay an allotment of beds, and to change a line of one."""

from datetime import date
from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from campus.models import Person, Place, SchoolClass, Semester
from campus.shell.forms import PlainForm, day_field
from campus.submissions.forms import TableForm
from dormitory.forms.plain import refuse_order
from dormitory.models import AllotmentLine, Bed, DormRoom, free_beds

Grade = SchoolClass.Grade


def days_of_semester(today: date) -> dict[str, date | None]:
    """From today, or from the first day of a semester that is to come, to its last day."""
    semester = Semester.objects.filter(last_day__gte=today).order_by("first_day").first()
    if semester is None:
        return {"starts_on": today, "ends_on": None}
    return {"starts_on": max(today, semester.first_day), "ends_on": semester.last_day}


def refuse_days(typed: dict[str, Any]) -> None:
    refuse_order(typed, "starts_on", "ends_on", gettext("It cannot end before it starts."))


class TakeTable(TableForm):
    """A table of who sleeps where, and for which days."""

    starts_on = day_field(_("From"))
    ends_on = day_field(_("Last night"), required=False, help_text=_("Empty: until it is ended."))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, initial=days_of_semester(today), **kwargs)
        self.helper.layout = Layout(Row(Column("starts_on"), Column("ends_on")), "file")

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        refuse_days(typed)
        return typed


class FloorsField(forms.ModelMultipleChoiceField):
    """Floors by their house."""

    def label_from_instance(self, floor: Place) -> str:
        return f"{floor.parent} {floor}" if floor.parent else str(floor)


class LayByRule(PlainForm):
    """Which classes get beds on which floors."""

    classes = forms.ModelMultipleChoiceField(
        label=_("Classes"), queryset=SchoolClass.objects.all(),
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    floors = FloorsField(
        label=_("Floors"), queryset=Place.objects.none(), widget=forms.CheckboxSelectMultiple
    )
    starts_on = day_field(_("From"))
    ends_on = day_field(_("Last night"), required=False, help_text=_("Empty: until it is ended."))

    def __init__(self, *args: Any, person: Person, today: date, **kwargs: Any) -> None:
        super().__init__(*args, initial=days_of_semester(today), **kwargs)
        self.kept = DormRoom.objects.kept_by(person)
        field = self.fields["floors"]
        assert isinstance(field, FloorsField)
        floors = Place.objects.filter(pk__in=self.kept.values("place__parent"))
        field.queryset = floors.select_related("parent").order_by("code").defer("sought")
        self.helper.layout = Layout(
            Row(Column("starts_on"), Column("ends_on")), "classes", "floors"
        )

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        refuse_days(typed)
        return typed

    def facts(self) -> dict[str, Any]:
        """The rooms of the floors, the pupils of the classes, and what it is called."""
        typed = self.cleaned_data
        classes = list(typed["classes"])
        pupils = Person.objects.active().filter(school_class__in=classes)
        count = ngettext("%(count)d class", "%(count)d classes", len(classes))
        return {
            "rooms": self.kept.filter(place__parent__in=typed["floors"]).select_related("place"),
            "pupils": pupils.order_by("school_class__grade", "school_class__number", "number"),
            "title": f"{classes[0]} · {count % {'count': len(classes)}}",
            "starts_on": typed["starts_on"], "ends_on": typed["ends_on"],
        }  # fmt: skip


class CarryOn(PlainForm):
    """Into which semester the stays go on, and which grades leave."""

    semester = forms.ModelChoiceField(label=_("Semester"), queryset=Semester.objects.none())
    leaving = forms.TypedMultipleChoiceField(
        label=_("Grades that leave the house"), choices=Grade.choices, coerce=int, required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("As classes are called today. Whoever has left the school leaves anyway."),
    )  # fmt: skip

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["semester"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = Semester.objects.filter(last_day__gte=today).select_related("school_year")
        coming = field.queryset.filter(first_day__gt=today).order_by("first_day").first()
        field.initial = coming.pk if coming else None


class BedChoice(forms.ModelChoiceField):
    """Beds, each with its house and room."""

    def label_from_instance(self, bed: Bed) -> str:
        return f"{bed.room.house} {bed.room} · {bed.label}"


def choosable(beds: QuerySet[Bed]) -> QuerySet[Bed]:
    """Beds with all that their labels need, in order."""
    return beds.select_related("room__place", "room__house__place").order_by(
        "room__place__code", "label"
    )


class PlaceLine(PlainForm):
    """Another bed for a pupil of an allotment: free ones, on the side of the present one."""

    bed = BedChoice(label=_("Bed"), queryset=Bed.objects.none(), required=False)

    def __init__(self, *args: Any, line: AllotmentLine, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, initial={"bed": line.bed_id}, **kwargs)
        of = line.allotment
        given = AllotmentLine.objects.filter(allotment=of, bed__isnull=False).exclude(pk=line.pk)
        free = free_beds(of.starts_on, of.ends_on).exclude(pk__in=given.values("bed"))
        own = Bed.objects.filter(pk__in=[each for each in (line.bed_id, line.was_in_id) if each])
        beds = (free | own).filter(room__in=DormRoom.objects.kept_by(person))
        if known := line.bed or line.was_in:
            beds = beds.filter(room__side=known.room.side)
        field = self.fields["bed"]
        assert isinstance(field, BedChoice)
        field.queryset = choosable(beds)
        field.empty_label = gettext("Leaves the house") if of.carries_on else gettext("No bed")
