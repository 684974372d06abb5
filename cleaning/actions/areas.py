"""What happens to areas and their care: described, given to a class, handed over, given up."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.attachments.actions import Upload, attach
from campus.doors import Refused
from campus.models import Attachment, Person, Place, SchoolClass
from campus.records.actions import note
from campus.storing import store
from cleaning.models import Care, CleaningArea

Kind = CleaningArea.Kind
GIVEN = gettext_noop("In the care of %(class)s from %(first)s")
ENDED = gettext_noop("Care of %(class)s ended")
GIVEN_UP = gettext_noop("Given up")


def locked(area: CleaningArea) -> CleaningArea:
    """The area as it stands, held until the transaction ends."""
    return CleaningArea.objects.select_for_update(of=("self",)).get(pk=area.pk)


@transaction.atomic
def write_area(
    area: CleaningArea, *, by: Person, at: datetime,
    pictures: Iterable[Upload | Attachment] = (), **fields: Any,
) -> CleaningArea:  # fmt: skip
    """Write what an area is, with a picture of its boundary. Raises ValidationError."""
    kept = area if area.pk is None else locked(area)
    for name, value in fields.items():
        setattr(kept, name, value)
    store(kept)
    attach(kept, pictures, by=by, at=at)
    return kept


@transaction.atomic
def give_up(area: CleaningArea, *, on: date, by: Person, at: datetime) -> CleaningArea:
    """The area is cleaned no more after the day `on`; its care ends with it.

    Raises Refused where it was given up already, ValidationError for a day before its first.
    """
    kept = locked(area)
    if kept.ends_on is not None:
        raise Refused(_("It was given up already."))
    end_care(kept, after=on)
    kept.ends_on = on
    store(kept)
    note(kept, by=by, at=at, text=GIVEN_UP)
    return kept


def end_care(area: CleaningArea, *, after: date) -> None:
    """Let nobody have the care of the area after the day `after`."""
    area.care.filter(starts_on__gt=after).delete()
    area.care.between(after, after).filter(ends_on=None).update(ends_on=after)
    area.care.filter(ends_on__gt=after).update(ends_on=after)


@transaction.atomic
def give(
    area: CleaningArea, *, to: SchoolClass, starts_on: date, by: Person, at: datetime,
    ends_on: date | None = None,
) -> Care:  # fmt: skip
    """Give a class the care of an area from a day on; whoever has it until further notice hands it
    over the day before.

    Raises Refused where another class has a fixed time in these days and for an area that is given
    up, ValidationError for days out of order.
    """
    kept = locked(area)
    if kept.ends_on is not None and kept.ends_on < starts_on:
        raise Refused(_("It was given up already."))
    promised = Care.objects.promised(kept, starts_on, ends_on)
    if first := promised.select_related("school_class").order_by("starts_on").first():
        facts = {"class": first.school_class, "first": first.starts_on}
        raise Refused(_("It is promised to %(class)s from %(first)s on.") % facts)
    hand_over(kept, on=starts_on)
    made = Care(area=kept, school_class=to, starts_on=starts_on, ends_on=ends_on or kept.ends_on)
    store(made)
    told = {"class": str(to), "first": starts_on.isoformat()}
    note(kept, by=by, at=at, text=GIVEN, facts=told)
    return made


def hand_over(area: CleaningArea, *, on: date) -> None:
    """End the care that runs until further notice on the day before; one that would have begun
    that very day never was."""
    running = area.care.filter(ends_on=None, starts_on__lte=on)
    running.filter(starts_on=on).delete()
    running.filter(starts_on__lt=on).update(ends_on=on - timedelta(days=1))


@transaction.atomic
def take_away(care: Care, *, on: date, by: Person, at: datetime) -> None:
    """End a class's care with the day `on`; care that would begin later is struck out. Raises
    Refused for care that is over."""
    area = locked(care.area)
    kept = Care.objects.select_for_update(of=("self",)).get(pk=care.pk)
    if kept.ends_on is not None and kept.ends_on <= on:
        raise Refused(_("It is over already."))
    if kept.starts_on > on:
        kept.delete()
    else:
        kept.ends_on = on
        store(kept)
    note(area, by=by, at=at, text=ENDED, facts={"class": str(care.school_class)})


@transaction.atomic
def lay_classrooms(*, on: date, by: Person, at: datetime) -> int:
    """Make each classroom that belongs to a class an area in its care from a day on; how many are
    new. Safe to repeat: rooms whose class has changed are handed over."""
    rooms = Place.objects.active(on).filter(use="classroom", school_class__isnull=False)
    known = {area.place_id: area for area in CleaningArea.objects.classrooms().filter(ends_on=None)}
    made = 0
    for room in rooms.select_related("school_class").defer("sought").order_by("code"):
        assert room.school_class is not None
        area = known.get(room.pk)
        if area is None:
            area = CleaningArea(
                name=f"{room.with_code}"[:60], kind=Kind.CLASSROOM, place=room, starts_on=on
            )
            store(area)
            made += 1
        current = area.care.running(on).first()
        if current is None or current.school_class_id != room.school_class_id:
            give(area, to=room.school_class, starts_on=on, by=by, at=at)
    return made


@dataclass(frozen=True, kw_only=True)
class Brought:
    """An area as a sheet tells it, with the class that is to have the care of it, if any."""

    name: str
    kind: str
    place: Place
    boundary: str
    school_class: SchoolClass | None


@transaction.atomic
def bring_in(areas: Iterable[Brought], *, on: date, by: Person, at: datetime) -> int:
    """Take many areas at once, all or none, in use and cared for from a day on; how many. One of
    the same name is changed. Raises ValidationError."""
    known = {area.name: area for area in CleaningArea.objects.outside().filter(ends_on=None)}
    count = 0
    for told in areas:
        area = known.get(told.name) or CleaningArea(name=told.name, starts_on=on)
        area = write_area(
            area, kind=told.kind, place=told.place, boundary=told.boundary, by=by, at=at
        )
        known[area.name] = area
        current = area.care.running(on).first()
        wanted = told.school_class
        if wanted and (current is None or current.school_class_id != wanted.pk):
            give(area, to=wanted, starts_on=on, by=by, at=at)
        count += 1
    return count
