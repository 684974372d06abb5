"""What happens to houses: rooms set up with their beds, rules written."""

from collections.abc import Iterable
from datetime import date, datetime, time

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from campus.doors import Refused
from campus.models import Person, Place
from campus.places.models import Use
from campus.storing import store
from dormitory.models import Bed, DormRoom, House, Occupancy

MOST_BEDS = 20


@transaction.atomic
def set_up(
    place: Place, *, side: str, beds: int | None = None, by: Person, at: datetime
) -> list[DormRoom]:
    """Let the dorm rooms of a building, a floor or one room be for one side, with so many beds
    each; without a number as many as each place holds. Beds that are there stay.

    Raises Refused where there are no dorm rooms, a room holds nobody, or it is for the other side
    and somebody sleeps there.
    """
    today = timezone.localtime(at).date()
    inside = Place.objects.within(place).active(today).filter(use=Use.DORM_ROOM)
    places = list(inside.order_by("code"))
    if not places:
        raise Refused(_("There are no dorm rooms in “%(place)s”.") % {"place": place.full_name})
    houses = houses_of(places)
    known = {room.place_id: room for room in locked_rooms(places)}
    rooms = [
        known.get(each.pk) or DormRoom(place=each, house=houses[each.pk], side=side)
        for each in places
    ]
    refuse_other_side([room for room in rooms if room.pk and room.side != side], today)
    for room in rooms:
        room.side = side
        store(room)
    lay_beds(rooms, beds)
    return rooms


def locked_rooms(places: Iterable[Place]) -> list[DormRoom]:
    """The rooms that are set up already, under this transaction's lock."""
    return list(DormRoom.objects.filter(place__in=places).select_for_update(of=("self",)))


def houses_of(places: Iterable[Place]) -> dict[int, House]:
    """The house of each room, by the number of the room's place; new ones are made."""
    whole: dict[int, int] = {}
    around = {number for place in places for number in place.numbers}
    # Locked, so that two who set up the same house at once make one of it.
    buildings = Place.objects.filter(pk__in=around, kind=Place.Kind.BUILDING).select_for_update(
        of=("self",)
    )
    by_number = {building.pk: building for building in buildings}
    for place in places:
        inside = [number for number in place.numbers if number in by_number]
        if not inside:
            raise Refused(_("“%(place)s” lies in no building.") % {"place": place.full_name})
        whole[place.pk] = inside[0]
    houses = {house.place_id: house for house in House.objects.filter(place__in=by_number)}
    for number in set(whole.values()) - set(houses):
        houses[number] = House(place=by_number[number])
        store(houses[number])
    return {place: houses[building] for place, building in whole.items()}


def refuse_other_side(rooms: list[DormRoom], today: date) -> None:
    """Raise Refused where somebody sleeps in a room that is for the other side."""
    taken = Occupancy.objects.between(today, None).filter(bed__room__in=rooms)
    stay = taken.select_related("bed__room__place").order_by("bed__room__place__code").first()
    if stay:
        raise Refused(
            _("Somebody sleeps in %(room)s; it stays for whom it is.") % {"room": stay.bed.room}
        )


def lay_beds(rooms: list[DormRoom], beds: int | None) -> None:
    """As many beds in each room, labelled from 1 on; those that are there stay."""
    laid = []
    for room in rooms:
        count = beds or room.place.capacity
        if not count or count > MOST_BEDS:
            raise Refused(
                _("Say how many beds there are in %(room)s, up to %(most)d.")
                % {"room": room, "most": MOST_BEDS}
            )
        laid += [Bed(room=room, label=str(number)) for number in range(1, count + 1)]
    Bed.objects.bulk_create(laid, ignore_conflicts=True)


@transaction.atomic
def add_bed(room: DormRoom, *, label: str, by: Person, at: datetime) -> Bed:
    """Put a bed into a room. Raises Refused for a label that is there."""
    room = DormRoom.objects.select_for_update(of=("self",)).get(pk=room.pk)
    if room.beds.filter(label=label).exists():
        raise Refused(_("The room has a bed of this label already."))
    bed = Bed(room=room, label=label)
    store(bed)
    return bed


@transaction.atomic
def remove_bed(bed: Bed, *, by: Person, at: datetime) -> None:
    """Take a bed out of its room. Raises Refused where somebody has slept in it."""
    bed = Bed.objects.select_for_update(of=("self",)).get(pk=bed.pk)
    if Occupancy.objects.filter(bed=bed).exists():
        raise Refused(_("Somebody has slept in this bed; its stays are kept."))
    bed.delete()


@transaction.atomic
def write_house(
    house: House, *, rules: str, counts_at: time, tell_after: int, by: Person, at: datetime
) -> House:
    """Write the rules, the hour of the roll and how soon the leader on duty is told."""
    house.rules, house.counts_at, house.tell_after = rules, counts_at, tell_after
    store(house)
    return house
