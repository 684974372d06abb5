"""What an app is told of a person, by what they have agreed to."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from campus.models import Person

# Scopes, in the order of the consent page, and what each tells in words.
SCOPES: dict[str, str | Promise] = {
    "openid": _("That it is you again, by a name of its own that says nothing about you"),
    "profile": _("Your name"),
    "school": _("Your number, whether staff or pupil, your department or class, your duties"),
}


def in_words(scopes: Iterable[str]) -> list[str]:
    """What the scopes tell, each in a line."""
    asked = set(scopes)
    return [str(words) for scope, words in SCOPES.items() if scope in asked]


def claims_of(person: Person, scopes: Iterable[str]) -> dict[str, Any]:
    """The claims that the scopes allow, and no more: neither phone nor e-mail, and of pupils
    nothing beyond number, class and duties."""
    asked = set(scopes)
    claims: dict[str, Any] = {}
    if "profile" in asked:
        claims["name"] = person.name
    if "school" in asked:
        claims |= {
            "number": person.number, "preferred_username": person.number, "kind": person.kind,
            "roles": sorted({duty.role for duty in person.duties_today}),
        }  # fmt: skip
        unit = person.school_class if person.is_pupil else person.department
        if unit is not None:
            with translation.override(settings.LANGUAGE_CODE):  # a name, whoever reads it
                claims["class" if person.is_pupil else "department"] = str(unit)
    return claims
