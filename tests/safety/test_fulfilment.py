"""Drills and activities that are made of items of the work plan."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from campus.doors import Refused
from planning.actions import items
from planning.models import PlanItem
from safety.actions import drills, education
from safety.fulfilment import drill_from, event_from
from safety.models import Drill, SafetyEvent
from tests.reminding import make_item
from tests.safety.conftest import AT

Status = PlanItem.Status
TODAY = date(2025, 11, 3)


@pytest.fixture
def item(semester, office, head, safety_officer) -> PlanItem:
    """A drill of grade 10 in November, the safety officer's."""
    return make_item(
        semester, office, head, owner=safety_officer, title="高一宿舍消防逃生演练",
        starts_on=date(2025, 11, 1), ends_on=date(2025, 11, 30), cohort="高一住校生",
    )  # fmt: skip


def state(item: PlanItem) -> tuple[str, bool]:
    item.refresh_from_db()
    return item.status, item.is_fulfilled


def hold(drill: Drill, head: Any) -> None:
    drills.start(drill, by=head, at=AT)
    drills.all_out(drill, by=head, at=AT + timedelta(seconds=90))


def test_the_form_of_a_drill_begins_with_the_item(item, head, safety_officer, pupil):
    told = drill_from(item, head, TODAY)
    assert {**told, "classes": list(told["classes"])} == {
        "title": item.title, "kind": "fire", "level": "dormitory", "cohort": "高一住校生",
        "commander": safety_officer, "planned_at": AT.replace(hour=10),
        "classes": [pupil.school_class],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("title", "kind"),
    [("防震逃生", "earthquake"), ("实验室危化品演练", "chemicals"), ("防踩踏", "stampede"),
     ("反恐防暴", "terror"), ("案例模拟训练", "other")],
)  # fmt: skip
def test_words_of_the_plan_tell_what_is_practised_for(item, head, title, kind):
    item.title = title
    assert drill_from(item, head, TODAY)["kind"] == kind


def test_without_somebody_responsible_the_planner_commands(item, head, safety_officer):
    item.owner = None
    assert drill_from(item, head, TODAY)["commander"] == head
    safety_officer.is_active = False
    item.owner = safety_officer
    assert event_from(item, head, TODAY)["organiser"] == head


def test_a_drill_is_planned_from_its_item_and_both_lead_to_each_other(signed_in, item, head, pupil):
    browser = signed_in(head)
    path = f"/safety/drills/new/?item={item.pk}"
    form = browser.get(path).context["form"]
    typed = {
        "title": form.initial["title"], "kind": "fire", "level": "dormitory",
        "planned_at": "2025-11-05T20:00", "commander": head.number,
        "classes": [pupil.school_class_id], "is_evacuation": "on",
    }  # fmt: skip
    browser.post(path, typed)
    drill = Drill.objects.get()
    assert drill.plan_item == item
    shown = browser.get(drill.get_absolute_url())
    assert (shown.context["origin"].item, shown.context["origin"].warning) == (item, "")
    made = browser.get(item.get_absolute_url()).context["made"]
    assert [(each.title, each.state) for each in made] == [(item.title, "planned")]


def test_a_double_press_makes_one_drill(signed_in, item, head, pupil):
    browser = signed_in(head)
    path = f"/safety/drills/new/?item={item.pk}"
    key = browser.get(path).content.decode().split('name="form_key" value="')[1].split('"')[0]
    typed = {
        "title": "演练", "kind": "fire", "level": "school", "planned_at": "2025-11-05T20:00",
        "commander": head.number, "classes": [pupil.school_class_id], "form_key": key,
    }  # fmt: skip
    for _press in range(2):
        browser.post(path, typed)
    assert Drill.objects.count() == 1


def test_another_kind_of_item_is_no_drills(signed_in, item, head):
    PlanItem.objects.update(kind="education")
    assert signed_in(head).get(f"/safety/drills/new/?item={item.pk}").context["origin"] is None
    form = signed_in(head).get(f"/safety/education/new/?item={item.pk}").context["form"]
    assert form.initial["title"] == item.title


