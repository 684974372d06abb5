"""The registers of a semester as one workbook: what the lists' own exports hold, without the names
of pupils."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import IO, Any

from django.db.models import DateTimeField, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from campus.lists.exports import sheet_rows, widths
from campus.lists.registry import ListPage
from campus.models import Person, Semester
from campus.school_time.engine import moments_of
from campus.sheets.writer import Sheet, write_sheets
from canteen.lists import ACCOMPANIED, RECEIPTS
from inspections.lists import CAMPAIGNS, FINDINGS, INSPECTIONS
from planning.lists import ACTIONS, MEETINGS, PAPERS, PLAN_ITEMS
from repairs.lists import CHECKS, JOBS, REQUESTS, STOCK_MOVES, TICKETS
from rooms.lists import BOOKINGS, SPENDINGS
from safety.lists import DRILLS, EVENTS, HAZARDS, INCIDENTS
from vehicles.lists import INCIDENTS as VEHICLE_INCIDENTS
from vehicles.lists import REFUELS, SERVICE_REQUESTS, TRIPS

Told = Callable[[int, int], None]
# How many rows are read at a time.
PORTION = 500


@dataclass(frozen=True)
class Register:
    """A list whose rows belong to the semester by the days in `day`, a path to a day or a moment;
    `asked` are parameters of the list that leave nothing of it out."""

    page: ListPage
    day: str
    asked: str = ""

    def rows(self, semester: Semester, person: Person) -> QuerySet[Any]:
        """What the person may see of it, in the list's order."""
        seen = self.page.rows(person, QueryDict(self.asked))
        first, last = semester.first_day, semester.last_day
        within: dict[str, Any] = {f"{self.day}__range": (first, last)}
        if isinstance(seen.model._meta.get_field(self.day), DateTimeField):
            start, end = moments_of(first, last)
            within = {f"{self.day}__gte": start, f"{self.day}__lt": end}
        found = seen.filter(**within).order_by(*self.page.order, "pk")
        return found.defer(self.page.sought) if self.page.sought else found


REGISTERS = (
    Register(PLAN_ITEMS, "starts_on"), Register(MEETINGS, "starts_at"),
    Register(ACTIONS, "raised_at"), Register(PAPERS, "ends_on", "current=all"),
    Register(HAZARDS, "raised_at"), Register(DRILLS, "planned_at"), Register(EVENTS, "on"),
    Register(INCIDENTS, "happened_at"), Register(INSPECTIONS, "due_at"),
    Register(FINDINGS, "reported_at"), Register(CAMPAIGNS, "starts_on"),
    Register(TICKETS, "raised_at"), Register(JOBS, "due_on", "current=all"),
    Register(CHECKS, "at"), Register(REQUESTS, "raised_at"), Register(STOCK_MOVES, "at"),
    Register(ACCOMPANIED, "day"), Register(RECEIPTS, "on"),
    Register(TRIPS, "starts_at"), Register(REFUELS, "at"),
    Register(SERVICE_REQUESTS, "raised_at"), Register(VEHICLE_INCIDENTS, "happened_at"),
    Register(BOOKINGS, "starts_at"), Register(SPENDINGS, "on"),
)  # fmt: skip


def registers_for(person: Person) -> list[Register]:
    """Those that the person may read and take away; lists of pupils are none of them."""
    return [
        each
        for each in REGISTERS
        if each.page.people is None and each.page.may_read(person) and each.page.may_export(person)
    ]


def write_registers(
    semester: Semester, person: Person, file: IO[bytes], told: Told = lambda done, of: None
) -> int:
    """Write the registers of a semester as `person` may see them into one workbook, a sheet for
    each and one that lists them; answers with the number of rows. `told` hears how far it is."""
    asked = [(each, each.rows(semester, person)) for each in registers_for(person)]
    counts = [rows.order_by().count() for _each, rows in asked]
    of = sum(counts)
    contents = Sheet(
        _("Contents"),
        [
            pgettext("in a workbook", "Register"), _("Rows"), pgettext("of days", "From"),
            pgettext("of days", "To"),
        ],
        [
            [str(each.page.title), count, semester.first_day, semester.last_day]
            for (each, _rows), count in zip(asked, counts, strict=True)
        ],
        [30, 10, 14, 14],
    )  # fmt: skip
    write_sheets(file, chain([contents], sheets(asked, person, counted(told, of))))
    told(of, of)
    return of


def sheets(
    asked: Iterable[tuple[Register, QuerySet[Any]]],
    person: Person,
    pass_on: Callable[[Iterable[Any]], Iterator[Any]],
) -> Iterator[Sheet]:
    """A sheet for each register; rows are read as they are written."""
    for each, rows in asked:
        found = pass_on(unnamed(row) for row in rows.iterator(chunk_size=PORTION))
        content = sheet_rows(each.page, person, found)
        header: Sequence[str] = next(content)
        yield Sheet(str(each.page.title), header, content, widths(each.page, person))


def counted(told: Told, of: int) -> Callable[[Iterable[Any]], Iterator[Any]]:
    """Passes rows of all sheets on, and tells how many have passed."""
    done = 0

    def pass_on(rows: Iterable[Any]) -> Iterator[Any]:
        nonlocal done
        for row in rows:
            done += 1
            if not done % 100:
                told(done, of)
            yield row

    return pass_on


def unnamed(row: Any) -> Any:
    """The row, whose columns call every pupil “A pupil”: an annex is read by many."""
    for related in row._state.fields_cache.values():
        if isinstance(related, Person) and related.is_pupil:
            related.name = pgettext("in a register", "A pupil")
    return row
