"""Who may do what with the links to other systems."""

from django.utils.translation import gettext_lazy as _

from campus.doors import YES, Answer, no
from campus.models import Person, Role

KEEPERS = (Role.ADMINISTRATOR, Role.HEAD)


def can_keep_systems(person: Person) -> Answer:
    """Say which other systems there are, where, and for whom."""
    if person.on_duty_as(*KEEPERS):
        return YES
    return no(_("Only administrators and the head keep the list of other systems."))
