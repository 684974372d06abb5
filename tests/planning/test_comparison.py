"""Which item of the plan a drafted item is, and what the text changes of it."""

from dataclasses import replace
from datetime import date

import pytest

from planning.actions import comparison
from planning.actions.comparison import Difference, Facts
from planning.models import DraftItem, Plan
from tests.planning.school_plan import DRILL, EXAMS, FIRE_DAY, MEETING, adopted, as_read, drafted

FACTS = Facts("消防演练", "drill", (date(2025, 9, 1), date(2025, 9, 30)), ("安全处",), "高一")

IN_JANUARY = replace(DRILL, starts_on=date(2026, 1, 1), ends_on=date(2026, 1, 31))


def matched(plan: Plan, *read) -> list[str]:
    """The titles of the plan's items that the read ones are wordings of; "" for none."""
    draft = drafted(as_read(*read), by=plan.adopted_by)
    items = DraftItem.objects.filter(draft=draft).select_related("matches")
    return [item.matches.title if item.matches else "" for item in items]


def test_the_same_titles_are_the_same_items_in_any_order(plan):
    read = [EXAMS, DRILL, FIRE_DAY, MEETING]
    assert matched(plan, *read) == [each.title for each in read]


@pytest.mark.parametrize(
    "title",
    [
        "高一新生宿舍消防演练",
        "高一学生宿舍消防应急演练",
        "高一学生宿舍　消防演练。",
        "高一学生宿舍消防演习",
    ],
)
def test_a_reworded_title_is_the_same_item(plan, title):
    assert matched(plan, replace(DRILL, title=title)) == [DRILL.title]


@pytest.mark.parametrize("title", ["高二学生教室防震演练", "宿舍卫生检查", "消防器材更换"])
def test_other_work_is_another_item(plan, title):
    assert matched(plan, replace(DRILL, title=title)) == [""]


def test_a_similar_title_far_away_in_time_is_another_item(plan):
    reworded = replace(IN_JANUARY, title="高一新生宿舍消防演练")
    assert matched(plan, reworded) == [""]


def test_an_item_moved_by_months_under_the_same_title_is_the_same(plan):
    assert matched(plan, IN_JANUARY) == [DRILL.title]


def test_of_monthly_items_with_one_title_each_month_keeps_its_own(head, semester):
    months = [
        replace(MEETING, starts_on=date(2025, month, 1), ends_on=date(2025, month, 28))
        for month in (9, 10, 11)
    ]
    plan = adopted(*months, by=head)
    draft = drafted(as_read(*reversed(months)), by=head)
    days = list(draft.items.values_list("matches__starts_on", flat=True))
    assert days == [month.starts_on for month in reversed(months)]
    assert plan.items.count() == 3


def test_an_item_is_matched_once(plan):
    twins = [DRILL, replace(DRILL, title="高一学生宿舍消防演练（二）")]
    assert matched(plan, *twins) == [DRILL.title, ""]


def test_without_a_plan_all_is_new():
    assert comparison.compare(FACTS, None, None).difference == Difference.NEW


def test_what_the_text_says_anew_is_a_change():
    found = comparison.compare(replace(FACTS, cohort="高二"), FACTS, FACTS)
    assert (found.difference, [each.name for each in found.changes]) == ("changed", ["cohort"])


def test_what_people_changed_since_is_kept_while_the_text_stays():
    moved = replace(FACTS, days=(date(2025, 10, 8), date(2025, 10, 9)))
    found = comparison.compare(FACTS, FACTS, moved)
    assert (found.difference, found.changes) == (Difference.SAME, ())
    assert [(each.name, each.value) for each in found.kept] == [("days", moved.days)]


def test_what_both_changed_follows_the_text():
    moved = replace(FACTS, days=(date(2025, 10, 8), date(2025, 10, 9)))
    said = replace(FACTS, days=(date(2025, 9, 15), date(2025, 9, 15)))
    found = comparison.compare(said, FACTS, moved)
    assert [(each.name, each.value) for each in found.changes] == [("days", said.days)]


def test_an_item_written_by_hand_differs_wherever_it_is_unlike():
    found = comparison.compare(FACTS, None, replace(FACTS, kind="inspection"))
    assert [each.name for each in found.changes] == ["kind"]


def test_the_order_of_supporting_units_says_nothing():
    assert comparison.in_order(["甲", "丙", "乙"]) == comparison.in_order(["甲", "乙", "丙", "乙"])
    assert comparison.in_order(["甲", "乙"]) != comparison.in_order(["乙", "甲"])
