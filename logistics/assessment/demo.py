"""Class assessment of the demo school: rules, and the weeks up to last Friday published."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from random import Random

from django.utils import timezone

from campus.models import Duty, Role, Semester
from campus.school_time.calendar import semester_of
from campus.school_time.days import monday_of
from logistics.assessment import actions
from logistics.assessment.models import SchemeLine

PUBLISHED = 4
# Points of each source, and what can be lost of them at most.
LINES = (
    ("cleaning", "taken", 40, "0.5", 20, 0), ("dormitory", "taken", 40, "0.1", 20, 5),
    ("property", "taken", 10, "1", 10, 0), ("duty", "taken", 10, "1", None, 3),
)  # fmt: skip


def fill(random: Random, day: date) -> None:
    """Put rules in use and publish the last weeks that are over."""
    semester = semester_of(Semester.objects.all(), day)
    if semester is None:
        return
    affairs = Duty.objects.filter(role=Role.STUDENT_AFFAIRS).select_related("person")[0].person
    monday = monday_of(day)
    first = max(monday - timedelta(weeks=PUBLISHED), semester.week_one)
    begun = timezone.make_aware(datetime.combine(first, time(8)))
    scheme = actions.draft(semester, by=affairs, at=begun)
    scheme.starts_on = first
    lines = [
        SchemeLine(
            source=source, formula=formula, full=Decimal(full), weight=Decimal(weight),
            cap=None if cap is None else Decimal(cap), bonus_cap=Decimal(bonus),
        )
        for source, formula, full, weight, cap, bonus in LINES
    ]  # fmt: skip
    actions.keep_draft(scheme, lines, by=affairs, at=begun)
    actions.put_in_use(scheme, by=affairs, at=begun)
    for number in range((monday - first).days // 7):
        week = first + timedelta(weeks=number)
        saturday = timezone.make_aware(datetime.combine(week + timedelta(days=5), time(9)))
        actions.publish(week, by=affairs, at=saturday)
