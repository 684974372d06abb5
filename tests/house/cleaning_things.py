"""One of everything of cleaning that an address can name."""

from datetime import date, datetime
from typing import Any

from campus.models import Person, Place, SchoolClass
from cleaning.actions import areas, rotation
from cleaning.models import CleaningArea, DutyWeek, Rotation

FIRST = date(2025, 11, 3)


def cleaning_things(head: Person, pupil: Person, at: datetime) -> dict[str, Any]:
    """An area in the care of the pupil's class until further notice, a rotation over another, and
    the week of that class, which is over."""
    spots = [Place.objects.create(kind="spot", code=f"C-{n}", name=f"C {n}") for n in (1, 2)]
    fields: dict[str, Any] = {
        "kind": "daily", "boundary": "", "starts_on": FIRST, "by": head, "at": at
    }  # fmt: skip
    area, other = (
        areas.write_area(CleaningArea(), name=spot.name, place=spot, **fields) for spot in spots
    )
    school_class = pupil.school_class
    assert school_class
    care = areas.give(area, to=school_class, starts_on=FIRST, by=head, at=at)
    rule = rotation.write_rotation(
        Rotation(), name="Turns", areas=[other], classes=SchoolClass.objects.all(),
        starts_on=FIRST, ends_on=date(2099, 1, 1), every_weeks=None, changes_on=[FIRST], by=head,
        at=at,
    )  # fmt: skip
    week = DutyWeek.objects.create(
        school_class=school_class, starts_on=FIRST, ends_on=date(2025, 11, 9)
    )
    return {
        "cleaning:area": area.pk, "care": care.pk, "rotation": rule.pk, "duty_week": week.pk
    }  # fmt: skip
