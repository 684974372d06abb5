"""Changes as a person reads them: whose, what of it, from what to what."""

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from campus.models import Place, Role, RosterChange
from campus.rosters.terms import class_of_key, duty_parts
from campus.shell.words import value_in_words

LABELS: dict[str, str | Promise] = {
    "name": gettext_lazy("Full name"),
    "department": gettext_lazy("Department"),
    "school_class": gettext_lazy("Class"),
    "phone": gettext_lazy("Phone"),
    "email": gettext_lazy("E-mail"),
    "is_active": gettext_lazy("At school"),
    "left_on": gettext_lazy("Left on"),
    "ends_on": gettext_lazy("To day"),
}


PLACE_LABELS: dict[str, str | Promise] = {
    "name": gettext_lazy("Place name"),
    "kind": gettext_lazy("Level"),
    "parent": gettext_lazy("Part of (code)"),
    "use": gettext_lazy("Use"),
    "capacity": gettext_lazy("People it holds"),
    "manager": gettext_lazy("Manager's number"),
    "starts_on": gettext_lazy("In use from"),
    "ends_on": gettext_lazy("In use until"),
    "note": gettext_lazy("Remark"),
}


@dataclass(frozen=True)
class Field:
    """One field that changes, in words; empty for nothing."""

    label: str
    old: str
    new: str


@dataclass(frozen=True)
class Line:
    """A change as the page draws it, days as files have them (2025-09-01); `row` is 0 where no row
    of the file asks for it."""

    title: str
    number: str
    about: str
    row: int
    kind: str
    fields: list[Field]


def line_of(change: RosterChange) -> Line:
    """The change in the reader's language."""
    kind = str(change.get_kind_display())
    fields = [field_of(key, pair) for key, pair in change.fields.items() if any_value(pair)]
    if change.kind == RosterChange.Kind.PLACES:
        fields = [place_field(key, pair) for key, pair in change.fields.items() if any_value(pair)]
        return Line(change.title, change.key, "", change.row, kind, fields)
    if change.kind == RosterChange.Kind.DUTIES:
        number, *scope = duty_parts(change.key)
        return Line(change.title, number, duty_words(scope), change.row, kind, fields)
    if change.kind == RosterChange.Kind.CLASSES:
        return Line(str(class_of_key(change.key)), "", "", change.row, kind, fields)
    number = "" if change.kind == RosterChange.Kind.DEPARTMENTS else change.key
    return Line(change.title, number, "", change.row, kind, fields)


def any_value(pair: list[Any]) -> bool:
    return any(value not in (None, "") for value in pair)


def field_of(key: str, pair: list[Any]) -> Field:
    old, new = (value_words(key, value) for value in pair)
    return Field(str(LABELS.get(key, key)), old, new)


def place_field(key: str, pair: list[Any]) -> Field:
    """A field of a place; levels and uses by their labels."""
    known: Any = Place._meta.get_field(key)
    choices = known.choices if key in ("kind", "use") else ()
    labels = {value: str(label) for value, label in choices}
    old, new = (labels.get(value) or value_words(key, value) for value in pair)
    return Field(str(PLACE_LABELS[key]), old, new)


def value_words(key: str, value: Any) -> str:
    if key == "school_class" and value:
        return str(class_of_key(value))
    return value_in_words(value)


def duty_words(scope: list[str]) -> str:
    """Role, over what, since when."""
    role, department, school_class, place, starts_on = scope
    over = department or (str(class_of_key(school_class)) if school_class else "") or place
    since = _("since %(day)s") % {"day": starts_on}
    return " · ".join(part for part in (str(Role(role).label), over, since) if part)
