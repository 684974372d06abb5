"""A file's sheets recognised by their headings, and their rows made what they mean."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django.utils.translation import gettext_noop

from campus.rosters.columns import BY_KIND, NOTES, SHEETS, RosterSheet
from campus.sheets.grid import Grid
from campus.sheets.guard import Unreadable
from campus.sheets.reader import (
    HEADING_WITHIN,
    Head,
    grids_of,
    head_in,
    head_of,
    heading_key,
    table_of,
)
from campus.sheets.table import Fault

NO_ROSTER = gettext_noop(
    "No sheet of the file is a roster: none has headings such as %(wanted)s within its first"
    " %(rows)s rows. Sheets of the file: %(sheets)s. The template shows which headings are read."
)
LACKS = gettext_noop("This sheet lacks the columns %(missing)s.")
WHOSE = gettext_noop(
    "It cannot be told whether these are staff or pupils. Name the column of their numbers"
    " accordingly, or the sheet."
)


@dataclass(frozen=True)
class ReadRow:
    """A row of a roster with where it stands; `headings` are the file's own words by key."""

    kind: str
    sheet: str
    number: int
    cells: dict[str, Any]
    headings: dict[str, str]

    def fault(self, key: str, text: str, **facts: Any) -> Fault:
        """Something wrong with its cell `key`."""
        return Fault(self.sheet, self.number, self.headings.get(key, ""), text, facts)


@dataclass
class ReadRoster:
    """All rows of a file by kind, the faults of its cells, what nobody reads (sheets, and columns
    as "sheet: heading"), and the sheets in their order."""

    rows: dict[str, list[ReadRow]] = field(default_factory=lambda: {kind: [] for kind in BY_KIND})
    faults: list[Fault] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    sheets: list[str] = field(default_factory=list)


def read_roster(data: bytes, name: str) -> ReadRoster:
    """The rosters in a file; raises Unreadable where there is none in it."""
    roster = ReadRoster()
    found = False
    grids = grids_of(data, name)
    for name_of_sheet, same in groupby(grids, key=lambda grid: grid.name):
        roster.sheets.append(name_of_sheet)
        found = read_sheet(roster, list(same)) or found
    if not found:
        raise no_roster(grids)
    return roster


def no_roster(grids: Sequence[Grid]) -> Unreadable:
    wanted = [head.label for sheet in SHEETS for head in sheet.headings if head.required]
    names = "、".join(dict.fromkeys(grid.name for grid in grids))
    labels = list(dict.fromkeys(wanted))
    return Unreadable("no_table", NO_ROSTER, wanted=labels, rows=HEADING_WITHIN, sheets=names)


def read_sheet(roster: ReadRoster, grids: Sequence[Grid]) -> bool:
    """Put the rows of one sheet to the others; whether it is of a roster at all.

    A text is one sheet in several readings, one for each mark between its cells.
    """
    fitting = [fit for grid in grids for fit in fits(grid)]
    if not fitting:
        return lacks_headings(roster, grids[0])
    best = max(fitting, key=lambda fit: fit.rank)
    if is_tied(best, fitting):
        roster.faults.append(Fault(best.grid.name, best.head.row, "", WHOSE))
        return True
    take_rows(roster, best)
    return True


@dataclass(frozen=True)
class Fit:
    """A sheet read as one kind; the more of its headings are of that kind, the better."""

    grid: Grid
    sheet: RosterSheet
    head: Head

    @property
    def rank(self) -> int:
        return len(self.head.columns)


def fits(grid: Grid) -> list[Fit]:
    """What the sheet may be: a name that says it leaves no choice."""
    named = [sheet for sheet in SHEETS if is_named(grid, sheet)]
    heads = [(sheet, head_of(grid, sheet.headings)) for sheet in named or SHEETS]
    found = [Fit(grid, sheet, head) for sheet, head in heads if head]
    return found if named else [fit for fit in found if is_likely(fit)]


def is_likely(fit: Fit) -> bool:
    """Departments and classes stand as a column in many tables; a list of them has little else."""
    has_numbers = any(heading.key == "number" for heading in fit.sheet.headings)
    return has_numbers or len(fit.head.words) <= 2 * len(fit.head.columns)


def is_named(grid: Grid, sheet: RosterSheet) -> bool:
    return heading_key(grid.name) in {heading_key(name) for name in sheet.names}


def is_tied(best: Fit, fitting: Sequence[Fit]) -> bool:
    return any(fit.rank == best.rank and fit.sheet is not best.sheet for fit in fitting)


def lacks_headings(roster: ReadRoster, grid: Grid) -> bool:
    """A sheet named like a roster without its headings is a fault; any other is left unread."""
    named = next((sheet for sheet in SHEETS if is_named(grid, sheet)), None)
    if named is None:
        if grid.name not in NOTES:
            roster.unread.append(grid.name)
        return False
    required = [heading for heading in named.headings if heading.required]
    heads = [head_in(number, values, required) for number, values in grid.rows[:HEADING_WITHIN]]
    nearest = max(heads, key=lambda head: len(head.columns))
    missing = [heading.label for heading in required if heading not in nearest.columns]
    roster.faults.append(Fault(grid.name, 0, "", LACKS, {"missing": missing}))
    return True


def take_rows(roster: ReadRoster, fit: Fit) -> None:
    table = table_of(fit.grid, fit.head)
    roster.faults += table.faults
    roster.unread += [f"{table.sheet}: {heading}" for heading in table.unread]
    roster.rows[fit.sheet.kind] += [
        ReadRow(fit.sheet.kind, table.sheet, row.number, row.cells, table.headings)
        for row in table.rows
    ]
