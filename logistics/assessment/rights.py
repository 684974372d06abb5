"""Who may do what with the class assessment."""

from django.utils.translation import gettext_lazy as _

from campus.doors import YES, Answer, no
from campus.models import Person, Role

KEEPERS = (Role.HEAD, Role.STUDENT_AFFAIRS)


def can_publish(person: Person) -> Answer:
    """Publish a week, and with it freeze it."""
    if person.on_duty_as(*KEEPERS):
        return YES
    return no(_("Only Student Affairs and the head of logistics publish a week."))


def can_keep_scheme(person: Person) -> Answer:
    """Write the rules of the assessment and put them in use."""
    if person.on_duty_as(*KEEPERS):
        return YES
    return no(_("Only Student Affairs and the head of logistics keep the rules."))
