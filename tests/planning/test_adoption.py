"""Adopting a draft, the first time and again."""

from dataclasses import replace
from datetime import date
from threading import Barrier, Thread

import pytest
from django.db import connection, transaction

from campus.doors import Refused
from campus.models import Department
from planning.actions import draft_items, drafts, items
from planning.models import DraftItem, Plan, PlanAim, PlanItem, Reminder
from tests.planning.school_plan import (
    AIMS,
    AT,
    DRILL,
    EXAMS,
    FIRE_DAY,
    ITEMS,
    LATER,
    MEETING,
    adopted,
    as_read,
    drafted,
    item_of,
)  # fmt: skip

Status = PlanItem.Status


def test_every_kept_item_becomes_a_plan_item_in_the_order_of_the_text(plan):
    found = plan.items.order_by("position").values_list("position", "title")
    assert list(found) == list(enumerate([each.title for each in ITEMS], 1))


def test_an_item_that_is_left_out_is_not_adopted(draft, head):
    draft_items.leave_out(draft.items.get(title=DRILL.title), by=head, at=AT)
    plan = drafts.adopt(draft, by=head, at=AT)
    assert set(plan.items.values_list("title", flat=True)) == {each.title for each in ITEMS[1:]}


def test_a_draft_of_which_all_is_left_out_is_refused(draft, head):
    draft.items.update(is_dropped=True)
    with pytest.raises(Refused):
        drafts.adopt(draft, by=head, at=AT)
    assert Plan.objects.count() == 0


def test_the_first_unit_leads_and_unknown_units_become_departments(plan, office):
    meeting = item_of(plan, MEETING.title)
    assert (meeting.lead_unit.name, list(meeting.support_units.all())) == ("安全处", [office])
    assert Department.objects.filter(name="安全处").count() == 1


def test_an_item_without_units_is_led_by_the_plans_department(drill, office):
    assert (drill.lead_unit, drill.support_units.count()) == (office, 0)


def test_items_serve_the_aim_that_their_kind_and_words_speak_for(plan):
    served = {item.title: item.aim and item.aim.title for item in plan.items.all()}
    assert served == {
        DRILL.title: AIMS[0],
        MEETING.title: AIMS[0],
        FIRE_DAY.title: AIMS[0],
        EXAMS.title: AIMS[1],
    }


def test_without_aims_in_the_text_items_serve_none(head, semester):
    draft = drafted(as_read(aims=[]), by=head)
    plan = drafts.adopt(draft, by=head, at=AT)
    assert set(plan.items.values_list("aim", flat=True)) == {None}


def test_drills_are_reminded_of_from_the_day_of_adoption(drill):
    assert Reminder.objects.filter(object_id=drill.pk).count() > 0


def test_nobody_adopts_twice(draft, head):
    drafts.adopt(draft, by=head, at=AT)
    with pytest.raises(Refused):
        drafts.adopt(draft, by=head, at=AT)
    assert PlanItem.objects.count() == len(ITEMS)


def test_a_draft_compared_before_another_was_adopted_is_compared_again_first(head, semester):
    first, second = (drafted(as_read(), by=head) for _ in range(2))
    drafts.adopt(first, by=head, at=AT)
    with pytest.raises(Refused):
        drafts.adopt(second, by=head, at=LATER)
    drafts.compare(second, by=head, at=LATER)
    drafts.adopt(second, by=head, at=LATER)
    assert (Plan.objects.count(), PlanItem.objects.count()) == (1, len(ITEMS))


def test_the_same_text_again_changes_nothing(plan, head):
    before = list(plan.items.order_by("pk").values())
    adopted(by=head, at=LATER)
    assert list(plan.items.order_by("pk").values()) == before


def test_progress_is_kept_when_a_changed_text_is_adopted(plan, drill, head, technician):
    items.give_owner(drill, to=technician, by=head, at=AT)
    items.move(drill, Status.UNDER_WAY, by=head, at=AT)
    items.note(drill, text="已和年级组确认路线", by=head, at=AT)
    reworded = replace(DRILL, title="高一新生宿舍消防演练", ends_on=date(2025, 10, 15))
    adopted(reworded, *ITEMS[1:], by=head, at=LATER)
    drill.refresh_from_db()
    assert (drill.title, drill.ends_on) == (reworded.title, reworded.ends_on)
    assert (drill.status, drill.owner) == (Status.UNDER_WAY, technician)
    assert [note.text for note in drill.notes.all()][:2] == ["", "已和年级组确认路线"]
    assert drill.notes.count() == 3


