"""The rows of the two sheets that hang on the notice board: a month's work, and a week's plan."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import ceil
from unicodedata import east_asian_width

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from campus.agenda import Dated
from campus.shell.words import day_in_words, month_name
from logistics.calendar.grid import is_long, week_days


@dataclass(frozen=True)
class Size:
    """A size of type: millimetres of a line and around a row; full-width letters in a line.

    In the smaller sizes an item's time and place stand beside it instead of below.
    """

    name: str
    line: float
    around: float
    letters: int
    is_beside: bool = False


# Measured in print. The last one may need a second page.
SIZES = (
    Size("roomy", 5.4, 4.9, 22),
    Size("plain", 5.4, 3.3, 22),
    Size("dense", 4.9, 2.0, 24, is_beside=True),
    Size("small", 4.1, 1.4, 28, is_beside=True),
)
# Millimetres of an A4 page between the sheet's head and its signatures.
PAGE_HEIGHT = 212.0


@dataclass(frozen=True)
class Row:
    """One line: when, what, and what is to be remarked of it.

    In a group, `when` is said below the title instead of in a column of its own.
    """

    when: str
    thing: Dated
    remark: str | Promise = ""
    is_carried: bool = False
    is_grouped: bool = False


@dataclass(frozen=True)
class Group:
    """The lines of one day, or of a heading; a day without lines is still shown."""

    title: str
    rows: list[Row]
    mark: str = ""


def month_rows(things: Iterable[Dated], first: date, last: date) -> list[Row]:
    """The month's work by day; what lasts the whole month comes first."""
    rows = [Row(when(thing, first, last), thing, remark(thing)) for thing in things]
    return sorted(rows, key=lambda row: not covers(row.thing, first, last))


def week_groups(
    things: list[Dated], earlier: list[Dated], monday: date, mark: dict[date, str]
) -> list[Group]:
    """The week's plan: carried over, running longer than the week, then day by day.

    A thing of several days stands on its first day of the week. A weekend day is left out when
    nothing is planned and it is not worked.
    """
    days = week_days(monday)
    long = [thing for thing in things if is_long(thing)]
    carried = [Row(was_due(thing), thing, _("carried over"), True, True) for thing in earlier]
    running = [grouped(until(thing), thing) for thing in long]
    headed = [Group(_("Carried over"), carried), Group(_("Running"), running)]
    groups = [group for group in headed if group.rows]
    for day in days:
        rows = [
            grouped(until(thing) if thing.days > 1 else "", thing)
            for thing in things
            if not is_long(thing) and max(thing.first, monday) == day
        ]
        if rows or day.isoweekday() <= 5 or mark[day] == "makeup":
            groups.append(Group(day_in_words(day), rows, mark[day]))
    return groups


def grouped(when: str, thing: Dated) -> Row:
    return Row(when, thing, remark(thing), is_grouped=True)


def unfinished(things: Iterable[Dated], before: date) -> list[Dated]:
    """What should have ended before that day and has not."""
    return [thing for thing in things if thing.is_unfinished and thing.last < before]


def covers(thing: Dated, first: date, last: date) -> bool:
    return thing.first <= first and thing.last >= last


def when(thing: Dated, first: date, last: date) -> str:
    """The days of a thing within a month, in words."""
    if covers(thing, first, last):
        return _("All month")
    start, end = max(thing.first, first), min(thing.last, last)
    if start == end:
        return day_in_words(start)
    return _("%(first)d–%(last)d %(month)s") % {
        "first": start.day,
        "last": end.day,
        "month": month_name(start.month),
    }


def until(thing: Dated) -> str:
    return _("until %(day)s") % {"day": day_in_words(thing.last)}


def was_due(thing: Dated) -> str:
    return _("was due %(day)s") % {"day": day_in_words(thing.last)}


def remark(thing: Dated) -> str | Promise:
    """Done things say so; the rest leaves room for a pen."""
    return thing.state_words if thing.is_done else ""


def size_of(rows: Iterable[Row | None]) -> str:
    """The largest size of type in which rows fit on one page, else the smallest.

    None is the empty row of a day without work.
    """
    laid = list(rows)
    fitting = (size for size in SIZES if height(laid, size) <= PAGE_HEIGHT)
    return next(fitting, SIZES[-1]).name


def height(rows: Iterable[Row | None], size: Size) -> float:
    return sum((lines_of(row, size) if row else 1) * size.line + size.around for row in rows)


def lines_of(row: Row, size: Size) -> int:
    """Lines of text that a row takes: its title, and what is said of it below or beside."""
    thing = row.thing
    facts = f"{thing.starts_at or ''} {thing.place} {row.when if row.is_grouped else ''}".strip()
    if size.is_beside:
        return lines(f"{thing.title} {facts}", size.letters)
    return lines(thing.title, size.letters) + bool(facts)


def lines(text: str, width: int) -> int:
    """Lines that `text` takes in a column of so many full-width characters."""
    taken = sum(1.0 if east_asian_width(letter) in "WF" else 0.5 for letter in text)
    return max(ceil(taken / width), 1)


def all_rows(groups: Iterable[Group]) -> list[Row | None]:
    """The rows of groups as they stand on paper."""
    rows: list[Row | None] = []
    for group in groups:
        rows += group.rows or [None]
    return rows
