"""Who may do what in safety; each answer carries the reason that a greyed button shows."""

from django.utils.translation import gettext_lazy as _

from campus.doors import YES, Answer, no
from campus.models import Person, Role
from safety.models import (
    OFFICERS,
    Chemical,
    ChemicalMove,
    Drill,
    DutyShift,
    Hazard,
    Incident,
    NormRequirement,
)

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


# Incidents


def can_record_incidents(person: Person) -> Answer:
    """Record what has happened: staff."""
    return (
        no(_("Incidents are recorded by the staff; tell one of them.")) if person.is_pupil else YES
    )


def can_direct_incidents(person: Person) -> Answer:
    """Follow incidents to their lessons, take their list away."""
    return YES if person.on_duty_as(*OFFICERS) else no(ONLY_OFFICERS)


def can_direct_incident(person: Person, incident: Incident) -> Answer:
    """Report one to the authority, deal with it, draw its lessons."""
    return can_direct_incidents(person)


def can_talk_of_incident(person: Person, incident: Incident) -> Answer:
    """Say something, as long as it does not go on elsewhere."""
    if incident.status == Incident.Status.MERGED:
        return no(_("It goes on elsewhere; write there."))
    return YES


# Norms


def can_read_norms(person: Person) -> Answer:
    """Read what norms require and how they stand: staff."""
    return no(_("This is for the staff.")) if person.is_pupil else YES


def can_keep_norms(person: Person) -> Answer:
    """Word norms and what they require, take proofs back."""
    return YES if person.on_duty_as(*OFFICERS) else no(ONLY_OFFICERS)


def can_prove(person: Person, requirement: NormRequirement) -> Answer:
    """Put down what proves a requirement: officers, the head, and whoever's work it is."""
    own = any(each.role == requirement.role for each in person.duties_today)
    if (own and requirement.role) or person.on_duty_as(*OFFICERS):
        return YES
    return no(_("Only whoever's work it is, safety officers and the head do this."))


# Drills


def can_read_drills(person: Person) -> Answer:
    """Read plans and records of drills: staff."""
    return no(_("This is for the staff.")) if person.is_pupil else YES


def can_plan_drills(person: Person) -> Answer:
    """Plan drills: officers, the head, and wardens for their dormitories."""
    if person.on_duty_as(*OFFICERS, Role.DORM_WARDEN):
        return YES
    return no(_("Only safety officers, dorm wardens and the head plan drills."))


def can_run_drill(person: Person, drill: Drill) -> Answer:
    """Change a drill, give its signal, stop its stopwatch, sum it up: its commander, too."""
    if person.pk in (drill.commander_id, drill.by_id) or person.on_duty_as(*OFFICERS):
        return YES
    return no(_("Only its commander and planner, safety officers and the head do this."))


def can_count(person: Person, drill: Drill) -> Answer:
    """Report how many of a group are present, and what did not go well: staff."""
    return can_read_drills(person)


def can_talk_of_drill(person: Person, drill: Drill) -> Answer:
    """Write on its page: staff."""
    return can_read_drills(person)


# Chemicals


def can_read_chemicals(person: Person) -> Answer:
    """Look into the ledger of chemicals: staff, who find at least what they keep."""
    return no(_("This is for the staff.")) if person.is_pupil else YES


def can_direct_chemicals(person: Person) -> Answer:
    """Say which chemicals there are, and take the ledger away."""
    return YES if person.on_duty_as(*OFFICERS) else no(ONLY_OFFICERS)


def can_keep_chemical(person: Person, chemical: Chemical) -> Answer:
    """Put down moves and stocktakes: its keepers, officers and the head."""
    if person.pk in (chemical.keeper_id, chemical.second_keeper_id):
        return YES
    if person.on_duty_as(*OFFICERS):
        return YES
    return no(_("Only its keepers, safety officers and the head do this."))


def can_sign(person: Person, move: ChemicalMove) -> Answer:
    """Sign a move as the second person: whoever may keep it, but not whoever put it down."""
    if person.pk == move.by_id:
        return no(_("Two different people sign it."))
    return can_keep_chemical(person, move.chemical)


# Fire equipment


def can_read_equipment(person: Person) -> Answer:
    """See what hangs where: staff."""
    return no(_("This is for the staff.")) if person.is_pupil else YES


def can_keep_equipment(person: Person) -> Answer:
    """Hang, service and scrap equipment, and keep its rules."""
    return YES if person.on_duty_as(*OFFICERS) else no(ONLY_OFFICERS)


# Duty


def can_read_duty(person: Person) -> Answer:
    """See who is on duty: staff."""
    return no(_("This is for the staff.")) if person.is_pupil else YES


def can_lay_duty(person: Person) -> Answer:
    """Lay the roster of duty."""
    return YES if person.on_duty_as(*OFFICERS) else no(ONLY_OFFICERS)


def can_log(person: Person, shift: DutyShift) -> Answer:
    """Write into the log of a shift: whoever is there, officers and the head."""
    if person.pk == shift.leader_id or person.on_duty_as(*OFFICERS):
        return YES
    if any(each.person_id == person.pk for each in shift.members.all()):
        return YES
    return no(_("Only whoever is on duty, safety officers and the head write the log."))


def can_take_over(person: Person, shift: DutyShift) -> Answer:
    """Sign the log of a shift as somebody of the next one: staff who were not there."""
    there = {shift.leader_id, *(each.person_id for each in shift.members.all())}
    if person.is_pupil or person.pk in there:
        return no(_("Somebody of the next shift takes over."))
    return YES


# Education


def can_teach(person: Person) -> Answer:
    """Plan activities of safety education, count who was there: officers, the head, teachers."""
    if person.on_duty_as(*OFFICERS, Role.CLASS_TEACHER):
        return YES
    return no(_("Only safety officers, class teachers and the head do this."))
