"""What the calendar's address says."""

from datetime import date

import pytest
from django.http import QueryDict

from campus.agenda import Dated
from campus.models import Department
from logistics.calendar.choices import (
    chosen_filters,
    chosen_month,
    chosen_week,
    kind_choices,
)

TODAY = date(2025, 11, 22)
OFFICE, ACADEMIC = Department(pk=3, name="后勤服务处"), Department(pk=4, name="课程教学处")


@pytest.mark.parametrize(
    ("query", "month"),
    [
        ("", date(2025, 11, 1)),
        ("month=2026-02", date(2026, 2, 1)),
        ("month=2026-2", date(2025, 11, 1)),
        ("month=2026-13", date(2025, 11, 1)),
        ("month=0001-01", date(2025, 11, 1)),
        ("month=9999-12", date(2025, 11, 1)),
        ("week=2025-09-03", date(2025, 9, 1)),
    ],
)
def test_a_month_is_read_and_nonsense_is_this_one(query, month):
    assert chosen_month(QueryDict(query), TODAY) == month


@pytest.mark.parametrize(
    ("query", "monday"),
    [
        ("", date(2025, 11, 17)),
        ("week=2025-11-05", date(2025, 11, 3)),
        ("week=2025-02-30", date(2025, 11, 17)),
        ("month=2025-12", date(2025, 12, 1)),
        ("month=2025-11", date(2025, 11, 17)),
    ],
)
def test_a_week_is_read_by_any_of_its_days(query, monday):
    assert chosen_week(QueryDict(query), TODAY) == monday


def thing(kind: str, unit: str = "", support: tuple[str, ...] = ()) -> Dated:
    return Dated(
        title=kind, first=TODAY, last=TODAY, kind=kind, path="/", unit=unit, support=support
    )


THINGS = [
    thing("drill", "后勤服务处"),
    thing("meeting", "课程教学处", ("后勤服务处",)),
    thing("duty", "课程教学处"),
]


@pytest.mark.parametrize(
    ("query", "kinds"),
    [
        ("", ["drill", "meeting", "duty"]),
        ("kind=drill", ["drill"]),
        ("kind=drill&kind=duty", ["drill", "duty"]),
        ("kind=party", ["drill", "meeting", "duty"]),
        ("unit=3", ["drill", "meeting"]),
        ("unit=4", ["meeting", "duty"]),
        ("unit=99", ["drill", "meeting", "duty"]),
        ("kind=meeting&unit=3", ["meeting"]),
        ("kind=supplies", []),
    ],
)
def test_filters_admit_by_kind_and_by_leading_or_supporting_unit(query, kinds):
    filters = chosen_filters(QueryDict(query), [OFFICE, ACADEMIC])
    assert [thing.kind for thing in filters.admit(THINGS)] == kinds


def test_each_kind_switches_itself_and_leaves_the_rest_of_the_address():
    query = QueryDict("month=2025-11&kind=drill")
    switches = kind_choices(query, chosen_filters(query, []))
    found = {each["value"]: (each["is_on"], each["address"]) for each in switches}
    assert found["drill"] == (True, "?month=2025-11")
    assert found["meeting"] == (False, "?month=2025-11&kind=drill&kind=meeting")
