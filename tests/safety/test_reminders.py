"""What safety has people reminded of, whom, and how much it asks of the database."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from campus.models import InboxEntry, Person, Role
from planning.actions.reminder_rules import set_rule
from planning.actions.reminders import send_reminder
from planning.models import Reminder
from planning.registry import REMINDABLE, subjects
from safety.actions import chemicals, drills, education, equipment, norms
from safety.models import (
    Chemical,
    ChemicalMove,
    Drill,
    EquipmentRule,
    FireEquipment,
    NormRequirement,
    SafetyEvent,
)
from safety.reminders import DrillReminders
from tests.conftest import make_person
from tests.reminding import laid
from tests.safety.conftest import AT, moment, told


def responsible(thing) -> set[Person]:
    return set(REMINDABLE[type(thing)].responsible(thing))


def test_a_drill_is_reminded_of_until_it_is_recorded(planned, head, safety_officer):
    drill = planned(planned_at=moment(11, 12, 15), commander=safety_officer)
    steps = [
        "11-07 08:00 before", "11-11 08:00 before", "11-12 08:00 on_day", "11-13 08:00 overdue",
        "11-19 08:00 escalation",
    ]  # fmt: skip
    assert (laid(drill), responsible(drill)) == (steps, {safety_officer, head})
    drills.start(drill, by=head, at=moment(11, 12, 15))
    assert laid(drill) == []
    drills.take_back_start(drill, by=head, at=moment(11, 12, 15))
    drills.call_off(drill, reason="降雨", by=head, at=moment(11, 12, 15))
    assert laid(drill) == []


def test_an_activity_is_asked_after(head):
    event = education.write_event(
        SafetyEvent(), title="消防讲座", on=date(2025, 11, 12), organiser=head, questions=[],
        classes=[], by=head, at=AT,
    )  # fmt: skip
    assert laid(event) == [
        "11-07 08:00 before", "11-12 08:00 on_day", "11-13 08:00 overdue", "11-19 08:00 overdue",
    ]  # fmt: skip
    education.hold(event, by=head, at=moment(11, 12, 16))
    assert laid(event) == []


def test_a_proof_that_runs_out_is_asked_of_whoever_has_the_work(head, safety_officer, technician):
    requirement = NormRequirement.objects.filter(every="month")[0]
    requirement = norms.write_requirement(requirement, role=Role.TECHNICIAN, by=head, at=AT)
    assert laid(requirement) == []
    proof = norms.prove(requirement, on=AT.date(), note="记录", by=head, at=AT)
    assert laid(requirement) == [
        "12-05 08:00 before", "12-08 08:00 on_day", "12-15 08:00 overdue", "12-22 08:00 escalation",
    ]  # fmt: skip
    assert responsible(requirement) == {technician}
    norms.take_back(proof, by=head, at=AT)
    assert laid(requirement) == []


@pytest.fixture
def hang(head, stairs):
    def hung(code: str, due_on: date) -> FireEquipment:
        return equipment.write_equipment(
            FireEquipment(), code=code, place=stairs, made_on=date(2021, 1, 1),
            next_service=due_on, by=head, at=AT,
        )  # fmt: skip

    return hung


def test_pieces_of_a_sort_are_reminded_of_together(hang, head, safety_officer):
    first = hang("X-1", date(2025, 12, 10))
    hang("X-2", date(2025, 12, 20))
    hang("X-3", date(2026, 12, 20))
    rule = EquipmentRule.objects.get(sort="powder")
    steps = [
        "11-10 08:00 before", "12-03 08:00 before", "12-17 08:00 overdue",
        "12-24 08:00 escalation", "01-09 08:00 overdue",
    ]  # fmt: skip
    told = REMINDABLE[EquipmentRule].title(rule)
    assert (laid(rule), responsible(rule)) == (steps, {safety_officer})
    assert ("2" in told, "X-1" in told) == (True, True)
    equipment.scrap_all([first], on=AT.date(), by=head, at=AT)
    assert laid(rule)[0] == "11-20 08:00 before"


def test_one_chemical_stands_for_all_that_its_keeper_counts(head, teacher, technician):
    def kept(name: str, at=AT) -> Chemical:
        chemical = chemicals.write_chemical(
            Chemical(), name=name, keeper=teacher, second_keeper=technician, by=head, at=AT
        )
        chemicals.move(chemical, kind="receipt", amount=Decimal(9), by=teacher, at=at)
        chemical.refresh_from_db()
        return chemical

    first, second = kept("乙醇"), kept("盐酸", AT + timedelta(days=1))
    assert (first.count_due_on, second.count_due_on) == (date(2025, 11, 18), date(2025, 11, 19))
    assert responsible(first) == {teacher, technician}
    # It was the only one when it came in; once the other is counted, it stands for both.
    assert laid(first) == [
        "11-17 08:00 before", "11-18 08:00 on_day", "11-20 08:00 overdue", "11-25 08:00 escalation",
    ]  # fmt: skip
    assert laid(second) == []
    chemicals.take_stock(
        first, counted=Decimal(9), second=technician, note="", by=teacher, at=moment(11, 18, 9)
    )
    first.refresh_from_db()
    assert (first.count_due_on, laid(first)) == (date(2025, 12, 3), [])
    assert REMINDABLE[Chemical].is_open(second)


def test_what_was_drawn_is_asked_back(head, teacher, technician):
    chemical = chemicals.write_chemical(
        Chemical(), name="乙醇", keeper=teacher, by=head, at=AT
    )  # fmt: skip
    chemicals.move(chemical, kind="receipt", amount=Decimal(9), by=teacher, at=AT)
    issue = chemicals.move(
        chemical, kind="issue", amount=Decimal(5), purpose="实验", taker=technician, by=teacher,
        at=AT,
    )  # fmt: skip
    assert laid(issue) == ["11-04 08:00 overdue", "11-05 08:00 escalation"]
    assert responsible(issue) == {teacher, technician}
    chemicals.move(
        chemical, kind="return", amount=Decimal(1), issue=issue, by=teacher, at=moment(11, 3, 11)
    )
    assert laid(issue) == []


def test_every_morning_only_what_is_near_is_looked_at(head, stairs, safety_officer):
    """By as many questions however much there is."""
    today = timezone.localdate()
    near, far = today + timedelta(days=10), today + timedelta(days=900)
    make_person("T900", "钟期", Role.SAFETY_OFFICER)

    def write(number: int, day: date) -> None:
        moment_of_day = timezone.now().replace(hour=1) + (day - today)
        Drill.objects.create(
            title=f"演练{number}", planned_at=moment_of_day, commander=head, by=head
        )  # fmt: skip
        SafetyEvent.objects.create(title=f"讲座{number}", on=day, organiser=head)
        FireEquipment.objects.create(
            code=f"F-{number}", place=stairs, made_on=date(2021, 1, 1), due_on=day,
            sort="powder" if day == near else "co2",
        )  # fmt: skip
        Chemical.objects.create(name=f"药品{number}", keeper=head, count_due_on=day)

    write(1, near)
    write(2, far)
    found = {
        model: REMINDABLE[model].open_things().count()
        for model in (Drill, SafetyEvent, EquipmentRule, Chemical, ChemicalMove, NormRequirement)
    }
    assert found == {
        Drill: 1, SafetyEvent: 1, EquipmentRule: 1, Chemical: 1, ChemicalMove: 0,
        NormRequirement: 0,
    }  # fmt: skip

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            for model in found:
                list(REMINDABLE[model].open_things())
        return len(queries)

    few = asked()
    for number in range(3, 7):
        write(number, near)
    assert asked() == few


def test_a_changed_rule_holds_for_everything_that_is_near(hang, head, planned):
    soon = timezone.localdate() + timedelta(days=20)
    hang("X-1", soon)
    drill = planned(planned_at=timezone.now() + timedelta(days=20))
    Chemical.objects.create(name="乙醇", keeper=head, count_due_on=soon)
    steps = {"days_before": [1], "on_the_day": False, "overdue_after": [], "escalate_after": []}
    for subject, known in subjects().items():
        if known.remindable.model._meta.app_label == "safety":
            set_rule(subject, steps=steps, by=head, at=timezone.now())
    rule, chemical = EquipmentRule.objects.get(sort="powder"), Chemical.objects.get()
    assert [len(laid(each)) for each in (drill, rule, chemical)] == [1, 1, 1]


def test_a_reminder_says_what_it_is_about(planned, head):
    drill = planned(planned_at=moment(11, 5, 15), place=None)
    for each in Reminder.objects.about(drill).order_by("moment")[:1]:
        send_reminder(each.pk, at=each.moment)
    assert told(head) == [f"{DrillReminders.coming}"]
    entry = InboxEntry.objects.select_related("notice").get(person=head)
    assert (entry.notice.facts["title"], entry.notice.path) == (
        "消防疏散演练 15:00", drill.get_absolute_url(),
    )  # fmt: skip
