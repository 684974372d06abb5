"""From one month to the next, and which one an address asks for."""

import re
from calendar import monthrange
from datetime import date, timedelta

MONTH = re.compile(r"(20\d\d)-(0[1-9]|1[0-2])")


def month_after(day: date) -> date:
    """The first day of the month after that of `day`."""
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)


def month_before(day: date) -> date:
    """The first day of the month before that of `day`."""
    return (day.replace(day=1) - timedelta(days=1)).replace(day=1)


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last day of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return day_of_month(year, month + 1, day.day)


def day_of_month(year: int, month: int, day: int) -> date:
    """A day of a month; its last where the month is shorter."""
    return date(year, month, min(day, monthrange(year, month)[1]))


def month_typed(typed: str, today: date) -> date:
    """The first day of the month "2025-11"; of today's where something else was typed."""
    found = MONTH.fullmatch(typed)
    return date(int(found[1]), int(found[2]), 1) if found else today.replace(day=1)
