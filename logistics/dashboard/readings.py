"""What the measures come to in a scope: counted at once, and kept for less than a minute."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from operator import itemgetter
from typing import Any

from django.core.cache import cache
from django.db.models import QuerySet
from django.utils import timezone

from campus.figures import Span, proof
from campus.measures import Days, Measure, Told, read
from campus.models import SchoolClass
from campus.rows import Rows, itself
from campus.rows import read as rows_of
from campus.school_time.days import monday_of
from canteen.measures import SATISFACTION
from logistics.areas import measures
from logistics.assessment.models import ClassResult
from logistics.dashboard.models import MeasureWeek
from logistics.dashboard.scope import WHOLE, Scope
from planning.models import PlanItem
from repairs.figures.tickets import AGES, age_of
from repairs.measures import BACKLOG

# Numbers are never older than a minute. From the first age on whoever comes first counts anew, and
# the others are told what is kept meanwhile: a hall full of screens counts once.
RENEWED_AFTER = timedelta(seconds=35)
KEPT_SECONDS = 55
COUNTING_SECONDS = 20
NOTHING = Decimal(0)


@dataclass(frozen=True)
class Sum:
    """What was counted in some days; `of` is None where it is a share of nothing."""

    number: Decimal | None
    of: Decimal | None = None


@dataclass(frozen=True)
class Reading:
    """A measure in a scope: in its period, so far and at the same time of the semester before, and
    in each week and month of the semester."""

    period: Sum
    so_far: Sum
    then: Sum | None
    weeks: tuple[Sum, ...]
    months: tuple[Sum, ...]


@dataclass(frozen=True)
class Age:
    """Open tickets that are so many days old, and the list that shows them."""

    first: int
    last: int | None
    count: int
    path: str


@dataclass(frozen=True)
class Survey:
    """What was answered in surveys that closed on one day."""

    day: date
    found: Sum


@dataclass(frozen=True)
class Aim:
    """How much of what the plan does for one of its aims is done in the period."""

    title: str
    done: int
    planned: int
    path: str


@dataclass(frozen=True)
class Standing:
    """A class in the latest published week."""

    monday: date
    school_class: SchoolClass
    rank: int
    total: Decimal
    has_flag: bool


@dataclass(frozen=True)
class Board:
    """All numbers of a scope, and the moment that they are true for."""

    at: datetime
    readings: Mapping[str, Reading]
    ages: Sequence[Age]
    surveys: Sequence[Survey]
    aims: Sequence[Aim]
    standings: Sequence[Standing]


def board_of(scope: Scope) -> Board:
    """The numbers of a scope, younger than a minute; four queries where they are counted anew."""
    key = f"dashboard:{scope.key}"
    kept: Board | None = cache.get(key)
    now = timezone.now()
    if kept and now - kept.at < RENEWED_AFTER:
        return kept
    is_first = cache.add(f"{key}:counting", 1, COUNTING_SECONDS)
    if kept and not is_first:
        return kept
    board = counted(scope, now)
    cache.set(key, board, KEPT_SECONDS)
    cache.delete(f"{key}:counting")
    return board


def counted(scope: Scope, at: datetime) -> Board:
    """The same, counted now."""
    asked = measures()
    told = read(asked, scope.narrowing, scope.first, scope.last, scope.today)
    weeks, then = weeks_kept(scope), then_known(asked, told, scope)
    readings = {each.key: reading_of(each, told[each.key], scope, then, weeks) for each in asked}
    open_by_day = told[BACKLOG.key].number if BACKLOG.key in told else {}
    aims, standings = aims_and_standings(scope)
    return Board(
        at=at, readings=readings, ages=ages_of(open_by_day, scope),
        surveys=surveys_of(told.get(SATISFACTION.key)), aims=aims, standings=standings,
    )  # fmt: skip


def then_known(asked: Iterable[Measure], told: Mapping[str, Told], scope: Scope) -> Span | None:
    """The days to compare with; None where the portal knows of none of them, as in a school's first
    semester with it: nought would be no truth."""
    then = scope.then
    days = [day for each in asked if not each.reaches_back for day in told[each.key].number]
    return then if then and any(day and then.has(day) for day in days) else None


# Each measure


def reading_of(
    measure: Measure, told: Told, scope: Scope, then: Span | None,
    kept: Mapping[tuple[str, date], Sum],
) -> Reading:  # fmt: skip
    """A measure's sums; what stands as it is now has its course from the weeks that were kept."""
    if measure.derived:
        return derived(measure, told.number, scope, then)
    if measure.is_standing:
        return standing(measure, told, scope, kept)

    most = measure.most() if measure.most else None

    def within(span: Span) -> Sum:
        number = total(told.number, span)
        if most:
            return Sum(number, Decimal(of)) if (of := most(span)) else Sum(None)
        if measure.due:
            return Sum(number, Decimal(measure.due(span, scope.semesters, scope.today)))
        return share(number, measure, total(told.of, span))

    return Reading(
        period=within(scope.period), so_far=within(scope.so_far),
        then=within(then) if then else None,
        weeks=tuple(within(week) for week in scope.weeks),
        months=tuple(within(month) for month in scope.months),
    )  # fmt: skip


