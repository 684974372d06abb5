"""Laying dated things over weeks."""

from collections.abc import Iterable
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from campus.agenda import Dated
from campus.school_time.calendar import shipped_calendar
from logistics.calendar.grid import (
    LANES,
    Facts,
    is_long,
    lay_bars,
    lay_weeks,
    month_mondays,
    week_days,
)

MONDAY = date(2025, 11, 3)


def thing(title: str, first: date, days: int = 1) -> Dated:
    last = first + timedelta(days=days - 1)
    return Dated(title=title, first=first, last=last, kind="drill", path=f"/{title}/")


def laid(things: Iterable[Dated]) -> list[tuple]:
    bars, _hidden = lay_bars(MONDAY, list(things))
    return [
        (bar.thing.title, bar.column, bar.span, bar.lane, bar.is_continued, bar.goes_on)
        for bar in bars
    ]


def facts(today: date = MONDAY) -> Facts:
    return Facts(
        today=today,
        exception_of=shipped_calendar().exception_of,
        festivals={date(2025, 11, 9): ("消防日",)},
        week_no=lambda monday: 10,
    )


def test_a_month_is_all_weeks_that_touch_it():
    mondays = month_mondays(date(2025, 11, 1))
    assert mondays == [
        date(2025, 10, 27), date(2025, 11, 3), date(2025, 11, 10),
        date(2025, 11, 17), date(2025, 11, 24),
    ]  # fmt: skip
    february = month_mondays(date(2027, 2, 1))
    assert len(february) == 4


def test_things_of_different_days_share_a_lane():
    assert laid([thing("a", MONDAY), thing("b", date(2025, 11, 5), 2)]) == [
        ("b", 3, 2, 1, False, False),
        ("a", 1, 1, 1, False, False),
    ]


def test_things_of_the_same_day_stand_in_lanes_longest_on_top():
    assert laid([thing("a", MONDAY), thing("b", MONDAY, 3)]) == [
        ("b", 1, 3, 1, False, False),
        ("a", 1, 1, 2, False, False),
    ]


def test_a_bar_is_cut_at_the_week_and_says_so():
    assert laid([thing("a", date(2025, 11, 1), 4), thing("b", date(2025, 11, 8), 5)]) == [
        ("b", 6, 2, 1, False, True),
        ("a", 1, 2, 1, True, False),
    ]


def test_what_finds_no_lane_is_counted_on_its_days():
    things = [thing(str(n), MONDAY) for n in range(LANES)] + [thing("long", MONDAY, 2)]
    bars, hidden = lay_bars(MONDAY, [*things, thing("last", MONDAY)])
    assert [bar.thing.title for bar in bars] == ["long", "0", "1", "2"]
    assert hidden == dict.fromkeys(week_days(MONDAY), 0) | {MONDAY: 2}


def test_what_lasts_longer_than_a_week_stays_out_of_the_grid():
    week, month = thing("week", MONDAY, 7), thing("month", date(2025, 11, 1), 30)
    assert (is_long(week), is_long(month)) == (False, True)
    [row] = lay_weeks([MONDAY], [week, month], facts(), (MONDAY, date(2025, 11, 9)))
    assert [bar.thing for bar in row.bars] == [week]


def test_a_day_knows_what_is_special_about_it():
    inside = (date(2025, 10, 1), date(2025, 10, 31))
    [row] = lay_weeks([date(2025, 10, 6)], [], facts(date(2025, 10, 8)), inside)
    assert [day.mark for day in row.days] == ["off", "off", "off", "", "", "makeup", ""]
    assert [day.is_today for day in row.days] == [False, False, True, *[False] * 4]
    [later] = lay_weeks([MONDAY], [], facts(), (MONDAY, date(2025, 11, 8)))
    assert later.days[6].festivals == ("消防日",)
    assert [day.is_inside for day in later.days] == [*[True] * 6, False]


def test_a_day_is_worth_listing_for_a_thing_or_a_festival_inside_the_month():
    things = [thing("a", MONDAY)]
    [row] = lay_weeks([MONDAY], things, facts(), (MONDAY, date(2025, 11, 9)))
    assert [day.day.day for day in row.days if day.is_worth_listing] == [3, 9]
    [outside] = lay_weeks([MONDAY], things, facts(), (date(2025, 12, 1), date(2025, 12, 31)))
    assert [day for day in outside.days if day.is_worth_listing] == []


def test_dots_name_each_kind_once():
    things = [thing(str(n), MONDAY) for n in range(3)]
    [row] = lay_weeks([MONDAY], things, facts(), (MONDAY, MONDAY))
    assert row.days[0].dots == ["drill"]


several_things = st.lists(
    st.builds(
        lambda offset, days: thing(f"{offset}+{days}", MONDAY + timedelta(days=offset), days),
        st.integers(-8, 8),
        st.integers(1, 7),
    ),
    max_size=14,
)


@given(several_things)
def test_no_two_bars_lie_on_each_other_and_nothing_is_lost(things):
    bars, hidden = lay_bars(MONDAY, things)
    cells = [(bar.lane, bar.column + n) for bar in bars for n in range(bar.span)]
    assert len(cells) == len(set(cells))
    for day in week_days(MONDAY):
        shown = sum(bar.column <= day.isoweekday() < bar.column + bar.span for bar in bars)
        assert shown + hidden[day] == sum(each.first <= day <= each.last for each in things)
