"""Forms that are alike all over the dormitory, and the field that names a pupil."""

from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from campus.models import Person
from campus.people.picking import unclear


class PlainForm(forms.Form):
    """A form without a record behind it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False


class PupilField(forms.CharField):
    """A pupil, typed by number or name; looked for among `pupils` alone, so set them first."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 80)
        super().__init__(**kwargs)
        self.pupils: QuerySet[Person] = Person.objects.none()

    def clean(self, value: Any) -> Any:
        """Cleans to a pupil, or None. Raises ValidationError for nobody, several, who has left."""
        typed: str = super().clean(value)
        if not typed:
            return None
        pupils = self.pupils.filter(kind=Person.Kind.PUPIL)
        found = list(pupils.filter(number__iexact=typed) or pupils.filter(name=typed)[:20])
        if fault := unclear(typed, found):
            raise ValidationError(fault)
        if not found[0].is_active:
            raise ValidationError(_("%(name)s has left the school.") % {"name": found[0]})
        return found[0]


def day_field(label: Any, **kwargs: Any) -> forms.DateField:
    """A day, with the device's own calendar."""
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    return forms.DateField(label=label, widget=widget, **kwargs)


def moment_field(label: Any, **kwargs: Any) -> forms.DateTimeField:
    """A moment of school time, with the device's own picker."""
    widget = forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"})
    return forms.DateTimeField(
        label=label, widget=widget, input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"], **kwargs
    )


def refuse_order(typed: dict[str, Any], first: str, last: str, words: str) -> None:
    """Raises ValidationError at `last` where it comes before `first`."""
    if typed.get(first) and typed.get(last) and typed[last] < typed[first]:
        raise ValidationError({last: words})
