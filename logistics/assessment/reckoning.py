"""From marks to scores, totals, ranks and flags: plain values, no database.

results = reckon(scheme, lines, classes, {"cleaning": marks, …})
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from campus.marks import NOTHING, Mark
from campus.models import SchoolClass
from inspections.models import ranked
from logistics.assessment.models import AssessmentScheme, SchemeLine

CENT = Decimal("0.01")
Marks = Mapping[str, Iterable[Mark]]


@dataclass(frozen=True, kw_only=True)
class Part:
    """What one source came to for a class."""

    source: str
    taken: Decimal
    given: Decimal
    score: Decimal
    full: Decimal

    @property
    def lost(self) -> Decimal:
        """What the class lost by it; less than nothing where it won."""
        return self.full - self.score


@dataclass(frozen=True, kw_only=True)
class Result:
    """What a class reached, and its place among its grade."""

    school_class: SchoolClass
    parts: Sequence[Part]
    total: Decimal
    rank: int = 0
    has_flag: bool = False


def reckon(
    scheme: AssessmentScheme, lines: Sequence[SchemeLine], classes: Iterable[SchoolClass],
    marks: Marks,
) -> list[Result]:  # fmt: skip
    """The results of all classes by grade and rank; each grade is ranked for itself."""
    by_class = grouped(marks)
    reached = [result_of(each, lines, by_class) for each in classes]
    grades: dict[int, list[Result]] = defaultdict(list)
    for each in reached:
        grades[each.school_class.grade].append(each)
    return [result for grade in sorted(grades) for result in in_order(grades[grade], scheme)]


def grouped(marks: Marks) -> dict[tuple[int, str], list[Mark]]:
    """The marks of each class and source."""
    found: dict[tuple[int, str], list[Mark]] = defaultdict(list)
    for source, given in marks.items():
        for mark in given:
            found[mark.school_class, source].append(mark)
    return found


def result_of(
    school_class: SchoolClass, lines: Sequence[SchemeLine],
    by_class: Mapping[tuple[int, str], Sequence[Mark]],
) -> Result:  # fmt: skip
    """What a class reached, not yet ranked."""
    parts = [part_of(line, by_class.get((school_class.pk, line.source), ())) for line in lines]
    total = sum((part.score for part in parts), NOTHING)
    return Result(school_class=school_class, parts=parts, total=total)


def part_of(line: SchemeLine, marks: Sequence[Mark]) -> Part:
    """What one source comes to by the line's formula."""
    taken = sum((mark.taken for mark in marks), NOTHING)
    given = sum((mark.given for mark in marks), NOTHING)
    score = by_mean(line, marks) if line.formula == line.Formula.MEAN else by_taken(
        line, taken, given
    )  # fmt: skip
    return Part(source=line.source, taken=taken, given=given, score=cents(score), full=line.full)


def by_taken(line: SchemeLine, taken: Decimal, given: Decimal) -> Decimal:
    """Full marks less what was taken, more what was given, both weighed and capped."""
    lost = min(line.weight * taken, line.full if line.cap is None else line.cap)
    won = line.weight * given
    return min(line.full - lost + won, line.full + line.bonus_cap)


def by_mean(line: SchemeLine, marks: Sequence[Mark]) -> Decimal:
    """The mean share that was reached at each look with full marks; none of them loses nothing."""
    shares = [
        min(max(mark.of - mark.taken + mark.given, NOTHING) / mark.of, Decimal(1))
        for mark in marks
        if mark.of
    ]
    if not shares:
        return line.full
    lost = line.full * (1 - sum(shares, NOTHING) / len(shares)) * line.weight
    return line.full - min(lost, line.full if line.cap is None else line.cap)


def cents(number: Decimal) -> Decimal:
    return number.quantize(CENT, ROUND_HALF_UP)


def in_order(results: list[Result], scheme: AssessmentScheme) -> list[Result]:
    """A grade's results, the best first; equal totals share a rank: 1, 1, 1, 4."""
    return [
        Result(
            school_class=each.school_class, parts=each.parts, total=each.total, rank=rank,
            has_flag=rank <= scheme.flags
            and (scheme.flag_from is None or each.total >= scheme.flag_from),
        )
        for rank, each in ranked(results, key=lambda one: -one.total)
    ]  # fmt: skip
