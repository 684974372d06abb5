"""The calendar's pages: who sees what, and at what cost."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from campus.models import Department
from planning.actions import entries
from planning.models import Plan, PlanItem

AT = datetime(2025, 11, 3, 1, tzinfo=UTC)
VIEWS = ["month", "week", "list", "month_sheet", "week_plan"]


def address(view: str) -> str:
    return reverse(f"calendar:{view}")


@pytest.fixture
def plan(semester, office, head) -> Plan:
    return Plan.objects.create(
        semester=semester, department=office, title="工作计划", adopted_by=head, adopted_at=AT
    )


def add_item(plan: Plan, title: str, first: date, last: date | None = None, **fields) -> PlanItem:
    fields.setdefault("lead_unit", plan.department)
    return PlanItem.objects.create(
        plan=plan, title=title, starts_on=first, ends_on=last or first, **fields
    )


@pytest.fixture
def november(plan, head, technician) -> None:
    """A whole month's item, a drill on the 9th, and a meeting for staff on the 5th."""
    add_item(plan, "消防宣传月", date(2025, 11, 1), date(2025, 11, 30), owner=technician)
    add_item(plan, "疏散演练", date(2025, 11, 9), kind="drill", owner=technician)
    entries.create(
        title="例会", kind="meeting", starts_on=date(2025, 11, 5), ends_on=date(2025, 11, 5),
        by=head, at=AT,
    )  # fmt: skip


@pytest.mark.parametrize("view", VIEWS)
def test_everybody_who_signs_in_has_the_calendar(signed_in, client, head, teacher, pupil, view):
    assert client.get(address(view)).status_code == 302
    answers = [signed_in(who).get(address(view)).status_code for who in (head, teacher, pupil)]
    assert answers == [200, 200, 200]


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("query", ["month=x", "week=x", "kind=x", "unit=x", "month=9999-99&kind="])
def test_a_senseless_address_shows_the_calendar_anyway(signed_in, head, view, query):
    assert signed_in(head).get(f"{address(view)}?{query}").status_code == 200


def shown_in_month(answer) -> tuple[list[str], list[str]]:
    bars = [bar.thing.title for week in answer.context["weeks"] for bar in week.bars]
    return bars, [thing.title for thing in answer.context["long"]]


def test_a_month_lays_short_things_over_days_and_lists_long_ones_beside(signed_in, head, november):
    answer = signed_in(head).get(address("month"), {"month": "2025-11"})
    assert shown_in_month(answer) == (["例会", "疏散演练"], ["消防宣传月"])
    assert [week.number for week in answer.context["weeks"]] == [9, 10, 11, 12, 13]


def test_pupils_see_the_plan_without_entries_for_staff(signed_in, pupil, november):
    answer = signed_in(pupil).get(address("month"), {"month": "2025-11"})
    assert shown_in_month(answer) == (["疏散演练"], ["消防宣传月"])


def test_no_page_tells_pupils_who_is_responsible(signed_in, pupil, technician, november):
    browser = signed_in(pupil)
    pages = [
        browser.get(address(view), {"month": "2025-11", "week": "2025-11-03"}).content.decode()
        for view in VIEWS
    ]
    assert [technician.name in page for page in pages] == [False] * 5


def test_a_filter_stands_in_the_address(signed_in, head, november):
    browser = signed_in(head)
    answer = browser.get(address("month"), {"month": "2025-11", "kind": "drill"})
    assert shown_in_month(answer) == (["疏散演练"], [])
    nobody = Department.objects.create(name="团委")
    answer = browser.get(address("month"), {"month": "2025-11", "unit": nobody.pk})
    assert shown_in_month(answer) == ([], [])


def test_a_week_and_a_list_show_the_same_things(signed_in, head, november):
    browser = signed_in(head)
    week = browser.get(address("week"), {"week": "2025-11-05"}).context["week"]
    of_week = [(day.day.day, thing.title) for day in week.days for thing in day.things]
    listed = browser.get(address("list"), {"month": "2025-11"}).context["listed"]
    of_list = [(day.day.day, thing.title) for day in listed for thing in day.things]
    assert of_week == of_list == [(5, "例会"), (9, "疏散演练")]


def test_the_weeks_plan_carries_over_what_the_semester_left_unfinished(signed_in, head, plan):
    add_item(plan, "八月未完成", date(2025, 8, 20))
    add_item(plan, "十月已完成", date(2025, 10, 20), status=PlanItem.Status.DONE)
    add_item(plan, "本周", date(2025, 11, 4))
    answer = signed_in(head).get(address("week_plan"), {"week": "2025-11-03"})
    rows = [
        (row.thing.title, row.is_carried)
        for group in answer.context["groups"]
        for row in group.rows
    ]
    assert rows == [("八月未完成", True), ("本周", False)]
    assert answer.context["number"] == 10


def test_only_people_who_may_write_are_offered_to(signed_in, head, technician, pupil):
    people = (head, technician, pupil)
    offered = [bool(signed_in(who).get(address("month")).context["may_write"]) for who in people]
    assert offered == [True, False, False]


@pytest.mark.parametrize("view", VIEWS)
def test_the_number_of_queries_does_not_grow_with_the_things(
    signed_in, head, plan, office, academic_office, view
):
    browser = signed_in(head)
    query = {"month": "2025-11", "week": "2025-11-03"}

    def fill(count: int) -> None:
        for n in range(count):
            day = date(2025, 10, 20) + timedelta(days=n % 20)
            item = add_item(plan, f"事项{day}{n}", day, owner=head)
            item.support_units.add(academic_office)
            entries.create(
                title=f"日程{n}", kind="duty", starts_on=day, ends_on=day, unit=office,
                by=head, at=AT,
            )  # fmt: skip

    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as captured:
            browser.get(address(view), query)
        return len(captured)

    fill(1)
    add_item(plan, "一项", date(2025, 11, 4), owner=head).support_units.add(academic_office)
    browser.get(address(view), query)
    few = queries()
    fill(30)
    assert queries() == few
