"""What is typed to correct a person and to give out duties."""

from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.utils.translation import gettext_lazy as _

from campus.models import Duty, Person, Role
from campus.places.forms import PlaceField
from campus.shell.forms import DayInput
from campus.submissions.forms import EditForm


def without_form_tag() -> FormHelper:
    """The template draws the form itself."""
    helper = FormHelper()
    helper.form_tag = False
    return helper


class EditPerson(EditForm):
    """What an administrator may correct by hand; number and kind stay."""

    class Meta:
        model = Person
        fields = ["name", "department", "school_class", "phone", "email"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["department" if self.instance.is_pupil else "school_class"].disabled = True
        self.fields[
            "department" if self.instance.is_pupil else "school_class"
        ].widget = forms.HiddenInput()


class EndPerson(forms.Form):
    """The last day of whoever leaves."""

    on = forms.DateField(label=_("Last day"), widget=DayInput())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = without_form_tag()


class DutyForm(forms.ModelForm):
    """A form that knows only some fields of a duty, and asks the database's rules about all."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = without_form_tag()

    def _get_validation_exclusions(self) -> set[str]:
        """Nothing but what is wrong already: Django would pass over a rule as soon as one of its
        fields is not typed here."""
        return set(self.errors)


class GiveDuty(DutyForm):
    """A role, over what, and from when on."""

    place = PlaceField(
        label=_("Place"), required=False, help_text=_("The code on the sign, or the name.")
    )

    class Meta:
        model = Duty
        fields = ["role", "department", "school_class", "place", "starts_on", "ends_on"]
        widgets = {"starts_on": DayInput(), "ends_on": DayInput()}
        help_texts = {"ends_on": _("Empty: until further notice.")}

    def __init__(self, *args: Any, roles: list[Role], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        is_pupil = self.instance.person.is_pupil
        fitting = [role for role in roles if role.is_for_pupils is is_pupil]
        field = self.fields["role"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(role.value, role.label) for role in fitting]


class LastDay(DutyForm):
    """Until when a duty is held."""

    class Meta:
        model = Duty
        fields = ["ends_on"]
        widgets = {"ends_on": DayInput()}
        labels = {"ends_on": _("Last day")}
        help_texts = {"ends_on": _("Empty: until further notice.")}


class NameStandIn(DutyForm):
    """Who holds the duty meanwhile, and in which days of it."""

    class Meta:
        model = Duty
        fields = ["person", "starts_on", "ends_on"]
        widgets = {"starts_on": DayInput(), "ends_on": DayInput()}
        labels = {
            "person": _("Stand-in"), "starts_on": _("First day"), "ends_on": _("Last day"),
        }  # fmt: skip

    def __init__(self, *args: Any, of: Duty, by: Person, **kwargs: Any) -> None:
        self.of = of
        stand_in = Duty(
            role=of.role, department=of.department, school_class=of.school_class, place=of.place,
            stands_in_for=of,
        )  # fmt: skip
        super().__init__(*args, instance=stand_in, **kwargs)
        field = self.fields["person"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = (
            Person.objects.visible_to(by).active().filter(kind=of.person.kind)
            .exclude(pk=of.person_id).order_by("pinyin")
        )  # fmt: skip
        self.fields["ends_on"].required = True

    def clean(self) -> dict[str, Any]:
        """The days lie within those of the duty."""
        typed = super().clean() or {}
        first, last = typed.get("starts_on"), typed.get("ends_on")
        if first and first < self.of.starts_on:
            self.add_error("starts_on", _("The duty does not run yet on this day."))
        if last and self.of.is_over(last):
            self.add_error("ends_on", _("The duty does not run any more on this day."))
        return typed
