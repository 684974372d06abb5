"""Cells, filters and chips as HTML, put together in Python: templates take several times as long,
and a list has hundreds of cells. Everything is escaped unless it is marked safe."""

import html
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from django import forms
from django.db.models import Model, QuerySet
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst

from campus.lists.filters import ListFilters
from campus.lists.registry import Column, ListPage
from campus.shell import words

# Rows


def value_of(row: Any, key: str) -> Any:
    """What stands at the end of the path `key`, such as "department.name"; None where it breaks
    off. A field with choices gives the word for its value."""
    value: Any = row
    for part in key.split("."):
        shown = getattr(value, f"get_{part}_display", None)
        value = shown() if shown else getattr(value, part, None)
        if value is None:
            return None
    return value


def in_words(value: Any) -> str:
    """A value as it stands in a cell; empty for nothing."""
    if isinstance(value, str):
        return value
    told = words.value_in_words(value)
    return capfirst(told) if isinstance(value, bool) else told


def escaped(value: Any) -> str:
    """Like Django's conditional_escape, which looks for lazy words in each of its arguments."""
    safe = getattr(value, "__html__", None)
    return safe() if safe else html.escape(str(value))


Drawer = Callable[[Any], str]


def drawers(page: ListPage, columns: list[Column], model: type[Model]) -> list[Drawer]:
    """For each column what draws its cell of a row; all that rows have in common is done here."""
    return [drawer(page, column, reader(column, model)) for column in columns]


def drawer(page: ListPage, column: Column, read: Callable[[Any], Any]) -> Drawer:
    """What draws a cell; the title of a row leads to its page."""
    if column.is_title:
        return partial(title_cell, page.row_path, read)
    whole = ' class="list-whole"' if column.is_whole else ""
    return partial(plain_cell, f'<td{whole} data-label="{escaped(column.heading)}">', read)


def title_cell(row_path: Callable[[Any], str], read: Callable[[Any], Any], row: Any) -> str:
    path, content = row_path(row), escaped(in_words(read(row)))
    if not path:
        return f'<th scope="row">{content}</th>'
    return f'<th scope="row"><a class="list-title" href="{escaped(path)}">{content}</a></th>'


def plain_cell(opening: str, read: Callable[[Any], Any], row: Any) -> str:
    return f"{opening}{escaped(in_words(read(row)))}</td>"


def reader(column: Column, model: type[Model]) -> Callable[[Any], Any]:
    """What reads a column's value for the page."""
    return column.cell or key_reader(column.key, model)


def sheet_reader(column: Column, model: type[Model]) -> Callable[[Any], Any]:
    """What reads a column's value for a sheet."""
    return column.value or key_reader(column.key, model)


def key_reader(key: str, model: type[Model]) -> Callable[[Any], Any]:
    """What reads the end of a path; the words of choices are translated once, not for each row."""
    field = next((each for each in model._meta.fields if each.name == key), None)
    if field is None or not field.choices:
        return partial(value_of, key=key)
    labels = {value: str(label) for value, label in field.flatchoices}
    return lambda row: labels.get(getattr(row, key), "")


def row_of_cells(drawn_by: list[Drawer], row: Any) -> SafeString:
    """The cells of one row of the table."""
    return mark_safe("".join([draw(row) for draw in drawn_by]))  # noqa: S308  # each escapes


# Filters


@dataclass(frozen=True)
class FilterField:
    """One filter as the form draws it, with the sentence of a bad value."""

    name: str
    label: str
    control: SafeString
    error: str
    # An empty choice of a list says what it is about; an empty day says nothing.
    is_day: bool


def filter_fields(filters: ListFilters) -> list[FilterField]:
    """All filters, in the order of their declaration."""
    return [
        FilterField(
            bound.name,
            capfirst(str(bound.label)),
            control(bound),
            " ".join(bound.errors),
            isinstance(bound.field.widget, forms.DateInput),
        )
        for bound in filters.form
    ]


def control(bound: forms.BoundField) -> SafeString:
    """The filter's own control, named for readers of the screen."""
    widget = bound.field.widget
    if isinstance(widget, forms.SelectMultiple) or not isinstance(
        widget, forms.Select | forms.TextInput | forms.NumberInput | forms.DateInput
    ):
        return SafeString(bound.as_widget(attrs={"class": "form-select"}))
    facts = (bound.html_name, f"filter-{bound.html_name}", capfirst(str(bound.label)))
    error = mark_safe(' aria-invalid="true"') if bound.errors else ""
    told = format_html('aria-label="{2}" aria-describedby="{1}-error"{3}', *facts, error)
    value = bound.value()
    if isinstance(widget, forms.Select):
        return format_html(
            '<select name="{}" id="{}" class="form-select" {}>{}</select>',
            *facts[:2], told, options(widget.choices, value),
        )  # fmt: skip
    return format_html(
        '<input type="{}" name="{}" id="{}" class="form-control" value="{}" placeholder="{}" {}>',
        widget.input_type, *facts[:2], value or "", facts[2], told,
    )  # fmt: skip


def options(choices: Iterable[Any], chosen: Any) -> SafeString:
    """The options of a select; what stands in the address is selected, whatever type it has."""
    typed = "" if chosen is None else str(chosen)
    drawn = []
    for value, label in choices:
        selected = " selected" if str(value) == typed else ""
        name, words_of = escaped(str(value)), escaped(str(label))
        drawn.append(f'<option value="{name}"{selected}>{words_of}</option>')
    return mark_safe("".join(drawn))  # noqa: S308  # every part is escaped above


# Chips: what narrows the list, each to be taken off


@dataclass(frozen=True)
class Chip:
    """One thing that narrows the list, and the parameters that say so in the address."""

    label: str
    value: str
    parameters: tuple[str, ...]


def chips(filters: ListFilters) -> list[Chip]:
    """The filters in force."""
    return [
        Chip(
            capfirst(str(filters.form[name].label)),
            chosen_words(filters.form.fields[name], value),
            parameters_of(filters.form.fields[name], name),
        )
        for name, value in filters.chosen.items()
    ]


def parameters_of(field: forms.Field, name: str) -> tuple[str, ...]:
    """The parameters of a filter: one, or as many as its widget has parts."""
    parts: list[str] = getattr(field.widget, "widgets_names", [""])
    return tuple(f"{name}{part}" for part in parts)


def chosen_words(field: forms.Field, value: Any) -> str:
    """The value of a filter as it was chosen."""
    if isinstance(value, Model):
        return str(value)
    if isinstance(value, QuerySet):
        return "、".join(map(str, value))
    if isinstance(value, slice):
        return f"{in_words(value.start)} – {in_words(value.stop)}"
    labels: dict[str, str | Promise] = {
        str(key): label for key, label in getattr(field, "choices", ())
    }
    each = value if isinstance(value, list) else [value]
    return "、".join(str(labels.get(str(one)) or in_words(one)) for one in each)
