"""Figures of an area, by semester and month, each with the list that proves it.

An area says in its `figures.py` what it counts: a `Line` for each figure with a value for each
span, read in a fixed number of queries whatever the number of spans. `figures_page` draws them.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet, Sum
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from campus.doors import PersonRequest
from campus.models import Semester
from campus.school_time.months import month_after
from campus.school_time.scope import semester_scope
from campus.shell.words import month_in_words

Words = str | Promise
Number = int | Decimal


@dataclass(frozen=True)
class Span:
    """Some days, both ends among them, and what they are called."""

    label: str
    first: date
    last: date

    def has(self, day: date) -> bool:
        return self.first <= day <= self.last

    def meets(self, first: date, last: date) -> bool:
        """Whether it has a day in common with the days from `first` to `last`."""
        return first <= self.last and last >= self.first


@dataclass(frozen=True, kw_only=True)
class Value:
    """One figure of one span, with `of` a share of that; `path` is the list that proves it."""

    number: Number | None
    of: Number | None = None
    path: str = ""

    @property
    def share(self) -> int | None:
        """In whole per cent, rounded down: only all of them are a hundred."""
        if not self.of or self.number is None:
            return None
        return int(self.number * 100 // self.of)


@dataclass(frozen=True, kw_only=True)
class Line:
    """A figure with its value for each span. `words` writes a number with its unit; by its `key` a
    report finds it in its group, whatever the language."""

    label: Words
    values: Sequence[Value]
    key: str = ""
    hint: Words = ""
    words: Callable[[Number], str] = str

    @property
    def cells(self) -> list[tuple[str, Value]]:
        """What is written for each span; a share of nothing is none."""
        return [(self.written(value), value) for value in self.values]

    def written(self, value: Value) -> str:
        if value.number is None or (value.of is not None and not value.of):
            return "–"
        number = self.words(value.number)
        return number if value.of is None else f"{number} / {self.words(value.of)} · {value.share}%"


def today_line(
    label: Words, number: Number | None, path: str, *, of: int | None = None,
    words: Callable[[Number], str] = str, key: str = "",
) -> Line:  # fmt: skip
    """One number of today."""
    return Line(label=label, values=[Value(number=number, of=of, path=path)], words=words, key=key)


@dataclass(frozen=True, kw_only=True)
class Group:
    """Figures that are read together."""

    title: Words
    lines: Sequence[Line]
    source: Words = ""


def spans_of(semester: Semester, today: date) -> list[Span]:
    """The semester, and its months as far as they have begun."""
    whole = Span(str(semester), semester.first_day, semester.last_day)
    months, day = [], semester.first_day
    while day <= min(semester.last_day, today):
        after = month_after(day)
        last = min(after - timedelta(days=1), semester.last_day)
        months.append(Span(month_in_words(day), day, last))
        day = after
    return [whole, *months]


def proof(address: str, span: Span | None = None, **query: str) -> str:
    """The address of a list that is narrowed by `query`, and to the days of the span by its filters
    `since` and `until`."""
    within = {"since": span.first, "until": span.last} if span else {}
    return f"{reverse(address)}?{urlencode({**query, **within})}"


def summed(
    spans: Sequence[Span], tallies: QuerySet[Any], names: Sequence[str]
) -> list[dict[str, Number]]:
    """The sums `names` of the tallies with a `day` within each span; one query."""
    first, last = min(span.first for span in spans), max(span.last for span in spans)
    days = tallies.filter(day__range=(first, last)).order_by().values("day")
    sums: list[dict[str, Number]] = [dict.fromkeys(names, 0) for _span in spans]
    for row in days.annotate(**{name: Sum(name) for name in names}):
        for span, found in zip(spans, sums, strict=True):
            if span.has(row["day"]):
                for name in names:
                    found[name] += row[name]
    return sums


@dataclass(frozen=True)
class Sums:
    """Sums for each of the spans (`summed`), drawn as lines that the list at `address` proves."""

    spans: Sequence[Span]
    sums: Sequence[dict[str, Number]]
    address: str

    def line(
        self, label: Words, name: str, of: Sequence[str] = (),
        words: Callable[[Number], str] = str, key: str = "", **query: str,
    ) -> Line:  # fmt: skip
        """The sum `name`, as a share of the sums `of` together where these are given; `query`
        narrows the list to what was counted. Its `key` is the name, unless given."""
        values = [
            Value(
                number=each[name],
                of=sum(int(each[other]) for other in of) if of else None,
                path=proof(self.address, span, **query),
            )
            for span, each in zip(self.spans, self.sums, strict=True)
        ]
        return Line(label=label, values=values, words=words, key=key or name)

    def mean(self, label: Words, name: str, count: str, **query: str) -> Line:
        """The sum `name` divided by the sum `count`, to a tenth; nothing where nothing counts."""
        values = [
            Value(
                number=Decimal(each[name]) / each[count] if each[count] else None,
                path=proof(self.address, span, **query),
            )
            for span, each in zip(self.spans, self.sums, strict=True)
        ]
        return Line(label=label, values=values, words=lambda number: f"{number:.1f}", key=name)


def figures_page(
    request: PersonRequest, *, title: Words, icon: str, today: date,
    groups: Callable[[Sequence[Span]], Iterable[Group]], standing: Sequence[Line] = (),
    template: str = "figures/figures.html", **context: Any,
) -> HttpResponse:  # fmt: skip
    """The area's figures for the semester that the address names, else the current one; `standing`
    are lines of one value each, which tell how things are today."""
    scope = semester_scope(request)
    spans = spans_of(scope["semester"], today) if scope["semester"] else []
    shown = {
        **scope, **context, "title": title, "icon_name": icon, "spans": spans,
        "standing": standing,
        "groups": list(groups(spans)) if spans else [],
        "none_yet": _("No semester is laid yet."),
    }  # fmt: skip
    return render(request, template, shown)
