"""Who closes semesters."""

from django.utils.translation import gettext_lazy as _

from campus.doors import YES, Answer, no
from campus.models import Person, Role


def can_close(person: Person) -> Answer:
    """Carry over what is open, close a semester and open it again: the head."""
    if person.on_duty_as(Role.HEAD):
        return YES
    return no(_("Only the head of logistics closes a semester."))


def can_read(person: Person) -> Answer:
    """See which semesters are closed and what was carried over: staff."""
    return no(_("These pages are for staff.")) if person.is_pupil else YES
