"""Days from a first to a last, both inclusive, as PostgreSQL sees them: one range, one index."""

from datetime import date

from django.contrib.postgres.fields import DateRangeField
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Func


def day_range(first: str, last: str) -> Func:
    """The range of days of a row, by the names of its two columns.

    A GiST index over it finds what touches some days as fast in the middle of a million rows as at
    their end; an index over the two columns would read all that began before.
    """
    return Func(
        first, last,
        function="daterange", template="%(function)s(%(expressions)s, '[]')",
        output_field=DateRangeField(),
    )  # fmt: skip


def days_of(first: date, last: date) -> DateRange:
    """The same range as a value, to compare with."""
    return DateRange(first, last, "[]")
