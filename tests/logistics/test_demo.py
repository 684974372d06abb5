"""The demo school: invented, complete, and the same from the same seed and day."""

from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

import campus.demo
import campus.desk.demo
import planning.demo
from campus.models import Department, Duty, Enquiry, Person, Semester
from logistics import demo
from planning.models import CalendarEntry, Plan, PlanItem

pytestmark = pytest.mark.django_db
DAY = date(2025, 11, 20)


def filled(day: date, seed: int) -> list[tuple]:
    """What the demo school consists of; it is taken back afterwards."""
    found: list[tuple] = []
    with transaction.atomic():
        demo.fill(day, seed)
        found += Person.objects.values_list("number", "name", "kind", "department__name")
        found += Duty.objects.values_list("person__number", "role", "starts_on")
        found += PlanItem.objects.values_list("title", "starts_on", "status", "owner__number")
        found += Enquiry.objects.values_list("title", "raised_at", "status", "place__code")
        found += CalendarEntry.objects.values_list("title", "starts_on")
        transaction.set_rollback(True)
    return found


def test_the_same_seed_and_day_give_the_same_school(monkeypatch):
    # Those whose rows are compared; each area draws from a seed of its own in the same way.
    monkeypatch.setattr(demo, "AREAS", (campus.demo, campus.desk.demo, planning.demo))
    assert filled(DAY, 1) == filled(DAY, 1)


def test_another_seed_gives_another_school(monkeypatch):
    monkeypatch.setattr(demo, "AREAS", (campus.demo,))
    assert filled(DAY, 2) != filled(DAY, 1)


@pytest.mark.parametrize(
    ("day", "semester", "items"),
    [
        (DAY, "2025–2026", 25),
        (date(2026, 4, 10), "2025–2026", 20),
        (date(2026, 8, 3), "2026–2027", 25),
    ],
)
def test_its_plan_is_the_running_semesters(monkeypatch, day, semester, items):
    monkeypatch.setattr(demo, "AREAS", (campus.demo, planning.demo))
    demo.fill(day)
    plan = Plan.objects.get()
    assert plan.semester == Semester.objects.current(day)
    assert str(plan.semester.school_year) == semester
    assert plan.items.count() == items
    assert not plan.items.filter(starts_on__gt=day).exclude(status="planned").exists()


def test_a_database_with_people_is_left_alone(head):
    call_command("demo_school", "--if-empty")
    with pytest.raises(CommandError, match="nothing was changed"):
        call_command("demo_school")
    assert Department.objects.count() == 1


def test_production_takes_no_demo_school(settings):
    settings.DEMO_SCHOOL_ALLOWED = False
    with pytest.raises(CommandError, match="not for production"):
        call_command("demo_school")
