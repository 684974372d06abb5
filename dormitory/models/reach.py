"""How far somebody's duties reach in the dormitory."""

from dataclasses import dataclass

from django.db.models import QuerySet

from campus.models import Person, Place, Role

# Those who see all houses; wardens see theirs, leaders their floor or room.
OVERSEERS = (Role.HEAD, Role.STUDENT_AFFAIRS, Role.ADMINISTRATOR)
LEADERS = (Role.FLOOR_LEADER, Role.DORM_LEADER)


@dataclass(frozen=True)
class Reach:
    """Over which places some duties are held; `everywhere` over all of them."""

    everywhere: bool
    places: frozenset[int]

    def __bool__(self) -> bool:
        return self.everywhere or bool(self.places)

    def holds(self, place: Place) -> bool:
        """Whether the place, or what it is part of, is among them."""
        return self.everywhere or not self.places.isdisjoint(place.numbers)

    def parts(self) -> QuerySet[Place]:
        """The places with all their parts; all there are where it reaches everywhere."""
        if self.everywhere:
            return Place.objects.all()
        if not self.places:
            return Place.objects.none()
        return Place.objects.filter(pk__in=self.places).with_parts()


def reach_of(person: Person, *roles: Role) -> Reach:
    """How far the person reaches by those of `roles` that they hold today.

    Overseers and wardens without a place reach everywhere, leaders without one nowhere.
    """
    held = [duty for duty in person.duties_today if duty.role in roles]
    everywhere = any(
        duty.role in OVERSEERS or (duty.role == Role.DORM_WARDEN and duty.place_id is None)
        for duty in held
    )
    return Reach(everywhere, frozenset(duty.place_id for duty in held if duty.place_id))


def warden_reach(person: Person) -> Reach:
    """As a warden, or as somebody who oversees all houses."""
    return reach_of(person, Role.DORM_WARDEN, *OVERSEERS)


def leader_reach(person: Person) -> Reach:
    """As a floor leader or dorm leader."""
    return reach_of(person, *LEADERS)


def classes_taught(person: Person) -> list[int]:
    """The numbers of the classes whose class teacher the person is today."""
    return [
        duty.school_class_id
        for duty in person.duties_today
        if duty.role == Role.CLASS_TEACHER and duty.school_class_id
    ]
