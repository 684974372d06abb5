"""Reminders go out when their moment comes: to the right people, once, and late if need be."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import translation

from campus.doors import Refused
from campus.models import Delivery, InboxEntry, Robot
from planning import tasks
from planning.actions import reminders
from planning.actions.reminders import acknowledge, plan_reminders, send_reminder
from planning.models import PlanItem, Reminder
from tests.reminding import held_elsewhere, make_item, moment

LONG_BEFORE = moment("2025-11-03 09:00")


@pytest.fixture
def drill(semester, office, head, technician) -> PlanItem:
    """A drill of the technician's, due on Friday 28 November 2025, with its reminders laid."""
    item = make_item(semester, office, head, owner=technician)
    plan_reminders(item, at=LONG_BEFORE)
    return item


def send_due(at: str) -> int:
    """Send all that is due at that moment; how many went out."""
    now = moment(at)
    return sum(send_reminder(each.pk, at=now) for each in Reminder.objects.due(now))


def told() -> list[str]:
    """Each inbox entry: who, whether late, and the sentence, in the order of telling."""
    with translation.override("en"):
        return [
            f"{entry.person.name}: {entry.notice.sentence}{' (late)' if entry.notice.late else ''}"
            for entry in InboxEntry.objects.select_related("notice", "person").order_by("pk")
        ]


def states(item: PlanItem) -> list[str]:
    return list(Reminder.objects.about(item).values_list("state", flat=True))


def test_nothing_goes_out_before_its_moment(drill):
    assert send_due("2025-11-21 07:59") == 0
    assert told() == []


def test_it_goes_out_at_its_moment_once(drill, technician):
    assert send_due("2025-11-21 08:00") == 1
    assert send_due("2025-11-21 08:01") == 0
    assert told() == [f"{technician.name}: Due on Fri 28 Nov: 消防疏散演练"]


def test_all_steps_of_a_thing_that_nobody_does(drill, technician, head):
    for day in ("11-21", "11-27", "11-28", "12-01", "12-03", "12-05"):
        send_due(f"2025-{day} 08:00")
    assert told() == [
        f"{technician.name}: Due on Fri 28 Nov: 消防疏散演练",
        f"{technician.name}: Due on Fri 28 Nov: 消防疏散演练",
        f"{technician.name}: Due today, Fri 28 Nov: 消防疏散演练",
        f"{technician.name}: Overdue since Fri 28 Nov: 消防疏散演练",
        f"{technician.name}: Overdue since Fri 28 Nov: 消防疏散演练",
        f"{head.name}: Still undone, due on Fri 28 Nov, with {technician.name}: 消防疏散演练",
    ]


def test_it_leads_to_the_thing(drill):
    send_due("2025-11-21 08:00")
    assert InboxEntry.objects.get().notice.path == drill.get_absolute_url()


@pytest.mark.parametrize(
    ("at", "late"), [("2025-11-21 08:15", ""), ("2025-11-21 08:16", " (late)")]
)
def test_more_than_a_quarter_of_an_hour_after_its_moment_it_is_marked_late(
    drill, technician, at, late
):
    send_due(at)
    assert told() == [f"{technician.name}: Due on Fri 28 Nov: 消防疏散演练{late}"]


def test_one_that_was_laid_after_its_moment_is_not_late(semester, office, head, technician):
    item = make_item(semester, office, head, owner=technician)
    plan_reminders(item, at=moment("2025-11-24 10:00"))
    send_due("2025-11-24 10:01")
    assert told() == [f"{technician.name}: Due on Fri 28 Nov: 消防疏散演练"]


def test_a_late_one_says_what_is_true_by_then(drill, technician):
    send_due("2025-11-28 07:00")
    Reminder.objects.filter(state="planned").exclude(step="on_day").delete()
    send_due("2025-12-01 09:00")
    assert told()[-1] == f"{technician.name}: Overdue since Fri 28 Nov: 消防疏散演练 (late)"


def test_what_was_missed_for_days_is_told_once_to_each(drill, technician, head):
    assert send_due("2025-12-05 09:00") == 2
    assert told() == [
        f"{technician.name}: Overdue since Fri 28 Nov: 消防疏散演练 (late)",
        f"{head.name}: Still undone, due on Fri 28 Nov, with 江小川: 消防疏散演练 (late)",
    ]
    assert states(drill).count("cancelled") == 4


def test_one_that_a_later_one_has_overtaken_stays_away(drill, technician):
    first, second, *_later = Reminder.objects.about(drill).order_by("moment")
    assert send_reminder(second.pk, at=second.moment)
    assert not send_reminder(first.pk, at=second.moment)
    assert len(told()) == 1


def test_what_is_done_is_not_reminded_of(drill):
    PlanItem.objects.update(status="done")
    assert send_due("2025-11-21 08:00") == 0
    assert (told(), states(drill)[0]) == ([], "cancelled")


def test_what_is_due_on_another_day_by_now_is_not_reminded_of(drill):
    PlanItem.objects.update(ends_on=date(2025, 12, 5))
    assert send_due("2025-11-21 08:00") == 0
    assert (told(), states(drill)[0]) == ([], "cancelled")


def test_what_is_gone_is_not_reminded_of(drill):
    PlanItem.objects.all().delete()
    assert send_due("2025-11-21 08:00") == 0
    assert Reminder.objects.order_by("moment")[0].state == "cancelled"


