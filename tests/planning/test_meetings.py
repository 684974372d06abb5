"""Meetings: called, opened, minuted, published; who is told, who sees what."""

from datetime import date, time

import pytest
from django.db import IntegrityError
from django.utils import translation

from campus.doors import Refused
from campus.models import Duty, Person, Place, Role, TimelineEntry
from planning.actions import agendas, meetings, minutes, rolls
from planning.actions.minutes import Decided
from planning.models import ActionItem, AgendaItem, Attendee, Decision, Meeting
from planning.models.meeting import tally
from tests.planning.meetings import (
    ENDS_AT,
    NEXT_WEEK,
    STARTS_AT,
    all_present,
    at,
    called,
    held,
    hours,
    minuted,
    published,
    told,
)

Way, Presence, Status = Attendee.Way, Attendee.Presence, Meeting.Status


def roll_of(meeting: Meeting) -> dict[str, str]:
    return {each.person.name: each.way for each in meeting.attendees.select_related("person")}


def changed(meeting: Meeting, by: Person, *people: Person, **facts) -> Meeting:
    """The invitation as it was but for `facts`."""
    meeting.refresh_from_db()
    same = {
        "title": meeting.title, "kind": meeting.kind, "starts_at": meeting.starts_at,
        "ends_at": meeting.ends_at, "chair": meeting.chair, "recorder": meeting.recorder,
        "roles": meeting.roles, "departments": list(meeting.departments.all()),
        "agenda": [each.title for each in meeting.agenda.all()],
    }  # fmt: skip
    return meetings.change(meeting, people=people, by=by, at=at(4, 9), **{**same, **facts})


# -- invitations


def test_people_roles_and_departments_become_one_roll(
    head, safety_officer, technician, teacher, dorm_leader, academic_office
):
    meeting = called(
        head, technician, recorder=safety_officer, roles=[Role.DORM_LEADER, Role.SAFETY_OFFICER],
        departments=[academic_office],
    )  # fmt: skip
    assert roll_of(meeting) == {
        "程远山": Way.NAME, "安若溪": Way.NAME, "江小川": Way.NAME, "苏听澜": Way.GROUP,
        "许知言": Way.GROUP,
    }  # fmt: skip


def test_whoever_holds_the_role_no_more_is_not_invited(head, dorm_leader):
    Duty.objects.filter(person=dorm_leader).update(ends_on=date(2025, 7, 31))
    assert roll_of(called(head, roles=[Role.DORM_LEADER])) == {"程远山": Way.NAME}


def test_everybody_but_the_caller_is_told_when_and_where(head, technician, teacher):
    hall = Place.objects.create(kind=Place.Kind.ROOM, code="A-XZ-302", name="行政楼302")
    called(head, technician, place=hall)
    assert (told(technician), told(head), told(teacher)) == (
        ["You are invited to “安全工作例会”: Wed 5 Nov 14:00, 行政楼302"], [], [],
    )  # fmt: skip


def test_a_change_tells_each_what_changed_for_them(head, technician, teacher, safety_officer):
    meeting = called(head, technician, teacher)
    changed(meeting, head, technician, safety_officer, **hours(time(16)))
    assert [told(person)[-1] for person in (technician, teacher, safety_officer)] == [
        "“安全工作例会” is now at another time or place: Wed 5 Nov 16:00",
        "You need not come to “安全工作例会” on Wed 5 Nov 16:00 any more",
        "You are invited to “安全工作例会”: Wed 5 Nov 16:00",
    ]


def test_another_title_alone_is_no_news(head, technician):
    meeting = called(head, technician)
    changed(meeting, head, technician, title="安全例会")
    assert len(told(technician)) == 1


def test_it_is_cancelled_with_a_reason_that_all_are_told(head, technician):
    meeting = called(head, technician)
    meetings.cancel(meeting, reason="台风停课", by=head, at=at(4, 9))
    assert told(technician)[-1] == "“安全工作例会” on Wed 5 Nov 14:00 is cancelled: 台风停课"
    assert Meeting.objects.get().status == Status.CANCELLED


def test_the_database_keeps_no_cancelled_meeting_without_a_reason(head):
    meeting = called(head)
    with pytest.raises(IntegrityError):
        Meeting.objects.filter(pk=meeting.pk).update(status=Status.CANCELLED)


def test_nor_one_that_ends_before_it_starts(head):
    meeting = called(head)
    with pytest.raises(IntegrityError):
        Meeting.objects.filter(pk=meeting.pk).update(ends_at=STARTS_AT)


