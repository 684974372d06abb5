"""Moments and people of the demo school, as its vehicles' part tells of them."""

from datetime import date, datetime, time, timedelta

from campus.models import Person
from campus.school_time.engine import moment_of


def ago(day: date, days: int, hour: int = 9, minute: int = 0) -> datetime:
    """A moment so many days before `day`."""
    return moment_of(day - timedelta(days=days), time(hour, minute))


def person(number: str) -> Person:
    """Whoever has a demo account."""
    return Person.objects.get(number=number)