def share(number: Decimal, measure: Measure, of: Decimal) -> Sum:
    """The number, as a share where the measure is one; a share of nothing is none, and so is one of
    too little to be told."""
    if measure.of is None:
        return Sum(number)
    return Sum(number, of) if of and measure.is_told(of) else Sum(None)


def derived(measure: Measure, days: Days, scope: Scope, then: Span | None) -> Reading:
    """What follows from all days before one, on the last day of each span."""

    def on(day: date) -> Sum:
        assert measure.derived
        number = measure.derived(days, min(day, scope.today))
        return Sum(None if number is None else Decimal(number))

    return Reading(
        period=on(scope.today), so_far=on(scope.today),
        then=on(then.last) if then else None,
        weeks=tuple(on(week.last) for week in scope.weeks),
        months=tuple(on(month.last) for month in scope.months),
    )  # fmt: skip


def standing(
    measure: Measure, told: Told, scope: Scope, kept: Mapping[tuple[str, date], Sum]
) -> Reading:
    """As it is now. Its weeks were kept for the whole school alone; this week's is now's."""
    now = share(sum(told.number.values(), NOTHING), measure, sum(told.of.values(), NOTHING))
    is_whole = measure.narrowed_by(scope.narrowing) == WHOLE
    weeks = [
        kept.get((measure.key, week.first), Sum(None)) if is_whole else Sum(None)
        for week in scope.weeks
    ]
    if weeks and scope.weeks[-1].has(scope.today):
        weeks[-1] = now
    monday = scope.monday_then
    then = kept.get((measure.key, monday)) if is_whole and monday else None
    return Reading(period=now, so_far=now, then=then, weeks=tuple(weeks), months=())


def total(days: Days, span: Span) -> Decimal:
    return sum((number for day, number in days.items() if day and span.has(day)), NOTHING)


def weeks_kept(scope: Scope) -> dict[tuple[str, date], Sum]:
    """What was kept of this semester's weeks and of the same week before; one query."""
    mondays = [week.first for week in scope.weeks]
    if scope.monday_then:
        mondays.append(scope.monday_then)
    rows = MeasureWeek.objects.filter(monday__in=mondays).order_by()
    return {
        (key, monday): Sum(number, of)
        for key, monday, number, of in rows.values_list("key", "monday", "number", "of")
    }


def standing_now(
    asked: Iterable[Measure], today: date
) -> dict[str, tuple[Decimal, Decimal | None]]:
    """What stands as it is now, for the whole school; one query. What follows from its days needs
    no keeping."""
    lasting = [each for each in asked if each.is_standing and not each.derived]
    told = read(lasting, WHOLE, today, today, today)
    return {
        each.key: (
            sum(told[each.key].number.values(), NOTHING),
            sum(told[each.key].of.values(), NOTHING) if each.of else None,
        )
        for each in lasting
    }


