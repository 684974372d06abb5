"""Who says which other systems are told of what."""

from django.utils.translation import gettext_lazy as _

from campus.doors import YES, Answer, no
from campus.models import Person
from campus.webhooks.models import KEEPERS


def can_keep_webhooks(person: Person) -> Answer:
    """Name addresses of other systems, see what they were told, tell them again."""
    if person.on_duty_as(*KEEPERS):
        return YES
    return no(_("Only administrators and the head join the portal with other systems."))
