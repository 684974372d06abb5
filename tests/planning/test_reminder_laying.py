"""Which reminders follow from a thing's dates, people, state and rule."""

from datetime import date, timedelta

import pytest

from campus.models import SpecialDay
from campus.school_time.calendar import shipped_calendar
from planning.actions.reminders import (
    acknowledge,
    forget_reminders,
    plan_reminders,
    plan_reminders_anew,
    send_reminder,
)
from planning.models import PlanItem, Reminder, ReminderRule
from planning.registry import remindable_for
from tests.reminding import SCHOOL, laid, make_item, moment

LONG_BEFORE = moment("2025-11-03 09:00")

# A drill due on Friday 28 November, under the shipped rule.
DRILL = [
    "11-21 08:00 before",
    "11-27 08:00 before",
    "11-28 08:00 on_day",
    "12-01 08:00 overdue",
    "12-03 08:00 overdue",
    "12-05 08:00 escalation",
]


@pytest.fixture
def drill(semester, office, head, technician) -> PlanItem:
    """A drill of the technician's, due on Friday 28 November 2025."""
    return make_item(semester, office, head, owner=technician)


def change(item: PlanItem, **fields) -> None:
    for name, value in fields.items():
        setattr(item, name, value)
    item.save()


# -- the moments of a rule


def moments(due_on: str, **steps) -> list[str]:
    rule = ReminderRule(**{"on_the_day": False} | steps)
    found = rule.moments(date.fromisoformat(due_on), shipped_calendar())
    return [f"{each.at.astimezone(SCHOOL):%m-%d %H:%M} {each.step}" for each in found]


@pytest.mark.parametrize(
    ("due_on", "steps", "expected"),
    [
        ("2025-11-28", {"days_before": [1]}, ["11-27 08:00 before"]),
        ("2025-11-24", {"days_before": [1]}, ["11-21 08:00 before"]),
        ("2025-11-28", {"days_before": [5, 1]}, ["11-21 08:00 before", "11-27 08:00 before"]),
        ("2025-11-28", {"on_the_day": True}, ["11-28 08:00 on_day"]),
        # A Sunday: on the day means the Friday before, and one day before it the Thursday.
        ("2025-11-30", {"on_the_day": True}, ["11-28 08:00 on_day"]),
        ("2025-11-30", {"days_before": [1]}, ["11-27 08:00 before"]),
        ("2025-11-30", {"overdue_after": [1]}, ["12-01 08:00 overdue"]),
        # National Day: off from 1 to 8 October, made up for on Sunday 28 September and
        # Saturday 11 October.
        ("2025-10-09", {"days_before": [1]}, ["09-30 08:00 before"]),
        ("2025-10-09", {"days_before": [3]}, ["09-28 08:00 before"]),
        ("2025-10-03", {"on_the_day": True}, ["09-30 08:00 on_day"]),
        ("2025-10-10", {"overdue_after": [1, 2]}, ["10-11 08:00 overdue", "10-13 08:00 overdue"]),
        ("2025-09-30", {"escalate_after": [1]}, ["10-09 08:00 escalation"]),
        ("2025-11-28", {}, []),
    ],
)
def test_moments_are_openings_counted_in_working_days(due_on, steps, expected):
    assert moments(due_on, **steps) == expected


def test_the_head_and_the_responsible_each_have_their_own_moment():
    assert moments("2025-11-28", overdue_after=[3], escalate_after=[3]) == [
        "12-03 08:00 overdue",
        "12-03 08:00 escalation",
    ]


# -- laying


def test_a_drill_has_reminders_by_default(drill):
    plan_reminders(drill, at=LONG_BEFORE)
    assert laid(drill) == DRILL


@pytest.mark.parametrize("kind", ["meeting", "supplies", "other"])
def test_other_kinds_have_none_until_the_school_makes_a_rule(drill, kind):
    change(drill, kind=kind)
    plan_reminders(drill, at=LONG_BEFORE)
    assert laid(drill) == []


def test_the_schools_rule_takes_the_place_of_the_shipped_one(drill):
    ReminderRule.objects.create(subject="plan_item.drill", days_before=[2], on_the_day=False)
    plan_reminders(drill, at=LONG_BEFORE)
    assert laid(drill) == ["11-26 08:00 before"]


def test_an_items_own_rule_takes_the_place_of_both(drill):
    ReminderRule.objects.create(subject="plan_item.drill", days_before=[2])
    change(drill, reminder_rule=ReminderRule.objects.create(days_before=[10], on_the_day=False))
    plan_reminders(drill, at=LONG_BEFORE)
    assert laid(drill) == ["11-14 08:00 before"]


def test_a_silent_rule_keeps_silent(drill):
    ReminderRule.objects.create(subject="plan_item.drill", on_the_day=False)
    plan_reminders(drill, at=LONG_BEFORE)
    assert laid(drill) == []


