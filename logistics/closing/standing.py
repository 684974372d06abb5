"""What of a semester is still open, sort by sort, and why it is carried over."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, OuterRef, QuerySet, Value

from campus.closing.registry import Closable, closables
from campus.models import CarriedOver, Semester, SemesterClose

# As many of a sort as somebody gives reasons for one by one; the rest gets one for all.
MOST = 200


@dataclass(frozen=True)
class SortStanding:
    """How many of a sort are open, and of how many somebody has said why."""

    closable: Closable
    open: int
    said: int

    @property
    def lacking(self) -> int:
        return self.open - self.said

    @property
    def tone(self) -> str:
        return "due_soon" if self.lacking else "done"


def standing(semester: Semester) -> list[SortStanding]:
    """All sorts, those with something open first; one query, however many areas there are."""
    sorts = closables()
    first, *others = (counted(number, each, semester) for number, each in enumerate(sorts))
    counts = {number: (found, said) for number, found, said in first.union(*others, all=True)}
    told = [SortStanding(each, *counts.get(number, (0, 0))) for number, each in enumerate(sorts)]
    return sorted(told, key=lambda each: (not each.lacking, not each.open))


def counted(number: int, closable: Closable, semester: Semester) -> QuerySet[Any, Any]:
    """(number, open, said) of one sort; no row where nothing is open."""
    said = CarriedOver.objects.of(semester, closable.model).filter(object_id=OuterRef("pk"))
    rows = closable.unsettled(semester.last_day).order_by().values(told_by=Value(number))
    return rows.annotate(
        found=Count("pk"), said=Count("pk", filter=Exists(said))
    ).values_list("told_by", "found", "said")  # fmt: skip


@dataclass(frozen=True)
class OpenThing:
    """One thing that is open, and why it is carried over, if somebody has said so."""

    pk: int
    title: str
    path: str
    reason: str


def open_things(semester: Semester, closable: Closable) -> list[OpenThing]:
    """The things of a sort, those without a reason first; two queries."""
    said = dict(CarriedOver.objects.of(semester, closable.model).values_list("object_id", "reason"))
    rows: Iterable[Any] = closable.unsettled(semester.last_day).order_by("pk")[:MOST]
    things = [OpenThing(row.pk, str(row), closable.path(row), said.get(row.pk, "")) for row in rows]
    return sorted(things, key=lambda each: bool(each.reason))


@dataclass(frozen=True)
class SemesterLine:
    """A semester with its close, if it is closed."""

    semester: Semester
    close: SemesterClose | None


def semester_lines() -> Sequence[SemesterLine]:
    """All semesters, the latest first; two queries."""
    closes = SemesterClose.objects.in_force().select_related("closed_by")
    by_semester = {each.semester_id: each for each in closes}
    semesters = Semester.objects.select_related("school_year")
    return [SemesterLine(each, by_semester.get(each.pk)) for each in semesters]
