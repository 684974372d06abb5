"""Days of stays, as the database compares them."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Q
from django.db.models.functions import Now, TruncDate

from campus.school_time.days import monday_of
from campus.school_time.months import month_after

# What the database says is today.
TODAY = TruncDate(Now())


def running(day: Any, path: str = "") -> Q:
    """What holds on a day: `path` leads from the rows to those with the two days."""
    ends = f"{path}ends_on"
    return Q(Q(**{ends: None}) | Q(**{f"{ends}__gte": day}), **{f"{path}starts_on__lte": day})


def week_of(day: date) -> tuple[date, date]:
    """The Monday and the Sunday of the day's week."""
    monday = monday_of(day)
    return monday, monday + timedelta(days=6)


def month_of(day: date) -> tuple[date, date]:
    """The first and the last day of the day's month."""
    return day.replace(day=1), month_after(day) - timedelta(days=1)