def test_laying_again_changes_nothing(drill):
    plan_reminders(drill, at=LONG_BEFORE)
    plan_reminders(drill, at=LONG_BEFORE + timedelta(hours=1))
    assert laid(drill) == DRILL
    assert Reminder.objects.count() == len(DRILL)


def test_a_new_due_day_moves_them(drill):
    plan_reminders(drill, at=LONG_BEFORE)
    change(drill, ends_on=date(2025, 12, 5))
    plan_reminders(drill, at=LONG_BEFORE)
    assert laid(drill) == [
        "11-28 08:00 before",
        "12-04 08:00 before",
        "12-05 08:00 on_day",
        "12-08 08:00 overdue",
        "12-10 08:00 overdue",
        "12-12 08:00 escalation",
    ]


def test_a_day_off_declared_later_moves_them_the_next_morning(drill):
    plan_reminders(drill, at=LONG_BEFORE)
    SpecialDay.objects.create(day=date(2025, 11, 28), kind="off", name="校运会")
    plan_reminders_anew(remindable_for(drill), drill.pk, at=LONG_BEFORE)
    assert laid(drill)[:3] == ["11-20 08:00 before", "11-26 08:00 before", "11-27 08:00 on_day"]


@pytest.mark.parametrize("status", ["done", "dropped"])
def test_nothing_is_planned_for_what_is_done_or_dropped(drill, status):
    plan_reminders(drill, at=LONG_BEFORE)
    change(drill, status=status, reason="不再需要")
    plan_reminders(drill, at=LONG_BEFORE)
    assert laid(drill) == []


def test_what_is_opened_again_is_reminded_of_again(drill):
    plan_reminders(drill, at=LONG_BEFORE)
    change(drill, status="done")
    plan_reminders(drill, at=LONG_BEFORE)
    change(drill, status="under_way")
    plan_reminders(drill, at=LONG_BEFORE)
    assert laid(drill) == DRILL


def test_what_ended_before_is_not_reminded_of_for_its_past(drill):
    plan_reminders(drill, at=moment("2025-12-02 10:00"))
    assert laid(drill) == ["12-03 08:00 overdue", "12-05 08:00 escalation"]


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2025-11-21 07:59", DRILL),
        ("2025-11-21 08:00", DRILL),
        ("2025-11-27 20:00", DRILL[1:]),  # both days before have passed: the later one, at once
        ("2025-11-28 23:59", DRILL[2:]),
        ("2025-11-29 00:00", DRILL[3:]),
    ],
)
def test_the_latest_step_that_has_passed_comes_at_once_until_the_due_day_is_over(
    drill, at, expected
):
    plan_reminders(drill, at=moment(at))
    assert laid(drill) == expected


def test_a_step_that_was_sent_is_not_laid_again(drill):
    plan_reminders(drill, at=LONG_BEFORE)
    send_first(drill)
    plan_reminders(drill, at=moment("2025-11-21 10:00"))
    assert laid(drill) == DRILL[1:]


def test_whoever_becomes_responsible_later_is_told_at_once(drill, safety_officer):
    plan_reminders(drill, at=LONG_BEFORE)
    send_first(drill)
    change(drill, owner=safety_officer)
    plan_reminders(drill, at=moment("2025-11-24 10:00"))
    plan_reminders(drill, at=moment("2025-11-24 11:00"))
    assert laid(drill) == [f"{DRILL[0]} {safety_officer.name}", *DRILL[1:]]


def test_whoever_has_taken_note_is_not_told_at_once(drill, technician):
    acknowledge(drill, by=technician, at=LONG_BEFORE)
    plan_reminders(drill, at=moment("2025-11-24 10:00"))
    assert laid(drill) == DRILL[1:]


def send_first(drill: PlanItem) -> None:
    first = Reminder.objects.about(drill).order_by("moment")[0]
    assert send_reminder(first.pk, at=moment("2025-11-21 08:00"))


def test_a_thing_that_goes_takes_its_reminders_along(drill, technician):
    plan_reminders(drill, at=LONG_BEFORE)
    acknowledge(drill, by=technician, at=LONG_BEFORE)
    forget_reminders(drill)
    assert Reminder.objects.count() == 0


# -- who is responsible


def names(people) -> list[str]:
    return sorted(person.name for person in people)


def responsible(item: PlanItem) -> list[str]:
    fresh = PlanItem.objects.get(pk=item.pk)
    return names(remindable_for(fresh).responsible(fresh))


def test_the_owner_is_responsible(drill, technician):
    assert responsible(drill) == [technician.name]


def test_without_an_owner_the_head_is(drill, head):
    change(drill, owner=None)
    assert responsible(drill) == [head.name]


def test_when_the_owner_has_left_the_head_is(drill, head, technician):
    technician.is_active = False
    technician.save()
    assert responsible(drill) == [head.name]


def test_without_any_head_the_administrators_are(drill, head, administrator):
    head.duties.update(ends_on=date(2024, 1, 1))
    change(drill, owner=None)
    assert responsible(drill) == [administrator.name]
