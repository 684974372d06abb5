"""What happens to places: laid, changed, moved in the tree, ended and opened again, labelled anew.

Whoever changes the tree holds one lock, since where a place lies follows from what it is part of.
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import TypedDict, Unpack

from django.db import connection, transaction
from django.db.models import BigIntegerField, Case, F, Q, Value, When
from django.db.models.functions import Concat, Substr
from django.utils.translation import gettext as _

from campus.doors import Refused
from campus.models import Department, Person, Place, SchoolClass
from campus.places.models import NEW_TOKEN, WITHIN
from campus.storing import store

# Any number that nobody else in this database locks.
_TREE_LOCK = 0x71EE
BATCH = 500


class PlaceFields(TypedDict, total=False):
    """What is said of a place beside where it lies; a field left out keeps its value."""

    kind: str
    code: str
    name: str
    use: str
    capacity: int | None
    manager: Person | None
    school_class: SchoolClass | None
    department: Department | None
    starts_on: date | None
    note: str


@transaction.atomic
def lay(*, parent: Place | None = None, **fields: Unpack[PlaceFields]) -> Place:
    """Add a place to the tree, as a part of `parent`. Raises ValidationError."""
    hold_tree()
    place = Place(parent=parent, **fields)
    store(place)
    return place


@transaction.atomic
def lay_all(places: Iterable[Place]) -> list[Place]:
    """Add many places, wholes and parts in any order, with one statement for each level.

    They are looked at one by one but for what the database sees: raises ValidationError for a
    field, IntegrityError for a code or a name that is taken and for a part not below its whole.
    """
    hold_tree()
    given = list(places)
    for level in Place.LEVELS:
        of_level = [place for place in given if place.kind == level]
        for place in of_level:
            place.clean_fields(exclude=["parent", "manager"])
        Place.objects.bulk_create(of_level, batch_size=BATCH)
    return given


@transaction.atomic
def change(place: Place, *, by: Person, at: datetime, **fields: Unpack[PlaceFields]) -> Place:
    """Change what is said of a place; a new name shows in the full names of all its parts.

    Raises ValidationError, also for a level that does not lie between whole and parts.
    """
    place = locked(place)
    name = fields.pop("name", place.name)
    for key, value in fields.items():
        setattr(place, key, value)
    settle(place, name=name, parent=place.parent)
    refuse_shallow_parts(place)
    store(place, only=list(fields))
    return place


@transaction.atomic
def move(place: Place, *, to: Place | None, by: Person, at: datetime) -> Place:
    """Make a place with all its parts a part of `to`, or of nothing. Raises ValidationError."""
    place = locked(place)
    if to:
        to.refresh_from_db()
    settle(place, name=place.name, parent=to)
    return place


# What a place says of itself, and what follows from where it lies.
SAID = [
    "code", "use", "capacity", "manager", "school_class", "department", "starts_on", "ends_on",
    "note",
]  # fmt: skip
LYING = ["parent", "kind", "name", "path", "full_name"]


@transaction.atomic
def reshape(changed: Iterable[Place]) -> None:
    """Write many places that were changed, wholes, names and levels among it, and all their parts
    with them, in one statement: the tree is true before and after it.

    Raises IntegrityError for what the tree does not allow; whoever calls has looked before.
    """
    hold_tree()
    given = {place.pk: place for place in changed}
    if not given:
        return
    tree = Place.objects.defer("sought").in_bulk() | given
    moved = [place for place in tree.values() if lies_otherwise(place, tree) or place.pk in given]
    Place.objects.bulk_update(moved, [*SAID, *LYING])


def lies_otherwise(place: Place, tree: dict[int, Place]) -> bool:
    """Set path and full name as the tree has them now; whether they were others before."""
    chain = [place]
    while chain[0].parent_id:
        chain.insert(0, tree[chain[0].parent_id])
    before = place.path, place.full_name
    place.path = f"/{'/'.join(str(each.pk) for each in chain)}/"
    place.full_name = WITHIN.join(each.name for each in chain)
    return before != (place.path, place.full_name)


def settle(place: Place, *, name: str, parent: Place | None) -> None:
    """Give a place its name and its whole; paths and full names of its parts follow in the same
    statement. Raises ValidationError."""
    old_path, old_name = place.path, place.full_name
    place.name, place.parent = name, parent
    place.full_clean()
    place.path = f"{parent.path if parent else '/'}{place.pk}/"
    place.full_name = f"{parent.full_name}{WITHIN}{name}" if parent else name
    if (place.path, place.full_name) == (old_path, old_name):
        return
    itself = Q(pk=place.pk)
    Place.objects.filter(path__startswith=old_path).update(
        path=Concat(Value(place.path), Substr("path", len(old_path) + 1)),
        full_name=Concat(Value(place.full_name), Substr("full_name", len(old_name) + 1)),
        name=Case(When(itself, then=Value(name)), default=F("name")),
        parent=Case(
            When(itself, then=Value(parent and parent.pk)),
            default=F("parent"),
            output_field=BigIntegerField(),
        ),
    )


def refuse_shallow_parts(place: Place) -> None:
    """Raise Refused where a part of the place would not lie deeper than it."""
    deeper = Place.LEVELS[Place.LEVELS.index(place.kind) + 1 :]
    shallow = place.parts.exclude(kind__in=deeper).first()
    if shallow:
        raise Refused(
            _("“%(part)s” is a part of it and would not lie deeper than it.") % {"part": shallow}
        )


@transaction.atomic
def end(place: Place, *, on: date, by: Person, at: datetime) -> Place:
    """Take a place out of use after the day `on`, with all its parts that are in use till then.

    It is offered nowhere from the next day on, and stays in everything that names it.
    """
    place = locked(place)
    place.ends_on = on
    place.full_clean()
    parts = Place.objects.within(place).filter(Q(ends_on=None) | Q(ends_on__gt=on))
    late = parts.filter(starts_on__gt=on).first()
    if late:
        raise Refused(
            _("“%(place)s” is to come into use after that day. Choose a later one.")
            % {"place": late}
        )
    Place.objects.filter(Q(pk=place.pk) | Q(pk__in=parts.values("pk"))).update(ends_on=on)
    return place


@transaction.atomic
def reopen(place: Place, *, by: Person, at: datetime) -> Place:
    """Take a place into use again, with the parts that ended on the same day.

    Raises Refused where what it is part of has ended, or another one has its name by now.
    """
    place = locked(place)
    if place.ends_on is None:
        raise Refused(_("“%(place)s” is in use.") % {"place": place})
    if place.parent and place.parent.ends_on:
        raise Refused(_("Open “%(whole)s” again first.") % {"whole": place.parent})
    ended = place.ends_on
    place.ends_on = None
    place.full_clean()
    Place.objects.within(place).filter(ends_on=ended).update(ends_on=None)
    return place


@transaction.atomic
def renew_tokens(place: Place, *, with_parts: bool, by: Person, at: datetime) -> int:
    """Give a place, and with `with_parts` all its parts, new tokens: old labels stop working.

    Answers with how many labels have to be printed anew.
    """
    places = (
        Place.objects.within(locked(place)) if with_parts else Place.objects.filter(pk=place.pk)
    )
    return places.update(token=NEW_TOKEN, token_at=at)


def locked(place: Place) -> Place:
    """The place as it stands, under the lock of the tree."""
    hold_tree()
    found = Place.objects.select_for_update(of=("self",)).select_related("parent", "manager")
    return found.get(pk=place.pk)


def hold_tree() -> None:
    """Wait until nobody else changes the tree; held to the end of the transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_TREE_LOCK])
