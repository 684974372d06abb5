"""Tickets: how many, how promptly, how well, at what cost; read from what the database tallies."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Sum
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.figures import Group, Line, Span, Sums, Value, proof, summed
from campus.shell.words import money
from repairs.models import TicketTally

LIST = "repairs:tickets"
YUAN: Any = money
SUMS = (
    "reported", "mended", "answer_kept", "answer_missed", "done_kept", "done_missed", "repeated",
    "rated", "stars", "billed",
)  # fmt: skip
SOURCE = _(
    "Of each trouble once, by the day of the report. Promises: practice of a college's repair "
    "service; every figure can be changed."
)
# Days that open tickets are old, from … to; None has no end.
AGES: tuple[tuple[int, int | None], ...] = ((0, 1), (2, 3), (4, 7), (8, 30), (31, None))


def groups(spans: Sequence[Span]) -> list[Group]:
    """All figures of tickets for the spans; one query."""
    sums = summed(spans, TicketTally.objects.all(), SUMS)
    line = Sums(spans, sums, LIST).line
    answered, mended = ("answer_kept", "answer_missed"), ("done_kept", "done_missed")
    promptly = [
        line(pgettext_lazy("number of tickets", "Reported"), "reported", which="counted"),
        line(_("Mended"), "mended", ("reported",), which="mended"),
        line(_("Arrival in time"), "answer_kept", answered, promise="kept:answer"),
        line(_("Repair in time"), "done_kept", mended, promise="kept:done"),
        line(_("Repair late"), "done_missed", mended, promise="missed:done"),
        line(_("Repeated faults"), "repeated", ("reported",), which="repeated"),
        line(_("Rated"), "rated", ("mended",), which="rated"),
        stars(spans, sums),
        line(_("Contractors' bills"), "billed", words=YUAN, which="billed"),
    ]
    return [Group(title=_("Repairs"), lines=promptly, source=SOURCE)]


def stars(spans: Sequence[Span], sums: Sequence[Mapping[str, Any]]) -> Line:
    """The mean rating, to a tenth."""
    values = [
        Value(
            number=Decimal(each["stars"]) / each["rated"] if each["rated"] else None,
            path=proof(LIST, span, which="rated"),
        )
        for span, each in zip(spans, sums, strict=True)
    ]
    return Line(label=_("Mean rating"), values=values, words=lambda number: f"{number:.1f}")


@dataclass(frozen=True)
class Age:
    """Open tickets that are so many days old."""

    first: int
    last: int | None
    count: int
    path: str


def backlog(today: date) -> list[Age]:
    """Open tickets by the days since they were reported; one query."""
    rows = TicketTally.objects.filter(still_open__gt=0).order_by().values_list("day")
    open_by_day = dict(rows.annotate(Sum("still_open")))
    return [age_of(first, last, open_by_day, today) for first, last in AGES]


def age_of(first: int, last: int | None, by_day: dict[date, int], today: date) -> Age:
    youngest = today - timedelta(days=first)
    oldest = today - timedelta(days=last) if last is not None else date(2000, 1, 1)
    count = sum(number for day, number in by_day.items() if oldest <= day <= youngest)
    path = proof(LIST, Span("", oldest, youngest), current="open")
    return Age(first, last, count, path)
