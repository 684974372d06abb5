"""Tickets: how many, how promptly, how well, at what cost; read from what the database tallies."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Sum
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.figures import Group, Span, Sums, proof, summed
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
    sums_of = Sums(spans, sums, LIST)
    line = sums_of.line
    answered, mended = ("answer_kept", "answer_missed"), ("done_kept", "done_missed")
    promptly = [
        line(pgettext_lazy("number of tickets", "Reported"), "reported", which="counted"),
        line(_("Mended"), "mended", ("reported",), which="mended"),
        line(_("Arrival in time"), "answer_kept", answered, promise="kept:answer"),
        line(_("Repair in time"), "done_kept", mended, promise="kept:done"),
        line(_("Repair late"), "done_missed", mended, promise="missed:done"),
        line(_("Repeated faults"), "repeated", ("reported",), which="repeated"),
        line(_("Rated"), "rated", ("mended",), which="rated"),
        sums_of.mean(_("Mean rating"), "stars", "rated", which="rated"),
        line(_("Contractors' bills"), "billed", words=YUAN, which="billed"),
    ]
    return [Group(title=_("Repairs"), lines=promptly, source=SOURCE)]


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