def test_nor_one_person_twice_on_a_roll(head, technician):
    meeting = called(head, technician)
    with pytest.raises(IntegrityError):
        Attendee.objects.create(meeting=meeting, person=technician, way=Way.GROUP)


def test_what_somebody_else_has_changed_is_not_overwritten(head):
    meeting = called(head)
    changed(meeting, head, title="安全例会")
    with pytest.raises(Refused):
        changed(meeting, head, title="例会", seen=1)
    assert Meeting.objects.get().title == "安全例会"


def test_what_is_cancelled_or_published_is_not_changed(head):
    meeting = called(head)
    meetings.cancel(meeting, reason="台风", by=head, at=at(4, 9))
    with pytest.raises(Refused):
        changed(meeting, head, title="例会")


# -- the agenda


def agenda_of(meeting: Meeting) -> list[tuple[str, str]]:
    return [(each.title, each.minutes) for each in meeting.agenda.order_by("position")]


def test_points_that_move_or_are_reworded_keep_their_minutes(head):
    meeting = minuted(head)
    agendas.lay_agenda(meeting, ["十一月消防月", "上周隐患整改情况", "其他"])
    assert agenda_of(meeting) == [
        ("十一月消防月", "三处隐患已整改。"), ("上周隐患整改情况", ""), ("其他", ""),
    ]  # fmt: skip
    agendas.lay_agenda(meeting, ["其他", "十一月消防月"])
    assert agenda_of(meeting) == [("其他", ""), ("十一月消防月", "三处隐患已整改。")]


def test_a_point_with_minutes_stays_on_the_agenda(head):
    meeting = minuted(head)
    with pytest.raises(Refused):
        agendas.lay_agenda(meeting, [])


# -- opened, the roll


def test_it_is_opened_on_its_day_and_not_before(head):
    meeting = called(head)
    with pytest.raises(Refused):
        meetings.begin(meeting, by=head, at=at(4, 23))
    meetings.begin(meeting, by=head, at=at(5, 7))
    assert Meeting.objects.get().status == Status.HELD


def test_the_roll_is_called_and_guests_come_besides(head, technician, safety_officer, teacher):
    meeting = held(head, technician, safety_officer)
    by_name = {each.person.name: each.pk for each in meeting.attendees.all()}
    said = {
        by_name["程远山"]: Presence.PRESENT, by_name["江小川"]: Presence.LATE,
        by_name["安若溪"]: Presence.LEAVE,
    }  # fmt: skip
    rolls.call_roll(meeting, said=said, guests=[teacher], at=STARTS_AT)
    assert tally(meeting.attendees.all()) == {
        "expected": 3, "there": 2, "guests": 1, "open": 0, "present": 1, "late": 1, "leave": 1,
        "absent": 0,
    }  # fmt: skip


def test_a_guest_by_mistake_is_taken_off_again(head, teacher):
    meeting = held(head)
    rolls.call_roll(meeting, said={}, guests=[teacher], at=STARTS_AT)
    guest = meeting.attendees.get(person=teacher)
    rolls.call_roll(meeting, said={guest.pk: rolls.OFF}, guests=[], at=STARTS_AT)
    assert roll_of(meeting) == {"程远山": Way.NAME}


def test_a_guest_is_never_absent(head, teacher):
    meeting = held(head)
    rolls.call_roll(meeting, said={}, guests=[teacher], at=STARTS_AT)
    with pytest.raises(IntegrityError):
        Attendee.objects.filter(person=teacher).update(presence=Presence.ABSENT)


def test_before_the_opening_nobody_is_called(head):
    meeting = called(head)
    with pytest.raises(Refused):
        rolls.call_roll(meeting, said={}, guests=[], at=STARTS_AT)


def test_whoever_has_been_called_stays_on_the_roll(head, technician):
    meeting = held(head, technician)
    all_present(meeting)
    changed(meeting, head)
    assert roll_of(meeting) == {"程远山": Way.NAME, "江小川": Way.NAME}


# -- minutes and decisions


def test_minutes_are_kept_point_by_point_with_what_was_decided(head, technician):
    meeting = minuted(
        head, technician,
        decisions=[("更换应急灯", technician, NEXT_WEEK), ("通过值班表", None, None)],
    )  # fmt: skip
    assert agenda_of(meeting) == [("上周隐患整改", "三处隐患已整改。"), ("消防月安排", "")]
    assert [(each.text, each.owner) for each in meeting.decisions.all()] == [
        ("更换应急灯", technician), ("通过值班表", None),
    ]  # fmt: skip


def test_nothing_becomes_an_action_before_the_minutes_are_out(head, technician):
    minuted(head, technician, decisions=[("更换应急灯", technician, NEXT_WEEK)])
    assert not ActionItem.objects.exists()


