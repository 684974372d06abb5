"""Naming people in any form: one of the staff, or several people."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse_lazy
from django.utils.translation import gettext as _

from campus.models import Person

MOST_PEOPLE = 400


class PersonInput(forms.TextInput):
    """A field that offers the staff while somebody types; without script a number or a name is
    typed out."""

    class Media:
        css = {"all": ["css/offers.css"]}
        js = [forms.Script("js/offers.js", type="module")]

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        offer = {"autocomplete": "off", "data-offers": reverse_lazy("people:suggest")}
        super().__init__({**offer, **(attrs or {})})


class PersonField(forms.CharField):
    """One of the staff, typed by number or name; the number is what a form carries.

    Cleans to a Person, or to None where nothing is typed and nothing is required.
    """

    widget = PersonInput

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 80)
        super().__init__(**kwargs)

    def prepare_value(self, value: Any) -> Any:
        """The number of a person, or of whoever has this key in the database."""
        if isinstance(value, int):
            value = Person.objects.filter(pk=value).first()
        return value.number if isinstance(value, Person) else value

    def clean(self, value: Any) -> Any:
        """Raises ValidationError for a word that means nobody or several."""
        typed: str = super().clean(value)
        if not typed:
            return None
        staff = Person.objects.staff()
        found = list(staff.filter(number__iexact=typed) or staff.filter(name=typed)[:20])
        if fault := unclear(typed, found):
            raise ValidationError(fault)
        return found[0]

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.prepare_value(initial), data)


class PeopleField(forms.CharField):
    """People by name or number, parted by commas or lines; cleans to a list of people.

    Whom the form's person may not see is not found. Call `of(person)` before it is cleaned.
    """

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("required", False)
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": 2}))
        super().__init__(max_length=6000, **kwargs)
        self.person: Person | None = None

    def of(self, person: Person) -> None:
        """Who names them."""
        self.person = person

    def prepare_value(self, value: Any) -> Any:
        """Names; numbers where two people bear one name."""
        if isinstance(value, str) or value is None:
            return value
        people = list(value)
        names = [person.name for person in people]
        return "、".join(
            person.name if names.count(person.name) == 1 else person.number for person in people
        )

    def clean(self, value: Any) -> list[Person]:
        """Each person once. Raises ValidationError with a sentence for each that is unclear."""
        assert self.person, "call of(person) before the form is cleaned"
        typed = [each for each in re.split(r"[\s,，、;；]+", super().clean(value) or "") if each]
        if len(typed) > MOST_PEOPLE:
            raise ValidationError(_("Invite so many people by role or department."))
        known = people_called(typed, seen_by=self.person)
        faults = [fault for each in dict.fromkeys(typed) if (fault := unclear(each, known[each]))]
        if faults:
            raise ValidationError(faults)
        return list({known[each][0].pk: known[each][0] for each in typed}.values())


def people_called(typed: list[str], *, seen_by: Person) -> dict[str, list[Person]]:
    """Whom each word could mean; a number means one alone. One query."""
    seen = Person.objects.visible_to(seen_by).active()
    found = list(seen.filter(name__in=typed) | seen.filter(number__in=typed))
    return {
        word: [each for each in found if each.number == word]
        or [each for each in found if each.name == word]
        for word in typed
    }


def unclear(word: str, people: list[Person]) -> str:
    """The sentence for a word that means nobody or several; empty for one."""
    if not people:
        return _("Nobody has the name or number “%(word)s”.") % {"word": word}
    if len(people) == 1:
        return ""
    numbers = _(", ").join(person.number for person in people)
    return _("Several people are called “%(word)s”; write the number: %(numbers)s.") % {
        "word": word, "numbers": numbers
    }  # fmt: skip
