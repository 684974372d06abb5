"""Plan items and moments for everything that reminds."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.db import connection
from django.db.models import Model

from campus.models import Department, Person, Semester
from planning.models import Plan, PlanItem, Reminder

SCHOOL = ZoneInfo("Asia/Shanghai")


def moment(words: str) -> datetime:
    """`2025-11-21 08:00` in school time; a day alone is its midnight."""
    day, _, clock = words.partition(" ")
    return datetime.combine(
        date.fromisoformat(day), time.fromisoformat(clock or "00:00"), tzinfo=SCHOOL
    )


def make_item(semester: Semester, lead_unit: Department, by: Person, **fields) -> PlanItem:
    """An item of the unit's plan: a drill due on Friday 28 November 2025 unless said otherwise."""
    plan, _made = Plan.objects.get_or_create(
        semester=semester,
        department=lead_unit,
        defaults={"title": "工作计划", "adopted_by": by, "adopted_at": moment("2025-08-01")},
    )
    fields = {
        "title": "消防疏散演练",
        "kind": "drill",
        "starts_on": date(2025, 11, 28),
        "ends_on": date(2025, 11, 28),
    } | fields
    return PlanItem.objects.create(plan=plan, lead_unit=lead_unit, **fields)


def laid(item: Model) -> list[str]:
    """The thing's planned reminders: moment, step, and the person where it is for one alone."""
    planned = Reminder.objects.about(item).filter(state=Reminder.State.PLANNED)
    return [
        " ".join(
            filter(
                None,
                [
                    f"{each.moment.astimezone(SCHOOL):%m-%d %H:%M} {each.step}",
                    each.person and each.person.name,
                ],
            )
        )
        for each in planned.order_by("moment", "pk")
    ]


@contextmanager
def held_elsewhere(row: Model) -> Iterator[None]:
    """While another worker holds the row's lock; whoever waits for it fails after two seconds."""
    other = connection.copy()
    with connection.cursor() as cursor:
        cursor.execute("SET lock_timeout = '2s'")
    other.set_autocommit(False)
    try:
        with other.cursor() as cursor:
            cursor.execute(
                f"SELECT 1 FROM {row._meta.db_table} WHERE id = %s FOR UPDATE",
                [row.pk],
            )
        yield
    finally:
        other.rollback()
        other.close()
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = 0")
