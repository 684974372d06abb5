"""What happens to property checks: made with their rooms and lines, closed, taken over."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.doors import Refused
from campus.models import Duty, Person, Place, Role
from campus.notices.actions import tell
from campus.records.actions import note
from campus.storing import store
from planning.actions.reminders import plan_reminders
from repairs.models import (
    MOST_ROOMS,
    ExpectedItem,
    FixedAsset,
    PropertyCheck,
    RoomCheck,
    RoomLine,
)

TOPIC = "property"
Status = PropertyCheck.Status
BATCH = 1000

MADE = gettext_noop("%(count)s rooms are to be counted")
ASKED = gettext_noop("Count your rooms by %(day)s: %(title)s")
CLOSED = gettext_noop("Closed; rooms left out: %(count)s")
TAKEN_OVER = gettext_noop("The counts are what is expected from now on")


# What should be there


@transaction.atomic
def expect_item(item: ExpectedItem, *, by: Person, at: datetime, **fields: Any) -> ExpectedItem:
    """Write how many of a thing should be in a room. Raises ValidationError."""
    kept = ExpectedItem.objects.select_for_update().get(pk=item.pk) if item.pk else ExpectedItem()
    for name, value in fields.items():
        setattr(kept, name, value)
    kept.by, kept.at = by, at
    store(kept)
    return kept


@transaction.atomic
def expect_no_more(item: ExpectedItem, *, by: Person, at: datetime) -> None:
    """Expect a thing in a room no more; checks that were made keep their lines."""
    ExpectedItem.objects.filter(pk=item.pk).delete()


@transaction.atomic
def expect_all(items: Iterable[ExpectedItem], *, by: Person, at: datetime) -> int:
    """Write many; what is in the lists of the rooms already gets the new count."""
    given = list(items)
    for item in given:
        item.by, item.at = by, at
    ExpectedItem.objects.bulk_create(
        given, batch_size=BATCH, update_conflicts=True, unique_fields=["place", "name"],
        update_fields=["count", "by", "at"],
    )  # fmt: skip
    return len(given)


# Checks


@transaction.atomic
def make_check(*, by: Person, at: datetime, **fields: Any) -> PropertyCheck:
    """Begin a check: its rooms, with the assets and the bulk things that should be in them, and
    whoever is to count them told once each.

    Raises ValidationError, and Refused where no room or too many fit.
    """
    check = PropertyCheck(by=by, at=at, **fields)
    check.full_clean()
    on = timezone.localtime(at).date()
    places = rooms_of(check, on)
    if not places:
        raise Refused(_("No room of these uses is there."))
    if len(places) > MOST_ROOMS:
        raise Refused(_("These are more than %(most)s rooms.") % {"most": MOST_ROOMS})
    check.save()
    keepers = keepers_of(places, on)
    rooms = RoomCheck.objects.bulk_create(
        [RoomCheck(check_of=check, place=each, keeper_id=keepers.get(each.pk)) for each in places],
        batch_size=BATCH,
    )
    lay_lines(rooms)
    note(check, by=by, at=at, text=MADE, facts={"count": len(rooms)}, status=check.status)
    asked = Person.objects.active().filter(pk__in={pk for pk in keepers.values() if pk})
    tell(
        asked, key=f"property-check:{check.pk}", topic=TOPIC, text=ASKED,
        facts={"day": {"day": check.due_on.isoformat()}, "title": check.title},
        path=check.get_absolute_url(), at=at, robots=False,
    )  # fmt: skip
    plan_reminders(check, at=at)
    return check


def rooms_of(check: PropertyCheck, on: date) -> list[Place]:
    """The rooms in use that a check is about, by code."""
    rooms = Place.objects.active(on).within(check.place).filter(use__in=check.uses)
    kinds = [Place.Kind.ROOM, Place.Kind.SPOT]
    return list(rooms.filter(kind__in=kinds).defer("sought").order_by("code")[: MOST_ROOMS + 1])


def keepers_of(places: list[Place], on: date) -> dict[int, int | None]:
    """Who is asked to count each room: the class's teacher, the room's manager, the warden of a
    place that it is part of; two queries."""
    running = Duty.objects.running(on).filter(person__is_active=True).order_by("id")
    teachers = dict(
        running.filter(role=Role.CLASS_TEACHER, school_class__isnull=False)
        .values_list("school_class", "person")
    )  # fmt: skip
    wardens = dict(
        running.filter(role=Role.DORM_WARDEN, place__isnull=False).values_list("place", "person")
    )
    keepers: dict[int, int | None] = {}
    for place in places:
        above = (wardens.get(number) for number in reversed(place.numbers))
        keepers[place.pk] = (
            teachers.get(place.school_class_id or 0)
            or place.manager_id
            or next(filter(None, above), None)
        )
    return keepers


def lay_lines(rooms: list[RoomCheck]) -> None:
    """A line for each asset on the books in a room and for each bulk thing that is expected."""
    by_place = {room.place_id: room for room in rooms}
    lines: list[RoomLine] = []
    assets = FixedAsset.objects.on_the_books().filter(place__in=by_place).defer("sought")
    for asset in assets.order_by("number"):
        room = by_place[asset.place_id or 0]
        lines.append(RoomLine(room=room, asset=asset, name=str(asset)[:120], expected=1))
    known = defaultdict(set)
    for line in lines:
        known[line.room_id].add(line.name)
    for item in ExpectedItem.objects.filter(place__in=by_place).order_by("id"):
        room = by_place[item.place_id]
        if item.name not in known[room.pk]:
            lines.append(RoomLine(room=room, name=item.name, expected=item.count))
    RoomLine.objects.bulk_create(lines, batch_size=BATCH)


def held(check: PropertyCheck) -> PropertyCheck:
    """The check as it stands, held until the transaction ends."""
    return PropertyCheck.objects.select_for_update(of=("self",)).get(pk=check.pk)


@transaction.atomic
def close(check: PropertyCheck, *, reason: str = "", by: Person, at: datetime) -> PropertyCheck:
    """Close a check; rooms that nobody has counted are left out for the reason.

    Raises Refused where it is closed already, or rooms are not counted and no reason is given.
    """
    check = held(check)
    if not check.is_under_way:
        raise Refused(_("This check is closed already."))
    left = RoomCheck.objects.select_for_update().filter(check_of=check, status="to_count")
    pks = [room.pk for room in left]
    if pks and not reason.strip():
        raise Refused(_("%(count)s rooms are not counted. Say why.") % {"count": len(pks)})
    RoomCheck.objects.filter(pk__in=pks).update(status="left_out", reason=reason.strip()[:300])
    check.status, check.closed_by, check.closed_at = Status.CLOSED, by, at
    store(check)
    facts = {"count": check.rooms.filter(status="left_out").count()}
    note(check, by=by, at=at, text=CLOSED, facts=facts, words=reason, status=check.status)
    plan_reminders(check, at=at)
    return check


@transaction.atomic
def take_over(check: PropertyCheck, *, by: Person, at: datetime) -> int:
    """Expect in the rooms of a closed check what was counted there, good or damaged: the next one
    begins with it. How many things. Raises Refused while it is under way."""
    check = held(check)
    if check.is_under_way:
        raise Refused(_("Close the check first."))
    lines = RoomLine.objects.counted().filter(room__check_of=check, asset=None)
    counted = list(lines.select_related("room"))
    items = [
        ExpectedItem(place_id=line.room.place_id, name=line.name[:40], count=line.there)
        for line in counted
        if line.there
    ]
    expect_all(items, by=by, at=at)
    for line in counted:
        if not line.there:
            ExpectedItem.objects.filter(place=line.room.place_id, name=line.name).delete()
    check.taken_over_at = at
    check.save(update_fields=["taken_over_at"])
    note(check, by=by, at=at, text=TAKEN_OVER)
    return len(items)
