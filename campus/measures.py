"""Measures: the few numbers by which somebody who leads sees how the semester stands.

An area names its `MEASURES` in a room of its own (`measures.py`, above its lists): which rows of
which list count, which way is better, how they are narrowed. The list is the definition: its own
filters choose what is counted, and its address proves the number. Where a table grows, a tally
tells the same of the whole school. `read` asks all measures in one statement, however many.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from operator import attrgetter
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, DateField, DateTimeField, DecimalField, F, QuerySet, Sum, Value
from django.db.models.functions import Cast, TruncDate
from django.http import QueryDict
from django.urls import reverse
from django.utils.functional import Promise

from campus.doors import Answer
from campus.figures import Span, proof
from campus.lists.registry import ListPage
from campus.models import Person, Place, Semester
from campus.school_time.engine import moments_of

Words = str | Promise
# How much there is on each day; under None what has no day.
Days = dict[date | None, Decimal]
NUMBER: DecimalField = DecimalField(max_digits=18, decimal_places=2)
# Filters ask who looks for what pupils must not find out; the school's own numbers hide nothing.
ANYBODY = Person(kind=Person.Kind.STAFF)


@dataclass(frozen=True)
class Narrowing:
    """Which part of the school is looked at; nothing means all of it."""

    building: Place | None = None
    grade: int | None = None


@dataclass(frozen=True, kw_only=True)
class Counted:
    """What is counted: the rows that the list shows under `query`, summed by `sum`, else their
    number; `columns` of the measure's tally hold the same together."""

    query: Mapping[str, str] = field(default_factory=dict)
    columns: tuple[str, ...] = ()
    sum: Any = None

    @property
    def total(self) -> Any:
        """How many rows, unless something else is summed."""
        return self.sum or Count("pk")


@dataclass(frozen=True, kw_only=True, eq=False)
class Measure:
    """One number, with `of` a share of that, or with `is_mean` divided by it.

    `rows` are all there are, of which the filters of `page` let `number` and `of` pass; `day` is
    the field of the day or moment that they belong to. `place` and `grade` are the ways to the
    fields that it can be narrowed by, empty where it knows none. What `is_standing` is as it is
    now, whatever the days. `reads_all` says yes to whoever finds every counted row in the list: to
    them the number leads there. Without a `page` it is proven at `path`.

    `most` reads how much there may be and says it of some days, nought where nobody has; the
    number is a share of that, which the page `most_at` shows. `due` is how many there should be in
    some days, where a rule says so; `derived` makes another
    number of the days, as it is on one of them; `is_told` says whether so little may be told at
    all; `reaches_back` reads days before those asked for, of what is repeated but rarely.
    """

    key: str
    label: Words
    icon: str
    unit: Words = ""
    hint: Words = ""
    more_is_better: bool = True
    rows: Callable[[], QuerySet[Any]]
    day: str = ""
    page: ListPage | None = None
    path: Callable[[Span], str] | None = None
    number: Counted
    of: Counted | None = None
    tally: Callable[[], QuerySet[Any]] | None = None
    place: str = ""
    grade: str = ""
    is_standing: bool = False
    is_mean: bool = False
    reads_all: Callable[[Person], Answer]
    most: Callable[[], Callable[[Span], int]] | None = None
    most_at: str = ""
    due: Callable[[Span, Iterable[Semester], date], int] | None = None
    derived: Callable[[Days, date], int | None] | None = None
    reaches_back: timedelta = timedelta(0)
    is_told: Callable[[Decimal], bool] = lambda number: True

    @property
    def is_share(self) -> bool:
        """Whether it is told in per cent."""
        return bool(self.of or self.most) and not self.is_mean

    def narrowed_by(self, narrowing: Narrowing) -> Narrowing:
        """As much of the narrowing as it knows."""
        return Narrowing(
            narrowing.building if self.place else None, narrowing.grade if self.grade else None
        )

    def proof_of(self, counted: Counted, span: Span, narrowing: Narrowing) -> str:
        """The address that shows what is counted in some days, narrowed as far as it knows."""
        if self.page is None:
            return self.path(span) if self.path else ""
        known = self.narrowed_by(narrowing)
        building = {"building": str(known.building.pk)} if known.building else {}
        grade = {"grade": str(known.grade)} if known.grade else {}
        days = None if self.is_standing else span
        return proof(self.page.address, days, **counted.query, **building, **grade)

    def whole_proof(self, span: Span, narrowing: Narrowing) -> str:
        """The address that shows what the number is a share of."""
        if self.of:
            return self.proof_of(self.of, span, narrowing)
        return reverse(self.most_at) if self.most_at else ""

    def counted_in(
        self, counted: Counted, first: date, last: date, asked: "Asked"
    ) -> QuerySet[Any]:
        """By day, how much of it there is from `first` to `last`, as (day, number)."""
        known, first = self.narrowed_by(asked.narrowing), first - self.reaches_back
        if self.tally is not None and known == Narrowing():
            together: Any = sum((F(name) for name in counted.columns[1:]), F(counted.columns[0]))
            return by_day(self.within(self.tally(), "day", first, last), "day", Sum(together))
        rows = self.within(self.passing(counted, asked.today), self.day, first, last)
        if known.building:
            rows = rows.filter(**{f"{self.place}__path__startswith": known.building.path})
        if known.grade:
            rows = rows.filter(**{self.grade: known.grade})
        return by_day(rows, self.day, counted.total)

    def passing(self, counted: Counted, today: date) -> QuerySet[Any]:
        """The rows that the list's filters let pass; all of them where there is no list."""
        if self.page is None:
            return self.rows()
        query = QueryDict(urlencode(counted.query))
        return self.page.filters(query, self.rows(), person=ANYBODY, today=today).qs

    def within(self, rows: QuerySet[Any], day: str, first: date, last: date) -> QuerySet[Any]:
        """Those of some days; of what stands as it is now, all."""
        if self.is_standing:
            return rows
        if not is_moment(rows, day):
            return rows.filter(**{f"{day}__range": (first, last)})
        start, end = moments_of(first, last)
        return rows.filter(**{f"{day}__gte": start, f"{day}__lt": end})


