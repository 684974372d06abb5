"""What a table that comes in is held against, whatever it holds."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from campus.sheets.table import Fault, Heading, Table
from repairs.models import SheetImport


@dataclass
class Checked:
    """What a table would do: the things it holds, what is wrong with it, counts by name, and its
    first rows in words below `header`."""

    things: list[Any] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    header: list[str] = field(default_factory=list)
    preview: list[list[str]] = field(default_factory=list)

    def fault(self, table: Table, row: int, key: str, text: str, **facts: Any) -> None:
        """Something wrong with the cell `key` of a row."""
        self.faults.append(Fault(table.sheet, row, table.headings.get(key, ""), text, facts))


@dataclass(frozen=True, kw_only=True)
class TableKind:
    """A kind of table: its columns, what looks at its rows, and what brings them in.

    `check(table, sheet_import)` writes nothing; `apply(things, sheet_import, by=, at=)` brings all
    of them in or raises, and answers with the page that shows what came of it.
    """

    headings: Sequence[Heading]
    check: Callable[[Table, SheetImport], Checked]
    apply: Callable[..., str]
