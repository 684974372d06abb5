"""Drills page by page: planned in tables, timed on a phone, months without one."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from safety.actions import drills as actions
from safety.figures.drills import drill_year
from safety.models import Drill, DrillLine, Hazard
from tests.safety.conftest import AT, moment

TYPED = {
    "title": "消防疏散演练", "kind": "fire", "level": "school", "planned_at": "2025-11-09T16:00",
    "is_evacuation": "on", "groups": "5层 | 96\n6层\t88",
    "posts": "程远山 | 东楼梯 | 引导\n江小川｜西楼梯｜引导",
    "routes": "高一1-6班 | 东 | 1号门 | 操场", "steps": "16:00 | 警报 | 全校 | 程远山",
}  # fmt: skip


@pytest.fixture
def typed(head) -> dict[str, str]:
    return {**TYPED, "commander": head.number}


def test_a_plan_is_pasted_as_tables(signed_in, head, typed):
    signed_in(head).post("/safety/drills/new/", typed)
    made = Drill.objects.get()
    assert [(each.name, each.expected) for each in made.groups.all()] == [("5层", 96), ("6层", 88)]
    assert [line.cells for line in DrillLine.objects.filter(part="post")] == [
        ["程远山", "东楼梯", "引导"], ["江小川", "西楼梯", "引导"],
    ]  # fmt: skip
    assert DrillLine.objects.get(part="step").cells == ["16:00", "警报", "全校", "程远山", ""]
    form = signed_in(head).get(f"/safety/drills/{made.pk}/edit/").context["form"]
    assert form["groups"].value() == "5层 | 96\n6层 | 88"


def test_a_dormitory_at_night_has_five_minutes(signed_in, head, typed):
    signed_in(head).post("/safety/drills/new/", typed | {"level": "dormitory"})
    signed_in(head).post("/safety/drills/new/", typed)
    signed_in(head).post("/safety/drills/new/", typed | {"target_seconds": "90"})
    targets = Drill.objects.order_by("pk").values_list("target_seconds", flat=True)
    assert list(targets) == [300, 120, 90]


@pytest.mark.parametrize(
    ("slip", "field"),
    [
        ({"title": ""}, "title"), ({"groups": "5层 | 很多"}, "groups"),
        ({"groups": "5层"}, "groups"),
        ({"groups": "5层 | 1\n5层 | 2"}, "groups"), ({"groups": ""}, "classes"),
        ({"posts": "a|b|c|d"}, "posts"), ({"steps": "长" * 201}, "steps"),
        ({"routes": "a\n" * 81}, "routes"), ({"commander": "无此人"}, "commander"),
        ({"target_seconds": "5"}, "__all__"), ({"kind": "moon"}, "kind"),
    ],
)  # fmt: skip
def test_a_slip_stands_at_its_field(signed_in, head, typed, slip, field):
    answer = signed_in(head).post("/safety/drills/new/", typed | slip)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert not Drill.objects.exists()


def test_a_drill_from_the_signal_to_the_summary(signed_in, drill, head, teacher):
    browser, path = signed_in(head), f"/safety/drills/{drill.pk}/"
    browser.post(f"{path}start/")
    group = drill.groups.first()
    sent = {"present": "2", "words": "一人未到", "known": ""}
    signed_in(teacher).post(f"{path}report/{group.pk}/", sent)
    board = signed_in(teacher).get(f"{path}stopwatch/board/")
    assert (board.context["tally"].missing, board.context["tally"].not_heard_of) == (1, 40)
    browser.post(f"{path}all-out/")
    browser.post(f"{path}problem/", {"text": "东门打不开"})
    problem = drill.problems.get()
    browser.post(f"/safety/problems/{problem.pk}/hazard/")
    browser.post(f"{path}sum-up/", {"summary": "总体有序"})
    drill.refresh_from_db()
    assert (drill.status, drill.summary, Hazard.objects.get().title) == (
        "held", "总体有序", "东门打不开",
    )  # fmt: skip
    hazard = browser.get(f"/safety/hazards/{Hazard.objects.get().pk}/").content.decode()
    assert f'href="{path}"' in hazard
    assert browser.get(f"{path}sheet/").status_code == 200


def test_who_may_do_what(signed_in, running, teacher, pupil):
    path, group = f"/safety/drills/{running.pk}/", running.groups.first()
    codes = [
        signed_in(teacher).post(f"{path}{act}/", {"reason": "x", "summary": "x"}).status_code
        for act in ("start", "take-back", "all-out", "call-off", "sum-up", "edit")
    ]
    assert codes == [403] * 6
    sent = {"present": "3", "known": ""}
    codes = [
        signed_in(each).post(f"{path}report/{group.pk}/", sent).status_code
        for each in (pupil, teacher)
    ]
    assert codes == [404, 302]
    assert signed_in(pupil).get(path).status_code == 404


@pytest.mark.parametrize("present", ["-1", "", "x", "999999"])
def test_a_count_is_a_number(signed_in, running, teacher, present):
    path = f"/safety/drills/{running.pk}/report/{running.groups.first().pk}/"
    signed_in(teacher).post(path, {"present": present, "known": ""})
    assert not running.groups.exclude(report=None).exists()


def test_another_drills_group_is_not_counted_here(signed_in, running, planned, teacher):
    other = planned(title="另一场")
    path = f"/safety/drills/{running.pk}/report/{other.groups.first().pk}/"
    assert signed_in(teacher).post(path, {"present": "1"}).status_code == 404


# Months


def test_months_without_an_evacuation_stand_out(semester, planned, head):
    for month, evacuates in ((9, True), (10, False)):
        made = planned(planned_at=moment(month, 12, 16), is_evacuation=evacuates)
        actions.start(made, by=head, at=moment(month, 12, 16))
        actions.all_out(made, by=head, at=moment(month, 12, 16, 2))
    year = drill_year(head, 2025, date(2025, 12, 3))
    assert [each.first.month for each in year.lacking] == [10, 11]
    assert (year.owed, year.night) == (3, 0)


@pytest.mark.parametrize("year", ["", "abc", "0000", "9999", "２０２５", "1" * 40])
def test_a_bad_year_is_this_year(signed_in, head, year):
    assert signed_in(head).get(f"/safety/drills/year/?year={year}").status_code == 200


def test_pages_ask_the_same_few_questions(signed_in, running, planned, head):
    browser = signed_in(head)

    def asked(path: str) -> int:
        browser.get(path)
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(path).status_code == 200
        return len(queries)

    path = f"/safety/drills/{running.pk}/"
    pages = [
        "/safety/", "/safety/drills/", "/safety/drills/year/?year=2025", path, f"{path}stopwatch/",
        f"{path}stopwatch/board/", f"{path}sheet/",
    ]  # fmt: skip
    actions.find_problem(running, text="一", place=None, by=head, at=AT)
    few = [asked(page) for page in pages]
    for group in running.groups.all():
        actions.report(group, present=1, known=None, by=head, at=AT)
    for number in range(3):
        planned(title=f"演练{number}")
        actions.find_problem(running, text="又一", place=None, by=head, at=AT)
    assert [asked(page) for page in pages] == few
    assert max(few) <= 12