@dataclass(frozen=True)
class Asked:
    """What holds for all that is read at once."""

    narrowing: Narrowing
    today: date


@dataclass(frozen=True)
class Told:
    """A measure's days."""

    number: Days
    of: Days


def is_moment(rows: QuerySet[Any], day: str) -> bool:
    """Whether the field at the end of a way holds moments."""
    model: Any = rows.model
    *way, name = day.split("__")
    for step in way:
        model = model._meta.get_field(step).related_model
    return isinstance(model._meta.get_field(name), DateTimeField)


def by_day(rows: QuerySet[Any], day: str, total: Any) -> QuerySet[Any]:
    """Sums of the rows of each day; all of them together where they have none."""
    of_day: Any = Value(None, DateField())
    if day:
        of_day = TruncDate(day) if is_moment(rows, day) else F(day)
    days = rows.order_by().annotate(told_day=Cast(of_day, DateField())).values("told_day")
    return days.annotate(told_number=Cast(total, NUMBER))


def read(
    measures: Iterable[Measure], narrowing: Narrowing, first: date, last: date, today: date
) -> dict[str, Told]:
    """The days from `first` to `last` of all measures by their keys; one query."""
    told = {each.key: Told({}, {}) for each in measures}
    asked = Asked(narrowing, today)
    parts: list[QuerySet[Any]] = []
    into: list[Days] = []
    for each in measures:
        for name in ("number", "of"):
            if counted := getattr(each, name):
                days = each.counted_in(counted, first, last, asked)
                marked = days.annotate(told_by=Value(len(parts)))
                parts.append(marked.values_list("told_by", "told_day", "told_number"))
                into.append(attrgetter(name)(told[each.key]))
    if not parts:
        return told
    for number, day, total in parts[0].union(*parts[1:], all=True) if parts[1:] else parts[0]:
        into[number][day] = total or Decimal(0)
    return told
