"""What a report is written from: the days, the same days of the last semester, notes, figures."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.utils import timezone

from campus.figures import Group, Line, Span, Value
from campus.models import Person, Semester
from logistics.report.models import ReportNote, SemesterReport

# What the text of one part may hold beside the words themselves: figures with their lists.
Proof = tuple[str, str]


@dataclass(frozen=True)
class Told:
    """What a part has to say: its text, what went wrong there, and the figures with their lists."""

    text: str = ""
    problems: Sequence[str] = ()
    proofs: Sequence[Proof] = ()


@dataclass(frozen=True, kw_only=True)
class Facts:
    """The days of `semester` as far as they have come, and as many of the one `before` it.

    `notes` are the office's words by part; `told` what the areas have said already, by their
    titles, for the part that sums up.
    """

    semester: Semester
    span: Span
    before: Span | None
    person: Person
    at: datetime
    office: str
    language: str
    notes: Mapping[str, Sequence[str]] = field(default_factory=dict)
    told: Mapping[str, Told] = field(default_factory=dict)

    @property
    def today(self) -> date:
        return timezone.localtime(self.at).date()

    @property
    def is_running(self) -> bool:
        return self.today <= self.semester.last_day

    @property
    def is_chinese(self) -> bool:
        return self.language == SemesterReport.Language.CHINESE

    def figures(self, groups: Callable[[Sequence[Span]], Iterable[Group]]) -> "Figures":
        """The lines of an area's groups for these days and those to compare with; each is asked for
        by itself, since some groups count within the first span alone."""
        now = lines_of(groups((self.span,)))
        before = lines_of(groups((self.before,))) if self.before else {}
        return Figures(now, {key: line.values[0] for key, line in before.items()})


@dataclass(frozen=True)
class Figures:
    """Lines of one value each by their keys, and what they were in the last semester."""

    now: Mapping[str, Line]
    before: Mapping[str, Value] = field(default_factory=dict)

    def value(self, key: str) -> Value:
        return self.now[key].values[0]


def lines_of(groups: Iterable[Group]) -> dict[str, Line]:
    return {line.key: line for group in groups for line in group.lines if line.key}


def standing(lines: Iterable[Line]) -> Figures:
    """Figures of today, which are compared with nothing."""
    return Figures({line.key: line for line in lines if line.key})


def facts_of(
    semester: Semester, *, language: str, office: str, person: Person, at: datetime
) -> Facts:
    """The facts of a semester as it stands at a moment; three queries."""
    today = timezone.localtime(at).date()
    last = max(semester.first_day, min(semester.last_day, today))
    return Facts(
        semester=semester, span=Span(str(semester), semester.first_day, last),
        before=days_before(semester, last), person=person, at=at, office=office,
        language=language, notes=notes_of(semester),
    )  # fmt: skip


def days_before(semester: Semester, last: date) -> Span | None:
    """As many days of the semester before as have passed of this one; all of it once it is over."""
    earlier = Semester.objects.filter(last_day__lt=semester.first_day).order_by("-first_day")
    before = earlier.select_related("school_year").first()
    if before is None:
        return None
    if last >= semester.last_day:
        return Span(str(before), before.first_day, before.last_day)
    passed: timedelta = last - semester.first_day
    return Span(str(before), before.first_day, min(before.first_day + passed, before.last_day))


def notes_of(semester: Semester) -> dict[str, list[str]]:
    """The words of the notes by part, the oldest first."""
    found: dict[str, list[str]] = {}
    rows = ReportNote.objects.standing().filter(semester=semester).order_by("at", "id")
    for key, text in rows.values_list("key", "text"):
        found.setdefault(key, []).append(text)
    return found
