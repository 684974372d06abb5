"""From one month to the next, over the turn of a year and from its last day too."""

from datetime import date

from campus.school_time.months import month_after, month_before


def test_a_month_leads_to_its_neighbours():
    assert month_after(date(2025, 12, 1)) == date(2026, 1, 1)
    assert month_before(date(2026, 1, 1)) == date(2025, 12, 1)
    assert month_after(date(2026, 1, 31)) == date(2026, 2, 1)
    assert month_before(date(2026, 3, 31)) == date(2026, 2, 1)
