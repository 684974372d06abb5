"""Who may do what in safety; each answer carries the reason that a greyed button shows."""

from django.utils.translation import gettext_lazy as _

from campus.doors import YES, Answer, no
from campus.models import Person
from safety.models import OFFICERS, Hazard

ONLY_OFFICERS = _("Only safety officers and the head do this.")

# Hazards


def can_direct_hazards(person: Person) -> Answer:
    """Grade hazards, order their rectification, report them upward, keep the register."""
    return YES if person.on_duty_as(*OFFICERS) else no(ONLY_OFFICERS)


def can_direct(person: Person, hazard: Hazard) -> Answer:
    """Do so with one hazard."""
    return can_direct_hazards(person)


def can_rectify(person: Person, hazard: Hazard) -> Answer:
    """Report that it is rectified: whoever is responsible, or an officer in their place."""
    if person.pk == hazard.owner_id or person.on_duty_as(*OFFICERS):
        return YES
    return no(_("Only whoever is responsible, safety officers and the head do this."))


def can_verify(person: Person, hazard: Hazard) -> Answer:
    """Look at it and close it out, or send it back: an officer, but never its own rectifier."""
    if person.pk in (hazard.owner_id, hazard.rectifier_id):
        return no(_("Nobody verifies what they have rectified or are responsible for."))
    return can_direct_hazards(person)


def can_talk_of_hazard(person: Person, hazard: Hazard) -> Answer:
    """Say something: whoever it concerns, as long as it does not go on elsewhere."""
    if hazard.status in (Hazard.Status.MERGED, Hazard.Status.HANDED_ON):
        return no(_("It goes on elsewhere; write there."))
    return YES


def can_keep_criteria(person: Person) -> Answer:
    """Say what makes a hazard a major one."""
    return can_direct_hazards(person)


def can_read_criteria(person: Person) -> Answer:
    """Read what makes a hazard a major one: staff."""
    return no(_("This is for the staff.")) if person.is_pupil else YES
