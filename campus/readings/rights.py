"""Who sees devices, and who keeps them."""

from django.utils.translation import gettext_lazy as _

from campus.doors import YES, Answer, no
from campus.models import Person, Role


def can_read_devices(person: Person) -> Answer:
    """See what devices send: staff."""
    return no(_("What devices send is for staff.")) if person.is_pupil else YES


def can_keep_devices(person: Person) -> Answer:
    """Name devices, give them tokens, send in their stead."""
    if not person.on_duty_as(Role.HEAD, Role.ADMINISTRATOR):
        return no(_("Only the head of logistics and administrators keep devices."))
    return YES
