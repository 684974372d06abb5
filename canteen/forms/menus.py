"""What is typed about canteens, dishes, menus and portions."""

from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from campus.attachments.forms import AttachmentsField, take_files_of
from campus.models import Person
from campus.places.forms import PlaceField
from campus.school_time.days import monday_of
from campus.shell.forms import DayInput, PlainForm, day_field
from campus.submissions.forms import EditForm
from canteen.actions.prices import price_on
from canteen.forms.plain import CheckedForm, PhotoForm, words_field
from canteen.models import Allergen, Canteen, Counter, Dish, MealTime, MenuItem, Standards
from canteen.models.menu import MOST_GRAMS


class CanteenForm(CheckedForm):
    """A canteen and its place."""

    place = PlaceField(label=_("Place"), help_text=_("A place whose use is canteen."))

    class Meta:
        model = Canteen
        fields = ["name", "place", "is_open"]


class CounterForm(CheckedForm):
    """A counter; with a place of its own it has a label of its own."""

    place = PlaceField(label=_("Place of its label"), required=False)

    class Meta:
        model = Counter
        fields = ["canteen", "name", "place", "is_open"]


class DishForm(EditForm):
    """A dish with what is in it."""

    allergens = forms.ModelMultipleChoiceField(
        label=_("Allergens"), queryset=Allergen.objects.all(), required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    attachments = AttachmentsField(label=_("Photos"))

    class Meta:
        model = Dish
        fields = ["name", "ingredients", "allergens", "is_offered"]

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        take_files_of(person, self)


class ItemForm(EditForm):
    """A dish on a menu; where it costs something else than before, why."""

    dish = words_field(_("Dish"), 40, help_text=_("By its name; a new one is written at once."))
    reason = words_field(
        _("Why the price changes"), 200, required=False,
        help_text=_("Asked for where it costs something else than before."),
    )  # fmt: skip

    class Meta:
        model = MenuItem
        fields = ["day", "meal", "counter", "is_small", "price", "grams", "content"]
        widgets = {"day": DayInput()}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        counters = Counter.objects.filter(is_open=True, canteen__is_open=True)
        field: Any = self.fields["counter"]
        field.queryset = counters.select_related("canteen")
        if self.instance.pk:
            self.initial["dish"] = self.instance.dish.name
        self.helper.layout = Layout(
            Row(Column("day"), Column("meal")), Row(Column("counter"), Column("dish")),
            Row(Column("price"), Column("grams")), "is_small", "content", "reason",
        )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """A dish stands once in a meal, and a changed price has its reason."""
        typed = super().clean() or {}
        dish = Dish.objects.filter(name=typed.get("dish", "")).first()
        if dish and not self.errors:
            self.check(typed, dish)
        return typed

    def check(self, typed: dict[str, Any], dish: Dish) -> None:
        names = ("day", "meal", "counter", "is_small")
        place = {name: typed[name] for name in names}
        if MenuItem.objects.filter(**place, dish=dish).exclude(pk=self.instance.pk).exists():
            self.add_error("dish", _("This dish is on that menu already."))
        before = price_on(MenuItem(**place, dish=dish), typed["day"])
        if before and before.price != typed["price"] and not typed["reason"]:
            self.add_error("reason", _("Say why the price changes."))


class AllergenForm(EditForm):
    """An allergen of the school's own."""

    class Meta:
        model = Allergen
        fields = ["name", "code"]


class WeighForm(PhotoForm):
    """What a portion weighed."""

    weighed = forms.IntegerField(label=_("Grams weighed"), min_value=1, max_value=MOST_GRAMS)
    note = words_field(_("Remark"), 200, required=False)


class CopyForm(PlainForm):
    """From which week a menu is copied."""

    source = day_field(_("A day of the week to copy"))

    def clean_source(self) -> Any:
        """The Monday of that week."""
        day = self.cleaned_data["source"]
        return monday_of(day)


class PutUpForm(PlainForm):
    """Why prices change, where a sheet changes any."""

    reason = words_field(_("Why the prices change"), 200, required=False)

    def __init__(self, *args: Any, wants_reason: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].required = wants_reason


class StandardsForm(CheckedForm):
    """The school's figures."""

    class Meta:
        model = Standards
        fields = [
            "sample_grams", "sample_hours", "training_hours", "months_after_expiry",
            "months_without_expiry", "light_percent", "five_c_target",
        ]  # fmt: skip


class TimeForm(EditForm):
    """When a meal is served."""

    class Meta:
        model = MealTime
        fields = ["starts", "ends"]
        widgets = {
            name: forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
            for name in ("starts", "ends")
        }

    def clean(self) -> dict[str, Any]:
        """Raises ValidationError where it ends before it starts."""
        typed = super().clean() or {}
        if typed.get("starts") and typed.get("ends") and typed["ends"] <= typed["starts"]:
            raise ValidationError(_("A meal must end after it starts."))
        return typed
