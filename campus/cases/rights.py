"""Who may do what with cases of every kind; each kind's own rights stand with it."""

from django.utils.translation import gettext_lazy as _

from campus.doors import YES, Answer, no
from campus.models import Person, Role


def can_rule_promises(person: Person) -> Answer:
    """Make the school's own figures of promises."""
    if not person.on_duty_as(Role.HEAD, Role.ADMINISTRATOR):
        return no(_("Only the head of logistics and administrators change what is promised."))
    return YES
