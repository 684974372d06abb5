"""Who may do what with places."""

from django.utils.translation import gettext_lazy as _

from campus.doors import YES, Answer, no
from campus.models import Person, Place, Role

KEEPERS = (Role.HEAD, Role.ADMINISTRATOR)
# Whoever goes round the school and sticks labels on doors.
LABELLING = (*KEEPERS, Role.DISPATCHER, Role.SAFETY_OFFICER, Role.DORM_WARDEN)


def can_keep_places(person: Person) -> Answer:
    """Lay places, change and move them, take them out of use, renew their labels."""
    if not person.on_duty_as(*KEEPERS):
        return no(_("Only the head of logistics and administrators keep the list of places."))
    return YES


def manages(person: Person, place: Place) -> bool:
    """Whether the person is the manager of the place, or of what it is part of."""
    return Place.objects.around(place).filter(manager=person).exists()


def can_describe(person: Person, place: Place) -> Answer:
    """Say how many people a place holds and what is to be known of it: also its manager."""
    if can_keep_places(person) or manages(person, place):
        return YES
    return no(_("Only its manager, the head of logistics and administrators change this place."))


def can_print_labels(person: Person) -> Answer:
    """Print labels of any places."""
    if not person.on_duty_as(*LABELLING):
        return no(_("Labels are printed by whoever keeps the places or goes round the school."))
    return YES


def can_print_labels_of(person: Person, place: Place) -> Answer:
    """Print the labels of a place and its parts: also its manager."""
    return YES if manages(person, place) else can_print_labels(person)


def can_export_places(person: Person) -> Answer:
    """Take the list of places away as a file: staff."""
    if person.is_pupil:
        return no(_("Lists are exported by staff."))
    return YES


def can_see_people_of(person: Person) -> bool:
    """Whether the person is told who manages a place and is on duty there, and their phones."""
    return not person.is_pupil
