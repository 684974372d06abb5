"""Naming a place in any form, and what is typed about places themselves."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from campus.models import Place
from campus.people.picking import PersonField
from campus.places.labels import SIZES
from campus.shell.forms import DayInput
from campus.submissions.forms import EditForm


class PlaceInput(forms.TextInput):
    """A field that offers places while somebody types; without script the code is typed out."""

    class Media:
        css = {"all": ["css/offers.css"]}
        js = [forms.Script("js/offers.js", type="module")]

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        offer = {"autocomplete": "off", "data-offers": reverse_lazy("places:suggest")}
        super().__init__({**offer, **(attrs or {})})


class PlaceField(forms.CharField):
    """A place typed by its code or its name; the code is what signs say, so it is shown again.

    Cleans to a Place, or to None where nothing is typed and nothing is required.
    """

    widget = PlaceInput

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 80)
        super().__init__(**kwargs)

    def prepare_value(self, value: Any) -> Any:
        return value.code if isinstance(value, Place) else value

    def clean(self, value: Any) -> Any:
        """Raises ValidationError for a place that is unknown or not in use today, or whose name
        several bear."""
        typed: str = super().clean(value)
        if not typed:
            return None
        today = timezone.localdate()
        place = Place.objects.filter(code__iexact=typed).first() or self.by_name(typed, today)
        if not place.is_active(today):
            raise ValidationError(
                _("“%(place)s” is not in use."), params={"place": place.full_name}
            )
        return place

    def by_name(self, name: str, today: date) -> Place:
        """The one place of this name; those in use come before those that were."""
        named = list(Place.objects.filter(name__iexact=name)[:40])
        fitting = [place for place in named if place.is_active(today)] or named
        if not fitting:
            raise ValidationError(_("No place has this code or name."))
        if len(fitting) > 1:
            codes = "、".join(place.code for place in fitting[:6])
            raise ValidationError(
                _("Several places are called so; type the code: %(codes)s."),
                params={"codes": codes},
            )
        return fitting[0]

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.prepare_value(initial), data)


class PlaceForm(EditForm):
    """All that the keepers of the list say of a place but for where it lies."""

    manager = PersonField(label=_("Manager"), required=False)

    class Meta:
        model = Place
        fields = [
            "kind", "code", "name", "use", "capacity", "manager", "school_class", "department",
            "starts_on", "note",
        ]  # fmt: skip
        widgets = {"starts_on": DayInput()}
        help_texts = {
            "code": _("What signs and sheets say, such as JX1-301."),
            "capacity": _("Seats, beds or people, as the place is used."),
            "starts_on": _("Empty: it is in use already."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper.layout = Layout(
            *([] if self.instance.pk else ["parent"]),
            Row(Column("kind"), Column("code")),
            "name",
            Row(Column("use"), Column("capacity")),
            Row(Column("manager"), Column("starts_on")),
            Row(Column("school_class"), Column("department")),
            "note",
        )

    def clean_code(self) -> str:
        """Raises ValidationError for a code that another place has, small letters or large."""
        code: str = self.cleaned_data["code"]
        same = Place.objects.filter(code__iexact=code).exclude(pk=self.instance.pk).first()
        if same:
            raise ValidationError(_("“%(place)s” has this code."), params={"place": same.full_name})
        return code

    def validate_unique(self) -> None:
        """All constraints, also those over fields that are not typed here, such as the names of
        siblings; by itself a form leaves these to the database."""
        super().validate_unique()
        if not self.errors:
            try:
                self.instance.validate_constraints()
            except ValidationError as refused:
                self.add_error(None, refused.messages)


class NewPlaceForm(PlaceForm):
    """A new place, and what it is a part of."""

    parent = PlaceField(
        label=_("Part of"), required=False, help_text=_("Code or name; empty for a campus.")
    )

    class Meta(PlaceForm.Meta):
        fields = ["parent", *PlaceForm.Meta.fields]


class DescribeForm(EditForm):
    """What its manager says of a place."""

    class Meta:
        model = Place
        fields = ["capacity", "note"]


class MoveForm(forms.Form):
    """Of what a place is to be a part."""

    to = PlaceField(
        label=_("Part of"), required=False, help_text=_("Code or name; empty for none.")
    )

    def __init__(self, data: Any, *, place: Place) -> None:
        super().__init__(data, initial={"to": place.parent})
        self.place = place
        self.helper = FormHelper()
        self.helper.form_tag = False

    def clean_to(self) -> Place | None:
        """Raises ValidationError where it cannot be a part of that, or its name is taken there."""
        whole: Place | None = self.cleaned_data["to"]
        reason = self.place.refusal_of(whole) if whole else ""
        if reason:
            raise ValidationError(reason)
        same = Place.objects.filter(parent=whole, name=self.place.name, ends_on=None)
        if self.place.ends_on is None and same.exclude(pk=self.place.pk).exists():
            raise ValidationError(_("Another part of the same place has this name."))
        return whole


class EndForm(forms.Form):
    """After which day a place is not used any more."""

    on = forms.DateField(label=_("Last day in use"), widget=DayInput())

    def __init__(self, data: Any, *, place: Place) -> None:
        super().__init__(data, initial={"on": timezone.localdate()})
        self.place = place
        self.helper = FormHelper()
        self.helper.form_tag = False

    def clean_on(self) -> date:
        day: date = self.cleaned_data["on"]
        if self.place.starts_on and day < self.place.starts_on:
            raise ValidationError(_("It cannot end before it starts."))
        return day


class RenewForm(forms.Form):
    """Whether the parts of a place get new labels too."""

    with_parts = forms.BooleanField(required=False)


class LabelsForm(forms.Form):
    """Of which places labels are printed, and how large."""

    size = forms.ChoiceField(
        label=_("Labels"), choices=[(size.name, size.label) for size in SIZES.values()]
    )
    within = forms.IntegerField(required=False, widget=forms.HiddenInput)
    kind = forms.ChoiceField(
        label=_("Of which"), choices=[("", _("All of them")), *Place.Kind.choices], required=False
    )

    def __init__(self, query: QueryDict) -> None:
        super().__init__({"size": query.get("size") or "small", **chosen(query)})


def chosen(query: QueryDict, names: Sequence[str] = ("within", "kind")) -> dict[str, str]:
    return {name: query.get(name, "") for name in names}
