"""Who may do what with the semester report."""

from django.utils.translation import gettext_lazy as _

from campus.doors import YES, Answer, no
from campus.models import Person, Role
from logistics.report.models import ReportNote

# Whoever answers for an area, and whoever does its work: they know what is worth telling.
NOTERS = (
    Role.HEAD, Role.DISPATCHER, Role.TECHNICIAN, Role.SAFETY_OFFICER, Role.DORM_WARDEN,
    Role.CANTEEN_MANAGER, Role.FOOD_SAFETY_OFFICER, Role.FOOD_SAFETY_DIRECTOR,
    Role.CLEANING_SUPERVISOR, Role.FLEET_MANAGER, Role.DRIVER, Role.STOREKEEPER,
    Role.STUDENT_AFFAIRS,
)  # fmt: skip


def can_read(person: Person) -> Answer:
    """Read reports and the notes for them."""
    if person.is_pupil:
        return no(_("The semester report is for the staff."))
    return YES


def can_write(person: Person) -> Answer:
    """Make a report, edit it, take it away as a file with its registers."""
    if person.on_duty_as(Role.HEAD):
        return YES
    return no(_("Only the head of the office writes the semester report."))


def can_note(person: Person) -> Answer:
    """Note something for the report."""
    if person.on_duty_as(*NOTERS):
        return YES
    return no(_("Notes for the report are written by those who have a duty in the office's work."))


def can_take_back(person: Person, note: ReportNote) -> Answer:
    """Correct a note or take it back: its author and the head."""
    if person.pk == note.by_id or person.on_duty_as(Role.HEAD):
        return YES
    return no(_("A note is taken back by its author or the head."))
