"""The school's own calendar: its rows over the shipped defaults, and its semesters' weeks."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError

from campus.doors import Refused
from campus.models import Semester, SpecialDay, WorkingHours
from campus.school_time import actions
from campus.school_time.calendar import (
    following_semester,
    proposed_semesters,
    school_calendar,
    shipped_calendar,
    week_no_of,
)
from campus.school_time.engine import Span

pytestmark = pytest.mark.django_db
TUESDAY = date(2025, 11, 11)
AT = datetime(2025, 11, 3, 9, tzinfo=ZoneInfo("Asia/Shanghai"))


def test_a_school_that_entered_nothing_has_the_shipped_calendar():
    for kind in WorkingHours.Kind:
        assert school_calendar(kind) == shipped_calendar(kind)


def test_reading_the_calendar_takes_one_query(django_assert_num_queries):
    actions.take_over_state_days(2025)
    with django_assert_num_queries(1):
        school_calendar().is_working_day(TUESDAY)


def test_hours_entered_replace_the_shipped_ones_of_their_kind_alone(administrator):
    actions.set_hours(
        "office", [(2, time(9), time(11)), (2, time(14), time(15))], by=administrator, at=AT
    )
    office = school_calendar("office")
    assert office.spans_of(TUESDAY) == (Span(time(9), time(11)), Span(time(14), time(15)))
    assert office.spans_of(date(2025, 11, 12)) == ()
    assert school_calendar("boarding") == shipped_calendar("boarding")


def test_setting_no_hours_restores_the_shipped_ones(administrator):
    actions.set_hours("office", [(2, time(9), time(11))], by=administrator, at=AT)
    actions.set_hours("office", [], by=administrator, at=AT)
    assert school_calendar() == shipped_calendar()


def test_hours_that_overlap_are_refused_and_the_old_ones_stay(administrator):
    actions.set_hours("office", [(2, time(9), time(11))], by=administrator, at=AT)
    with pytest.raises(ValidationError):
        actions.set_hours(
            "office", [(2, time(9), time(11)), (2, time(10), time(12))], by=administrator, at=AT
        )
    assert school_calendar().spans_of(TUESDAY) == (Span(time(9), time(11)),)


def test_a_special_day_wins_over_the_state_and_gives_way_again_when_deleted():
    sunday_worked = date(2025, 9, 28)
    special = actions.keep_special_day(SpecialDay(), day=sunday_worked, kind="off", name="校庆补休")
    assert not school_calendar().is_working_day(sunday_worked)
    actions.delete_special_day(special)
    assert school_calendar().is_working_day(sunday_worked)


def test_taking_over_the_states_days_keeps_what_the_school_has_entered():
    own = actions.keep_special_day(
        SpecialDay(), day=date(2025, 10, 8), kind="makeup", name="开学典礼"
    )
    assert actions.take_over_state_days(2025) == 32
    own.refresh_from_db()
    assert (own.kind, own.name) == ("makeup", "开学典礼")
    with pytest.raises(Refused):
        actions.take_over_state_days(2025)


def test_a_year_the_state_says_nothing_of_has_nothing_to_take_over():
    with pytest.raises(Refused):
        actions.take_over_state_days(2150)


def test_a_school_year_is_laid_with_both_semesters_once():
    actions.lay_school_year(2025)
    actions.lay_school_year(2025)
    days = [(each.first_day, each.last_day, each.week_one) for each in Semester.objects.all()]
    assert days == [
        (date(2026, 2, 1), date(2026, 7, 31), date(2026, 3, 2)),
        (date(2025, 8, 1), date(2026, 1, 31), date(2025, 9, 1)),
    ]


@pytest.mark.parametrize(
    ("starts_in", "first", "second"),
    [
        (2024, date(2024, 9, 2), date(2025, 2, 10)),
        (2025, date(2025, 9, 1), date(2026, 3, 2)),
        (2026, date(2026, 8, 31), date(2027, 2, 22)),
        (2120, date(2120, 9, 2), date(2121, 2, 17)),
    ],
)
def test_week_one_is_proposed_by_1_september_and_the_lantern_festival(starts_in, first, second):
    proposed = tuple(days.week_one for days in proposed_semesters(starts_in))
    assert proposed == (first, second)
    assert {day.weekday() for day in proposed} == {0}


def test_the_semester_after_the_latest_is_proposed(semester):
    second = following_semester(semester, date(2025, 11, 9))
    assert (second["starts_in"], second["number"], second["first_day"]) == (
        2025,
        2,
        date(2026, 2, 1),
    )
    semester.number = 2
    third = following_semester(semester, date(2025, 11, 9))
    assert (third["starts_in"], third["number"]) == (2026, 1)
    begun = following_semester(None, date(2025, 11, 9))
    assert (begun["starts_in"], begun["number"]) == (2025, 1)


@pytest.mark.parametrize(
    ("monday", "number"),
    [
        (date(2025, 7, 28), None),  # the semester begins in this week, long before its week 0
        (date(2025, 8, 18), None),
        (date(2025, 8, 25), 0),
        (date(2025, 9, 1), 1),
        (date(2025, 11, 10), 11),
        (date(2026, 1, 26), 22),
        (date(2026, 2, 2), None),
    ],
)
def test_weeks_are_counted_from_week_0_to_the_semesters_end(semester, monday, number):
    assert week_no_of([semester], monday) == number


def test_semesters_must_not_overlap(semester):
    with pytest.raises(ValidationError):
        actions.keep_semester(
            Semester(),
            starts_in=2025,
            number=2,
            first_day=date(2026, 1, 31),
            last_day=date(2026, 7, 31),
            week_one=date(2026, 3, 2),
        )
    assert Semester.objects.count() == 1
