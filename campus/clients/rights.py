"""Who may say which apps let people in by the portal."""

from django.utils.translation import gettext_lazy as _

from campus.doors import YES, Answer, no
from campus.models import Person, Role


def can_keep_apps(person: Person) -> Answer:
    """Make apps, change them, give them new secrets, switch them off."""
    if person.on_duty_as(Role.ADMINISTRATOR):
        return YES
    return no(_("Only administrators say which apps let people in by the portal."))
