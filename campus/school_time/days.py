"""Days that an address asks for, and the weeks they lie in."""

from datetime import date, timedelta

from django.core.validators import MaxValueValidator, MinValueValidator

# A school's days; beyond them a week more or less would leave the calendar that Python knows.
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2100, 12, 31)
# For fields of forms that an address fills in.
WITHIN_REASON = (MinValueValidator(FIRST_DAY), MaxValueValidator(LAST_DAY))


def day_typed(typed: str) -> date | None:
    """The day "2025-11-03"; None for what is no day, or none of a school's."""
    try:
        day = date.fromisoformat(typed)
    except ValueError:
        return None
    return day if FIRST_DAY <= day <= LAST_DAY else None


def monday_of(day: date) -> date:
    """The Monday of the day's week."""
    return day - timedelta(days=day.weekday())
