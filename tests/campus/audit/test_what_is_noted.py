"""Which acts stand in the log: in the transaction of the act, and none of them names a pupil."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from campus.account import actions as account
from campus.cases import actions as cases
from campus.cases.models import PromiseRule
from campus.closing import actions as closing
from campus.models import AuditEntry, Duty, Robot, Role
from campus.notices import actions as notices
from campus.people import actions as people
from campus.school_time import actions as school_time
from planning.actions import reminder_rules

AT = datetime(2026, 2, 3, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
DAY = date(2026, 2, 3)


def noted() -> list[tuple[str, int | None]]:
    """Kind and whom it was done to, in the order of the acts."""
    return list(AuditEntry.objects.order_by("id").values_list("kind", "about_id"))


@pytest.fixture
def who(administrator) -> dict:
    return {"by": administrator, "at": AT}


def test_duties(who, teacher, technician):
    duty = Duty(person=teacher, role=Role.DRIVER, starts_on=DAY)
    people.give_duty(duty, **who)
    people.name_stand_in(duty, person=technician, first=DAY, last=DAY, **who)
    people.set_last_day(duty, ends_on=DAY, **who)
    people.set_last_day(duty, ends_on=None, **who)
    assert noted() == [
        ("duty_given", teacher.pk), ("duty_stand_in", technician.pk), ("duty_ends", teacher.pk),
        ("duty_runs_on", teacher.pk),
    ]  # fmt: skip


def test_people(who, pupil):
    fields = {name: getattr(pupil, name) for name in people.person.EDITED}
    people.change_person(pupil, **who, **fields)
    people.change_person(pupil, **who, **{**fields, "phone": "1", "name": "林慕云"})
    people.end_person(pupil, on=DAY, **who)
    people.take_person_back(pupil, **who)
    assert noted() == [
        ("person_corrected", pupil.pk), ("person_ended", pupil.pk), ("person_back", pupil.pk),
    ]  # fmt: skip
    assert "Corrected: " in AuditEntry.objects.get(kind="person_corrected").text


def test_sign_in_of_others(who, pupil, head):
    account.give_password(pupil, **who)
    account.sign_out_everywhere(pupil, **who)
    assert noted() == [("password_given", pupil.pk), ("signed_out", pupil.pk)]


def test_optional_fields(who, pupil):
    people.switch_field("guardian_phone", to_on=True, reason="Boarding", **who)
    people.write_extra(pupil, guardian_phone="13900000000", **who)
    people.switch_field("guardian_phone", to_on=False, reason="Not used", **who)
    people.erase_field("guardian_phone", **who)
    kinds = ["field_on", "extra_written", "field_off", "field_erased"]
    assert [kind for kind, _about in noted()] == kinds


def test_pupils_that_are_taken_away(who, pupil, head):
    who = {**who, "page": "/people/?q=林暮云"}
    people.note_taken([pupil.pk, head.pk], reason="For the doctor", **who)
    people.note_taken([pupil.pk], on_paper=True, **who)
    people.note_taken([head.pk], **who)
    told = list(AuditEntry.objects.order_by("id").values_list("kind", "facts"))
    facts = {"count": 1, "page": "/people/"}
    assert told == [
        ("pupils_taken", {**facts, "reason": "For the doctor"}),
        ("pupils_printed", {**facts, "reason": "-"}),
    ]


def test_what_is_set_for_all(who, semester):
    robot = notices.add_robot(Robot(name="后勤群", address="json://127.0.0.1:9/"), **who)
    notices.change_robot(robot, name="后勤", address=robot.address, topics=[], **who)
    notices.switch_robot(robot, on=False, **who)
    rule = PromiseRule(
        case_kind="enquiry",
        promise="answer",
        priority="normal",
        minutes=60,
        warn_minutes=30,
        escalate_minutes=[],
    )
    cases.change_rule(rule, **who)
    steps = {"days_before": [1], "on_the_day": True, "overdue_after": [], "escalate_after": []}
    reminder_rules.set_rule("plan_item.drill", steps=steps, **who)
    school_time.set_hours("office", [(2, time(9), time(11))], **who)
    closing.close(semester, **who)
    closing.reopen(semester, why="A mistake", **who)
    assert [kind for kind, _about in noted()] == [
        "robot_added", "robot_changed", "robot_off", "promise_ruled", "reminder_ruled", "hours_set",
        "semester_closed", "semester_reopened",
    ]  # fmt: skip
    assert all(str(entry) for entry in AuditEntry.objects.all())
