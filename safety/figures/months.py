"""The figures of safety by month of a semester, for dashboard and report: six queries, however many
months there are."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Q
from django.db.models.functions import TruncMonth
from django.urls import reverse
from django.utils import timezone

from campus.models import Person, Semester
from campus.school_time.months import month_after
from safety.figures.drills import Month, drill_year, school_year_of
from safety.figures.hazards import late
from safety.figures.shapes import midnight
from safety.models import Hazard, Incident, SafetyEvent


@dataclass(frozen=True)
class MonthFigures:
    """One month: hazards raised, closed out and those of them in time; `drills`; activities of
    safety education that were held; accidents. Each has the address of the list that proves it."""

    first: date
    raised: int
    closed: int
    in_time: int
    drills: Month
    events: int
    accidents: int

    @property
    def days(self) -> str:
        """The month as a list's address says it."""
        last = month_after(self.first) - timedelta(days=1)
        return urlencode({"since": self.first.isoformat(), "until": last.isoformat()})

    @property
    def raised_path(self) -> str:
        return f"{reverse('safety:hazards:hazards')}?{self.days}"

    @property
    def closed_path(self) -> str:
        days = self.days.replace("since", "closed_since").replace("until", "closed_until")
        return f"{reverse('safety:hazards:hazards')}?{days}"

    @property
    def events_path(self) -> str:
        return f"{reverse('safety:events')}?state=held&{self.days}"

    @property
    def accidents_path(self) -> str:
        return f"{reverse('safety:incidents:incidents')}?is_simulated=False&{self.days}"


def months_of(semester: Semester, today: date) -> list[date]:
    """The first day of each month of a semester that has begun."""
    first, months = semester.first_day.replace(day=1), []
    while first <= min(semester.last_day, today):
        months.append(first)
        first = month_after(first)
    return months


def figures_of(person: Person, semester: Semester, today: date) -> list[MonthFigures]:
    """The months of a semester, up to that of `today`."""
    months = months_of(semester, today)
    if not months:
        return []
    start, end = midnight(months[0]), midnight(month_after(months[-1]))
    raised = by_month(Hazard.objects.counted(), "raised_at", start, end)
    closed = by_month(Hazard.objects.all(), "verified_at", start, end, late=Q(late()))
    accidents = by_month(Incident.objects.accidents(), "happened_at", start, end)
    events = by_month(SafetyEvent.objects.held(), "on", start.date(), end.date())
    year = drill_year(person, school_year_of(months[0]), today)
    drills = {month.first: month for month in year.months}
    nothing = {"n": 0, "late": 0}
    return [
        MonthFigures(
            first=first,
            raised=raised.get(first, nothing)["n"],
            closed=closed.get(first, nothing)["n"],
            in_time=closed.get(first, nothing)["n"] - closed.get(first, nothing)["late"],
            drills=drills[first],
            events=events.get(first, nothing)["n"],
            accidents=accidents.get(first, nothing)["n"],
        )
        for first in months
    ]


def by_month(
    rows: Any, field: str, start: Any, end: Any, late: Q | None = None
) -> dict[date, dict[str, int]]:
    """How many rows fall into each month, and how many of them are `late`; one query."""
    found = rows.order_by().filter(**{f"{field}__gte": start, f"{field}__lt": end})
    counted: Iterable[dict[str, Any]] = (
        found.annotate(month=TruncMonth(field))
        .values("month")
        .annotate(n=Count("pk"), late=Count("pk", filter=late or Q(pk__in=[])))
    )
    return {day_of(each["month"]): {"n": each["n"], "late": each["late"]} for each in counted}


def day_of(month: date) -> date:
    """The first day of a month, whether it came as a moment or as a day."""
    return timezone.localtime(month).date() if isinstance(month, datetime) else month
