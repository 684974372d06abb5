"""One of everything in safety that an address can name."""

from typing import Any

from campus.models import Person, Place
from safety.actions import hazards
from safety.models import MajorCriterion


def safety_things(head: Person, at: Any) -> dict[str, Any]:
    """All of it belongs to the head."""
    place = Place.objects.create(kind="room", code="S-9", name="Room 9 of safety")
    hazard = hazards.report(by=head, at=at, title="Hazard", place=place)
    criterion = MajorCriterion.objects.get(code="fire-exits")
    return {
        "safety:hazards:case": hazard.pk, "safety:hazards:case_move": (hazard.pk, "reject"),
        "safety:criterion": criterion.pk,
    }  # fmt: skip
