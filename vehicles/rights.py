"""Who may do what with vehicles; each no carries the reason that its button shows."""

from django.utils.translation import gettext_lazy as _

from campus.doors import YES, Answer, no
from campus.models import Person
from vehicles.models.vehicle import KEEPERS, READERS


def can_keep_vehicles(person: Person) -> Answer:
    """Keep the files of vehicles: the fleet manager and the head."""
    if person.on_duty_as(*KEEPERS):
        return YES
    return no(_("Vehicles are kept by the fleet manager and the head."))


def can_read_files(person: Person) -> Answer:
    """Read the whole file of a vehicle: whoever keeps or drives them."""
    if person.on_duty_as(*READERS):
        return YES
    return no(_("The files of vehicles are read by the fleet manager, the drivers and the head."))


def can_list_vehicles(person: Person) -> Answer:
    """See which vehicles there are: staff, who ask for trips."""
    return no(_("Vehicles are for staff.")) if person.is_pupil else YES
