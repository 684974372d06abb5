"""What a reading gives: the plan, its items, the doubts, and the refusal."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

DOUBTS: dict[str, str] = {
    "year_guessed": "The text names no year; it was guessed.",
    "week_guessed": "The text does not say when week 1 starts; it was guessed.",
    "number_or_date": "The leading digits may be a number or a date.",
    "number_repeated": "This number occurs twice in its list.",
    "number_missing": "The item has no number although its list is numbered.",
    "outside_semester": "The date lies outside the semester.",
    "outside_heading": "The date lies outside the period of its heading.",
    "duplicate": "The same item with the same dates occurs twice.",
    "no_own_date": "The item has no date of its own; the whole plan's period was taken.",
    "wrapped": "The item was joined from several lines.",
    "range_reversed": "The range ended before it began; its ends were exchanged.",
    "impossible_date": "The item names a day that does not exist; the heading's dates were taken.",
    "date_inside": "The item mentions a date that was not used.",
    "open_ended": "The item names a beginning without an end.",
}


class NoSchedule(Exception):
    """The text holds no dated item. `code` is stable, `sentence` is English for people."""

    code = "no_schedule"

    def __init__(self, sentence: str = "The text contains no schedule with dated items.") -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True)
class ReadItem:
    """One thing the plan wants done, with inclusive dates.

    `line_no` is the 1-based line of the source text where the item begins, `source` the lines as
    written; `doubts` holds codes of DOUBTS. `recurs` is "", "daily", "weekly" or "monthly".
    """

    title: str
    starts_on: date
    ends_on: date
    units: tuple[str, ...] = ()
    kind: str = "other"
    cohort: str = ""
    recurs: str = ""
    line_no: int = 1
    source: str = ""
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True)
class PlanText:
    """A work plan as read: its title, time, the headings of its prose, its items in text order.

    `school_year` is the year in which the school year starts; `semester` is 1, 2, or None where
    the text does not say (a plan of a calendar year, of a whole school year).
    """

    title: str
    school_year: int
    semester: int | None
    aims: list[str] = field(default_factory=list)
    items: list[ReadItem] = field(default_factory=list)
