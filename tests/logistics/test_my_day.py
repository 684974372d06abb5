"""My day: what waits, most urgent first, what comes, and what one was told."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from campus.models import InboxEntry, Notice
from campus.school_time.days import monday_of
from logistics.my_day import greeting
from planning.models import PlanItem
from tests.reminding import make_item, moment

TODAY = timezone.localdate()
# Person, duties, hours and special days, semester, unread and their number; what waits in all areas
# and what comes in all areas are one each.
MY_DAY_QUERIES = 8


def days(first: int, last: int) -> dict[str, date]:
    return {"starts_on": TODAY + timedelta(first), "ends_on": TODAY + timedelta(last)}


@pytest.fixture
def item(semester, office, head):
    def make(title: str, **fields) -> PlanItem:
        return make_item(semester, office, head, title=title, **fields)

    return make


@pytest.fixture
def page(signed_in, technician):
    """The technician's page, fresh."""
    browser = signed_in(technician)
    return lambda: browser.get("/")


def titles(things) -> list[str]:
    return [each.title for each in things]


def test_the_most_urgent_comes_first_then_what_is_due_first(item, page, technician):
    item("进行中", owner=technician, **days(-5, 40))
    item("明天", owner=technician, **days(1, 1))
    item("今天", owner=technician, **days(0, 0))
    item("上周", owner=technician, **days(-9, -7))
    item("更早", owner=technician, **days(-20, -15))
    assert titles(page().context["waiting"]) == ["更早", "上周", "今天", "明天", "进行中"]


def test_what_comes_is_shown_below_unless_it_waits_already(item, page, technician):
    item("我的", owner=technician, **days(1, 1))
    item("大家的", **days(2, 2))
    item("已在进行", **days(-3, 9))
    item("太远", **days(9, 9))
    item("已完成", status="done", **days(3, 3))
    assert titles(page().context["ahead"]) == ["大家的"]


def test_an_empty_day_is_a_kind_page(page):
    answer = page()
    assert (answer.status_code, answer.context["waiting"]) == (200, [])


def test_the_button_does_it_and_leads_back(item, page, signed_in, technician):
    thing = item("今天", owner=technician, **days(0, 0))
    [waits] = page().context["waiting"]
    home = "http://testserver/"
    answer = signed_in(technician).post(waits.act_path, dict(waits.act_fields), HTTP_REFERER=home)
    thing.refresh_from_db()
    assert (answer.headers["Location"], thing.status) == (home, "done")
    assert page().context["waiting"] == []


def test_unread_notices_stand_below(page, technician):
    notice = Notice.objects.create(
        key="n", topic="reminder", text="%(title)s", facts={"title": "改期"}, path="/",
        told_at=timezone.now(),
    )  # fmt: skip
    entry = InboxEntry.objects.create(notice=notice, person=technician)
    assert list(page().context["news"]) == [entry]
    InboxEntry.objects.update(read_at=timezone.now())
    assert list(page().context["news"]) == []


@pytest.mark.parametrize("cast", ["head", "teacher", "administrator", "pupil"])
def test_everybody_has_one(signed_in, request, cast, semester):
    assert signed_in(request.getfixturevalue(cast)).get("/").status_code == 200


def test_the_school_week_is_told_within_a_semester(semester, page):
    expected = semester.week_no(TODAY) if semester.last_day >= TODAY else None
    assert page().context["week_no"] == expected
    semester.first_day, semester.last_day = TODAY - timedelta(1), TODAY + timedelta(1)
    semester.save()
    assert page().context["week_no"] == semester.week_no(TODAY)


def test_weeks_before_week_0_have_no_number(semester, page):
    semester.first_day, semester.last_day = TODAY - timedelta(1), TODAY + timedelta(90)
    semester.week_one = monday_of(TODAY) + timedelta(weeks=3)
    semester.save()
    assert page().context["week_no"] is None


def test_the_greeting_follows_the_clock():
    hours = ["05:00", "10:59", "11:00", "17:59", "18:00"]
    greetings = [greeting(moment(f"2025-11-10 {hour}")) for hour in hours]
    morning, noon, evening = greetings[0], greetings[2], greetings[4]
    assert greetings == [morning, morning, noon, noon, evening]
    assert len({morning, noon, evening}) == 3


def test_it_costs_the_same_for_one_and_for_many(item, page, technician, django_assert_num_queries):
    item("一", owner=technician, **days(0, 0))
    item("二", **days(1, 1))
    page()
    with django_assert_num_queries(MY_DAY_QUERIES):
        page()
    for number in range(12):
        item(f"我的{number}", owner=technician, **days(-number, number))
        item(f"大家的{number}", **days(1, 3))
    with django_assert_num_queries(MY_DAY_QUERIES):
        page()
