"""What a list is made of. An area declares a `ListPage` in its `lists.py`; the page, its search,
pages, sheet, export and saved searches follow from it.

    TICKETS = ListPage(
        name="tickets", title=_("Repair tickets"), icon="tool", address="repairs:tickets",
        rows=lambda person, query: Ticket.objects.visible_to(person).select_related("place"),
        order=("-raised_at",),
        filters=TicketFilters,
        columns=(
            Column(key="number", label=_("Number"), sort=("number",), is_title=True),
            Column(key="place", label=_("Place")),
        ),
    )

The view of its address answers with `campus.lists.views.list_page(request, TICKETS)`, and when the
portal starts the area calls `name_list(TICKETS)`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from campus.doors import YES, Answer
from campus.lists.filters import ListFilters
from campus.people.models import Person

Words = str | Promise

PAGE_SIZE = 25
SEARCH_WORDS = _("Search")
NOTHING_YET = _("Nothing here yet")
# Nobody pages through more, and to count more costs more than the page itself.
CAP = 1000


def own_address(row: Any) -> str:
    """The page of a record, which every record with a page of its own knows."""
    path: str = row.get_absolute_url()
    return path


def dotted(*parts: str) -> str:
    """The parts that say something, with a dot between them."""
    return " · ".join(filter(None, parts))


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column: `key` names it, and unless `cell` says otherwise the attribute it shows.

    `key` may be a path ("department.name"). `cell` makes what the page shows of a row, escaped
    unless it is marked safe; `value` what the sheet holds, by itself the attribute. `sort` are the
    fields to sort by; only columns whose order an index gives have it. The column with `is_title`
    names the row, leads to its page and heads its card on a phone. What `is_whole` is not broken
    over lines, such as numbers. `shown_to` tells for whom it is on the page and on the sheet;
    `width` is of the sheet, in characters.
    """

    key: str
    label: Words
    cell: Callable[[Any], Any] | None = None
    value: Callable[[Any], Any] | None = None
    sort: tuple[str, ...] = ()
    is_title: bool = False
    on_page: bool = True
    on_sheet: bool = True
    shown_to: Callable[[Person], bool] = lambda person: True
    is_whole: bool = False
    width: int = 16

    @property
    def heading(self) -> str:
        """The label as it begins a line or a column."""
        return capfirst(str(self.label))


@dataclass(frozen=True, kw_only=True)
class Act:
    """What can be done to the selected rows: a button that posts to `address`.

    The view there finds the rows with `campus.lists.forms.Selection`. Where `may` says no, the
    button is grey with the reason; with `is_hidden` it is not there at all. `template` draws
    further fields beside the button.
    """

    label: Words
    icon: str
    address: str
    may: Callable[[Person], Answer] = lambda person: YES
    is_hidden: bool = False
    template: str = ""


@dataclass(frozen=True, kw_only=True)
class Hit:
    """How the search over everything tells a row that knows `fields` alone, see `campus.rows`:
    its words, and a line that tells rows of the same words apart."""

    fields: tuple[str, ...]
    title: Callable[[Any], str] = str
    brief: Callable[[Any], str] = lambda row: ""


@dataclass(frozen=True, kw_only=True, eq=False)
class ListPage:
    """One list.

    `rows` gives what a person may see, with all that the columns read, and may look at the query;
    `order` is the order at first, given by an index; `sought` the column of bigrams, empty where
    nothing can be searched; `number` the field that whoever types it exactly wants to jump to.
    `named_by` are relations to people and places by whose names rows are found, too.
    `scope` names parameters of the address that say which list it is rather than narrow it, and
    `everywhere` gives them so that all there is gets searched. `hit` says how the search over
    everything tells a row; without it the list is not searched there.
    `may_select` tells which rows somebody can select for the acts. `rows_template` draws the rows
    of a page in a way of the area's own; `sheet_rows` gives header and rows of its own for the
    export; `sheet_address` and `export_address` are addresses of its own for paper and export.
    `on_export` is told of each export and sheet: (person, rows, at=, page=, on_paper=, reason=).
    `people` gives the numbers of the people on the rows: where there are pupils among them, a
    second person approves it before the list is taken away (`campus.privacy`).
    """

    name: str
    title: Words
    icon: str
    address: str
    rows: Callable[[Person, QueryDict], QuerySet[Any]]
    order: tuple[str, ...]
    columns: tuple[Column, ...]
    filters: type[ListFilters] = ListFilters
    sought: str = "sought"
    number: str = ""
    named_by: tuple[str, ...] = ()
    search_label: Words = SEARCH_WORDS
    scope: tuple[str, ...] = ()
    everywhere: Mapping[str, str] = field(default_factory=dict)
    hit: Hit | None = None
    page_size: int = PAGE_SIZE
    row_path: Callable[[Any], str] = own_address
    acts: tuple[Act, ...] = ()
    may_select: Callable[[Person, Any], bool] = lambda person, row: True
    may_read: Callable[[Person], Answer] = lambda person: YES
    may_export: Callable[[Person], Answer] = lambda person: YES
    empty_title: Words = NOTHING_YET
    empty_text: Words = ""
    rows_template: str = "lists/table.html"
    sheet_rows: Callable[[Iterable[Any]], Iterator[list[Any]]] | None = None
    sheet_widths: tuple[int, ...] = ()
    sheet_address: str = ""
    export_address: str = ""
    on_export: Callable[..., None] | None = None
    people: Callable[[QuerySet[Any]], QuerySet[Any]] | None = None
    sorts: dict[str, tuple[str, ...]] = field(init=False)

    def __post_init__(self) -> None:
        sorts = {column.key: column.sort for column in self.columns if column.sort}
        object.__setattr__(self, "sorts", sorts)

    def bearing(self, rows: QuerySet[Any], number: str) -> QuerySet[Any]:
        """Of `rows` the one with that whole number, typed in capitals or not."""
        return rows.filter(**{f"{self.number}__in": {number, number.upper()}})

    def columns_for(self, person: Person) -> list[Column]:
        """The columns that `person` sees."""
        return [column for column in self.columns if column.shown_to(person)]

    def note_export(
        self,
        person: Person,
        rows: QuerySet[Any],
        *,
        at: datetime,
        page: str,
        on_paper: bool = False,
        reason: str = "",
    ) -> None:
        """Let the list's noun note that `person` takes `rows` away, and what for."""
        if self.on_export:
            self.on_export(person, rows, at=at, page=page, on_paper=on_paper, reason=reason)

    def acts_for(self, person: Person) -> list[Act]:
        """The acts that are shown to `person`; the greyed ones among them."""
        return [act for act in self.acts if not act.is_hidden or act.may(person)]


LISTS: dict[str, ListPage] = {}


def name_list(page: ListPage) -> None:
    """Let the list be found by its name, as exports and saved searches do."""
    LISTS[page.name] = page
