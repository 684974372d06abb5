"""The weeks of the demo school's dashboard: how what stands today may have come to be so."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from random import Random

from django.utils import timezone

from campus.models import Semester
from campus.school_time.calendar import semester_of
from campus.school_time.days import monday_of
from logistics.areas import measures
from logistics.dashboard import actions
from logistics.dashboard.readings import standing_now

WEEK = timedelta(days=7)


def fill(random: Random, day: date) -> None:
    """Walk back from today's numbers week by week to the first of the semester."""
    semester = semester_of(Semester.objects.all(), day)
    if semester is None:
        return
    sums, monday = standing_now(measures(), day), monday_of(day)
    at = timezone.make_aware(datetime.combine(day, time(6)))
    while monday >= semester.week_one:
        actions.keep_week(monday, sums, at=at)
        sums = {key: earlier(random, *each) for key, each in sums.items()}
        monday -= WEEK


def earlier(random: Random, number: Decimal, of: Decimal | None) -> tuple[Decimal, Decimal | None]:
    """What it may have been a week before: a little more or less, and no more than there is."""
    step = max(1, int(of or number) // 12)
    moved = max(Decimal(0), number + random.randint(-step, step))
    return (moved if of is None else min(moved, of), of)
