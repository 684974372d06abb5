"""Who may say which unknown numbers join by themselves."""

from django.utils.translation import gettext_lazy as _

from campus.doors import YES, Answer, no
from campus.models import Person, Role


def can_rule_joining(person: Person) -> Answer:
    """Write the rules by which somebody becomes a person at their first sign-in."""
    if person.on_duty_as(Role.ADMINISTRATOR):
        return YES
    return no(_("Only administrators say who joins by themselves."))
