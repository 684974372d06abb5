"""What the page of a place offers and shows, handed in by whoever has something to do with places.

The place itself knows neither the front desk nor repairs: an area that lets people act at a place
calls `name_act_at_place` when the portal starts, and one that has records at places calls
`name_records_at_place`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from django.db.models import Model
from django.utils.functional import Promise

from campus.doors import YES, Answer
from campus.models import Person, Place
from campus.rows import Rows, read

Words = str | Promise


@dataclass(frozen=True, kw_only=True)
class ActAtPlace:
    """Something that people do at a place: a button that leads to `path(place)`.

    Where `right` says no the button is not shown: whoever scans a label wants what works.
    """

    label: Words
    icon: str
    path: Callable[[Place], str]
    right: Callable[[Person, Place], Answer] = lambda person, place: YES


@dataclass(frozen=True, kw_only=True)
class RecordAtPlace:
    """One record at a place or a part of it: its words, its page, and its state with a colour.

    `place` is the name of the place.
    """

    title: str
    path: str
    place: str
    state: str = ""
    state_words: Words = ""


@dataclass(frozen=True, kw_only=True)
class RecordsAtPlace:
    """A sort of records at places: `rows(person, place)` gives those that the person may see."""

    label: Words
    icon: str
    rows: Callable[[Person, Place], Iterable[Rows[RecordAtPlace]]]


ACTS: list[ActAtPlace] = []
RECORDS: list[RecordsAtPlace] = []


def name_act_at_place(
    label: Words,
    icon: str,
    *,
    right: Callable[[Person, Place], Answer] = lambda person, place: YES,
    path: Callable[[Place], str],
) -> None:
    """Offer an act at every place, after those that were named before."""
    ACTS.append(ActAtPlace(label=label, icon=icon, right=right, path=path))


def name_records_at_place(
    label: Words, icon: str, *, rows: Callable[[Person, Place], Iterable[Rows[RecordAtPlace]]]
) -> None:
    """Show a sort of records on the page of every place."""
    RECORDS.append(RecordsAtPlace(label=label, icon=icon, rows=rows))


def acts_for(person: Person, place: Place) -> list[tuple[ActAtPlace, str]]:
    """What the person may do here, with where it leads."""
    return [(act, act.path(place)) for act in ACTS if act.right(person, place)]


def records_for(person: Person, place: Place) -> list[tuple[RecordsAtPlace, list[RecordAtPlace]]]:
    """What is recorded here, sort by sort; sorts without records are left out. One query."""
    found = read(of_sort(sort, rows) for sort in RECORDS for rows in sort.rows(person, place))
    sorts = groupby(found, itemgetter(0))
    return [(sort, [record for _sort, record in records]) for sort, records in sorts]


def of_sort(
    sort: RecordsAtPlace, rows: Rows[RecordAtPlace]
) -> Rows[tuple[RecordsAtPlace, RecordAtPlace]]:
    """The same rows, each drawn with its sort."""

    def draw(row: Model) -> tuple[RecordsAtPlace, RecordAtPlace] | None:
        record = rows.draw(row)
        return (sort, record) if record else None

    return Rows(rows=rows.rows, fields=rows.fields, extra=rows.extra, draw=draw)
