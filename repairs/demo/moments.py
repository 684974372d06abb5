"""Moments of the demo school's working days, and its people."""

from datetime import date, datetime, time

from django.utils import timezone

from campus.models import Person
from campus.school_time.calendar import school_calendar


def moment(day: date, days: int, hour: int = 9, minute: int = 0) -> datetime:
    """An hour of the working day so many working days before `day`; 0 is the day itself."""
    then = school_calendar().working_days_from(day, -days) if days else day
    return timezone.make_aware(datetime.combine(then, time(hour, minute)))


def person(number: str) -> Person:
    """Whoever has a demo account."""
    return Person.objects.get(number=number)
