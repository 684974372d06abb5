"""Days of addresses: a school's days, and nothing at the ends of time."""

from datetime import date

import pytest

from campus.school_time.days import day_typed, monday_of


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2025-11-03", date(2025, 11, 3)),
        ("2000-01-01", date(2000, 1, 1)),
        ("2100-12-31", date(2100, 12, 31)),
        ("0001-01-01", None),
        ("9999-12-31", None),
        ("2025-02-30", None),
        ("", None),
        ("soon", None),
    ],
)
def test_a_day_is_read_or_is_none(typed, day):
    assert day_typed(typed) == day


def test_weeks_begin_on_monday():
    assert [monday_of(date(2025, 11, day)) for day in (2, 3, 9)] == [
        date(2025, 10, 27), date(2025, 11, 3), date(2025, 11, 3),
    ]  # fmt: skip
