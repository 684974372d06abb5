"""One change, and the work of finding them all."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from campus.models import RosterChange
from campus.rosters.columns import PEOPLE
from campus.rosters.reading import ReadRoster, ReadRow
from campus.rosters.snapshot import School
from campus.sheets.table import Fault

What = RosterChange.What


@dataclass(frozen=True)
class Change:
    """What happens to one row's thing; `fields` hold [old, new] as JSON knows them."""

    kind: str
    what: str
    key: str
    title: str
    row: int = 0
    fields: dict[str, list[Any]] = field(default_factory=dict)

    def stored(self) -> tuple[Any, ...]:
        """What it is told by: equal to that of the `RosterChange` that keeps it."""
        return (self.kind, self.what, self.key, self.fields)


@dataclass
class Comparing:
    """A roster held against the school on `day`. `by` is the number of whoever imports it;
    `complete` are the kinds whose list is said to hold everybody."""

    school: School
    roster: ReadRoster
    day: date
    by: str
    complete: frozenset[str] = frozenset()
    changes: list[Change] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    # What the school will have: departments, classes and places that are there or in the file, the
    # first row of every person in it; who leaves.
    departments: set[str] = field(default_factory=set)
    classes: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    listed: dict[str, ReadRow] = field(default_factory=dict)
    leaving: set[str] = field(default_factory=set)

    def note(self, row: ReadRow, what: str, key: str, title: str, **fields: list[Any]) -> None:
        """Keep what happens to the thing of one row."""
        self.changes.append(Change(row.kind, what, key, title, row.number, fields))

    def add_fault(self, row: ReadRow, key: str, text: str, **facts: Any) -> None:
        self.faults.append(row.fault(key, text, **facts))

    def counted(self) -> dict[str, dict[str, int]]:
        """How many changes there are, by kind and by what happens."""
        counts: dict[str, dict[str, int]] = {}
        for (kind, what), count in Counter((each.kind, each.what) for each in self.changes).items():
            counts.setdefault(str(kind), {})[str(what)] = count
        return counts

    def leaving_shares(self) -> dict[str, list[int]]:
        """By kind: how many leave, and how many there were."""
        people = self.school.people.values()
        there = Counter(KIND_OF[person.kind] for person in people if person.is_active)
        gone = Counter(
            each.kind for each in self.changes if each.what == What.ENDED and each.kind in PEOPLE
        )
        return {kind: [count, there[kind]] for kind, count in gone.items()}


# A person's kind (Person.Kind) and the sheet that lists such people.
KIND_OF = {"staff": "staff", "pupil": "pupils"}
PERSON_KIND = {sheet: kind for kind, sheet in KIND_OF.items()}
