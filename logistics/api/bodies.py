"""What a program sends, by the form that a person would fill in: its description, and the form
filled in with it. So the one place that knows what is right is the form."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Annotated, Any, Literal

from django import forms
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _
from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema, create_model

from campus.attachments.forms import AttachmentsField
from campus.people.picking import PeopleField, PersonField
from campus.places.forms import PlaceField
from logistics.api.problems import Problem, in_body, of_form

FILES = (forms.FileField, AttachmentsField)
LARGEST = 2**31 - 1
SAID = {
    PlaceField: "Code or name of a place.",
    PersonField: "Number or name of one of the staff.",
    PeopleField: "Numbers or names of people, parted by commas.",
}


class Sent(BaseModel):
    """What is sent holds what it is described to hold, types and all."""

    model_config = ConfigDict(extra="forbid", strict=True)


def body_of(
    title: str, form: type[forms.Form], *, leave_out: Iterable[str] = (), **more: Any
) -> type[Sent]:
    """The description of what fills the form in; `more` are members of its own."""
    fields = {
        name: field for name, field in form.base_fields.items()
        if name not in leave_out and not isinstance(field, FILES)
    }  # fmt: skip
    members: dict[str, Any] = {name: member(field) for name, field in fields.items()}
    made: type[Sent] = create_model(title, __base__=Sent, **(more | members))
    return made


def member(field: forms.Field) -> tuple[Any, Any]:
    """Type and default of a member; a form's own first value need not be sent."""
    about = next((words for kind, words in SAID.items() if isinstance(field, kind)), "")
    told = Field(description=about or str(field.label or ""))
    kind = kind_of(field)
    initial = field.initial
    if isinstance(initial, str | int | bool) and initial != "":
        return kind, Field(initial, description=told.description)
    if field.required and not isinstance(field, forms.BooleanField):
        return kind, told
    return kind | None, Field(None, description=told.description)


def kind_of(field: forms.Field) -> Any:
    """The type of a field's value in JSON."""
    for kind, described in KINDS:
        if isinstance(field, kind):
            return described(field)
    raise TypeError(type(field))


def choice(field: Any) -> Any:
    """One of the values that the form names itself; else a text that it looks at."""
    values = tuple(value for value, _label in flat(field.choices) if value != "")
    if not values:
        return Annotated[str, Field(max_length=100)]
    return Literal[values]


def flat(choices: Any) -> Iterable[tuple[Any, Any]]:
    """The choices without their groups."""
    if callable(getattr(choices, "func", None)):
        return
    for value, label in choices:
        if isinstance(label, list | tuple):
            yield from label
        else:
            yield value, label


def whole(field: Any) -> Any:
    least = -LARGEST if field.min_value is None else field.min_value
    most = LARGEST if field.max_value is None else field.max_value
    return Annotated[int, Field(ge=least, le=most)]


def amount(field: Any) -> Any:
    least = -LARGEST if field.min_value is None else float(field.min_value)
    most = LARGEST if field.max_value is None else float(field.max_value)
    number = {"type": "number", "minimum": least, "maximum": most}
    return Annotated[float | int, Field(ge=least, le=most), WithJsonSchema(number)]


def text(field: Any) -> Any:
    most = field.max_length or 4000
    if field.required:
        return Annotated[str, Field(min_length=1, max_length=most, pattern=r"\S")]
    return Annotated[str, Field(max_length=most)]


def written(form: str, pattern: str) -> Any:
    """A text of a standard form, RFC 3339."""
    return Annotated[
        str, Field(pattern=pattern), WithJsonSchema({"type": "string", "format": form})
    ]


DAY = written("date", r"^\d{4}-\d{2}-\d{2}$")
MOMENT = written(
    "date-time", r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})?$"
)
TIME = written("time", r"^\d{2}:\d{2}(:\d{2})?$")


def several(field: Any) -> Any:
    kind: Any = choice(field)
    return list[kind]


NUMBER = Annotated[int, Field(ge=1, le=2**63 - 1)]
KINDS: tuple[tuple[Any, Any], ...] = (
    (forms.ModelMultipleChoiceField, lambda field: list[NUMBER]),
    (forms.ModelChoiceField, lambda field: NUMBER),
    (forms.MultipleChoiceField, several),
    (forms.ChoiceField, choice),
    (forms.FloatField, amount),
    (forms.DecimalField, amount),
    (forms.IntegerField, whole),
    (forms.BooleanField, lambda field: bool),
    (forms.DateTimeField, lambda field: MOMENT),
    (forms.DateField, lambda field: DAY),
    (forms.TimeField, lambda field: TIME),
    (forms.CharField, text),
    (forms.Field, lambda field: Annotated[str, Field(max_length=200)]),
)


# Filled in


def typed(sent: BaseModel, *, leave_out: Iterable[str] = (), **more: Any) -> QueryDict:
    """What was sent as a form carries it."""
    told = {**sent.model_dump(exclude_unset=False, exclude=set(leave_out)), **more}
    query = QueryDict(mutable=True)
    for name, value in told.items():
        values = value if isinstance(value, list) else [value]
        query.setlist(name, [as_text(each) for each in values if each is not None])
    return query


def as_text(value: Any) -> str:
    """A value as somebody types it; no box is ticked by an empty one."""
    if isinstance(value, bool):
        return "on" if value else ""
    if isinstance(value, float):
        return format(Decimal(str(value)), "f")
    return str(value)


NO_FILES: MultiValueDict[str, Any] = MultiValueDict()


def refuse_unasked(sent: BaseModel, fields: Mapping[str, Any], known: Iterable[str] = ()) -> None:
    """Raise a Problem for what the form does not ask of this person: it would be passed over."""
    words = _("This is not asked of you here.")
    unasked = sent.model_fields_set - {*fields, *known}
    given = [name for name in sorted(unasked) if getattr(sent, name) is not None]
    if given:
        raise Problem(422, errors=[{**in_body(name), "detail": words} for name in given])


def refuse_slips(form: forms.BaseForm) -> None:
    """Raise a Problem with what the form complains of."""
    if not form.is_valid():
        raise Problem(422, errors=of_form(form.errors))
