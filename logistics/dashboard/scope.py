"""Which days and which part of the school the dashboard is about; the address says so."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from campus.figures import Span, spans_of
from campus.measures import Narrowing
from campus.models import Place, SchoolClass, Semester
from campus.school_time.calendar import week_no_of
from campus.school_time.days import monday_of
from campus.school_time.months import month_typed
from campus.school_time.scope import semester_scope

WEEK = timedelta(days=7)
WHOLE = Narrowing()


@dataclass(frozen=True)
class Scope:
    """A semester or one of its months, narrowed; `semesters` are all there are, latest first."""

    semester: Semester
    semesters: Sequence[Semester]
    today: date
    month: date | None = None
    narrowing: Narrowing = WHOLE

    @cached_property
    def months(self) -> list[Span]:
        """The semester's months as far as they have begun."""
        return spans_of(self.semester, self.today)[1:]

    @cached_property
    def period(self) -> Span:
        """The days that tiles are about: the chosen month, else the whole semester."""
        month = next((each for each in self.months if self.month and each.has(self.month)), None)
        return month or Span(str(self.semester), self.semester.first_day, self.semester.last_day)

    @property
    def is_month(self) -> bool:
        return self.period.label != str(self.semester)

    @cached_property
    def weeks(self) -> list[Span]:
        """The school weeks that have begun; week 1 first, what comes before it is preparation."""
        semester = self.semester
        last = min(semester.last_day, self.today)
        count = max(0, (last - semester.week_one).days // 7 + 1)
        mondays = [semester.week_one + WEEK * number for number in range(count)]
        return [Span(str(n), day, day + WEEK - timedelta(1)) for n, day in enumerate(mondays, 1)]

    @cached_property
    def before(self) -> Semester | None:
        """The semester before this one."""
        earlier = [each for each in self.semesters if each.first_day < self.semester.first_day]
        return max(earlier, key=lambda each: each.first_day, default=None)

    @cached_property
    def so_far(self) -> Span:
        """The days of the period that are over, today among them."""
        return Span("", self.period.first, min(self.period.last, self.today))

    @cached_property
    def then(self) -> Span | None:
        """The same school weeks of the semester before; None where there are none."""
        if self.before is None:
            return None
        back = self.semester.week_one - self.before.week_one
        first = max(self.so_far.first - back, self.before.first_day)
        last = min(self.so_far.last - back, self.before.last_day)
        return Span(str(self.before), first, last) if first <= last else None

    @property
    def first(self) -> date:
        """The first day of all that is read."""
        return min(self.before.first_day if self.before else self.semester.first_day,
                   self.semester.week_one)  # fmt: skip

    @property
    def last(self) -> date:
        return self.semester.last_day

    @property
    def monday_then(self) -> date | None:
        """The Monday of the same school week of the semester before."""
        return monday_of(self.then.last) if self.then else None

    @property
    def query(self) -> str:
        """What stands behind the question mark of its address."""
        return urlencode(
            {
                "semester": self.semester.pk,
                **({"month": f"{self.month:%Y-%m}"} if self.is_month and self.month else {}),
                **({"building": self.narrowing.building.pk} if self.narrowing.building else {}),
                **({"grade": self.narrowing.grade} if self.narrowing.grade else {}),
            }
        )

    @property
    def key(self) -> str:
        """What tells its numbers from those of others."""
        return f"{self.query}&day={self.today}"

    @property
    def words(self) -> str:
        """The period and the part of the school, for paper and file names."""
        grade = self.narrowing.grade
        parts = [
            str(self.semester), self.period.label if self.is_month else "",
            str(self.narrowing.building or ""),
            str(SchoolClass.Grade(grade).label) if grade else "",
        ]  # fmt: skip
        return " · ".join(filter(None, parts))

    @property
    def week_words(self) -> str:
        """Which school week it is; empty outside the semester and before its week 0."""
        is_now = self.semester.first_day <= self.today <= self.semester.last_day
        number = week_no_of([self.semester], monday_of(self.today)) if is_now else None
        return "" if number is None else _("week %(week_no)s") % {"week_no": number}


def buildings() -> list[Place]:
    """The buildings that can be chosen; one query."""
    known = Place.objects.filter(kind=Place.Kind.BUILDING).active(timezone.localdate())
    return list(known.only("pk", "name", "code", "path").order_by("code"))


def scope_of(request: HttpRequest, offered: Sequence[Place]) -> Scope | None:
    """What the address asks for; None while no semester is laid. One query."""
    asked = semester_scope(request)
    if asked["semester"] is None:
        return None
    typed = request.GET.get("building", "")
    month = request.GET.get("month", "")
    return Scope(
        semester=asked["semester"], semesters=asked["semesters"], today=timezone.localdate(),
        month=month_typed(month, date(2000, 1, 1)) if month else None,
        narrowing=Narrowing(
            next((each for each in offered if str(each.pk) == typed), None),
            grade_typed(request.GET.get("grade", "")),
        ),
    )  # fmt: skip


def grade_typed(typed: str) -> int | None:
    """The grade "10"; None for anything else."""
    return next((grade for grade in SchoolClass.Grade.values if str(grade) == typed), None)


def school_scope(today: date, semesters: Sequence[Semester]) -> Scope | None:
    """The whole school in the semester of a day, for whoever is no reader of a page."""
    ordered = sorted(semesters, key=lambda each: each.first_day, reverse=True)
    begun = next((each for each in ordered if each.first_day <= today), None)
    current = begun or (ordered[-1] if ordered else None)
    return Scope(semester=current, semesters=ordered, today=today) if current else None
