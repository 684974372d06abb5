"""One of everything in safety that an address can name."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from campus.models import Person, Place
from safety.actions import (
    chemicals,
    drills,
    duty_shifts,
    education,
    equipment,
    hazards,
    incidents,
    norms,
)
from safety.models import (
    Chemical,
    DutyShift,
    EquipmentRule,
    FireEquipment,
    MajorCriterion,
    NormRequirement,
    SafetyEvent,
)


def safety_things(head: Person, owner: Person, at: Any) -> dict[str, Any]:
    """All of it belongs to the head; `owner` stands in for nobody yet."""
    place = Place.objects.create(kind="room", code="S-9", name="Room 9 of safety")
    return {
        **case_things(head, place, at),
        **norm_things(head, at),
        **drill_things(head, place, at),
        **stock_things(head, place, at),
        **people_things(head, owner, at),
    }


def case_things(head: Person, place: Place, at: Any) -> dict[str, Any]:
    hazard = hazards.report(by=head, at=at, title="Hazard", place=place)
    incident = incidents.record(by=head, at=at, title="Incident", happened_at=at, level="minor")
    return {
        "safety:hazards:case": hazard.pk, "safety:hazards:case_move": (hazard.pk, "reject"),
        "safety:incidents:case": incident.pk,
        "safety:incidents:case_move": (incident.pk, "handle"),
    }  # fmt: skip


def norm_things(head: Person, at: Any) -> dict[str, Any]:
    requirement = NormRequirement.objects.filter(norm__code="fire").order_by("pk")[0]
    proof = norms.prove(requirement, on=at.date(), note="Proof", by=head, at=at)
    return {
        "safety:norm": requirement.norm_id, "safety:requirement": requirement.pk,
        "safety:requirement_new": requirement.norm_id, "safety:evidence": proof.pk,
        "safety:criterion": MajorCriterion.objects.get(code="fire-exits").pk,
    }  # fmt: skip


def drill_things(head: Person, place: Place, at: Any) -> dict[str, Any]:
    drill = drills.plan(
        by=head, at=at, title="Drill", planned_at=at, commander=head, lines={}, classes=[],
        groups=[("Floor", 9)],
    )  # fmt: skip
    drills.start(drill, by=head, at=at)
    problem = drills.find_problem(drill, text="Problem", place=place, by=head, at=at)
    return {
        "safety:drill": drill.pk, "safety:drill_report": (drill.pk, drill.groups.all()[0].pk),
        "safety:problem": problem.pk,
    }  # fmt: skip


def stock_things(head: Person, place: Place, at: Any) -> dict[str, Any]:
    chemical = chemicals.write_chemical(Chemical(), name="Salt", keeper=head, by=head, at=at)
    chemicals.move(chemical, kind="receipt", amount=Decimal(9), by=head, at=at)
    issue = chemicals.move(
        chemical, kind="issue", amount=Decimal(1), purpose="x", taker=head, by=head, at=at
    )
    piece = equipment.write_equipment(
        FireEquipment(), code="F-1", place=place, made_on=date(2024, 1, 1), by=head, at=at
    )
    return {
        "safety:chemical": chemical.pk, "safety:chemical_move": (chemical.pk, "issue"),
        "safety:move": issue.pk, "safety:equipment": piece.pk,
        "safety:equipment_rule": EquipmentRule.objects.get(sort="powder").pk,
    }  # fmt: skip


def people_things(head: Person, owner: Person, at: Any) -> dict[str, Any]:
    starts = at + timedelta(days=400)
    shift = duty_shifts.lay(
        DutyShift(), starts_at=starts, ends_at=starts + timedelta(hours=9), leader=head,
        members=[], by=head, at=at,
    )  # fmt: skip
    swap = duty_shifts.ask_swap(shift, taker=owner, reason="", by=head, at=at)
    event = education.write_event(
        SafetyEvent(), title="Event", on=at.date(), organiser=head, classes=[],
        questions=[("Q", ["a", "b"], 0)], by=head, at=at,
    )  # fmt: skip
    return {
        "safety:shift": shift.pk, "safety:swap": (swap.pk, "accept"), "safety:event": event.pk,
    }  # fmt: skip
