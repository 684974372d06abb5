"""What does not fit the description of an operation, in sentences for people."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as translate
from django.utils.translation import gettext_noop

from logistics.api.problems import Error, in_address, in_body

# By the kinds of errors of pydantic; its own sentences are English alone.
SENTENCES = {
    "missing": gettext_noop("This is missing."),
    "extra_forbidden": gettext_noop("There is no such field."),
    "string_type": gettext_noop("This must be a text."),
    "string_too_long": gettext_noop("At most %(max_length)s characters."),
    "string_too_short": gettext_noop("This must not be empty."),
    "string_pattern_mismatch": gettext_noop("It does not have the form that is asked for."),
    "int_type": gettext_noop("This must be a whole number."),
    "int_parsing": gettext_noop("This must be a whole number."),
    "int_from_float": gettext_noop("This must be a whole number."),
    "float_type": gettext_noop("This must be a number."),
    "finite_number": gettext_noop("This must be a number."),
    "bool_type": gettext_noop("This must be true or false."),
    "list_type": gettext_noop("This must be a list."),
    "dict_type": gettext_noop("This must be an object."),
    "model_type": gettext_noop("This must be an object."),
    "model_attributes_type": gettext_noop("This must be an object."),
    "too_long": gettext_noop("At most %(max_length)s of them."),
    "too_short": gettext_noop("At least %(min_length)s of them."),
    "greater_than_equal": gettext_noop("At least %(ge)s."),
    "less_than_equal": gettext_noop("At most %(le)s."),
    "literal_error": gettext_noop("One of: %(expected)s."),
    "union_tag_invalid": gettext_noop("One of: %(expected_tags)s."),
    "union_tag_not_found": gettext_noop("This is missing."),
}
OTHER = gettext_noop("This value does not fit.")
IN_ADDRESS = ("query", "path", "header")


def told_of(errors: Iterable[Mapping[str, Any]]) -> list[Error]:
    """Each error at its place: `loc` is where from, the parameter's name, and what lies within."""
    return [told(each) for each in errors]


def told(error: Mapping[str, Any]) -> Error:
    """One error; `("body", "body", "items", 0, "at")` is at "/items/0/at"."""
    source, *inside = error["loc"]
    sentence = translate(SENTENCES.get(error["type"], OTHER)) % error.get("ctx", {})
    if source in IN_ADDRESS:
        return {**in_address(str(inside[-1] if inside else "")), "detail": sentence}
    path = [part for part in inside[1:] if not str(part).startswith("move:")]
    return {**in_body(*path), "detail": sentence}
