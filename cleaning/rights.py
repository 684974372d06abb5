"""Who may do what in the cleaning area; each no carries the reason that its button shows."""

from django.utils.translation import gettext_lazy as _

from campus.doors import YES, Answer, no
from campus.models import Person, Place, Role
from cleaning.models import DutyWeek
from inspections.models import Checklist

KEEPERS = (Role.CLEANING_SUPERVISOR, Role.HEAD)
AFFAIRS = (Role.STUDENT_AFFAIRS, Role.HEAD)


def can_keep_areas(person: Person) -> Answer:
    """Describe areas, give classes the care of them, let classes take turns."""
    if person.on_duty_as(*KEEPERS):
        return YES
    return no(_("Areas are given out by the cleaning supervisor and the head."))


def can_read_areas(person: Person) -> Answer:
    """See who cleans what."""
    return YES


def can_lay_weeks(person: Person) -> Answer:
    """Lay which class is on duty in which week, and swap weeks."""
    if person.on_duty_as(*KEEPERS, Role.STUDENT_AFFAIRS):
        return YES
    return no(_("Weeks of duty are laid by the Student Affairs Office and the supervisor."))


def can_group(person: Person, week: DutyWeek) -> Answer:
    """Name the groups of a week: whoever lays weeks, and the teacher of the class."""
    teaches = any(
        duty.role == Role.CLASS_TEACHER and duty.school_class_id == week.school_class_id
        for duty in person.duties_today
    )
    return YES if teaches else can_lay_weeks(person)


def can_score_weeks(person: Person) -> Answer:
    """Give a duty class its place after its week, and say what places earn."""
    if person.on_duty_as(*AFFAIRS):
        return YES
    return no(_("Duty classes are scored by the Student Affairs Office."))


def can_see_figures(person: Person) -> Answer:
    """Read how areas fare: staff."""
    return no(_("Figures are read by staff.")) if person.is_pupil else YES


def on_duty(person: Person) -> bool:
    """Whether the person's class checks the others this week."""
    if not person.school_class_id:
        return False
    return DutyWeek.objects.running().filter(school_class=person.school_class_id).exists()


def may_check(person: Person, checklist: Checklist, place: Place) -> Answer | None:
    """The area's word on walking a check of the duty class: pupils of the duty class in its week;
    staff by their roles."""
    if not person.is_pupil:
        return None
    return YES if on_duty(person) else no(_("Only the duty class of the week checks."))
