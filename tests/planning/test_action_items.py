"""Actions: given with a day, done with evidence, accepted by somebody else, followed meanwhile."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from campus.cases import actions as cases
from campus.cases.agenda import waiting as waiting_cases
from campus.cases.models import Promise
from campus.cases.page import CasePage
from campus.doors import Refused
from campus.models import Attachment, Enquiry, Follow, SpecialDay
from campus.rows import read
from campus.school_time.calendar import shipped_calendar
from planning.actions import action_items as actions
from planning.kinds import ACTION
from planning.models import ActionItem
from tests.planning.meetings import CALLED_AT, NEXT_WEEK, at, happened, published, told
from tests.planning.tasks import fresh, given, handed_on, photo

Status = ActionItem.Status


# -- the day agreed on


def test_it_is_due_at_the_end_of_office_hours_of_the_day(action):
    assert fresh(action).due_at == at(12, 17, 30)
    assert [(each.kind, each.due_at) for each in Promise.objects.of(action)] == [
        ("done", at(12, 17, 30))
    ]


def test_a_day_off_counts_as_the_working_day_after_it(head, technician):
    saturday = date(2025, 11, 15)
    assert fresh(given(head, technician, due_on=saturday)).due_at == at(17, 17, 30)


def test_the_schools_own_days_off_count_too(head, technician):
    SpecialDay.objects.create(day=NEXT_WEEK, kind="off", name="运动会")
    assert fresh(given(head, technician)).due_at == at(13, 17, 30)


def test_closing_is_the_end_of_the_last_hours_of_the_day():
    calendar = shipped_calendar()
    assert calendar.closing(NEXT_WEEK) == at(12, 17, 30)
    assert calendar.closing(date(2025, 11, 8)) == at(10, 17, 30)


def test_a_day_that_has_passed_is_refused(head, technician):
    with pytest.raises(Refused):
        given(head, technician, due_on=date(2025, 10, 31))
    assert not ActionItem.objects.exists()


def test_whoever_is_to_do_it_is_told_and_nobody_else(action, head, technician, teacher):
    assert {person.name: told(person) for person in (head, technician, teacher)} == {
        "程远山": [], "江小川": ["New: A-2025-0001 更换三楼应急灯"], "许知言": [],
    }  # fmt: skip


def test_it_is_warned_of_a_day_before_and_goes_up_the_chain_when_it_has_passed(
    action, head, technician
):
    promise = Promise.objects.of(action).get()
    assert promise.next_alarm_at == at(11, 17, 30)
    for moment in (at(11, 17, 30), at(12, 17, 30), at(13, 17, 30)):
        assert cases.ring(promise.pk, at=moment)
    assert (len(told(technician)), len(told(head))) == (4, 2)


def test_it_can_be_put_off_and_no_day_brings_it_forward(action, head):
    actions.put_off(action, day=date(2025, 11, 14), words="等配件", by=head, at=at(4, 9))
    assert fresh(action).due_at == at(14, 17, 30)
    with pytest.raises(Refused):
        actions.put_off(action, day=NEXT_WEEK, words="快点", by=head, at=at(4, 10))


def test_while_it_stands_still_the_promise_does_not_run(action, head, technician):
    actions.begin(action, by=technician, at=at(3, 10))
    actions.hold(action, words="等采购", by=head, at=at(11, 17, 30))
    assert fresh(action).due_at is None
    actions.begin(action, by=technician, at=at(19, 8))
    assert fresh(action).due_at == at(19, 17, 30)


# -- done and accepted


def test_it_is_done_with_words_and_photos_and_then_accepted(action, head, technician):
    done = actions.finish(
        action, words="已全部更换。", attachments=[photo(technician)], by=technician, at=at(5, 16)
    )
    assert [each.name for each in done.attachments.all()] == ["现场.jpg"]
    actions.accept(action, by=head, at=at(6, 9))
    after = fresh(action)
    assert (after.status, after.accepted_by) == (Status.ACCEPTED, head)
    assert Promise.objects.of(action).get().was_kept


def test_done_without_words_is_refused(action, technician):
    with pytest.raises(Refused):
        actions.finish(action, words=" ", by=technician, at=at(5, 16))


def test_nobody_accepts_what_they_have_done_themselves(head):
    action = given(head, head)
    actions.finish(action, words="完成", by=head, at=at(5, 16))
    with pytest.raises(Refused):
        actions.accept(action, by=head, at=at(6, 9))


def test_nor_does_the_database_let_them(action, technician):
    with pytest.raises(IntegrityError):
        ActionItem.objects.filter(pk=action.pk).update(
            status=Status.ACCEPTED, accepted_by=technician
        )


def test_accepted_without_anybody_is_no_state_of_the_database(action):
    with pytest.raises(IntegrityError):
        ActionItem.objects.filter(pk=action.pk).update(status=Status.ACCEPTED)


def test_what_is_not_done_yet_goes_back_with_a_new_day(action, head, technician):
    actions.finish(action, words="完成", by=technician, at=at(5, 16))
    actions.reopen(action, day=date(2025, 11, 14), words="还有两盏", by=head, at=at(6, 9))
    after = fresh(action)
    assert (after.status, after.assignee, after.due_at) == (
        Status.UNDER_WAY, technician, at(14, 17, 30),
    )  # fmt: skip


def test_reopening_takes_the_acceptance_away(action, head, technician):
    actions.finish(action, words="完成", by=technician, at=at(5, 16))
    actions.accept(action, by=head, at=at(6, 9))
    actions.reopen(action, day=date(2025, 11, 14), words="又坏了", by=head, at=at(7, 9))
    assert fresh(action).accepted_by is None


def test_what_need_not_be_done_is_dropped_with_a_reason(action, head):
    with pytest.raises(Refused):
        actions.drop(action, words="", by=head, at=at(5, 9))
    actions.drop(action, words="改为整体改造", by=head, at=at(5, 9))
    assert (fresh(action).status, fresh(action).due_at) == (Status.DROPPED, None)


def test_what_was_dropped_is_not_taken_up_again(action, head):
    actions.drop(action, words="不需要", by=head, at=at(5, 9))
    with pytest.raises(Refused):
        actions.reopen(action, day=NEXT_WEEK, words="需要", by=head, at=at(5, 10))


# -- in whose hands


def test_another_person_becomes_responsible_and_the_day_stays(action, head, safety_officer):
    actions.give(action, to=safety_officer, by=head, at=at(4, 9))
    after = fresh(action)
    assert (after.assignee, after.due_at) == (safety_officer, at(12, 17, 30))
    assert told(safety_officer) == ["In your hands now: A-2025-0001 更换三楼应急灯"]


def test_several_are_given_at_once_but_for_those_that_are_over(
    action, head, technician, safety_officer
):
    other = given(head, technician, title="清理楼道")
    actions.drop(other, words="不需要", by=head, at=at(4, 9))
    both = [fresh(action), fresh(other)]
    entries = actions.give_all(both, to=safety_officer, by=head, at=at(4, 10))
    assert [entry.thing for entry in entries] == [action]


def test_several_are_accepted_at_once_but_for_ones_own(action, head, technician):
    own = given(head, head, title="汇总台账")
    actions.finish(own, words="完成", by=head, at=at(5, 9))
    actions.finish(action, words="完成", by=technician, at=at(5, 9))
    accepted = actions.accept_all([fresh(action), fresh(own)], by=head, at=at(6, 9))
    assert [entry.thing for entry in accepted] == [action]


def test_it_waits_for_whoever_is_responsible_then_for_the_head(action, head, technician):
    assert [each.title for each in read(waiting_cases(technician, at(5, 9)))] == ["更换三楼应急灯"]
    assert read(waiting_cases(head, at(6, 10))) == []
    actions.finish(action, words="完成", by=technician, at=at(5, 16))
    assert read(waiting_cases(technician, at(5, 17))) == []
    assert [each.path for each in read(waiting_cases(head, at(6, 10)))] == [ACTION.path(action)]


def test_what_a_meeting_decided_waits_for_its_chair_and_not_for_the_head(
    head, safety_officer, technician
):
    meeting = published(
        safety_officer, technician, decisions=[("更换应急灯", technician, NEXT_WEEK)]
    )
    action = ActionItem.objects.get(meeting=meeting)
    actions.finish(action, words="完成", by=technician, at=at(6, 9))
    assert [each.title for each in read(waiting_cases(safety_officer, at(6, 10)))] == ["更换应急灯"]
    assert read(waiting_cases(head, at(6, 10))) == []


def test_what_the_chair_has_done_waits_for_the_head(head, safety_officer, technician):
    published(safety_officer, technician, decisions=[("写总结", safety_officer, NEXT_WEEK)])
    action = ActionItem.objects.get()
    actions.finish(action, words="完成", by=safety_officer, at=at(6, 9))
    waits = [read(waiting_cases(person, at(6, 10))) for person in (safety_officer, head)]
    assert [len(each) for each in waits] == [0, 1]


# -- who sees it


def test_only_whom_it_concerns_sees_it(
    action, head, technician, teacher, administrator, safety_officer
):
    cases.follow(action, person=safety_officer, at=at(4, 9))
    people = (head, technician, teacher, administrator, safety_officer)
    seen = {person.name: ActionItem.objects.visible_to(person).exists() for person in people}
    assert seen == {
        "程远山": True, "江小川": True, "许知言": False, "温以宁": False, "安若溪": True,
    }  # fmt: skip


def test_chair_and_recorder_see_what_came_of_their_meeting(
    head, safety_officer, teacher, technician
):
    published(
        safety_officer, technician, recorder=teacher,
        decisions=[("更换应急灯", technician, NEXT_WEEK)],
    )  # fmt: skip
    for person in (safety_officer, teacher):
        assert ActionItem.objects.visible_to(person).count() == 1


# -- handed on from the front desk


def test_an_enquiry_goes_on_as_an_action_with_all_that_it_holds(
    enquiry, pupil, dispatcher, teacher, head
):
    cases.follow(enquiry, person=teacher, at=CALLED_AT)
    action = handed_on(enquiry, dispatcher)
    assert (action.title, action.description, action.reporter, action.status) == (
        "三楼应急灯不亮", "晚自习很暗", pupil, Status.NEW,
    )  # fmt: skip
    assert [each.name for each in Attachment.objects.of(action)] == ["现场.jpg"]
    followers = Follow.objects.filter(object_id=action.pk, content_type__model="actionitem")
    assert {(each.person, each.me_too) for each in followers} == {(teacher, False), (pupil, True)}
    assert happened(action) == [
        "Raised as E-2025-0001", "Raised as A-2025-0001", "Continues E-2025-0001",
    ]  # fmt: skip
    assert told(head) == ["New: A-2025-0001 三楼应急灯不亮"]


def test_it_counts_once(enquiry, dispatcher, head):
    handed_on(enquiry, dispatcher)
    assert (Enquiry.objects.counted().count(), ActionItem.objects.counted().count()) == (0, 1)


def test_both_pages_lead_to_each_other(enquiry, dispatcher, head):
    action = handed_on(enquiry, dispatcher)
    enquiry.refresh_from_db()
    going_on = CasePage(enquiry, head, at(3, 11)).continued_by
    before = [(each.case, each.path) for each in going_on]
    after = CasePage(action, head, at(3, 11)).origin
    assert (before, after) == (
        [(action, f"/plan/actions/{action.pk}/")], (enquiry, f"/desk/{enquiry.pk}/"),
    )  # fmt: skip


def test_it_is_handed_on_once(enquiry, dispatcher, head):
    handed_on(enquiry, dispatcher)
    with pytest.raises(Refused):
        cases.hand_on(enquiry, to=ACTION, by=dispatcher, at=at(3, 11))
    assert ActionItem.objects.count() == 1


def test_without_a_day_it_promises_nothing_until_one_is_agreed(
    enquiry, dispatcher, head, technician
):
    action = handed_on(enquiry, dispatcher)
    assert not Promise.objects.of(action).exists()
    actions.give(action, to=technician, by=head, at=at(3, 11))
    actions.agree(action, day=NEXT_WEEK, by=head, at=at(3, 12))
    assert fresh(action).due_at == at(12, 17, 30)
    with pytest.raises(Refused):
        actions.agree(action, day=NEXT_WEEK, by=head, at=at(3, 13))
    assert told(technician)[-1] == "To be done by Wed 12 Nov: A-2025-0001 三楼应急灯不亮"


def test_what_is_nobodys_cannot_begin(enquiry, dispatcher, head):
    action = handed_on(enquiry, dispatcher)
    with pytest.raises(ValidationError):
        cases.move(action, Status.UNDER_WAY, by=head, at=at(3, 11))