def test_a_drill_that_was_held_does_its_item(planned, item, head):
    first, second = planned(plan_item=item), planned(plan_item=item, title="补演")
    hold(first, head)
    assert state(item) == (Status.PLANNED, False)
    drills.call_off(second, reason="已合并", by=head, at=AT)
    assert state(item) == (Status.DONE, True)


def test_a_signal_that_was_a_mistake_does_nothing(planned, item, head):
    drill = planned(plan_item=item)
    drills.start(drill, by=head, at=AT)
    drills.take_back_start(drill, by=head, at=AT)
    assert state(item) == (Status.PLANNED, False)


@pytest.mark.django_db(transaction=True)
def test_the_last_two_drills_that_end_at_once_do_the_item(planned, item, head):
    pair = [planned(plan_item=item), planned(plan_item=item, title="高一二部")]
    for drill in pair:
        drills.start(drill, by=head, at=AT)
    together = Barrier(2)

    def end(drill: Drill) -> None:
        together.wait()
        try:
            drills.all_out(drill, by=head, at=AT + timedelta(seconds=90))
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(end, pair))
    assert state(item) == (Status.DONE, True)


def test_its_page_says_that_the_plan_was_put_off(signed_in, planned, item, head):
    drill = planned(plan_item=item)
    days = (date(2025, 12, 1), date(2025, 12, 5))
    items.move(item, Status.POSTPONED, reason="降雨", days=days, by=head, at=AT)
    origin = signed_in(head).get(drill.get_absolute_url()).context["origin"]
    assert origin.warning == "计划已延期到上述日期，此处的日期还没有改。"
    drill.refresh_from_db()
    assert drill.day == date(2025, 11, 3)
    hold(drill, head)
    assert signed_in(head).get(drill.get_absolute_url()).context["origin"].warning == ""


# Activities


@pytest.fixture
def event(head, pupil, item) -> SafetyEvent:
    PlanItem.objects.update(kind="education")
    return education.write_event(
        SafetyEvent(plan_item=item), title="消防讲座", on=TODAY, organiser=head, questions=[],
        classes=[pupil.school_class], by=head, at=AT,
    )  # fmt: skip


def test_an_activity_whose_classes_were_counted_was_held(event, item, head):
    education.count_classes(event, present={event.classes.get().pk: 3}, by=head, at=AT)
    event.refresh_from_db()
    assert (event.status, state(item)) == ("held", (Status.DONE, True))


def test_one_that_was_not_held_after_all_is_planned_again(event, item, head):
    education.hold(event, by=head, at=AT)
    education.plan_again(event, by=head, at=AT)
    assert state(item) == (Status.UNDER_WAY, False)
    education.call_off(event, reason="改期", by=head, at=AT)
    education.plan_again(event, by=head, at=AT)
    event.refresh_from_db()
    assert (event.status, event.reason) == ("planned", "")


def test_nothing_is_held_before_its_day_nor_twice(event, head):
    with pytest.raises(Refused):
        education.hold(event, by=head, at=AT - timedelta(days=1))
    education.hold(event, by=head, at=AT)
    with pytest.raises(Refused):
        education.hold(event, by=head, at=AT)
    with pytest.raises(Refused):
        education.call_off(event, reason="改期", by=head, at=AT)


def test_an_activity_is_held_and_called_off_on_its_page(signed_in, event, head, teacher, pupil):
    path = event.get_absolute_url()
    assert signed_in(head).get(path).context["may_hold"]
    assert signed_in(pupil).get(path).context["origin"] is None
    assert signed_in(teacher).post(f"{path}held/").status_code == 403
    signed_in(head).post(f"{path}held/")
    signed_in(head).post(f"{path}plan-again/")
    signed_in(head).post(f"{path}call-off/", {"reason": "讲师生病"})
    event.refresh_from_db()
    assert (event.status, event.reason) == ("called_off", "讲师生病")
