"""What forms all over the dormitory share: the field that names a pupil, and days in order."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from campus.models import Person
from campus.people.picking import unclear


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


def refuse_order(typed: dict[str, Any], first: str, last: str, words: str) -> None:
    """Raises ValidationError at `last` where it comes before `first`."""
    if typed.get(first) and typed.get(last) and typed[last] < typed[first]:
        raise ValidationError({last: words})
