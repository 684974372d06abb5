"""Who may look through the people of the school; whom they see says `PersonQuerySet.visible_to`."""

from django.db.models import Exists
from django.utils.translation import gettext_lazy as _

from campus.doors import YES, Answer, no
from campus.models import Duty, OptionalField, Person, PupilExtra, Role
from campus.people.models import Optional
from campus.people.registry import gives_at_own_place


def can_list_people(person: Person) -> Answer:
    """Look through the list of people: staff."""
    if person.is_pupil:
        return no(_("The list of people is for staff."))
    return YES


def can_export_people(person: Person) -> Answer:
    """Take the list away as a file: whoever answers for everybody's data."""
    if not person.on_duty_as(Role.HEAD, Role.ADMINISTRATOR):
        return no(_("Only the head of logistics and administrators export the list of people."))
    return YES


def sees_pupils(person: Person) -> bool:
    """Whether there are pupils in the person's list."""
    seeing = (
        Role.HEAD, Role.ADMINISTRATOR, Role.DORM_WARDEN, Role.STUDENT_AFFAIRS, Role.CLASS_TEACHER,
    )  # fmt: skip
    return person.on_duty_as(*seeing)


def sees_leavers(person: Person) -> bool:
    """Whether there are people in the list who have left."""
    return person.on_duty_as(Role.HEAD, Role.ADMINISTRATOR)


# One person


def can_keep_people(person: Person) -> Answer:
    """Correct people by hand, end them and take them back."""
    if not person.on_duty_as(Role.ADMINISTRATOR):
        return no(_("Only administrators change who belongs to the school."))
    return YES


def can_see_contact(person: Person, other: Person) -> bool:
    """Whether the person is told the phone and e-mail of `other`."""
    return person.pk == other.pk or not person.is_pupil


def can_see_sign_in(person: Person, other: Person) -> Answer:
    """See whether `other` has signed in, on how many devices, with a second factor or not."""
    return can_keep_people(person)


def can_read_past(person: Person, other: Person) -> bool:
    """Whether the person reads what happened to `other`: oneself, the head, administrators."""
    return person.pk == other.pk or bool(person.on_duty_as(Role.HEAD, Role.ADMINISTRATOR))


# Duties


def can_look_up_people(person: Person) -> Answer:
    """Be offered names of the staff while typing; pupils write them out."""
    return no(_("Only staff are offered names.")) if person.is_pupil else YES


def can_give_duties(person: Person) -> Answer:
    """Give duties, set their last days."""
    if not person.on_duty_as(Role.HEAD, Role.ADMINISTRATOR):
        return no(_("Only the head of logistics and administrators give out duties."))
    return YES


def roles_given_by(person: Person) -> list[Role]:
    """What the person may put others on duty as.

    The head does not make administrators, who see to everybody's sign-in, and administrators do
    not choose who reads what they do.
    """
    if person.on_duty_as(Role.ADMINISTRATOR):
        return [role for role in Role if role != Role.AUDITOR]
    if person.on_duty_as(Role.HEAD):
        return [role for role in Role if role != Role.ADMINISTRATOR]
    return []


def can_give_duty(person: Person, duty: Duty) -> Answer:
    """Give one duty: also whoever gives it out at their own place (`registry.let_give`)."""
    return can_change_duty(person, duty)


def can_change_duty(person: Person, duty: Duty) -> Answer:
    """Set the last day of a duty."""
    if duty.role in roles_given_by(person) or gives_at_own_place(person, duty):
        return YES
    if duty.role == Role.AUDITOR and can_give_duties(person):
        return no(_("The head of logistics appoints auditors, and nobody who is an administrator."))
    if can_give_duties(person):
        return no(_("Only administrators give out this duty."))
    return can_give_duties(person)


def can_name_stand_in(person: Person, duty: Duty) -> Answer:
    """Let somebody else hold the duty for some days: its holder, and who may change it."""
    if duty.stands_in_for_id:
        return no(_("A stand-in names no further stand-in."))
    if duty.person_id == person.pk and not person.is_pupil:
        return YES
    return can_change_duty(person, duty)


# Who may do what, and who has looked


def can_ask_who_may(person: Person) -> Answer:
    """Ask who may do something, and what others may do."""
    if not person.on_duty_as(Role.HEAD, Role.ADMINISTRATOR):
        return no(_("Only the head of logistics and administrators look through rights."))
    return YES


def can_see_acts_of(person: Person, other: Person) -> Answer:
    """See what `other` may do; everybody sees their own."""
    return YES if person.pk == other.pk else can_ask_who_may(person)


def can_read_looks(person: Person) -> Answer:
    """Read who has looked at pupils' data."""
    if not person.on_duty_as(Role.HEAD, Role.ADMINISTRATOR, Role.AUDITOR):
        return no(_("Only the head of logistics and administrators read who looked at pupils."))
    return YES


# Optional fields of pupils


def can_switch_fields(person: Person) -> Answer:
    """Say which optional fields the portal keeps, and erase them."""
    if not person.on_duty_as(Role.ADMINISTRATOR):
        return no(_("Only administrators say what else is kept of pupils."))
    return YES


def lacks_consent(person: Person) -> bool:
    """Whether the person is under 14 and the guardian has not agreed: what is optional is not
    offered then (PIPL art. 31). Only asked where the school keeps it."""
    if not person.is_pupil:
        return False
    lacking = PupilExtra.objects.filter(person=person, is_under_14=True, consent_on=None)
    on = OptionalField.objects.filter(key=Optional.GUARDIAN_CONSENT, is_on=True)
    return lacking.filter(Exists(on)).exists()


def teaches(person: Person, pupil: Person) -> bool:
    """Whether the pupil is of a class that `person` is class teacher of."""
    if not pupil.is_pupil or pupil.school_class_id is None:
        return False
    return any(
        duty.role == Role.CLASS_TEACHER and duty.school_class_id == pupil.school_class_id
        for duty in person.duties_today
    )


def can_see_extra(person: Person, pupil: Person) -> Answer:
    """See the optional fields: the pupil, class teacher, dorm wardens, administrators."""
    if person.pk == pupil.pk or teaches(person, pupil):
        return YES
    if person.on_duty_as(Role.DORM_WARDEN, Role.ADMINISTRATOR):
        return YES
    return no(_("Only the class teacher, dorm wardens and administrators see this."))


def can_write_extra(person: Person, pupil: Person) -> Answer:
    """Write the optional fields of a pupil: class teacher and administrators."""
    if pupil.is_pupil and (teaches(person, pupil) or person.on_duty_as(Role.ADMINISTRATOR)):
        return YES
    return no(_("Only the class teacher and administrators write this."))
