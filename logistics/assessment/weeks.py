"""A week of the assessment: reckoned anew while it is open, as it was published afterwards."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import Avg, Prefetch
from django.utils.functional import cached_property

from campus.marks import NOTHING, Mark, MarkSource
from campus.models import SchoolClass, Semester
from logistics.areas import mark_sources
from logistics.assessment.models import (
    AssessmentScheme,
    AssessmentWeek,
    ClassResult,
    FrozenMark,
    LineResult,
    SchemeLine,
)
from logistics.assessment.reckoning import Part, Result, reckon

DAYS = 7


@dataclass(frozen=True, kw_only=True)
class Week:
    """One week: its scheme, its marks by source, its results; `published` where it is frozen."""

    monday: date
    scheme: AssessmentScheme | None
    lines: Sequence[SchemeLine] = ()
    marks: Mapping[str, Sequence[Mark]] = field(default_factory=dict)
    results: Sequence[Result] = ()
    published: AssessmentWeek | None = None

    @property
    def days(self) -> list[date]:
        return [self.monday + timedelta(days=number) for number in range(DAYS)]

    @property
    def sunday(self) -> date:
        return self.monday + timedelta(days=DAYS - 1)

    @property
    def sources(self) -> list[tuple[SchemeLine, str]]:
        """The scheme's lines with the words of their sources."""
        labels = labels_of(mark_sources())
        return [(line, labels.get(line.source, line.source)) for line in self.lines]

    @cached_property
    def lost_by_day(self) -> dict[int, dict[date, Decimal]]:
        """For each class the weighed points that each day cost it, less what it won."""
        weights = {line.source: line.weight for line in self.lines}
        found: dict[int, dict[date, Decimal]] = defaultdict(lambda: defaultdict(lambda: NOTHING))
        for source, marks in self.marks.items():
            for mark in marks:
                net = weights.get(source, NOTHING) * (mark.taken - mark.given)
                found[mark.school_class][mark.day] += net
        return found

    def marks_of(self, school_class: SchoolClass) -> list[tuple[str, Mark]]:
        """What one class lost and won, with the source's words, by day; other looks left out."""
        labels = labels_of(mark_sources())
        own = [
            (labels.get(source, source), mark)
            for source, marks in self.marks.items()
            for mark in marks
            if mark.school_class == school_class.pk and (mark.taken or mark.given)
        ]
        return sorted(own, key=lambda each: (each[1].day, each[0], each[1].record))

    def result_of(self, school_class: SchoolClass) -> Result | None:
        return next((each for each in self.results if each.school_class == school_class), None)


def labels_of(sources: Iterable[MarkSource]) -> dict[str, str]:
    return {each.key: str(each.label) for each in sources}


def week_of(monday: date) -> Week:
    """The week as everybody reads it: a fixed number of queries, whatever the number of marks."""
    published = AssessmentWeek.objects.select_related("scheme__semester").filter(monday=monday)
    if week := published.first():
        return published_week(week)
    return open_week(monday, AssessmentScheme.objects.all().for_week(monday))


def open_week(monday: date, scheme: AssessmentScheme | None) -> Week:
    """The week reckoned from what the areas hold now, by any scheme."""
    if scheme is None:
        return Week(monday=monday, scheme=None)
    lines = list(scheme.lines.all())
    wanted = {line.source for line in lines}
    marks = marks_between(monday, monday + timedelta(days=DAYS - 1), wanted)
    results = reckon(scheme, lines, SchoolClass.objects.all(), marks)
    return Week(monday=monday, scheme=scheme, lines=lines, marks=marks, results=results)


def marks_between(first: date, last: date, wanted: set[str]) -> dict[str, list[Mark]]:
    """The marks of these sources between two days, as the areas hold them now."""
    return {
        each.key: list(each.marks(first, last)) for each in mark_sources() if each.key in wanted
    }


def published_week(week: AssessmentWeek) -> Week:
    """The week as it was published."""
    lines = list(week.scheme.lines.all())
    marks: dict[str, list[Mark]] = {line.source: [] for line in lines}
    for each in FrozenMark.objects.filter(week=week):
        marks.setdefault(each.source, []).append(thawed(each))
    found = ClassResult.objects.filter(week=week).select_related("school_class")
    found = found.prefetch_related(Prefetch("lines", LineResult.objects.order_by("id")))
    full = {line.source: line.full for line in lines}
    results = [as_result(each, full) for each in found]
    results.sort(key=lambda each: (each.school_class.grade, each.rank, each.school_class.number))
    return Week(
        monday=week.monday, scheme=week.scheme, lines=lines, marks=marks, results=results,
        published=week,
    )  # fmt: skip


def thawed(mark: FrozenMark) -> Mark:
    """A frozen mark as any other."""
    return Mark(
        school_class=mark.school_class_id, day=mark.day, taken=mark.taken, given=mark.given,
        of=mark.of, words=mark.words, kind=mark.kind, record=mark.record, path=mark.path,
    )  # fmt: skip


def as_result(row: ClassResult, full: Mapping[str, Decimal]) -> Result:
    parts = [
        Part(
            source=each.source, taken=each.taken, given=each.given, score=each.score,
            full=full.get(each.source, each.score),
        )
        for each in row.lines.all()
    ]  # fmt: skip
    return Result(
        school_class=row.school_class, parts=parts, total=row.total, rank=row.rank,
        has_flag=row.has_flag,
    )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Change:
    """A mark that was put right after its week had been published: as it counted, as it is now."""

    source: str
    mark: Mark
    before: Decimal
    now: Decimal

    @property
    def points(self) -> tuple[Decimal, Decimal]:
        """What it cost the class then and costs it now; below nothing for what it won."""
        return self.before, self.now


def changes_since(week: Week) -> list[Change]:
    """What was corrected after the week was published; its results stay as they were."""
    if week.published is None:
        return []
    live = marks_between(week.monday, week.sunday, {line.source for line in week.lines})
    labels = labels_of(mark_sources())
    changes = []
    for source in {*live, *week.marks}:
        then, now = by_record(week.marks.get(source, ())), by_record(live.get(source, ()))
        for key in {*then, *now}:
            mark = now.get(key) or then[key]
            before, after = net(then.get(key)), net(now.get(key))
            if before != after:
                label = labels.get(source, source)
                changes.append(Change(source=label, mark=mark, before=before, now=after))
    return sorted(changes, key=lambda each: (each.mark.school_class, each.mark.day))


def by_record(marks: Iterable[Mark]) -> dict[tuple[int, str, int], Mark]:
    return {(each.school_class, each.kind, each.record): each for each in marks}


def net(mark: Mark | None) -> Decimal:
    """What a mark costs its class."""
    return mark.taken - mark.given if mark else NOTHING


def trend_of(school_class: SchoolClass, semester: Semester) -> list[tuple[date, Decimal, Decimal]]:
    """The class's total in each published week of the semester, beside its grade's mean; two
    queries."""
    weeks = AssessmentWeek.objects.filter(scheme__semester=semester)
    own = ClassResult.objects.filter(week__in=weeks, school_class=school_class)
    grade = ClassResult.objects.filter(week__in=weeks, school_class__grade=school_class.grade)
    means = dict(grade.order_by().values_list("week__monday").annotate(mean=Avg("total")))
    totals = own.order_by("week__monday").values_list("week__monday", "total")
    return [(monday, total, round(means[monday], 2)) for monday, total in totals]
