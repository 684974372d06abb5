"""An autumn that is over with four faults and a plan, the spring before it, and its report."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from campus.cases import actions as cases
from campus.models import Person, Place, SchoolYear, Semester
from logistics.report import actions
from logistics.report.models import ReportSection, SemesterReport
from planning.actions import items
from planning.models import Plan, PlanAim, PlanItem
from repairs.models import Category, Ticket

SHANGHAI = ZoneInfo("Asia/Shanghai")
# The autumn of the cast ends on 31 January.
OVER = datetime(2026, 2, 2, 9, tzinfo=SHANGHAI)


def moment(year: int, month: int, day: int) -> datetime:
    return datetime(year, month, day, 9, tzinfo=SHANGHAI)


@pytest.fixture
def spring(semester) -> Semester:
    """The semester before."""
    return Semester.objects.create(
        school_year=SchoolYear.objects.create(starts_in=2024), number=2,
        first_day=date(2025, 2, 1), last_day=date(2025, 7, 31), week_one=date(2025, 2, 17),
    )  # fmt: skip


@pytest.fixture
def fault(db):
    """`fault(person, moment, kept=["done"])`: a fault that was reported then, and mended where
    something was kept or missed."""

    def report(by: Person, at: datetime, **outcome: Any) -> Ticket:
        # Each in a room of its own: faults that come back are another figure.
        number = Place.objects.count()
        room = Place.objects.create(kind="room", code=f"A-{number}", name=f"{number} 教室")
        ticket = cases.raise_case(
            Ticket, by=by, at=at, title="灯不亮", place=room,
            category=Category.objects.get(code="light"),
        )  # fmt: skip
        if outcome:
            facts = {"status": "done", "assignee": by, "done_at": at, **outcome}
            Ticket.objects.filter(pk=ticket.pk).update(**facts)
        return ticket

    return report


@pytest.fixture
def faults(fault, teacher, spring) -> None:
    """Two in spring, one of them mended in time; four in autumn, two in time and one late."""
    fault(teacher, moment(2025, 5, 6), kept=["answer", "done"])
    fault(teacher, moment(2025, 5, 7), kept=["answer"], missed=["done"])
    fault(teacher, moment(2025, 10, 8), kept=["answer", "done"])
    fault(teacher, moment(2025, 10, 9), kept=["answer", "done"])
    fault(teacher, moment(2025, 11, 3), kept=["answer"], missed=["done"])
    fault(teacher, moment(2025, 11, 4))


@pytest.fixture
def plan(head, semester) -> Plan:
    """An item that was done in time, one two days late, one dropped, one left open."""
    plan = Plan.objects.create(
        semester=semester, department=head.department, title="计划", adopted_by=head,
        adopted_at=moment(2025, 8, 1),
    )  # fmt: skip
    PlanAim.objects.create(plan=plan, title="守住安全底线", position=1)

    def item(title: str, first: date, last: date) -> PlanItem:
        return PlanItem.objects.create(
            plan=plan, title=title, kind="other", lead_unit=head.department, starts_on=first,
            ends_on=last,
        )  # fmt: skip

    whole = item("设备检修", date(2025, 9, 1), date(2025, 9, 30))
    day = item("消防日教育", date(2025, 11, 9), date(2025, 11, 9))
    dropped = item("秋季植树", date(2025, 11, 10), date(2025, 11, 10))
    item("食堂改造", date(2026, 1, 5), date(2026, 1, 6))
    items.move(whole, "done", by=head, at=moment(2025, 9, 20))
    items.move(day, "done", by=head, at=moment(2025, 11, 11))
    items.move(dropped, "dropped", by=head, at=moment(2025, 11, 1), reason="雨天")
    return plan


@pytest.fixture
def report(head, semester, faults, plan) -> SemesterReport:
    """The autumn's report in Chinese."""
    return actions.make(semester, language="zh-hans", by=head, at=OVER)


def section(report: SemesterReport, key: str) -> ReportSection:
    """The section as it stands in the database."""
    return ReportSection.objects.select_related("report").get(report=report, key=key)


def edited(report: SemesterReport, key: str, text: str, *, by: Person) -> ReportSection:
    """The section after somebody has put it into these words."""
    found = section(report, key)
    return actions.edit(found, title=found.title, text=text, by=by, at=OVER)
