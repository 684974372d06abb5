"""Who may read how programs ask."""

from django.utils.translation import gettext_lazy as _

from campus.doors import YES, Answer, no
from campus.models import Person


def can_read_description(person: Person) -> Answer:
    """Read the description of the API: staff, who may make tokens."""
    if person.is_pupil:
        return no(_("Tokens are for staff."))
    return YES
