"""Who may bring in the school's rosters."""

from django.utils.translation import gettext_lazy as _

from campus.doors import YES, Answer, no
from campus.models import Person, Role


def can_import(person: Person) -> Answer:
    """Import and export rosters, take imports back, print first passwords."""
    if not person.on_duty_as(Role.ADMINISTRATOR):
        return no(_("Only administrators import the school's rosters."))
    return YES


def can_see_imports(person: Person) -> Answer:
    """Look at past imports."""
    if not person.on_duty_as(Role.ADMINISTRATOR, Role.HEAD):
        return no(_("Only administrators and the head of logistics see imports of rosters."))
    return YES
