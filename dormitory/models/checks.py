"""Checks of dorm rooms: which checklists, who is barred from a room, whom its points concern."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.db.models import Exists, OuterRef, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from campus.models import Person, Place, Role
from dormitory.models.days import running
from dormitory.models.house import DormRoom
from dormitory.models.occupancy import Occupancy
from dormitory.models.reach import classes_taught, reach_of, warden_reach
from inspections.models import Checklist, PartScore
from inspections.models.checklist import ChecklistQuerySet
from inspections.models.part import PartScoreQuerySet

# What checklists of the dormitory are about, and how their walks go from room to room.
TOPIC, ROOMS = "dormitory", "dorm_rooms"
OWN_ROOM = _("Your own room is checked by somebody else.")
OWN_CLASS = _("Nobody scores their own class.")


def room_checklists() -> ChecklistQuerySet:
    """The checklists by which dorm rooms are scored, those that are not walked any more among
    them: what they have scored still counts."""
    found: ChecklistQuerySet = Checklist.objects.filter(topic=TOPIC).exclude(parts="")
    return found


def slept_in(place: Place, day: date) -> list[DormRoom]:
    """The rooms of a place where somebody sleeps that day, in the order of their codes."""
    stays = Occupancy.objects.on(day).filter(bed__room=OuterRef("pk"), pupil__is_active=True)
    rooms = DormRoom.objects.within(place).filter(Exists(stays)).select_related("place")
    return list(rooms.order_by("place__code"))


def sleepers_at(place: Place, day: date) -> Iterable[Person]:
    """Who sleeps in a room that day: whom a mark can be about."""
    stays = Occupancy.objects.on(day).filter(bed__room__place=place, pupil__is_active=True)
    pupils = Person.objects.filter(pk__in=stays.order_by().values("pupil"))
    return pupils.select_related("school_class").order_by("number")


def own_rooms(person: Person, places: Iterable[Place], day: date) -> Mapping[int, str | Promise]:
    """Those of the places that are not a pupil's to mark, each with the sentence why: where they
    sleep that day, and beyond the floor that they lead where somebody of their class does."""
    if not person.is_pupil:
        return {}
    of_class = Q(pupil__school_class__isnull=False, pupil__school_class=person.school_class_id)
    stays = Occupancy.objects.on(day).filter(Q(pupil=person) | of_class)
    rooms = set(stays.values_list("bed__room__place", "pupil"))
    own = {room for room, pupil in rooms if pupil == person.pk}
    of_mates = {room for room, _pupil in rooms}
    led = reach_of(person, Role.FLOOR_LEADER)
    return {
        place.pk: OWN_ROOM if place.pk in own else OWN_CLASS
        for place in places
        if place.pk in own or (place.pk in of_mates and not led.holds(place))
    }


def checked_by(person: Person) -> Q:
    """The walks that a person is to see: floor leaders those planned for their floor, and wardens
    all in their houses; overseers see them by their roles."""
    kept = warden_reach(person)
    seen = Q(place__in=kept.parts()) if kept else Q(pk__in=[])
    floors = reach_of(person, Role.FLOOR_LEADER)
    if floors:
        seen |= Q(place__in=floors.parts(), status="planned")
    return seen


def concerning(person: Person) -> Q | None:
    """Rows with a `place` and a `day` that concern somebody beside the pupil they are about: the
    leader of the room, since being named, and the class teachers of those who slept there then."""
    led = [
        Q(place=duty.place_id, day__gte=duty.starts_on)
        for duty in person.duties_today
        if duty.role == Role.DORM_LEADER and duty.place_id
    ]
    if taught := classes_taught(person):
        stays = Occupancy.objects.filter(
            running(OuterRef("day")), bed__room__place=OuterRef("place"),
            pupil__school_class__in=taught,
        )  # fmt: skip
        led.append(Q(Exists(stays)))
    found = Q(pk__in=[])
    for each in led:
        found |= each
    return found if led else None


def scores_told(person: Person, room: DormRoom) -> PartScoreQuerySet:
    """What a room scored, as far as the person is told: pupils see the page of their own room, or
    of one that they lead, with all its scores; staff those that are theirs to see."""
    found: PartScoreQuerySet = PartScore.objects.filter(place=room.place_id).order_by("-day", "-pk")
    if person.is_pupil:
        return found.filter(checklist__topic=TOPIC)
    return found.visible_to(person)
