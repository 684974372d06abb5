"""Drafting next year's plan from this year's."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campus.models import Semester
from campus.school_time.actions import lay_school_year
from planning.actions import drafts, items
from planning.actions.carry_over import carry_over, days_one_year_on, one_year_on
from planning.models import PlanItem
from planning.models.plan import is_whole_months
from tests.planning.school_plan import AT, DRILL, EXAMS, FIRE_DAY, LATER, MEETING, adopted

D = date


@pytest.mark.parametrize(
    ("first", "last", "then"),
    [
        (D(2025, 9, 1), D(2025, 9, 30), (D(2026, 9, 1), D(2026, 9, 30))),
        (D(2025, 8, 1), D(2025, 9, 30), (D(2026, 8, 1), D(2026, 9, 30))),
        (D(2027, 2, 1), D(2027, 2, 28), (D(2028, 2, 1), D(2028, 2, 29))),
        (D(2028, 2, 1), D(2028, 2, 29), (D(2029, 2, 1), D(2029, 2, 28))),
        (D(2025, 11, 9), D(2025, 11, 9), (D(2026, 11, 9), D(2026, 11, 9))),
        (D(2028, 2, 29), D(2028, 2, 29), (D(2029, 2, 28), D(2029, 2, 28))),
        (D(2027, 2, 21), D(2027, 2, 28), (D(2028, 2, 21), D(2028, 2, 29))),
        (D(2025, 9, 11), D(2025, 9, 20), (D(2026, 9, 11), D(2026, 9, 20))),
        (D(2025, 9, 8), D(2025, 9, 14), (D(2026, 9, 7), D(2026, 9, 13))),
        (D(2025, 9, 8), D(2025, 9, 21), (D(2026, 9, 7), D(2026, 9, 20))),
        (D(2025, 12, 30), D(2026, 1, 2), (D(2026, 12, 30), D(2027, 1, 2))),
    ],
)
def test_days_keep_their_place_in_the_year(first, last, then):
    assert days_one_year_on(first, last) == then


@given(st.dates(D(2020, 1, 1), D(2040, 1, 1)), st.integers(0, 200))
def test_a_year_on_days_stay_in_order_and_whole_months_whole(first, length):
    last = D.fromordinal(first.toordinal() + length)
    starts_on, ends_on = days_one_year_on(first, last)
    assert starts_on <= ends_on
    assert 363 <= (starts_on - first).days <= 366
    if is_whole_months(first, last):
        assert is_whole_months(starts_on, ends_on)


@pytest.mark.parametrize(
    ("title", "then"),
    [
        ("2025-2026学年度第一学期工作计划", "2026-2027学年度第一学期工作计划"),
        ("2025学年后勤计划", "2026学年后勤计划"),
        ("编号120251的计划", "编号120251的计划"),
        ("后勤工作计划", "后勤工作计划"),
    ],
)
def test_years_in_the_title_move_on(title, then):
    assert one_year_on(title) == then


def test_next_years_draft_holds_the_items_with_their_units(plan, head):
    draft = carry_over(plan, by=head, at=LATER)
    assert (draft.school_year, draft.semester_no, draft.semester) == (2026, 1, None)
    assert draft.aims == list(plan.aims.values_list("title", flat=True))
    found = draft.items.get(title=MEETING.title)
    assert (found.starts_on, found.units, found.kind) == (
        D(2026, 9, 1), ["安全处", "后勤服务处"], "meeting",
    )  # fmt: skip


def test_single_days_are_to_be_checked_unless_they_are_fixed(head, semester):
    lecture = replace(EXAMS, title="防溺水讲座", starts_on=D(2025, 9, 3), ends_on=D(2025, 9, 3))
    week = replace(EXAMS, title="检查周", starts_on=D(2025, 9, 8), ends_on=D(2025, 9, 14))
    draft = carry_over(adopted(DRILL, FIRE_DAY, lecture, week, by=head), by=head, at=LATER)
    assert dict(draft.items.values_list("title", "doubts")) == {
        DRILL.title: [],
        FIRE_DAY.title: [],
        lecture.title: ["date_to_check"],
        week.title: ["date_to_check"],
    }


def test_a_year_in_an_items_title_is_to_be_checked(head, semester):
    sports = replace(DRILL, title="2025年秋季运动会保障")
    draft = carry_over(adopted(sports, by=head), by=head, at=LATER)
    assert draft.items.get().doubts == ["year_in_title"]


def test_what_was_dropped_this_year_comes_along_left_out(plan, drill, head):
    items.move(drill, PlanItem.Status.DROPPED, reason="今年不办", by=head, at=AT)
    draft = carry_over(plan, by=head, at=LATER)
    assert [item.title for item in draft.items.filter(is_dropped=True)] == [drill.title]


def test_adopted_items_know_what_they_were_carried_over_from(plan, drill, head):
    lay_school_year(2026)
    next_plan = drafts.adopt(carry_over(plan, by=head, at=LATER), by=head, at=LATER)
    carried = next_plan.items.get(title=drill.title)
    assert (carried.carried_from, carried.status) == (drill, PlanItem.Status.PLANNED)
    assert next_plan.semester == Semester.objects.get(school_year__starts_in=2026, number=1)


def test_carrying_over_leaves_this_years_plan_as_it_is(plan, head):
    before = list(plan.items.order_by("pk").values())
    carry_over(plan, by=head, at=LATER)
    assert list(plan.items.order_by("pk").values()) == before
