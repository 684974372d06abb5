"""What every area tells the roof: its dated things for the calendar, and what waits for a person.

An area offers both in its `agenda.py`: `dated(person, first, last)` and `waiting(person, at)`. Each
answers with `Rows` (`campus.rows`), so that one statement asks all areas, however many they are.
"""

from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import IntEnum

from django.utils.functional import Promise


class Urgency(IntEnum):
    """How soon something wants doing; the smaller, the sooner."""

    OVERDUE = 0
    TODAY = 1
    SOON = 2
    LATER = 3


@dataclass(frozen=True, kw_only=True)
class Dated:
    """One thing in the calendar, from `first` to `last` day inclusive.

    `unit` is in charge, `support` helps, `person` is responsible (told to staff alone). What can
    stay unfinished has a `state`, a code, with its word in `state_words`; `is_done` ends it.
    With a time it may end at another, `ends_at` of the last day. `move_path` takes a POST of `to`,
    the new first day, where the reader may move it.
    """

    title: str
    first: date
    last: date
    kind: str
    path: str
    starts_at: time | None = None
    ends_at: time | None = None
    unit: str = ""
    support: tuple[str, ...] = ()
    person: str = ""
    place: str = ""
    state: str = ""
    state_words: str | Promise = ""
    is_done: bool = False
    move_path: str = ""

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def is_whole_month(self) -> bool:
        """Whether it is dated with a month alone."""
        same_month = (self.first.year, self.first.month) == (self.last.year, self.last.month)
        return same_month and self.first.day == 1 and (self.last + timedelta(days=1)).day == 1

    @property
    def is_unfinished(self) -> bool:
        """Whether it can be finished and is not."""
        return bool(self.state) and not self.is_done


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """One thing that waits for a person, with its one button.

    `act_path` takes the button's POST with `act_fields`; where it is empty the button opens
    `path`. `aside_path` takes the POST of a second, quiet button that does not finish the thing.
    """

    title: str
    path: str
    icon: str
    urgency: Urgency
    due: date | None = None
    detail: str = ""
    button: str = ""
    act_path: str = ""
    act_fields: tuple[tuple[str, str], ...] = ()
    aside: str = ""
    aside_path: str = ""
