"""Turns of classes at areas: the rule written, shown beforehand, laid, laid anew."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from campus.doors import Refused
from campus.models import Person, SchoolClass
from campus.storing import store
from cleaning.actions.areas import hand_over
from cleaning.models import Care, CleaningArea, Rotation, Turn, turns_of


@transaction.atomic
def write_rotation(
    rotation: Rotation, *, areas: Iterable[CleaningArea], classes: Iterable[SchoolClass],
    by: Person, at: datetime, **fields: Any,
) -> Rotation:  # fmt: skip
    """Write who takes turns where; nothing is laid by that. Raises ValidationError."""
    for name, value in fields.items():
        setattr(rotation, name, value)
    store(rotation)
    rotation.areas.set(areas)
    rotation.classes.set(classes)
    return rotation


def turns_from(rotation: Rotation, on: date) -> list[Turn]:
    """The turns that are still to come on a day; one that is under way begins that day. Two
    queries."""
    areas = list(rotation.areas.order_by("kind", "name"))
    classes = list(rotation.classes.order_by("grade", "number"))
    if not areas or not classes:
        return []
    return [
        Turn(turn.area, turn.school_class, max(turn.starts_on, on), turn.ends_on)
        for turn in turns_of(rotation, areas, classes)
        if turn.ends_on >= on
    ]


@transaction.atomic
def lay(rotation: Rotation, *, on: date, by: Person, at: datetime) -> int:
    """Lay the turns from a day on as care, in place of what the rotation had laid from then on; how
    many. Whoever had an area until further notice hands it over.

    Raises Refused where nothing is left to be laid, and where an area is promised to another class
    in these days.
    """
    held = Rotation.objects.select_for_update(of=("self",)).get(pk=rotation.pk)
    turns = turns_from(held, on)
    if not turns:
        raise Refused(_("No turn is left to be laid."))
    areas = {turn.area.pk: turn.area for turn in turns}
    list(CleaningArea.objects.select_for_update(of=("self",)).filter(pk__in=areas).order_by("pk"))
    held.care.filter(starts_on__gte=on).delete()
    held.care.filter(ends_on__gte=on).update(ends_on=before(on))
    for area in areas.values():
        hand_over(area, on=max(on, held.starts_on))
    for turn in turns:
        lay_turn(held, turn)
    return len(turns)


def before(on: date) -> date:
    return date.fromordinal(on.toordinal() - 1)


def lay_turn(rotation: Rotation, turn: Turn) -> None:
    """One turn as care. Raises Refused with the area and the days."""
    care = Care(
        area=turn.area, school_class=turn.school_class, starts_on=turn.starts_on,
        ends_on=turn.ends_on, rotation=rotation,
    )  # fmt: skip
    try:
        store(care)
    except ValidationError as error:
        words = _("“%(area)s” is promised to another class between %(first)s and %(last)s.")
        facts = {"area": turn.area, "first": turn.starts_on, "last": turn.ends_on}
        raise Refused(words % facts) from error
