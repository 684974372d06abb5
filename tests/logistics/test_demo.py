"""The demo school: invented, complete, and the same from the same seed and day."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from campus.demo import ACCOUNTS, PASSWORD
from campus.models import (
    Department,
    Duty,
    Enquiry,
    Person,
    Place,
    SchoolClass,
    Semester,
    TimelineEntry,
)
from logistics import demo
from planning.models import CalendarEntry, Plan, PlanItem
from repairs.models import Ticket

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


def test_the_same_seed_and_day_give_the_same_school_and_others_another():
    first = filled(DAY, 1)
    assert filled(DAY, 1) == first
    assert filled(DAY, 2) != first


def test_it_has_the_size_of_a_school_and_an_account_for_each_role():
    demo.fill(DAY)
    people = Person.objects
    assert people.filter(kind="staff").count() == 150
    assert people.filter(kind="pupil").count() == 1800
    assert SchoolClass.objects.count() == 36
    assert Place.objects.filter(code__in=["A-SS1", "A-SS2"]).count() == 2
    assert {account.number for account in ACCOUNTS} == {
        "head", "dispatcher", "technician", "safety", "warden", "canteen", "cleaning", "fleet",
        "driver", "store", "teacher", "pupil", "leader", "committee", "admin",
    }  # fmt: skip
    for account in ACCOUNTS:
        person = people.get(number=account.number)
        assert person.check_password(PASSWORD)
        assert [duty.role for duty in person.duties_today] == (
            [account.role] if account.role else []
        )


def test_its_desk_and_repairs_have_cases_in_every_stage_and_none_from_tomorrow():
    demo.fill(DAY)
    stages = set(Enquiry.objects.values_list("status", flat=True))
    assert stages == {"new", "under_way", "on_hold", "answered", "closed", "refused"}
    assert set(Ticket.objects.values_list("status", flat=True)) == {
        "reported", "assigned", "under_way", "on_hold", "done", "confirmed",
    }  # fmt: skip
    assert not TimelineEntry.objects.filter(at__date__gt=DAY).exists()


@pytest.mark.parametrize(
    ("day", "semester", "items"),
    [
        (DAY, "2025–2026", 25),
        (date(2026, 4, 10), "2025–2026", 20),
        (date(2026, 8, 3), "2026–2027", 25),
    ],
)
def test_its_plan_is_the_running_semesters(day, semester, items):
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


def test_the_accounts_are_listed_once_they_are_there():
    out = StringIO()
    call_command("demo_school", "--list", stdout=out)
    assert out.getvalue() == ""
    demo.fill(DAY)
    call_command("demo_school", "--list", stdout=out)
    assert out.getvalue().splitlines() == [f"sign in: {a.number} / {PASSWORD}" for a in ACCOUNTS]
