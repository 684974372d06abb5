"""Moments of the demo school: so many working days before the day, never tomorrow."""

from datetime import date, datetime, time, timedelta

from campus.school_time.calendar import school_calendar
from campus.school_time.engine import moment_of


class Days:
    """Counts from the day on which the demo school stands."""

    def __init__(self, day: date) -> None:
        self.day, self.calendar = day, school_calendar()

    def ago(self, days: int) -> date:
        """The day so many working days before; nought is the day itself."""
        return self.calendar.working_days_from(self.day, -days) if days else self.day

    def ahead(self, days: int) -> date:
        return self.calendar.working_days_from(self.day, days)

    def at(self, days: int, hour: int = 8, minute: int = 0) -> datetime:
        """A moment so many working days ago; of the day itself only its early morning."""
        if not days:
            return moment_of(self.day, time(7)) + timedelta(minutes=minute)
        return moment_of(self.ago(days), time(hour, minute))
