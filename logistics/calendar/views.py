"""The calendar's pages; which days and what of them stands in the address."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from itertools import groupby
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from campus.agenda import Dated
from campus.doors import PersonRequest
from campus.models import Department, Semester
from campus.school_time.calendar import school_calendar, semester_of, week_no_of
from campus.school_time.festivals import festivals
from campus.school_time.months import month_after, month_before
from logistics.areas import dated_things
from logistics.calendar import choices, grid, sheets
from planning.rights import can_write_entries

ONE_DAY = timedelta(days=1)
# Where no semester says how far back unfinished work reaches.
LOOKING_BACK = timedelta(days=60)


@dataclass(frozen=True)
class Period:
    """What every page needs to know of the days that it shows: five queries."""

    first: date
    last: date
    facts: grid.Facts
    semesters: list[Semester]
    departments: list[Department]
    filters: choices.Filters
    things: list[Dated]

    @property
    def semester(self) -> Semester | None:
        """The semester that the days lie in, judged by their middle."""
        return semester_of(self.semesters, self.first + (self.last - self.first) / 2)


def period(request: PersonRequest, first: date, last: date) -> Period:
    """Gather the days from `first` to `last` as the person sees them through the filters."""
    departments = list(Department.objects.all())
    semesters = list(Semester.objects.select_related("school_year"))
    filters = choices.chosen_filters(request.GET, departments)
    facts = grid.Facts(
        today=timezone.localdate(),
        exception_of=school_calendar().exception_of,
        festivals=festivals_by_day(first, last),
        week_no=partial(week_no_of, semesters),
    )
    things = filters.admit(dated_things(request.user, first, last))
    return Period(first, last, facts, semesters, departments, filters, things)


def festivals_by_day(first: date, last: date) -> dict[date, tuple[str, ...]]:
    named = groupby(festivals(first, last), key=lambda found: found[0])
    return {day: tuple(name for _day, name in found) for day, found in named}


@require_safe
def month(request: PersonRequest) -> HttpResponse:
    """A month as a grid of weeks; on a phone a small grid with the list of its days."""
    first = choices.chosen_month(request.GET, timezone.localdate())
    last = month_after(first) - ONE_DAY
    mondays = grid.month_mondays(first)
    shown = period(request, mondays[0], mondays[-1] + grid.WEEK - ONE_DAY)
    weeks = grid.lay_weeks(mondays, shown.things, shown.facts, (first, last))
    context = {
        "weeks": weeks,
        "listed": [day for week in weeks for day in week.days if day.is_worth_listing],
        "long": [
            thing
            for thing in shown.things
            if grid.is_long(thing) and grid.touches(thing, first, last)
        ],
        **month_ways(first),
    }
    return render(request, "logistics/calendar/month.html", page(request, shown, "month", context))


@require_safe
def week(request: PersonRequest) -> HttpResponse:
    """A week with every thing of its days."""
    monday = choices.chosen_week(request.GET, timezone.localdate())
    sunday = monday + grid.WEEK - ONE_DAY
    shown = period(request, monday, sunday)
    [laid] = grid.lay_weeks([monday], shown.things, shown.facts, (monday, sunday))
    context = {
        "week": laid,
        "long": [thing for thing in shown.things if grid.is_long(thing)],
        "before": {"week": monday - grid.WEEK, "month": ""},
        "after": {"week": monday + grid.WEEK, "month": ""},
        "monday": monday,
        "sunday": sunday,
        "month": monday.replace(day=1),
    }
    return render(request, "logistics/calendar/week.html", page(request, shown, "week", context))


@require_safe
def agenda_list(request: PersonRequest) -> HttpResponse:
    """A month as a list, day by day, nothing left out."""
    first = choices.chosen_month(request.GET, timezone.localdate())
    last = month_after(first) - ONE_DAY
    shown = period(request, first, last)
    weeks = grid.lay_weeks(grid.month_mondays(first), shown.things, shown.facts, (first, last))
    context = {
        "listed": [day for week in weeks for day in week.days if day.is_worth_listing],
        "long": [thing for thing in shown.things if grid.is_long(thing)],
        **month_ways(first),
    }
    return render(request, "logistics/calendar/list.html", page(request, shown, "list", context))


def month_ways(first: date) -> dict[str, Any]:
    """The month shown, and the query of the months beside it."""
    return {
        "month": first,
        "monday": choices.chosen_week_of(first, timezone.localdate()),
        "before": {"month": f"{month_before(first):%Y-%m}", "week": ""},
        "after": {"month": f"{month_after(first):%Y-%m}", "week": ""},
    }


def page(
    request: PersonRequest, shown: Period, view: str, context: dict[str, Any]
) -> dict[str, Any]:
    """What the three views have in common: the way around, the filters, and who may write."""
    return {
        "view": view,
        "today": shown.facts.today,
        "semester": shown.semester,
        "kinds": choices.kind_choices(request.GET, shown.filters),
        "filters": shown.filters,
        "departments": shown.departments,
        "may_write": can_write_entries(request.user),
        **context,
    }


@require_safe
def month_sheet(request: PersonRequest) -> HttpResponse:
    """A month's work on one A4 page for the notice board."""
    first = choices.chosen_month(request.GET, timezone.localdate())
    last = month_after(first) - ONE_DAY
    shown = period(request, first, last)
    rows = sheets.month_rows(shown.things, first, last)
    context = {
        "month": first,
        "rows": rows,
        "size": sheets.size_of(rows),
        "before": {"month": f"{month_before(first):%Y-%m}"},
        "after": {"month": f"{month_after(first):%Y-%m}"},
        "semester": shown.semester,
    }
    return render(request, "logistics/calendar/month_sheet.html", context)


@require_safe
def week_plan(request: PersonRequest) -> HttpResponse:
    """A week's plan on one A4 page, with what earlier weeks of the semester left unfinished."""
    monday = choices.chosen_week(request.GET, timezone.localdate())
    shown = period(request, monday, monday + grid.WEEK - ONE_DAY)
    begin = shown.semester.first_day if shown.semester else monday - LOOKING_BACK
    before = dated_things(request.user, begin, monday - ONE_DAY)
    earlier = sheets.unfinished(shown.filters.admit(before), monday)
    marks = {day: shown.facts.mark(day) for day in grid.week_days(monday)}
    groups = sheets.week_groups(shown.things, earlier, monday, marks)
    context = {
        "monday": monday,
        "sunday": shown.last,
        "number": shown.facts.week_no(monday),
        "groups": groups,
        "size": sheets.size_of(sheets.all_rows(groups)),
        "before": {"week": monday - grid.WEEK},
        "after": {"week": monday + grid.WEEK},
        "semester": shown.semester,
    }
    return render(request, "logistics/calendar/week_plan.html", context)