def test_it_reaches_whoever_is_responsible_by_then(drill, safety_officer):
    PlanItem.objects.update(owner=safety_officer)
    send_due("2025-11-21 08:00")
    assert told() == [f"{safety_officer.name}: Due on Fri 28 Nov: 消防疏散演练"]


def test_one_that_only_the_new_owner_needs_reaches_nobody_else(drill, technician, safety_officer):
    send_due("2025-11-21 08:00")
    drill.owner = safety_officer
    drill.save()
    plan_reminders(drill, at=moment("2025-11-24 10:00"))
    send_due("2025-11-24 10:01")
    assert told() == [
        f"{technician.name}: Due on Fri 28 Nov: 消防疏散演练",
        f"{safety_officer.name}: Due on Fri 28 Nov: 消防疏散演练",
    ]


def test_a_head_who_is_responsible_is_not_told_twice_at_one_moment(semester, office, head):
    item = make_item(semester, office, head, owner=head)
    plan_reminders(item, at=moment("2025-12-02 09:00"))
    Reminder.objects.filter(step="escalation").update(moment=moment("2025-12-03 08:00"))
    send_due("2025-12-03 08:00")
    assert told() == [f"{head.name}: Overdue since Fri 28 Nov: 消防疏散演练"]


def test_a_group_hears_of_it_once_however_many_are_told(semester, office, head, technician):
    Robot.objects.create(name="安全群", address="json://127.0.0.1/", topics=["reminder"])
    item = make_item(semester, office, head)
    plan_reminders(item, at=LONG_BEFORE)
    send_due("2025-11-21 08:00")
    assert Delivery.objects.exclude(robot=None).count() == 1


# -- taking note


def test_whoever_took_note_hears_no_more_but_the_head_does(drill, technician, head):
    acknowledge(drill, by=technician, at=LONG_BEFORE)
    for day in ("11-21", "11-27", "11-28", "12-01", "12-03", "12-05"):
        send_due(f"2025-{day} 08:00")
    assert told() == [
        f"{head.name}: Still undone, due on Fri 28 Nov, with {technician.name}: 消防疏散演练"
    ]


def test_a_new_due_day_is_reminded_of_anew(drill, technician):
    acknowledge(drill, by=technician, at=LONG_BEFORE)
    drill.ends_on = date(2025, 12, 5)
    drill.save()
    plan_reminders(drill, at=LONG_BEFORE)
    send_due("2025-11-28 08:00")
    assert told() == [f"{technician.name}: Due on Fri 5 Dec: 消防疏散演练"]


def test_taking_note_twice_is_once(drill, technician):
    first = acknowledge(drill, by=technician, at=LONG_BEFORE)
    assert acknowledge(drill, by=technician, at=LONG_BEFORE + timedelta(1)) == first


def test_of_what_is_done_nobody_takes_note(drill, technician):
    drill.status = "done"
    with pytest.raises(Refused):
        acknowledge(drill, by=technician, at=LONG_BEFORE)


# -- never twice


def test_the_database_forbids_the_same_reminder_twice(drill):
    twin = Reminder.objects.about(drill)[0]
    twin.pk = None
    with pytest.raises(IntegrityError, match="reminder_once"), transaction.atomic():
        twin.save(force_insert=True)


@pytest.mark.django_db(transaction=True)
def test_while_one_worker_sends_another_passes_over(drill, technician):
    first = Reminder.objects.about(drill).order_by("moment")[0]
    with held_elsewhere(first):
        assert send_reminder(first.pk, at=moment("2025-11-21 08:00")) is False
    assert told() == []
    assert send_due("2025-11-21 08:01") == 1


def test_dying_before_the_commit_leaves_it_as_it_was(drill, technician, monkeypatch):
    def die(*_, **__):
        raise SystemExit

    with monkeypatch.context() as patch:
        patch.setattr(Reminder, "save", die)
        with pytest.raises(SystemExit):
            send_due("2025-11-21 08:00")
    assert told() == []
    assert send_due("2025-11-21 08:01") == 1
    assert told() == [f"{technician.name}: Due on Fri 28 Nov: 消防疏散演练"]


# -- tasks


def test_the_task_sends_all_that_is_due_by_the_clock(drill, technician, head):
    tasks.send_due_reminders()  # by now all six have been due for long
    assert len(told()) == 2
    assert all(line.endswith("(late)") for line in told())


@pytest.mark.logs_errors
def test_a_fault_in_one_does_not_hold_up_the_others(
    drill, semester, office, head, monkeypatch, caplog
):
    other = make_item(semester, office, head, title="地震演练", owner=head)
    plan_reminders(other, at=LONG_BEFORE)
    *_others, bad = Reminder.objects.about(drill).order_by("moment")
    sound = reminders.people_for

    def stumble(reminder):
        if reminder.pk == bad.pk:
            raise ZeroDivisionError
        return sound(reminder)

    monkeypatch.setattr(reminders, "people_for", stumble)
    tasks.send_due_reminders()
    assert [line.endswith("地震演练 (late)") for line in told()] == [False, True, True]
    assert [each.levelname for each in caplog.records] == ["ERROR"]


def test_every_morning_the_reminders_of_all_open_things_are_laid_anew(drill):
    Reminder.objects.all().delete()
    PlanItem.objects.update(ends_on=date(2099, 11, 27), starts_on=date(2099, 11, 27))
    tasks.lay_reminders()
    assert Reminder.objects.filter(state="planned").count() == 6
