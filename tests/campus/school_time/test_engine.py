"""Counting working time: dated cases of 2025 and 2026, and what holds for every calendar."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campus.school_time.calendar import shipped_calendar
from campus.school_time.engine import (
    SCHOOL_TIME,
    NoWorkingHours,
    SchoolCalendar,
    Span,
    moment_of,
    weekly_hours,
)

OFFICE = shipped_calendar()


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SCHOOL_TIME)


# From a moment, so many minutes of office time, lead to a moment.
CASES = [
    # an ordinary Tuesday: before opening, within, over lunch, to closing, over night
    ("2025-11-11T00:00", 0, "2025-11-11T08:00"),
    ("2025-11-11T07:59", 1, "2025-11-11T08:01"),
    ("2025-11-11T08:00", 0, "2025-11-11T08:00"),
    ("2025-11-11T08:00", 240, "2025-11-11T12:00"),
    ("2025-11-11T08:00", 241, "2025-11-11T13:31"),
    ("2025-11-11T11:00", 60, "2025-11-11T12:00"),
    ("2025-11-11T11:30", 60, "2025-11-11T14:00"),
    ("2025-11-11T12:00", 0, "2025-11-11T12:00"),
    ("2025-11-11T12:00", 30, "2025-11-11T14:00"),
    ("2025-11-11T12:01", 0, "2025-11-11T13:30"),
    ("2025-11-11T12:45", 30, "2025-11-11T14:00"),
    ("2025-11-11T13:30", 240, "2025-11-11T17:30"),
    ("2025-11-11T17:30", 0, "2025-11-11T17:30"),
    ("2025-11-11T17:30", 1, "2025-11-12T08:01"),
    ("2025-11-11T17:31", 0, "2025-11-12T08:00"),
    ("2025-11-11T23:59", 480, "2025-11-12T17:30"),
    # an ordinary weekend
    ("2025-11-14T17:00", 60, "2025-11-17T08:30"),
    ("2025-11-15T10:00", 60, "2025-11-17T09:00"),
    ("2025-11-16T23:00", 0, "2025-11-17T08:00"),
    # National Day 2025: 1 to 8 October off, Sunday 28 September and Saturday 11 October worked
    ("2025-09-26T16:50", 120, "2025-09-28T09:20"),
    ("2025-09-27T10:00", 60, "2025-09-28T09:00"),
    ("2025-09-28T17:00", 60, "2025-09-29T08:30"),
    ("2025-09-30T17:00", 60, "2025-10-09T08:30"),
    ("2025-10-01T08:00", 0, "2025-10-09T08:00"),
    ("2025-10-08T23:59", 480, "2025-10-09T17:30"),
    ("2025-10-10T17:00", 60, "2025-10-11T08:30"),
    ("2025-10-11T17:00", 60, "2025-10-13T08:30"),
    ("2025-09-22T08:00", 12 * 480, "2025-10-13T17:30"),
    # Spring Festival 2025: 28 January to 4 February off, 26 January and 8 February worked
    ("2025-01-24T17:00", 60, "2025-01-26T08:30"),
    ("2025-01-27T16:30", 120, "2025-02-05T09:00"),
    ("2025-02-07T17:30", 480, "2025-02-08T17:30"),
    ("2025-02-08T17:30", 60, "2025-02-10T09:00"),
    # Tomb-Sweeping, Labour Day and Dragon Boat 2025
    ("2025-04-03T17:00", 60, "2025-04-07T08:30"),
    ("2025-04-25T17:00", 60, "2025-04-27T08:30"),
    ("2025-04-30T17:30", 1, "2025-05-06T08:01"),
    ("2025-05-30T16:30", 90, "2025-06-03T08:30"),
    # New Year 2026: 1 to 3 January off, Sunday 4 January worked
    ("2025-12-31T17:00", 60, "2026-01-04T08:30"),
    ("2026-01-04T12:30", 30, "2026-01-04T14:00"),
    # Spring Festival 2026: 15 to 23 February off, Saturdays 14 and 28 February worked
    ("2026-02-13T17:00", 60, "2026-02-14T08:30"),
    ("2026-02-14T17:00", 60, "2026-02-24T08:30"),
    ("2026-02-09T08:00", 2400, "2026-02-13T17:30"),
    ("2026-02-09T08:00", 2401, "2026-02-14T08:01"),
    ("2026-02-27T17:30", 30, "2026-02-28T08:30"),
    # Labour Day 2026: 1 to 5 May off, Saturday 9 May worked
    ("2026-04-30T17:00", 60, "2026-05-06T08:30"),
    ("2026-05-08T17:00", 60, "2026-05-09T08:30"),
    # Mid-Autumn and National Day 2026: Sunday 20 September and Saturday 10 October worked
    ("2026-09-18T17:00", 60, "2026-09-20T08:30"),
    ("2026-09-24T17:00", 60, "2026-09-28T08:30"),
    ("2026-09-30T17:00", 60, "2026-10-08T08:30"),
    ("2026-10-09T17:00", 60, "2026-10-10T08:30"),
    ("2026-10-10T17:00", 60, "2026-10-12T08:30"),
]


@pytest.mark.parametrize(("start", "minutes", "end"), CASES)
def test_working_time_passes_in_office_hours_alone(start, minutes, end):
    assert OFFICE.add_working(at(start), timedelta(minutes=minutes)) == at(end)


@pytest.mark.parametrize(
    ("day", "n", "found"),
    [
        ("2025-11-11", 0, "2025-11-11"),
        ("2025-11-11", 1, "2025-11-12"),
        ("2025-11-11", -2, "2025-11-07"),
        ("2025-11-09", 0, "2025-11-07"),  # Fire Safety Day is a Sunday
        ("2025-11-09", -1, "2025-11-07"),
        ("2025-11-09", -5, "2025-11-03"),
        ("2025-11-09", 1, "2025-11-10"),
        ("2025-09-28", 0, "2025-09-28"),  # a Sunday that is worked
        ("2025-09-28", -1, "2025-09-26"),
        ("2025-10-05", 0, "2025-09-30"),
        ("2025-10-09", -1, "2025-09-30"),
        ("2025-10-09", -3, "2025-09-28"),
        ("2025-10-05", 3, "2025-10-11"),
        ("2026-02-24", -1, "2026-02-14"),
    ],
)
def test_working_days_are_counted_from_a_day(day, n, found):
    assert OFFICE.working_days_from(date.fromisoformat(day), n) == date.fromisoformat(found)


@pytest.mark.parametrize(
    ("day", "opens"),
    [
        ("2025-11-11", "2025-11-11T08:00"),
        ("2025-11-15", "2025-11-17T08:00"),
        ("2025-09-28", "2025-09-28T08:00"),
        ("2025-10-01", "2025-10-09T08:00"),
    ],
)
def test_a_working_day_opens_and_a_day_off_waits_for_the_next(day, opens):
    assert OFFICE.opening(date.fromisoformat(day)) == at(opens)


@pytest.mark.parametrize(
    ("start", "end", "minutes"),
    [
        ("2025-11-11T08:00", "2025-11-11T08:00", 0),
        ("2025-11-11T11:30", "2025-11-11T14:00", 60),
        ("2025-11-11T12:00", "2025-11-11T13:30", 0),
        ("2025-09-26T16:50", "2025-09-28T09:20", 120),
        ("2025-09-30T17:30", "2025-10-09T08:00", 0),
        ("2025-09-01T00:00", "2025-10-01T00:00", 23 * 480),
    ],
)
def test_working_time_between_two_moments(start, end, minutes):
    assert OFFICE.worked_between(at(start), at(end)) == timedelta(minutes=minutes)


def test_a_moment_is_open_from_opening_to_closing_inclusive():
    moments = ["07:59", "08:00", "12:00", "12:01", "13:29", "13:30", "17:30", "17:31"]
    assert [OFFICE.is_open(at(f"2025-11-11T{moment}")) for moment in moments] == [
        False, True, True, False, False, True, True, False,
    ]  # fmt: skip


def test_a_moment_of_another_zone_is_counted_in_school_time():
    utc = datetime(2025, 9, 26, 8, 50, tzinfo=UTC)
    found = OFFICE.add_working(utc, timedelta(hours=2))
    assert found.isoformat() == "2025-09-28T09:20:00+08:00"


def test_a_naive_moment_is_refused():
    naive = datetime(2025, 9, 26, 16, 50)  # noqa: DTZ001  # naive on purpose
    with pytest.raises(ValueError, match="time zone"):
        OFFICE.add_working(naive, timedelta(hours=2))


def test_time_does_not_run_backwards():
    with pytest.raises(ValueError, match="forward"):
        OFFICE.add_working(at("2025-11-11T08:00"), timedelta(minutes=-1))
    with pytest.raises(ValueError, match="before the start"):
        OFFICE.worked_between(at("2025-11-11T08:01"), at("2025-11-11T08:00"))


def test_a_calendar_without_hours_says_so_instead_of_searching_for_ever():
    nobody = SchoolCalendar({})
    for count in (
        lambda: nobody.add_working(at("2025-11-11T08:00"), timedelta(hours=1)),
        lambda: nobody.add_working(at("2025-11-11T08:00"), timedelta(0)),
        lambda: nobody.working_days_from(date(2025, 11, 11), -1),
        lambda: nobody.opening(date(2025, 11, 11)),
    ):
        with pytest.raises(NoWorkingHours):
            count()
    assert nobody.worked_between(at("2025-11-11T08:00"), at("2025-11-12T08:00")) == timedelta(0)


HALF_FRIDAY = weekly_hours(
    [(day, time(9), time(17)) for day in range(1, 5)]
    + [(5, time(9), time(12)), (6, time(10), time(11))]
)


def test_a_make_up_weekend_day_is_worked_with_mondays_hours():
    sunday, saturday = date(2025, 11, 16), date(2025, 11, 15)
    calendar = SchoolCalendar(HALF_FRIDAY, own={sunday: True, saturday: True})
    assert calendar.spans_of(sunday) == (Span(time(9), time(17)),)
    assert calendar.spans_of(saturday) == (Span(time(9), time(17)),)


def test_a_weekday_worked_after_all_keeps_its_own_hours():
    friday = date(2025, 10, 3)
    calendar = SchoolCalendar(HALF_FRIDAY, lambda year: {friday: False}, own={friday: True})
    assert calendar.spans_of(friday) == (Span(time(9), time(12)),)


def test_the_schools_word_wins_over_the_states_and_the_states_over_the_weekday():
    day = date(2025, 11, 11)
    declared_off = SchoolCalendar(HALF_FRIDAY, lambda year: {day: False})
    assert not declared_off.is_working_day(day)
    worked = SchoolCalendar(HALF_FRIDAY, lambda year: {day: False}, own={day: True})
    assert worked.is_working_day(day)


def test_a_saturday_with_hours_is_off_on_a_holiday():
    saturday = date(2025, 10, 4)
    office = shipped_calendar()
    calendar = SchoolCalendar(HALF_FRIDAY, office.declared)
    assert not calendar.is_working_day(saturday)
    assert calendar.is_working_day(date(2025, 10, 18))


def test_spans_that_overlap_are_worked_once():
    hours = weekly_hours([(1, time(9), time(11)), (1, time(10), time(12)), (1, time(13), time(14))])
    assert hours == {1: (Span(time(9), time(12)), Span(time(13), time(14)))}


def test_a_span_must_close_after_it_opens():
    with pytest.raises(ValueError, match="not after"):
        Span(time(9), time(9))


moments = st.datetimes(
    min_value=datetime(2024, 12, 1),  # noqa: DTZ001  # a zone is given by the next argument
    max_value=datetime(2027, 1, 31),  # noqa: DTZ001  # as above
    timezones=st.just(SCHOOL_TIME),
)
lengths = st.timedeltas(min_value=timedelta(0), max_value=timedelta(hours=400))
several = settings(max_examples=60, deadline=None)


@several
@given(moments, lengths)
def test_the_answer_lies_within_the_hours_and_not_before_the_start(moment, length):
    found = OFFICE.add_working(moment, length)
    assert OFFICE.is_open(found)
    assert found >= moment


@several
@given(moments, lengths, lengths)
def test_adding_twice_is_adding_the_sum(moment, first, second):
    stepwise = OFFICE.add_working(OFFICE.add_working(moment, first), second)
    assert stepwise == OFFICE.add_working(moment, first + second)


@several
@given(moments, moments, lengths)
def test_who_starts_earlier_ends_no_later(one, other, length):
    early, late = sorted([one, other])
    assert OFFICE.add_working(early, length) <= OFFICE.add_working(late, length)


@several
@given(moments, lengths)
def test_what_was_added_is_what_was_worked(moment, length):
    assert OFFICE.worked_between(moment, OFFICE.add_working(moment, length)) == length


@several
@given(st.dates(date(2025, 1, 1), date(2026, 12, 31)), st.integers(1, 60))
def test_working_days_there_and_back_again(day, n):
    start = OFFICE.working_days_from(day, 0)
    assert OFFICE.working_days_from(OFFICE.working_days_from(start, n), -n) == start
    assert OFFICE.is_working_day(OFFICE.working_days_from(start, n))


def test_moment_of_a_day_is_school_time():
    assert moment_of(date(2025, 11, 9), time(8)).isoformat() == "2025-11-09T08:00:00+08:00"
