"""Who may make tokens, see and revoke them."""

from django.utils.translation import gettext_lazy as _

from campus.audit.rights import is_auditor
from campus.doors import YES, Answer, no
from campus.models import Person, Role
from logistics.api.tokens.models import Token


def can_make_tokens(person: Person) -> Answer:
    """Let a program act in one's name: staff; asked anew at each call."""
    if person.is_pupil:
        return no(_("Tokens are for staff."))
    if is_auditor(person):
        return no(_("An auditor reads the log and does nothing else here."))
    return YES


def can_see_all_tokens(person: Person) -> Answer:
    """See whose programs there are, and what they are for."""
    if not person.on_duty_as(Role.ADMINISTRATOR):
        return no(_("Only administrators see the tokens of others."))
    return YES


def can_revoke(person: Person, token: Token) -> Answer:
    """End a token: its person, and administrators."""
    return YES if token.person_id == person.pk else can_see_all_tokens(person)
