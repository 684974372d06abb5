"""Who sees a meeting, and where it shows by itself: calendar, My day, reminders."""

from datetime import time, timedelta

from campus.models import Role
from campus.rows import read
from planning.actions import meetings, reminders
from planning.agenda import dated, waiting
from planning.models import Meeting, Reminder
from tests.planning.meetings import DAY, at, called, published, told

# -- who sees it


def seen_by(*people) -> dict[str, bool]:
    return {person.name: Meeting.objects.visible_to(person).exists() for person in people}


NAMES = (
    "head", "administrator", "safety_officer", "technician", "teacher", "dispatcher", "pupil",
    "dorm_leader",
)  # fmt: skip


def test_only_whom_it_concerns_sees_a_meeting(request):
    cast = {name: request.getfixturevalue(name) for name in NAMES}
    called(
        cast["safety_officer"], cast["technician"], recorder=cast["teacher"],
        roles=[Role.DORM_LEADER], open_minutes=True,
    )  # fmt: skip
    outsiders = [name for name, person in cast.items() if not seen_by(person)[person.name]]
    assert outsiders == ["dispatcher", "pupil"]


def test_published_minutes_can_be_open_to_all_staff_but_never_to_pupils(head, dispatcher, pupil):
    published(head, open_minutes=True)
    assert seen_by(dispatcher, pupil) == {"秦疏影": True, "林暮云": False}


def test_minutes_that_are_not_open_stay_with_the_meeting(head, dispatcher):
    published(head)
    assert seen_by(dispatcher) == {"秦疏影": False}


# -- calendar, my day, reminders


def test_the_calendar_shows_it_with_its_hours_to_whom_it_concerns(head, technician, teacher):
    meeting = called(head, technician)
    things = read(dated(technician, DAY, DAY))
    assert [(each.title, each.starts_at, each.ends_at, each.path) for each in things] == [
        ("安全工作例会", time(14), time(15, 30), f"/plan/meetings/{meeting.pk}/")
    ]
    assert read(dated(teacher, DAY, DAY)) == []
    assert read(dated(technician, DAY + timedelta(days=1), DAY + timedelta(days=1))) == []


def test_a_cancelled_one_stands_in_no_calendar(head):
    meeting = called(head)
    meetings.cancel(meeting, reason="台风", by=head, at=at(4, 9))
    assert read(dated(head, DAY, DAY)) == []


def paths(things) -> list[tuple[str, str]]:
    return [(each.title, each.urgency.name) for each in read(things)]


def test_my_day_has_todays_meeting_then_the_minutes_that_are_missing(head, technician):
    called(head, technician)
    assert (paths(waiting(technician, at(4, 9))), len(told(technician))) == ([], 1)
    assert paths(waiting(technician, at(5, 9))) == [("安全工作例会", "TODAY")]
    assert paths(waiting(technician, at(6, 9))) == []
    assert paths(waiting(head, at(6, 9))) == [("安全工作例会", "SOON")]
    assert paths(waiting(head, at(10, 9))) == [("安全工作例会", "OVERDUE")]


def test_it_is_reminded_of_the_working_day_before_and_on_its_day(head, technician):
    meeting = called(head, technician)
    planned = Reminder.objects.about(meeting).order_by("moment")
    assert [(each.step, each.moment) for each in planned] == [
        ("before", at(4, 8)),
        ("on_day", at(5, 8)),
    ]
    reminders.send_reminder(planned[0].pk, at=at(4, 8))
    assert told(technician)[-1] == "Meeting on Wed 5 Nov: 安全工作例会 14:00"


def test_what_is_cancelled_or_begun_is_reminded_of_no_more(head):
    meeting = called(head)
    meetings.cancel(meeting, reason="台风", by=head, at=at(3, 10))
    states = Reminder.objects.about(meeting).values_list("state", flat=True)
    assert set(states) == {Reminder.State.CANCELLED}
