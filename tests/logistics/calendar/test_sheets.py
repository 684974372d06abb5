"""The rows of the sheets for the notice board."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.utils import translation

from campus.agenda import Dated
from logistics.calendar.sheets import (
    Row,
    all_rows,
    month_rows,
    size_of,
    unfinished,
    week_groups,
)

MONDAY = date(2025, 11, 3)
FIRST, LAST = date(2025, 11, 1), date(2025, 11, 30)


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def thing(title: str, first: date, last: date | None = None, state: str = "", **facts) -> Dated:
    return Dated(
        title=title, first=first, last=last or first, kind="drill", path="/", state=state, **facts
    )


WHOLE = thing("whole", FIRST, LAST, "planned")
DRILL = thing("drill", date(2025, 11, 9), state="done", is_done=True, state_words="Done")
TERM = thing("exam", date(2025, 10, 30), date(2025, 11, 2))


def test_a_month_begins_with_what_lasts_all_of_it():
    rows = [
        (row.when, row.thing.title, row.remark)
        for row in month_rows([TERM, DRILL, WHOLE], FIRST, LAST)
    ]
    assert rows == [
        ("All month", "whole", ""),
        ("1–2 Nov", "exam", ""),
        ("Sun 9 Nov", "drill", "Done"),
    ]


def weeks_groups(things: list[Dated], earlier: list[Dated], marks: dict[date, str] | None = None):
    days = [MONDAY + timedelta(days=n) for n in range(7)]
    groups = week_groups(things, earlier, MONDAY, dict.fromkeys(days, "") | (marks or {}))
    return [
        (group.title, [(row.thing.title, row.when, row.remark) for row in group.rows])
        for group in groups
    ]


def test_a_week_tells_what_is_carried_over_what_runs_and_each_day():
    late = thing("late", date(2025, 10, 20), date(2025, 10, 24), "planned")
    two_days = thing("check", date(2025, 11, 2), date(2025, 11, 4))
    assert weeks_groups([WHOLE, two_days, DRILL], [late]) == [
        ("Carried over", [("late", "was due Fri 24 Oct", "carried over")]),
        ("Running", [("whole", "until Sun 30 Nov", "")]),
        ("Mon 3 Nov", [("check", "until Tue 4 Nov", "")]),
        ("Tue 4 Nov", []),
        ("Wed 5 Nov", []),
        ("Thu 6 Nov", []),
        ("Fri 7 Nov", []),
        ("Sun 9 Nov", [("drill", "", "Done")]),
    ]


def test_a_weekend_day_stands_when_it_is_worked():
    titles = [title for title, _rows in weeks_groups([], [], {date(2025, 11, 8): "makeup"})]
    assert titles[-1] == "Sat 8 Nov"


def test_carried_over_is_what_could_be_finished_and_is_not():
    open_item = thing("open", date(2025, 10, 1), state="planned")
    done = replace(open_item, title="done", is_done=True)
    entry = thing("entry", date(2025, 10, 1))
    running = thing("running", date(2025, 10, 1), MONDAY, "planned")
    assert unfinished([open_item, done, entry, running], MONDAY) == [open_item]


def test_the_more_rows_the_smaller_the_type():
    def size(count: int, title: str = "drill") -> str:
        return size_of([Row("", thing(title, MONDAY))] * count)

    assert [size(count) for count in (0, 20, 24, 30, 38, 500)] == [
        "roomy", "roomy", "plain", "dense", "small", "small",
    ]  # fmt: skip
    assert size(17, "消防安全应急疏散演练" * 4) == "dense"


def test_an_empty_day_takes_a_row_on_paper():
    days = dict.fromkeys([MONDAY + timedelta(days=n) for n in range(7)], "")
    assert all_rows(week_groups([], [], MONDAY, days)) == [None] * 5
