"""One of everything of the class assessment that an address can name."""

from typing import Any

from campus.models import Person, SchoolClass, Semester
from logistics.assessment import actions


def assessment_things(head: Person, pupil: Person, semester: Semester, at: Any) -> dict[str, Any]:
    """A draft, a week, the pupil's class in it."""
    scheme = actions.draft(semester, by=head, at=at)
    school_class: SchoolClass | None = pupil.school_class
    assert school_class
    monday = "2025-10-27"
    return {
        "assessment:scheme": scheme.pk, "assessment:week": monday,
        "assessment:class_week": (monday, school_class.pk),
    }  # fmt: skip
