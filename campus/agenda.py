"""What every area tells the roof: its dated things for the calendar, and what waits for a person.

An area offers both in its `agenda.py`: `dated(person, first, last)` and `waiting(person, at)`.
"""

from dataclasses import dataclass
from datetime import date, time
from enum import IntEnum


class Urgency(IntEnum):
    """How soon something wants doing; the smaller, the sooner."""

    OVERDUE = 0
    TODAY = 1
    SOON = 2
    LATER = 3


@dataclass(frozen=True, kw_only=True)
class Dated:
    """One thing in the calendar, from `first` to `last` day inclusive."""

    title: str
    first: date
    last: date
    kind: str
    path: str
    starts_at: time | None = None
    unit: str = ""
    place: str = ""
    state: str = ""
    is_done: bool = False
    edit_path: str = ""


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """One thing that waits for a person, with its one button.

    `act_path` takes the button's POST; where it is empty the button opens `path`.
    """

    title: str
    path: str
    icon: str
    urgency: Urgency
    due: date | None = None
    detail: str = ""
    button: str = ""
    act_path: str = ""