# What stands beside the tiles


def ages_of(open_by_day: Days, scope: Scope) -> list[Age]:
    """Open tickets by the days since they were reported."""
    by_day = {day: int(number) for day, number in open_by_day.items() if day}
    found = [age_of(first, last, by_day, scope.today) for first, last in AGES]
    building = scope.narrowing.building
    more = f"&building={building.pk}" if building else ""
    return [Age(each.first, each.last, each.count, f"{each.path}{more}") for each in found]


def surveys_of(told: Told | None) -> list[Survey]:
    """Surveys in their order, also those of earlier semesters; of too few answers nothing."""
    return [
        Survey(day, Sum(told.number.get(day, NOTHING), of))
        for day, of in sorted(told.of.items(), key=itemgetter(0))
        if day and SATISFACTION.is_told(of)
    ] if told else []  # fmt: skip


def aims_and_standings(scope: Scope) -> tuple[list[Aim], list[Standing]]:
    """What the plan's aims have come to in the period, in their order; and the classes in the
    latest published week of the semester, by grade and rank; one query."""
    rows: list[PlanItem | ClassResult] = rows_of([
        Rows(rows=items_with_an_aim(scope), fields=(
            "status", "aim__title", "aim__position",
        ), draw=itself),
        Rows(rows=latest_results(scope), fields=(
            "total", "rank", "has_flag", "week__monday",
            "school_class__grade", "school_class__number",
        ), draw=itself),
    ])  # fmt: skip
    items = [row for row in rows if isinstance(row, PlanItem)]
    results = [row for row in rows if isinstance(row, ClassResult)]
    return aims_of(items, scope), standings_of(results)


def items_with_an_aim(scope: Scope) -> QuerySet[PlanItem]:
    """What the plan has for the period and for one of its aims."""
    return PlanItem.objects.exclude(status=PlanItem.Status.DROPPED).filter(
        aim__isnull=False, ends_on__range=(scope.period.first, scope.period.last)
    )  # fmt: skip


def latest_results(scope: Scope) -> QuerySet[ClassResult]:
    """What came out of the semester's latest published week."""
    of_semester = ClassResult.objects.filter(
        week__monday__range=(monday_of(scope.semester.first_day), scope.semester.last_day)
    )
    rows = ClassResult.objects.filter(week=of_semester.order_by("-week__monday").values("week")[:1])
    grade = scope.narrowing.grade
    return rows.filter(school_class__grade=grade) if grade else rows


def aims_of(items: Iterable[Any], scope: Scope) -> list[Aim]:
    """The aims of these items, in the plan's order."""
    by_aim: dict[Any, list[Any]] = defaultdict(list)
    for item in items:
        by_aim[item.aim].append(item)
    return [
        Aim(
            aim.title, sum(item.status == PlanItem.Status.DONE for item in of_aim), len(of_aim),
            proof(
                "planning:items", scope.period, semester="all", state="counted", aim=str(aim.pk)
            ),
        )
        for aim, of_aim in sorted(
            by_aim.items(), key=lambda each: (each[0].position, each[0].pk)
        )
    ]  # fmt: skip


def standings_of(results: Iterable[ClassResult]) -> list[Standing]:
    """The classes by grade and rank."""
    by_class = {
        (each.school_class.grade, each.rank, each.school_class.number): each for each in results
    }
    return [
        Standing(each.week.monday, each.school_class, each.rank, each.total, each.has_flag)
        for _place, each in sorted(by_class.items())
    ]


def leaders(standings: Sequence[Standing], most: int = 3) -> list[tuple[int, list[Standing]]]:
    """Of each grade the first classes."""
    by_grade: dict[int, list[Standing]] = defaultdict(list)
    for each in standings:
        if len(by_grade[each.school_class.grade]) < most:
            by_grade[each.school_class.grade].append(each)
    return list(by_grade.items())
