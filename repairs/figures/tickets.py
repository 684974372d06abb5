"""Tickets: how many, how promptly, how well, at what cost; read from what the database tallies."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Sum
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.figures import Group, Line, Number, Span, Value, proof
from campus.shell.words import money
from repairs.models import TicketTally

LIST = "repairs:tickets"
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


@dataclass
class Sums:
    """What the tallies of some days come to."""

    of: dict[str, Number] = field(default_factory=dict)

    def add(self, row: Mapping[str, Any]) -> None:
        for name in SUMS:
            self.of[name] = self.of.get(name, 0) + row[name]

    def __getitem__(self, name: str) -> Number:
        return self.of.get(name, 0)


def groups(spans: Sequence[Span]) -> list[Group]:
    """All figures of tickets for the spans; one query."""
    sums = sums_of(spans)

    def line(label: Any, name: str, of: Sequence[str] = (), **query: str) -> Line:
        values = [
            Value(
                number=each[name],
                of=sum(each[other] for other in of) if of else None,
                path=proof(LIST, span, **query),
            )
            for span, each in zip(spans, sums, strict=True)
        ]
        return Line(label=label, values=values)

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
        cost(spans, sums),
    ]
    return [Group(title=_("Repairs"), lines=promptly, source=SOURCE)]


def stars(spans: Sequence[Span], sums: Sequence[Sums]) -> Line:
    """The mean rating, to a tenth."""
    values = [
        Value(
            number=Decimal(each["stars"]) / each["rated"] if each["rated"] else None,
            path=proof(LIST, span, which="rated"),
        )
        for span, each in zip(spans, sums, strict=True)
    ]
    return Line(label=_("Mean rating"), values=values, words=lambda number: f"{number:.1f}")


def cost(spans: Sequence[Span], sums: Sequence[Sums]) -> Line:
    """What contractors have asked for."""
    values = [
        Value(number=each["billed"], path=proof(LIST, span, which="billed"))
        for span, each in zip(spans, sums, strict=True)
    ]
    words: Any = money
    return Line(label=_("Contractors' bills"), values=values, words=words)


def sums_of(spans: Sequence[Span]) -> list[Sums]:
    """The tallies of each span's days."""
    first, last = min(span.first for span in spans), max(span.last for span in spans)
    days = TicketTally.objects.filter(day__range=(first, last)).order_by().values("day")
    found = [Sums() for _span in spans]
    for row in days.annotate(**{name: Sum(name) for name in SUMS}):
        for span, sums in zip(spans, found, strict=True):
            if span.has(row["day"]):
                sums.add(row)
    return found


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
