"""Who may see to robots and to copies that did not arrive."""

from django.utils.translation import gettext_lazy as _

from campus.doors import YES, Answer, no
from campus.models import Person, Role


def can_manage_robots(person: Person) -> Answer:
    """Robots speak for the office to whole groups."""
    if not person.on_duty_as(Role.HEAD, Role.ADMINISTRATOR):
        return no(_("Only the head of logistics and administrators see to robots."))
    return YES
