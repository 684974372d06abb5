"""One of everything in safety that an address can name."""

from typing import Any

from campus.models import Person, Place
from safety.actions import drills, hazards, incidents, norms
from safety.models import MajorCriterion, NormRequirement


def safety_things(head: Person, at: Any) -> dict[str, Any]:
    """All of it belongs to the head."""
    place = Place.objects.create(kind="room", code="S-9", name="Room 9 of safety")
    hazard = hazards.report(by=head, at=at, title="Hazard", place=place)
    incident = incidents.record(by=head, at=at, title="Incident", happened_at=at, level="minor")
    requirement = NormRequirement.objects.filter(norm__code="fire").order_by("pk")[0]
    proof = norms.prove(requirement, on=at.date(), note="Proof", by=head, at=at)
    drill = drills.plan(
        by=head, at=at, title="Drill", planned_at=at, commander=head, lines={}, classes=[],
        groups=[("Floor", 9)],
    )  # fmt: skip
    drills.start(drill, by=head, at=at)
    problem = drills.find_problem(drill, text="Problem", place=place, by=head, at=at)
    criterion = MajorCriterion.objects.get(code="fire-exits")
    return {
        "safety:hazards:case": hazard.pk, "safety:hazards:case_move": (hazard.pk, "reject"),
        "safety:criterion": criterion.pk,
        "safety:incidents:case": incident.pk,
        "safety:incidents:case_move": (incident.pk, "handle"),
        "safety:norm": requirement.norm_id,
        "safety:requirement": requirement.pk,
        "safety:requirement_new": requirement.norm_id,
        "safety:evidence": proof.pk,
        "safety:drill": drill.pk,
        "safety:drill_report": (drill.pk, drill.groups.all()[0].pk),
        "safety:problem": problem.pk,
    }  # fmt: skip