def test_days_that_were_postponed_stay_while_the_text_says_the_old_ones(plan, drill, head):
    days = (date(2025, 10, 9), date(2025, 10, 10))
    items.move(drill, Status.POSTPONED, reason="台风", days=days, by=head, at=AT)
    adopted(by=head, at=LATER)
    drill.refresh_from_db()
    assert ((drill.starts_on, drill.ends_on), drill.reason) == (days, "台风")


def test_changed_units_change_lead_and_support(plan, head, academic_office, office):
    exams = replace(EXAMS, units=("课程教学处", "后勤服务处"))
    adopted(*ITEMS[:3], exams, by=head, at=LATER)
    found = item_of(plan, EXAMS.title)
    assert (found.lead_unit, list(found.support_units.all())) == (academic_office, [office])


def test_an_item_gone_from_the_text_stays_unless_it_is_ticked(plan, drill, head):
    adopted(*ITEMS[1:], by=head, at=LATER)
    drill.refresh_from_db()
    assert drill.status == Status.PLANNED


def test_a_ticked_item_that_is_gone_is_dropped_with_its_reason(plan, drill, head):
    adopted(*ITEMS[1:], by=head, at=LATER, drop=[drill])
    drill.refresh_from_db()
    assert (drill.status, bool(drill.reason)) == (Status.DROPPED, True)


def test_an_item_that_the_text_still_holds_is_not_dropped_with_it(plan, drill, head):
    with pytest.raises(Refused):
        adopted(by=head, at=LATER, drop=[drill])
    drill.refresh_from_db()
    assert drill.status == Status.PLANNED


def test_an_old_aim_stays_while_items_serve_it(plan, head):
    drafts.adopt(drafted(as_read(aims=["新的要点"]), by=head, at=LATER), by=head, at=LATER)
    assert list(PlanAim.objects.values_list("title", flat=True)) == ["新的要点", *AIMS]


def test_a_new_item_of_a_changed_text_joins_the_plan_in_its_place(plan, head):
    new = replace(EXAMS, title="食堂满意度调查", kind="other")
    adopted(DRILL, new, *ITEMS[1:], by=head, at=LATER)
    order = list(plan.items.order_by("position").values_list("title", flat=True))
    assert order == [DRILL.title, new.title, *(each.title for each in ITEMS[1:])]


def test_the_adopted_draft_remembers_which_item_became_of_which(plan):
    pairs = DraftItem.objects.values_list("title", "matches__title")
    assert {(said, made) for said, made in pairs} == {(each.title, each.title) for each in ITEMS}


@pytest.mark.django_db(transaction=True)
def test_of_two_people_who_adopt_at_once_the_second_is_refused(head, semester):
    draft = drafted(as_read(), by=head)
    barrier, answers = Barrier(2), []

    def adopt() -> None:
        try:
            barrier.wait(timeout=10)
            drafts.adopt(draft, by=head, at=AT)
            answers.append("adopted")
        except Refused:
            answers.append("refused")
        finally:
            connection.close()

    run_together(adopt)
    assert sorted(answers) == ["adopted", "refused"]
    assert (Plan.objects.count(), PlanItem.objects.count()) == (1, len(ITEMS))


@pytest.mark.django_db(transaction=True)
def test_of_two_first_plans_for_one_semester_adopted_at_once_one_is_refused(head, semester):
    waiting = [drafted(as_read(), by=head) for _ in range(2)]
    barrier, answers = Barrier(2), []

    def adopt() -> None:
        draft = waiting.pop()
        try:
            barrier.wait(timeout=10)
            drafts.adopt(draft, by=head, at=AT)
            answers.append("adopted")
        except Refused:
            answers.append("refused")
        finally:
            connection.close()

    run_together(adopt)
    assert sorted(answers) == ["adopted", "refused"]
    assert (Plan.objects.count(), PlanItem.objects.count()) == (1, len(ITEMS))


def run_together(act) -> None:
    threads = [Thread(target=act) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)


def test_a_failure_half_way_leaves_nothing_adopted(draft, head, monkeypatch):
    def fail(*args, **kwargs) -> None:
        raise RuntimeError("the worker dies here")

    monkeypatch.setattr("planning.actions.adoption.place_items", fail)
    with pytest.raises(RuntimeError), transaction.atomic():
        drafts.adopt(draft, by=head, at=AT)
    draft.refresh_from_db()
    assert (Plan.objects.count(), PlanItem.objects.count(), draft.is_adopted) == (0, 0, False)
