"""Who sees what of the dashboard."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from campus.doors import YES, Answer, no
from campus.measures import Measure
from campus.models import Person, Role

# To them all numbers are told, also where they do not see each record.
SEE_ALL = (Role.HEAD, Role.ADMINISTRATOR)


def can_open(person: Person) -> Answer:
    """Look at the dashboard: staff, each at the measures of areas whose lists they read."""
    return no(_("The dashboard is for the staff.")) if person.is_pupil else YES


def can_read(person: Person, measure: Measure) -> Answer:
    """Be told a number: whoever finds each of its rows in the list, and those who see all."""
    if person.on_duty_as(*SEE_ALL):
        return YES
    return measure.reads_all(person)


def readable(person: Person, measures: Iterable[Measure]) -> list[Measure]:
    """Those of the measures that the person is told."""
    return [each for each in measures if can_read(person, each)]


def can_hang_screens(person: Person) -> Answer:
    """Make addresses for screens of the hall, and revoke them."""
    if person.on_duty_as(*SEE_ALL):
        return YES
    return no(_("Only the head and administrators hang up screens."))
