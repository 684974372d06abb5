"""Drills: planned, timed, counted by several people at once, and what they find."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from campus.doors import Refused
from campus.models import Person
from safety.actions import drills as actions
from safety.models import Drill, DrillReport, Hazard
from safety.models.drill import Tally
from tests.safety.conftest import AT

SECOND = timedelta(seconds=1)


def fresh(drill: Drill) -> Drill:
    return Drill.objects.get(pk=drill.pk)


def tally(drill: Drill) -> Tally:
    return Tally(list(drill.groups.select_related("report")))


def test_the_roster_says_how_many_are_expected(drill, head, school_class):
    assert [each.expected for each in drill.groups.all()] == [3, 40]
    Person.objects.filter(number="20250302").update(is_active=False)
    actions.start(drill, by=head, at=AT)
    assert [each.expected for each in drill.groups.all()] == [2, 40]


def test_it_is_timed_from_the_signal_to_the_last_one_out(running, head):
    actions.all_out(running, by=head, at=AT + 95 * SECOND)
    held = fresh(running)
    assert (held.status, held.evacuation_seconds, held.met_target) == ("held", 95, True)


def test_who_is_missing_is_told_until_they_are_found(running, teacher):
    first, second = running.groups.all()
    actions.report(first, present=2, words="一人未到", known=None, by=teacher, at=AT)
    count = tally(running)
    assert (count.missing, count.not_heard_of, [each.name for each in count.short]) == (
        1, 40, [first.name],
    )  # fmt: skip
    actions.report(first, present=3, known=2, by=teacher, at=AT)
    actions.report(second, present=40, known=None, by=teacher, at=AT)
    count = tally(running)
    assert (count.missing, count.not_heard_of, count.present) == (0, 0, 43)


def test_the_second_to_report_a_group_is_told_what_the_first_has(running, teacher, head):
    group = running.groups.first()
    actions.report(group, present=2, known=None, by=teacher, at=AT)
    with pytest.raises(Refused, match=teacher.name):
        actions.report(group, present=3, known=None, by=head, at=AT)
    assert DrillReport.objects.get().present == 2


@pytest.mark.django_db(transaction=True)
def test_of_two_at_once_one_reports_and_the_other_is_told(running, teacher, head):
    group, together = running.groups.first(), Barrier(2)

    def press(person: Person, present: int) -> str:
        together.wait()
        try:
            actions.report(group, present=present, known=None, by=person, at=AT)
        except Refused:
            return "refused"
        finally:
            connection.close()
        return "reported"

    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(press, (teacher, head), (2, 3)))
    assert sorted(answers) == ["refused", "reported"]
    assert DrillReport.objects.count() == 1


def test_counts_are_corrected_after_all_are_out_but_not_before_the_signal(drill, head):
    group = drill.groups.first()
    with pytest.raises(Refused):
        actions.report(group, present=3, known=None, by=head, at=AT)
    actions.start(drill, by=head, at=AT)
    actions.all_out(drill, by=head, at=AT + 60 * SECOND)
    actions.report(group, present=3, known=None, by=head, at=AT + 90 * SECOND)
    assert tally(drill).present == 3


def test_a_signal_by_mistake_is_taken_back_until_somebody_has_reported(running, head):
    actions.take_back_start(running, by=head, at=AT)
    assert (fresh(running).status, fresh(running).started_at) == ("planned", None)
    actions.start(running, by=head, at=AT)
    actions.report(running.groups.first(), present=3, known=None, by=head, at=AT)
    with pytest.raises(Refused):
        actions.take_back_start(running, by=head, at=AT)


def test_it_is_called_off_for_a_reason_and_then_not_started(drill, head):
    with pytest.raises(ValidationError):
        actions.call_off(drill, reason="", by=head, at=AT)
    actions.call_off(drill, reason="暴雨", by=head, at=AT)
    for act in (actions.start, actions.all_out):
        with pytest.raises(Refused):
            act(drill, by=head, at=AT)


def test_the_plan_changes_until_the_signal(drill, head, school_class):
    facts: dict[str, Any] = {"lines": {"post": []}, "classes": [], "groups": [("6层", 12)]}
    actions.change(drill, **facts, title="改期", by=head, at=AT)
    assert [each.name for each in drill.groups.all()] == ["6层"]
    assert not drill.lines.exists()
    actions.start(drill, by=head, at=AT)
    with pytest.raises(Refused):
        actions.change(drill, **facts, by=head, at=AT)


def test_a_problem_becomes_a_hazard_once(running, teacher, head, stairs):
    problem = actions.find_problem(running, text="东门打不开", place=stairs, by=teacher, at=AT)
    hazard = actions.make_hazard(problem, by=head, at=AT)
    assert (hazard.title, hazard.place, hazard.source, hazard.domain, hazard.origin) == (
        "东门打不开", stairs, "drill", "fire", problem,
    )  # fmt: skip
    with pytest.raises(Refused, match=hazard.number):
        actions.make_hazard(problem, by=head, at=AT)
    assert Hazard.objects.count() == 1


@pytest.mark.parametrize(
    "facts",
    [
        {"status": "x"}, {"kind": "x"}, {"level": "x"}, {"status": "held"}, {"started_at": None},
        {"status": "planned"}, {"ended_at": AT - timedelta(1)}, {"target_seconds": 0},
    ],
)  # fmt: skip
def test_the_database_keeps_the_rules(running, facts):
    with pytest.raises(IntegrityError), transaction.atomic():
        Drill.objects.filter(pk=running.pk).update(**facts)


def test_a_group_reports_once_in_the_database_too(running, head):
    group = running.groups.first()
    actions.report(group, present=1, known=None, by=head, at=AT)
    with pytest.raises(IntegrityError), transaction.atomic():
        DrillReport.objects.create(group=group, present=2, by=head, at=AT)
