"""What checks have come to: classes of a week side by side, and the area's figures."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from campus.doors import PersonRequest, require
from campus.figures import figures_page
from campus.models import SchoolClass
from campus.school_time.days import day_typed, monday_of
from cleaning import figures as numbers
from cleaning import rights
from cleaning.marks import last_day, marks
from inspections.models import ranked


@dataclass
class ClassWeek:
    """What a class lost on each day of a week; `rank` is among those that were checked."""

    school_class: SchoolClass
    days: dict[date, Decimal] = field(default_factory=lambda: defaultdict(Decimal))
    rank: int = 0

    @property
    def lost(self) -> Decimal:
        return sum(self.days.values(), Decimal(0))


@require_safe
def results(request: PersonRequest) -> HttpResponse:
    """Points of a week by class and day, as they are published: classes alone, nobody's name."""
    day = day_typed(request.GET.get("day", "")) or last_day() or timezone.localdate()
    first = monday_of(day)
    days = [first + timedelta(days=number) for number in range(7)]
    rows = weeks_of(first, days[-1])
    told = [(row, [row.days.get(each) for each in days]) for row in rows]
    context = {
        "rows": told, "days": days, "day": day, "before": first - timedelta(days=7),
        "after": first + timedelta(days=7),
    }  # fmt: skip
    return render(request, "cleaning/results.html", context)


def weeks_of(first: date, last: date) -> list[ClassWeek]:
    """The classes that were checked, the best first; two queries."""
    classes = {each.pk: each for each in SchoolClass.objects.all()}
    found: dict[int, ClassWeek] = {}
    for mark in marks(first, last):
        row = found.setdefault(mark.school_class, ClassWeek(classes[mark.school_class]))
        row.days[mark.day] += mark.taken - mark.given
    for rank, row in ranked(found.values(), key=lambda row: row.lost):
        row.rank = rank
    return sorted(
        found.values(),
        key=lambda row: (row.rank, row.school_class.grade, row.school_class.number),
    )


@require_safe
def figures(request: PersonRequest) -> HttpResponse:
    """How cleaning fares over the semester."""
    require(rights.can_see_figures(request.user))
    today = timezone.localdate()
    return figures_page(
        request, title=pgettext_lazy("work area", "Cleaning"), icon="bucket", today=today,
        groups=numbers.groups, standing=[numbers.unassigned(today)],
    )  # fmt: skip
