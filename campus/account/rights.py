"""Who may help whom back in, and who needs a second factor."""

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from campus.doors import YES, Answer, no
from campus.models import Person, Role
from campus.people.rights import teaches

# Whoever sees everybody's data, gives out duties or reads what was done (GB/T 22239 asks it of
# administrators).
NEEDS_FACTOR = (Role.HEAD, Role.ADMINISTRATOR, Role.AUDITOR)


def needs_factor(person: Person) -> bool:
    """Whether the person must have a second factor where the portal asks for one."""
    return settings.SECOND_FACTOR_REQUIRED and person.on_duty_as(*NEEDS_FACTOR)


def has_factor(person: Person) -> bool:
    """Whether the person has a second factor; one query."""
    own = Authenticator.objects.filter(user_id=person.pk)
    return own.filter(type=Authenticator.Type.TOTP).exists()


def can_give_passwords(person: Person) -> Answer:
    """Give new first passwords to anybody but oneself.

    Whoever makes a password could sign in with it before its person does: as few as possible do
    that, and the head of the office needs it for nothing.
    """
    if not person.on_duty_as(Role.ADMINISTRATOR):
        return no(_("Only administrators give new passwords, and class teachers to their pupils."))
    return YES


def can_give_password(person: Person, other: Person) -> Answer:
    """Give `other` a new first password: administrators, and class teachers to their pupils."""
    if person.pk == other.pk:
        return no(_("You change your own password yourself."))
    if not other.is_active:
        return no(_("Whoever has left does not sign in."))
    return YES if teaches(person, other) else can_give_passwords(person)


def can_reset_factors(person: Person) -> Answer:
    """Take away second factors that others have lost, and sign others out everywhere."""
    if not person.on_duty_as(Role.ADMINISTRATOR):
        return no(_("Only administrators see to the sign-in of others."))
    return YES


def can_reset_factor(person: Person, other: Person) -> Answer:
    """Take away the second factor of `other`; one's own is switched off with a code."""
    if person.pk == other.pk:
        return no(_("You switch off your own second factor yourself."))
    return can_reset_factors(person)
