"""Accompanied meals, controls, the five constants, the committee."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from campus.models import InboxEntry
from canteen.actions import accompany as actions
from canteen.actions import controls
from canteen.figures import controls as figures
from canteen.models import AccompaniedMeal
from inspections.actions import walking
from inspections.models import Checklist, ChecklistItem, Schedule
from planning.models import ActionItem, Reminder
from tests.canteen.conftest import AT, MONDAY, moment, refused

WELL: dict[str, Any] = {
    "taste": "good", "hygiene": "excellent", "order": "good", "service": "fair", "words": "",
}  # fmt: skip


@pytest.fixture
def meal(canteen, teacher, manager) -> AccompaniedMeal:
    return actions.add(canteen, day=MONDAY, meal="lunch", person=teacher, by=manager, at=AT)


def test_a_rota_is_laid_over_working_days_by_turns(canteen, teacher, head, manager, meal):
    lay: dict[str, Any] = {
        "meals": ["lunch"], "first": MONDAY, "last": MONDAY + timedelta(days=7), "by": manager,
        "at": AT,
    }  # fmt: skip
    assert actions.lay_rota(canteen, people=[head, teacher], **lay) == 5
    assert actions.lay_rota(canteen, people=[head, teacher], **lay) == 0
    told = AccompaniedMeal.objects.order_by("day").values_list("day", "person")
    assert [(day.day, person) for day, person in told] == [
        (3, teacher.pk), (4, head.pk), (5, teacher.pk), (6, head.pk), (7, teacher.pk),
        (10, head.pk),
    ]  # fmt: skip
    assert Reminder.objects.filter(content_type__model="accompaniedmeal").exists()
    with refused("who eats"):
        actions.lay_rota(canteen, people=[], **lay)
    with refused("after it begins"):
        actions.lay_rota(canteen, people=[head], **{**lay, "last": MONDAY - timedelta(days=1)})


def test_whoever_ate_along_records_all_four_grades_once(meal, teacher, head, signed_in):
    with refused("to come"):
        actions.record(meal, by=teacher, at=moment(11, 2, 9), **WELL)
    with pytest.raises(ValidationError):
        actions.record(meal, by=teacher, at=AT, **{**WELL, "taste": ""})
    path = f"/canteen/accompanied/{meal.pk}/record/"
    assert signed_in(head).post(path, WELL).status_code == 403
    slip = signed_in(teacher).post(path, {**WELL, "taste": "", "problem": "汤凉"})
    assert (slip.status_code, set(slip.context["form"].errors)) == (422, {"taste", "owner"})
    assert signed_in(teacher).post(path, WELL).status_code == 302
    with refused("already"):
        actions.record(meal, by=teacher, at=AT, **WELL)
    with pytest.raises(IntegrityError), transaction.atomic():
        AccompaniedMeal.objects.update(taste="")


def test_a_problem_is_followed_up_by_an_action(meal, teacher, manager):
    made = actions.record(meal, by=teacher, at=AT, owner=manager, problem="汤凉了", **WELL)
    action = ActionItem.objects.get()
    assert (made.action, action.title, action.assignee) == (action, "汤凉了", manager)


def test_a_turn_is_handed_over_and_what_nobody_recorded_is_seen(
    meal, teacher, head, dispatcher, signed_in
):
    path = f"/canteen/accompanied/{meal.pk}/hand-over/"
    assert signed_in(dispatcher).post(path, {"to": head.number}).status_code == 403
    assert signed_in(teacher).post(path, {"to": head.number}).status_code == 302
    assert {each.person for each in InboxEntry.objects.all()} == {head}
    late = signed_in(head).get("/canteen/accompanied/?which=missing").content.decode()
    assert head.name in late
    assert "程远山" in signed_in(head).get("/canteen/accompanied/sheet/?month=2025-11"
                                          ).content.decode()  # fmt: skip


# Controls


def test_every_canteen_is_walked_by_the_usual_schedules_once(canteen, manager, signed_in):
    laid = controls.lay_schedules(by=manager, at=AT)
    assert sorted(each.checklist.code for each in laid) == sorted(
        [controls.DAILY, controls.WEEKLY, controls.FIVE_C, controls.ROUND]
    )
    with refused("in the schedules already"):
        controls.lay_schedules(by=manager, at=AT)
    assert Schedule.objects.count() == 4


@pytest.mark.django_db
def test_five_times_twenty_points_make_a_hundred():
    version = Checklist.objects.get(code=controls.FIVE_C).current
    assert version is not None
    groups: dict[str, Decimal] = {}
    for item in version.items.all():
        groups[item.group] = groups.get(item.group, Decimal(0)) + item.points
    assert (set(groups.values()), len(groups), version.full_marks) == (
        {Decimal(20)},
        5,
        Decimal(100),
    )


def test_a_walk_without_a_fault_is_the_report_of_no_risk(canteen, food_officer, head, signed_in):
    checklist = Checklist.objects.select_related("current").get(code=controls.DAILY)
    walk = walking.start_at(checklist, canteen.place, by=food_officer, at=AT)
    walking.finish(walk, by=food_officer, at=AT)
    row = figures.controls_of([canteen], date(2025, 11, 1))[0]
    assert (row.in_time, row.owed, row.clean, row.missed) == (1, 1, 1, 0)
    page = signed_in(head).get("/canteen/controls/?month=2025-11")
    assert [each.clean for each in page.context["rows"]] == [1, 0]


def test_an_audit_shows_how_far_the_target_is(canteen, food_officer, head, signed_in, teacher):
    checklist = Checklist.objects.select_related("current").get(code=controls.FIVE_C)
    walk = walking.start_at(checklist, canteen.place, by=food_officer, at=AT)
    item = ChecklistItem.objects.filter(version=walk.version, points=8)[0]
    walking.answer(walk, item, walking.Seen(result="failed", words="乱"), by=food_officer, at=AT)
    walking.finish(walk, by=food_officer, at=AT)
    page = signed_in(teacher).get("/canteen/5c/")
    assert [(audit.score, gap) for audit, gap in page.context["audits"]] == [
        (Decimal(92), Decimal(-2))
    ]  # fmt: skip
    sent = {"canteen": canteen.pk, "name": "切配间", "state": "刀板上架，色标朝外"}
    assert signed_in(teacher).post("/canteen/5c/new/", sent).status_code == 403
    assert signed_in(head).post("/canteen/5c/new/", sent).status_code == 302
    assert signed_in(head).post("/canteen/5c/new/", sent).status_code == 422


def test_two_audits_are_a_course_beside_the_target(canteen, food_officer, teacher, signed_in):
    checklist = Checklist.objects.select_related("current").get(code=controls.FIVE_C)
    for number in range(2):
        at = AT + timedelta(days=7 * number)
        walk = walking.start_at(checklist, canteen.place, by=food_officer, at=at)
        if not number:
            worst = ChecklistItem.objects.filter(version=walk.version, points=8)[0]
            seen = walking.Seen(result="failed", words="乱")
            walking.answer(walk, worst, seen, by=food_officer, at=at)
        walking.finish(walk, by=food_officer, at=at)
        course = signed_in(teacher).get("/canteen/5c/").context["course"]
        assert (course is None) == (number == 0)
    points, target = course.series
    assert (list(points.values), list(target.values)) == ([92, 100], [90, 90])


def test_the_committee_is_read_by_its_members_and_staff(signed_in, member, pupil, teacher):
    for person, status in ((member, 200), (teacher, 200), (pupil, 403)):
        assert signed_in(person).get("/canteen/committee/").status_code == status


def test_a_meeting_called_from_its_page_invites_the_committee(signed_in, member, manager):
    page = signed_in(manager).get("/canteen/committee/").content.decode()
    asked = f"{reverse('planning:meeting_new')}?kind=committee&role=canteen_committee"
    assert f'href="{asked}"' in page
    form = signed_in(manager).get(asked).context["form"]
    assert (form["kind"].value(), form["roles"].value()) == ("committee", ["canteen_committee"])
