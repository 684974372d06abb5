"""What a record looks like in JSON: declared once as parts, from which follow the columns that are
read, the objects that are answered, and their description.

    Shape("Ticket", plain("id", int), plain("title", str), PLACE)
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema, create_model

# Amounts are texts, so that no program makes binary fractions of them.
Amount = Annotated[Decimal, WithJsonSchema({"type": "string", "format": "decimal"})]
Moment, Day = datetime, date


class Answer(BaseModel):
    """What all answers have in common: they hold what they are said to hold, and nothing else."""

    model_config = ConfigDict(extra="forbid")


@dataclass(frozen=True)
class Part:
    """One member of an object: its name and type, and the columns that it is made of.

    `make` makes it of their values; without it the one value stands for itself.
    """

    name: str
    type: Any
    columns: tuple[str, ...]
    make: Callable[..., Any] | None = None
    about: str = ""


def plain(name: str, kind: Any, column: str = "", *, about: str = "", empty: bool = False) -> Part:
    """A column as it is; one that may be NULL with `empty`."""
    return Part(name, kind | None if empty else kind, (column or name,), about=about)


def code(
    name: str, choices: Any, column: str = "", *, about: str = "", empty: bool = False
) -> Part:
    """A field with choices: its code, one of these; with `empty` it may be without."""
    values = [str(value) for value in choices.values]
    known = Annotated[str, WithJsonSchema({"type": "string", "enum": values})]
    make = (lambda value: value or None) if empty else None
    return Part(name, known | None if empty else known, (column or name,), make, about)


def linked(name: str, title: str, column: str, /, *, about: str = "", **columns: str) -> Part:
    """A record that is pointed at: its number, and of its columns those that name it; None where
    there is none. Places, people and whatever else is named alike share one description (`title`).
    """
    names = ("id", *columns)
    members: dict[str, Any] = {"id": (int, ...), **dict.fromkeys(columns, (str, ...))}
    paths = (f"{column}_id", *(f"{column}__{path}" for path in columns.values()))

    def made(pk: Any, *values: Any) -> dict[str, Any] | None:
        return None if pk is None else dict(zip(names, (pk, *values), strict=True))

    model = MODELS.setdefault(title, create_model(title, __base__=Answer, **members))
    return Part(name, model | None, paths, made, about)


MODELS: dict[str, type[BaseModel]] = {}


def person(name: str, column: str = "", *, about: str = "") -> Part:
    """Somebody by number in the database and name."""
    return linked(name, "PersonRef", column or name, about=about, name="name")


def place(name: str = "place", column: str = "", *, about: str = "") -> Part:
    """A place with the code on its sign."""
    return linked(name, "PlaceRef", column or name, about=about, code="code", name="full_name")


def named(name: str, column: str = "", *, by: str = "name", about: str = "") -> Part:
    """Anything that has a name."""
    return linked(name, "Named", column or name, about=about, name=by)


class ClassRef(Answer):
    """A class: 10 and 3 are class 3 of grade 10."""

    id: int
    grade: int
    number: int


def school_class(name: str) -> Part:
    """A class of pupils."""

    def made(pk: Any, grade: int, number: int) -> dict[str, Any] | None:
        return None if pk is None else {"id": pk, "grade": grade, "number": number}

    columns = (f"{name}_id", f"{name}__grade", f"{name}__number")
    return Part(name, ClassRef | None, columns, made)


class Shape:
    """An object of some parts."""

    def __init__(self, title: str, *parts: Part) -> None:
        self.title, self.parts = title, parts

    def with_parts(self, title: str, *parts: Part) -> "Shape":
        """The same with more to it."""
        return Shape(title, *self.parts, *parts)

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The columns to read, each once."""
        return tuple(dict.fromkeys(column for part in self.parts for column in part.columns))

    @cached_property
    def model(self) -> type[BaseModel]:
        """The description."""
        members: dict[str, Any] = {
            part.name: (part.type, Field(description=part.about) if part.about else ...)
            for part in self.parts
        }
        return create_model(self.title, __base__=Answer, **members)

    @cached_property
    def _steps(self) -> list[tuple[str, Callable[..., Any] | None, tuple[int, ...]]]:
        places = {column: index for index, column in enumerate(self.columns)}
        return [
            (part.name, part.make, tuple(places[column] for column in part.columns))
            for part in self.parts
        ]

    def objects(self, rows: Sequence[Sequence[Any]]) -> Iterator[dict[str, Any]]:
        """An object for each row of values, in the order of `columns`; more values are let be."""
        for row in rows:
            yield {
                name: make(*[row[index] for index in indexes]) if make else row[indexes[0]]
                for name, make, indexes in self._steps
            }