def test_minutes_typed_beside_another_persons_are_refused_whole(head):
    meeting = minuted(head)
    first = meeting.agenda.all()[0]
    with pytest.raises(Refused):
        minutes.keep_minutes(
            meeting, minutes={first.pk: "另一段"}, decisions=[], by=head, at=ENDS_AT, seen=1
        )
    assert AgendaItem.objects.get(pk=first.pk).minutes == "三处隐患已整改。"


def test_a_decision_is_corrected_and_an_emptied_one_goes(head, technician):
    meeting = minuted(
        head, decisions=[("更换应急灯", technician, NEXT_WEEK), ("通过值班表", None, None)]
    )
    first, second = meeting.decisions.all()
    typed = [
        Decided(pk=first.pk, text="更换全部应急灯", owner=head, due_on=NEXT_WEEK),
        Decided(pk=second.pk, text=""),
    ]
    minutes.keep_minutes(meeting, minutes={}, decisions=typed, by=head, at=ENDS_AT)
    assert [(each.text, each.owner) for each in meeting.decisions.all()] == [
        ("更换全部应急灯", head)
    ]


def test_a_decision_of_another_meeting_is_out_of_reach(head, technician):
    other = minuted(head, decisions=[("更换应急灯", technician, NEXT_WEEK)])
    meeting = minuted(head, title="另一个会")
    stolen = Decided(pk=other.decisions.get().pk, text="改掉")
    minutes.keep_minutes(meeting, minutes={}, decisions=[stolen], by=head, at=ENDS_AT)
    assert (other.decisions.get().text, meeting.decisions.get().text) == ("更换应急灯", "改掉")


def test_the_database_wants_person_and_day_together(head, technician):
    meeting = minuted(head)
    with pytest.raises(IntegrityError):
        Decision.objects.create(meeting=meeting, text="更换应急灯", owner=technician)


# -- published


def test_publishing_tells_everybody_and_lets_decisions_be_followed(head, technician, teacher):
    meeting = published(
        head, technician,
        decisions=[("更换应急灯", technician, NEXT_WEEK), ("通过值班表", None, None)],
    )  # fmt: skip
    action = ActionItem.objects.get()
    assert (action.title, action.assignee, action.meeting, action.due_at) == (
        "更换应急灯", technician, meeting, at(12, 17, 30),
    )  # fmt: skip
    assert told(technician)[1:] == [
        "New: A-2025-0001 更换应急灯", "The minutes of “安全工作例会” are published",
    ]  # fmt: skip
    assert told(teacher) == []


@pytest.mark.parametrize(
    ("facts", "day"),
    [({"recorder": None}, NEXT_WEEK), ({}, date(2025, 11, 4))],
    ids=["nobody has taken the minutes", "a day that has passed"],
)
def test_what_is_unfinished_is_not_published(head, technician, facts, day):
    decisions = [("更换应急灯", technician, day)]
    meeting = minuted(head, technician, **{"recorder": head, **facts}, decisions=decisions)
    with pytest.raises(Refused):
        meetings.publish(meeting, by=head, at=ENDS_AT)
    assert (Meeting.objects.get().status, ActionItem.objects.count()) == (Status.HELD, 0)


def test_nor_while_the_roll_is_open(head, technician):
    meeting = held(head, technician, recorder=head)
    with pytest.raises(Refused):
        meetings.publish(meeting, by=head, at=ENDS_AT)


def test_the_database_publishes_nothing_without_a_recorder(head):
    meeting = held(head)
    with pytest.raises(IntegrityError):
        Meeting.objects.filter(pk=meeting.pk).update(status=Status.PUBLISHED)


def test_corrected_minutes_raise_no_action_twice(head, technician):
    meeting = published(head, technician, decisions=[("更换应急灯", technician, NEXT_WEEK)])
    meetings.take_back(meeting, by=head, at=at(6, 9))
    more = [Decided(text="写总结", owner=head, due_on=NEXT_WEEK)]
    minutes.keep_minutes(meeting, minutes={}, decisions=more, by=head, at=at(6, 9))
    meetings.publish(meeting, by=head, at=at(6, 10))
    assert [each.title for each in ActionItem.objects.order_by("pk")] == ["更换应急灯", "写总结"]


def test_the_timeline_tells_the_whole_story(head, technician):
    meeting = published(head, technician)
    with translation.override("en"):
        story = [(each.sentence, each.status) for each in TimelineEntry.objects.of(meeting)]
    assert story == [
        ("Called for Wed 5 Nov 14:00", "planned"), ("Opened", "held"),
        ("Minutes published", "published"),
    ]  # fmt: skip
