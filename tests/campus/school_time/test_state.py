"""The state's calendar: days off and make-up workdays, with the holiday that each belongs to."""

from datetime import date, timedelta

import pytest
from django.utils import translation

from campus.school_time.festivals import festivals
from campus.school_time.state import StateDay, state_days, state_exceptions


def off(name: str, first: date, last: date) -> list[StateDay]:
    days = (last - first).days + 1
    return [StateDay(first + timedelta(days=n), False, name) for n in range(days)]


def worked(name: str, *days: date) -> list[StateDay]:
    return [StateDay(day, True, name) for day in days]


# As the State Council's notices for the two years read.
NOTICES = {
    2025: [
        *off("元旦", date(2025, 1, 1), date(2025, 1, 1)),
        *worked("春节", date(2025, 1, 26), date(2025, 2, 8)),
        *off("春节", date(2025, 1, 28), date(2025, 2, 4)),
        *off("清明节", date(2025, 4, 4), date(2025, 4, 6)),
        *worked("劳动节", date(2025, 4, 27)),
        *off("劳动节", date(2025, 5, 1), date(2025, 5, 5)),
        *off("端午节", date(2025, 5, 31), date(2025, 6, 2)),
        *worked("国庆节", date(2025, 9, 28), date(2025, 10, 11)),
        *off("国庆节", date(2025, 10, 1), date(2025, 10, 8)),
    ],
    2026: [
        *off("元旦", date(2026, 1, 1), date(2026, 1, 3)),
        *worked("元旦", date(2026, 1, 4)),
        *worked("春节", date(2026, 2, 14), date(2026, 2, 28)),
        *off("春节", date(2026, 2, 15), date(2026, 2, 23)),
        *off("清明节", date(2026, 4, 4), date(2026, 4, 6)),
        *off("劳动节", date(2026, 5, 1), date(2026, 5, 5)),
        *worked("劳动节", date(2026, 5, 9)),
        *off("端午节", date(2026, 6, 19), date(2026, 6, 21)),
        *worked("国庆节", date(2026, 9, 20), date(2026, 10, 10)),
        *off("中秋节", date(2026, 9, 25), date(2026, 9, 27)),
        *off("国庆节", date(2026, 10, 1), date(2026, 10, 7)),
    ],
}


@pytest.mark.parametrize("year", NOTICES)
def test_the_years_notice_is_known_day_by_day(year):
    assert list(state_days(year)) == sorted(NOTICES[year])


def test_a_make_up_day_in_december_belongs_to_the_year_it_lies_in():
    assert state_exceptions(2006)[date(2006, 12, 30)] is True


def test_years_beyond_the_known_ones_have_no_exceptions():
    assert state_exceptions(2150) == {}
    assert state_exceptions(1900) == {}


def test_festivals_are_named_by_day_in_the_readers_language():
    with translation.override("en"):
        found = festivals(date(2025, 9, 1), date(2025, 10, 31))
    assert found == [
        (date(2025, 9, 1), "First Lesson of the School Year"),
        (date(2025, 9, 10), "Teachers' Day"),
        (date(2025, 10, 1), "National Day"),
        (date(2025, 10, 6), "Mid-Autumn Festival"),
    ]


def test_pupils_safety_day_is_the_last_monday_of_march():
    with translation.override("en"):
        found = festivals(date(2026, 3, 15), date(2026, 3, 31))
    assert found == [(date(2026, 3, 30), "Pupils' Safety Education Day")]


def test_festivals_cross_the_turn_of_the_year():
    with translation.override("en"):
        found = festivals(date(2025, 12, 10), date(2026, 1, 2))
    assert found == [
        (date(2025, 12, 13), "National Memorial Day"),
        (date(2026, 1, 1), "New Year's Day"),
    ]
