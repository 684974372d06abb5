"""Which months had a drill and which had none; how fast people are out."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils import timezone

from campus.figures import Span, proof
from campus.models import Person, Semester
from campus.school_time.engine import moments_of
from campus.school_time.months import month_after
from safety.models import Drill

# At least one evacuation a month (教基一厅〔2014〕2号); two night drills a year in dormitories
# are a city's rule of 2015, as a default.
NIGHT_DRILLS_A_YEAR = 2
# A month counts where it is taught for two weeks or more; our own reading.
TAUGHT_DAYS = 14
AUGUST = 8


@dataclass
class Month:
    """One month of a school year: its drills by kind, and whether one was owed."""

    first: date
    is_taught: bool
    is_over: bool
    drills: list[Drill] = field(default_factory=list)

    @property
    def held(self) -> list[Drill]:
        return [drill for drill in self.drills if drill.is_held]

    @property
    def has_evacuation(self) -> bool:
        return any(drill.is_evacuation for drill in self.held)

    @property
    def is_owed(self) -> bool:
        """Whether it should have had an evacuation drill: it is over and was taught."""
        return self.is_taught and self.is_over

    @property
    def is_lacking(self) -> bool:
        return self.is_owed and not self.has_evacuation

    def by_kind(self) -> list[list[Drill]]:
        """The drills that were held or are planned, a list for each kind."""
        shown = [each for each in self.drills if each.status != Drill.Status.CALLED_OFF]
        return [[each for each in shown if each.kind == kind] for kind in Drill.Kind.values]

    @property
    def last(self) -> date:
        return month_after(self.first) - timedelta(days=1)

    @property
    def path(self) -> str:
        """The list of the month's drills."""
        return proof("safety:drills", Span("", self.first, self.last))


@dataclass(frozen=True)
class DrillYear:
    """The twelve months of a school year from August on."""

    starts_in: int
    months: list[Month]

    @property
    def night(self) -> int:
        """Night drills in dormitories that were held."""
        return sum(
            drill.level == Drill.Level.DORMITORY for each in self.months for drill in each.held
        )

    @property
    def owed(self) -> int:
        """Months that are over and should have had a drill."""
        return sum(each.is_owed for each in self.months)

    @property
    def lacking(self) -> list[Month]:
        return [each for each in self.months if each.is_lacking]

    @property
    def trend(self) -> list[Drill]:
        """Timed evacuations, the oldest first."""
        return [each for month in self.months for each in month.held if each.is_evacuation]


def school_year_of(day: date) -> int:
    """The calendar year in which the school year of `day` began."""
    return day.year if day.month >= AUGUST else day.year - 1


def drill_year(person: Person, starts_in: int, today: date) -> DrillYear:
    """The drills of a school year by month; two queries."""
    first = date(starts_in, AUGUST, 1)
    semesters = list(
        Semester.objects.filter(
            first_day__lt=date(starts_in + 1, AUGUST, 1), last_day__gte=first
        ).order_by("first_day")
    )
    months = []
    for _number in range(12):
        months.append(Month(first, is_taught(first, semesters), month_after(first) <= today))
        first = month_after(first)
    start, end = moments_of(months[0].first, months[-1].last)
    found = Drill.objects.visible_to(person).between(start, end)
    by_first = {each.first: each for each in months}
    for drill in found.order_by("planned_at", "id"):
        day = timezone.localtime(drill.planned_at).date()
        by_first[day.replace(day=1)].drills.append(drill)
    return DrillYear(starts_in, months)


def months_owed(span: Span, semesters: Iterable[Semester], today: date) -> int:
    """How many of the months of some days owe a drill: those that are taught and over."""
    known, owed, first = list(semesters), 0, span.first.replace(day=1)
    while first <= span.last:
        owed += is_taught(first, known) and month_after(first) <= today
        first = month_after(first)
    return owed


def is_taught(first: date, semesters: list[Semester]) -> bool:
    """Whether two weeks of the month or more are taught."""
    last = month_after(first) - timedelta(days=1)
    days = 0
    for semester in semesters:
        begins, ends = max(first, semester.week_one), min(last, semester.last_day)
        days += max(0, (ends - begins).days + 1)
    return days >= TAUGHT_DAYS
