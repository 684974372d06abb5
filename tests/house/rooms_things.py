"""One of everything of special rooms, and of links to other systems, that an address can name."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from campus.models import Person, Place
from logistics.launcher import actions as launcher
from logistics.launcher.models import LinkedSystem
from rooms.actions import money, projects, rooms, watching
from rooms.models import Booking, BudgetLine, Milestone, Risk, SpecialRoom


def rooms_things(head: Person, owner: Person, at: datetime) -> dict[str, Any]:
    """A room that the head keeps with a closure, a booking of `owner`'s in it that is asked for, a
    project of the head's with one of each part, a system."""
    place = Place.objects.create(kind="room", code="SR-1", name="Robots")
    room = rooms.write_room(SpecialRoom(), place=place, seats=40, keeper=head, by=head, at=at)
    closure, _struck = rooms.close(
        room, starts_at=at + timedelta(days=9000), ends_at=at + timedelta(days=9001),
        kind="exams", reason="Exams", calls_off=False, by=head, at=at,
    )  # fmt: skip
    # A day that no test reaches, so that it is neither over nor outside the year to come.
    starts = at + timedelta(days=8000)
    booking = Booking.objects.create(
        room=room, purpose="Club", starts_at=starts, ends_at=starts + timedelta(hours=1),
        blocked_from=starts, people=9, status="asked", by=owner, at=at,
    )  # fmt: skip
    system = launcher.write_system(
        LinkedSystem(), name="System", address="https://system.example/", by=head, at=at
    )
    return {
        "rooms:room": room.pk, "rooms:at": place.pk, "rooms:closure": closure.pk,
        "rooms:booking": booking.pk, "launcher:open": system.pk, "launcher:edit": system.pk,
        "launcher:remove": system.pk, "launcher:secret": system.pk,
        "launcher:unread": system.pk, **project_things(head, place, at),
    }  # fmt: skip


def project_things(head: Person, place: Place, at: datetime) -> dict[str, Any]:
    project = projects.lay_project(title="Upgrade", places=[place], leader=head, by=head, at=at)
    stage = project.stages.order_by("position")[0]
    line = money.write_line(
        BudgetLine(project=project), name="Works", planned=Decimal(99), by=head, at=at
    )
    spending = money.spend(
        line, amount=Decimal(1), on=at.date(), supplier="Firm", by=head, at=at
    )  # fmt: skip
    milestone = watching.write_milestone(
        Milestone(project=project), title="Design", due_on=date(2025, 12, 1), by=head, at=at
    )
    risk = watching.write_risk(
        Risk(project=project), title="Late", likelihood=1, impact=1, measure="x", owner=head,
        by=head, at=at,
    )  # fmt: skip
    whole = ("line_new", "stage_new", "milestone_new", "risk_new")
    return {
        "rooms:project": project.pk, "rooms:stage": stage.pk,
        "rooms:stage_act": (stage.pk, "begin"), "rooms:line": line.pk,
        "rooms:spending": spending.pk, "rooms:milestone": milestone.pk, "rooms:risk": risk.pk,
        "rooms:milestone_act": (milestone.pk, "reach"),
        **{f"rooms:{name}": project.pk for name in whole},
    }  # fmt: skip
