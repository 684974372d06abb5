"""What the fields of a form that name records can be, for programs that fill it in."""

from collections.abc import Iterable, Iterator
from typing import Any

from django import forms

from logistics.api.shapes import Answer


class Choice(Answer):
    """A record that a field can name."""

    value: int
    label: str


class Choices(Answer):
    """For each field what it can name."""

    fields: dict[str, list[Choice]]


def choices_of(form: forms.BaseForm, *, leave_out: Iterable[str] = ()) -> dict[str, Any]:
    """The records that each field offers."""
    fields: dict[str, Any] = {
        name: field for name, field in form.fields.items()
        if isinstance(field, forms.ModelChoiceField) and name not in leave_out
    }  # fmt: skip
    return {"fields": {name: list(offered(field.choices)) for name, field in fields.items()}}


def offered(choices: Any) -> Iterator[dict[str, Any]]:
    """The records alone, without the word for none."""
    for value, label in choices:
        if value:
            yield {"value": value.value, "label": str(label)}
