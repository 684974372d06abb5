"""What is typed in the kitchen: samples, workers, rosters, mornings, temperatures."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from campus.shell.forms import DayInput, PlainForm, day_field, refuse_future_day
from canteen.actions.readings import is_out
from canteen.actions.workers import certificate_on, refusal
from canteen.forms.plain import CheckedForm, PhotoForm, words_field
from canteen.models import (
    Canteen,
    CanteenWorker,
    Device,
    Dish,
    Post,
    RosterLine,
    Standards,
    Symptom,
)
from canteen.models.sample import MOST_GRAMS

LONGEST = 366


class TakeForm(PlainForm):
    """Of which dishes a sample is taken."""

    dishes = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Dishes"), queryset=Dish.objects.none(),
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    grams = forms.IntegerField(label=gettext_lazy("Grams of each"), max_value=MOST_GRAMS)
    fridge = words_field(gettext_lazy("Where it lies"), 40, required=False)

    def __init__(self, *args: Any, dishes: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["dishes"]
        field.queryset = field.initial = dishes
        self.least = Standards.objects.get(pk=1).sample_grams
        self.fields["grams"].initial = self.least

    def clean_grams(self) -> int:
        """Raises ValidationError below what the school asks for."""
        grams: int = self.cleaned_data["grams"]
        if grams < self.least:
            raise ValidationError(
                _("A sample is %(grams)d g at the least.") % {"grams": self.least}
            )
        return grams


class SealForm(PlainForm):
    """Why samples are sealed."""

    why = words_field(gettext_lazy("Why"), 200)


class DinersForm(PlainForm):
    """How many ate."""

    diners = forms.IntegerField(
        label=gettext_lazy("How many ate"), min_value=0, max_value=20000,
        help_text=gettext_lazy("A number; nobody's name."),
    )  # fmt: skip


class WorkerForm(CheckedForm):
    """Somebody who works in a kitchen."""

    class Meta:
        model = CanteenWorker
        fields = ["name", "canteen", "job", "hired_on", "left_on", "note"]
        widgets = {"hired_on": DayInput(), "left_on": DayInput()}


class PostForm(CheckedForm):
    """A post and who answers for it."""

    class Meta:
        model = Post
        fields = ["canteen", "name", "owner", "is_kept"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["owner"]
        field.queryset = CanteenWorker.objects.there(timezone.localdate())


class CertificateForm(PhotoForm):
    """A health certificate; it holds for a year at most."""

    number = words_field(gettext_lazy("Number"), 60, required=False)
    issued_on = day_field(gettext_lazy("Issued on"))
    ends_on = day_field(gettext_lazy("Valid until"))

    def clean_issued_on(self) -> date:
        """Raises ValidationError for one from the future."""
        day: date = self.cleaned_data["issued_on"]
        if day > timezone.localdate():
            raise ValidationError(_("A certificate is not issued in the future."))
        return day

    def clean(self) -> dict[str, Any]:
        """It ends after it is issued, and within a year."""
        typed = super().clean() or {}
        issued_on, ends_on = typed.get("issued_on"), typed.get("ends_on")
        if issued_on and ends_on:
            if ends_on < issued_on:
                self.add_error("ends_on", _("It cannot end before it is issued."))
            elif (ends_on - issued_on).days > LONGEST:
                self.add_error("ends_on", _("A health certificate holds for a year."))
        return typed


class RosterForm(PlainForm):
    """Who is at which post on a day."""

    day = day_field(gettext_lazy("Day"))
    post = forms.ModelChoiceField(label=gettext_lazy("Post"), queryset=Post.objects.none())
    worker = forms.ModelChoiceField(
        label=gettext_lazy("Worker"), queryset=CanteenWorker.objects.none()
    )

    def __init__(self, *args: Any, canteen: Canteen, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        posts: Any = self.fields["post"]
        workers: Any = self.fields["worker"]
        posts.queryset = Post.objects.filter(canteen=canteen, is_kept=True)
        workers.queryset = canteen.workers.filter(left_on=None).defer("sought")

    def clean(self) -> dict[str, Any]:
        """Raises ValidationError where the worker cannot be there."""
        typed = super().clean() or {}
        if not self.errors:
            worker, day = typed["worker"], typed["day"]
            if reason := refusal(worker, day):
                self.add_error("worker", reason)
            elif certificate_on(worker, day) is None:
                self.add_error("worker", _("No health certificate of theirs holds that day."))
            elif RosterLine.objects.filter(day=day, post=typed["post"], worker=worker).exists():
                self.add_error("worker", _("They are at this post that day already."))
        return typed


class MorningForm(PlainForm):
    """What a morning check has found."""

    symptoms = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Symptoms"), choices=Symptom.choices, coerce=int, initial=[0],
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    is_clean = forms.BooleanField(
        label=gettext_lazy("Hands, clothes, hair and nails in order"), required=False, initial=True
    )
    measures = words_field(gettext_lazy("What was done"), 200, required=False)

    def clean(self) -> dict[str, Any]:
        """Normal stands alone; whatever is not in order says what was done."""
        typed = super().clean() or {}
        symptoms = typed.get("symptoms", [])
        if 0 in symptoms and len(symptoms) > 1:
            self.add_error("symptoms", _("Normal stands alone."))
        if symptoms and (symptoms != [0] or not typed["is_clean"]) and not typed.get("measures"):
            self.add_error("measures", _("Say what was done."))
        return typed


class TrainForm(PlainForm):
    """Who was trained in what."""

    on = day_field(gettext_lazy("Day"))
    topic = words_field(gettext_lazy("About"), 80)
    hours = forms.DecimalField(
        label=gettext_lazy("Hours"), min_value=0, max_value=24, max_digits=4, decimal_places=1
    )
    workers = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Workers"), queryset=CanteenWorker.objects.none(),
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["workers"]
        field.queryset = CanteenWorker.objects.there(timezone.localdate()).defer("sought")

    def clean_on(self) -> date:
        return refuse_future_day(self.cleaned_data["on"])

    def clean_hours(self) -> Any:
        """Raises ValidationError for none."""
        if not self.cleaned_data["hours"]:
            raise ValidationError(_("Hours of a day are between 0.1 and 24."))
        return self.cleaned_data["hours"]


class DeviceForm(CheckedForm):
    """A device and its limits."""

    class Meta:
        model = Device
        fields = ["canteen", "name", "kind", "low", "high", "minutes", "is_kept"]


class ReadForm(PlainForm):
    """What was read from a device."""

    value = forms.DecimalField(
        label=gettext_lazy("°C"), min_value=-99, max_value=400, max_digits=5, decimal_places=1
    )
    minutes = forms.IntegerField(
        label=gettext_lazy("Minutes"), min_value=0, max_value=1440, required=False
    )
    what = words_field(gettext_lazy("Dish or load"), 60, required=False)
    measures = words_field(
        gettext_lazy("What was done"), 200, required=False,
        help_text=gettext_lazy("Asked for where it is out of its limits."),
    )  # fmt: skip

    def __init__(self, *args: Any, device: Device, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.device = device
        if not device.minutes:
            del self.fields["minutes"]

    def clean(self) -> dict[str, Any]:
        """A reading out of its limits says what was done."""
        typed = super().clean() or {}
        value, measures = typed.get("value"), typed.get("measures")
        if value is None or measures:
            return typed
        if is_out(self.device, value, typed.get("minutes")):
            self.add_error("measures", _("It is out of its limits: say what was done."))
        return typed
