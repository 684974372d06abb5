"""Who may read and who may change what the school's time is counted from."""

from django.utils.translation import gettext_lazy as _

from campus.doors import YES, Answer, no
from campus.models import Person, Role


def can_read(person: Person) -> Answer:
    """Staff may."""
    if person.is_pupil:
        return no(_("These pages are for staff; the calendar shows you the same days."))
    return YES


def can_change(person: Person) -> Answer:
    """The head and the administrator may: everybody's due dates are counted from it."""
    if not person.on_duty_as(Role.HEAD, Role.ADMINISTRATOR):
        return no(_("Only the head of logistics or an administrator changes the school time."))
    return YES
