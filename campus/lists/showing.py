"""What the templates of a list are given: everything drawn or named, nothing left to ask."""

from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from campus.doors import Answer
from campus.lists import rights
from campus.lists.drawing import Chip, chips, drawers, filter_fields, options, row_of_cells
from campus.lists.finding import PAGE, SEARCH, SORT, Asked, Found
from campus.lists.models import SavedView, shown_to_choices
from campus.lists.registry import CAP, Act, Column, ListPage
from campus.people.models import Person


@cache
def path_to(name: str, *args: str) -> str:
    """`reverse`, asked once for each of the few addresses that lists have."""
    return reverse(name, args=args)


def address(asked: Asked, **changes: Any) -> str:
    """The list's address with what is asked of it; the first page unless `changes` says another."""
    pairs = [
        (name, each)
        for name, values in asked.query.lists()
        for each in values
        if each and name != PAGE and name not in changes
    ]
    pairs += [(name, str(value)) for name, value in changes.items() if value not in ("", None)]
    return f"{path_to(asked.page.address)}?{urlencode(pairs)}"


def question(asked: Asked) -> str:
    """What is asked without the page, as the part of an address from the question mark on."""
    return f"?{address(asked).partition('?')[2]}"


def bare_address(asked: Asked) -> str:
    """The whole list: nothing but its scope."""
    kept = [(name, asked.query[name]) for name in asked.page.scope if name in asked.query]
    return f"{path_to(asked.page.address)}?{urlencode(kept)}"


# Head: the form, the saved searches


def form_context(asked: Asked) -> dict[str, Any]:
    """The search field, the filters and the order, as the form draws them."""
    page = asked.page
    return {
        "filters": filter_fields(asked.filters),
        "sorts": options(sort_choices(asked), asked.sort),
        "has_sorts": bool(page.sorts),
        "scope": [(name, asked.query[name]) for name in page.scope if name in asked.query],
    }


def sort_choices(asked: Asked) -> list[tuple[str, str | Promise]]:
    """Each order in both directions; the first is the list's own."""
    shown = [each for each in asked.page.columns_for(asked.person) if each.sort]
    both = [
        (f"{sign}{column.key}", f"{column.heading} {arrow}")
        for column in shown
        for sign, arrow in (("", "↑"), ("-", "↓"))
    ]
    return [("", _("Usual order")), *both]


@dataclass(frozen=True)
class Tab:
    """A saved search above the list; one's own can be changed."""

    name: str
    path: str
    is_here: bool
    is_own: bool
    pk: int


def tabs_of(asked: Asked) -> list[Tab]:
    """The saved searches that the person may use: one query."""
    views = SavedView.objects.of_list(asked.page.name).visible_to(asked.person)
    here = saved_query(asked)
    base = bare_address(asked)
    return [
        Tab(
            view.name,
            f"{base}{'' if base.endswith('?') else '&'}{view.query}",
            view.query == here,
            view.person_id == asked.person.pk,
            view.pk,
        )
        for view in views
    ]


def saved_query(asked: Asked) -> str:
    """What is asked as it is saved: without the page and without which list it is."""
    without = {name: "" for name in asked.page.scope}
    return address(asked, **without).partition("?")[2]


# Rows


@dataclass(frozen=True)
class Heading:
    """A column's heading; `path` sorts by it, `order` says how it is sorted now."""

    label: str | Promise
    path: str = ""
    order: str = ""


def headings(asked: Asked, columns: list[Column]) -> list[Heading]:
    return [heading(asked, column) for column in columns]


def heading(asked: Asked, column: Column) -> Heading:
    if not column.sort:
        return Heading(column.heading)
    order = {column.key: "ascending", f"-{column.key}": "descending"}.get(asked.sort, "")
    turned = f"-{column.key}" if order == "ascending" else column.key
    return Heading(column.heading, address(asked, **{SORT: turned}), order)


@dataclass(frozen=True)
class Row:
    """A row of the table: the record, its cells, and whether it can be selected."""

    record: Any
    cells: SafeString
    can_be_selected: bool

    @property
    def pk(self) -> int:
        number: int = self.record.pk
        return number

    def __str__(self) -> str:
        return str(self.record)


def rows_of(asked: Asked, rows: list[Any], *, acts: bool) -> list[Row]:
    """The rows drawn; none can be selected where nothing can be done."""
    page, person = asked.page, asked.person
    drawn_by = drawers(page, page_columns(page, person), asked.everything.model)
    return [
        Row(row, row_of_cells(drawn_by, row), acts and page.may_select(person, row)) for row in rows
    ]


def page_columns(page: ListPage, person: Person) -> list[Column]:
    return [column for column in page.columns_for(person) if column.on_page]


# The bar below the rows


@dataclass(frozen=True)
class Button:
    """An act as the bar draws it: where it posts to, and whether, or why not."""

    act: Act
    path: str
    may: Answer


def buttons(asked: Asked) -> list[Button]:
    """What can be done to the selected; the views find them by the same question."""
    asking = question(asked)
    return [
        Button(act, f"{path_to(act.address)}{asking}", act.may(asked.person))
        for act in asked.page.acts_for(asked.person)
    ]


def counted(count: int) -> str:
    """How many there are, in words; beyond CAP it was not counted."""
    if count > CAP:
        return _("%(count)s+ found") % {"count": CAP}
    return ngettext("%(count)s found", "%(count)s found", count) % {"count": count}


def found_context(asked: Asked, found: Found) -> dict[str, Any]:
    """The part of the page below the form; the same for the whole page and for htmx."""
    page = asked.page
    bar = buttons(asked)
    rows = rows_of(asked, found.rows, acts=bool(bar))
    return {
        "list": page,
        "found": found,
        "count_words": counted(found.count),
        "headings": headings(asked, page_columns(page, asked.person)),
        "rows": rows,
        "chips": [(chip, chip_path(asked, chip)) for chip in all_chips(asked)],
        "all_path": bare_address(asked),
        "is_narrowed": asked.is_narrowed,
        "buttons": bar if any(row.can_be_selected for row in rows) else [],
        "previous": address(asked, page=found.number - 1) if found.has_previous else "",
        "next": address(asked, page=found.number + 1) if found.has_next else "",
        "first": address(asked),
        "sheet_path": own_or_named(page, page.sheet_address, "lists:list_sheet") + question(asked),
        "export_path": own_or_named(page, page.export_address, "lists:list_export")
        + question(asked),
        "may_export": page.may_export(asked.person),
        "save_path": path_to("lists:list_save", page.name),
        "query": saved_query(asked),
        "may_share": rights.can_share(asked.person),
        "shown_to": options(shown_to_choices(), ""),
        "cap": CAP,
    }


def own_or_named(page: ListPage, own: str, general: str) -> str:
    return path_to(own) if own else path_to(general, page.name)


def all_chips(asked: Asked) -> list[Chip]:
    """The words searched for and the filters in force."""
    words = [Chip(_("Search"), asked.words, (SEARCH,))] if asked.words else []
    return [*words, *chips(asked.filters)]


def chip_path(asked: Asked, chip: Chip) -> str:
    """The list without this one."""
    return address(asked, **dict.fromkeys(chip.parameters, ""))
