"""Who may do what in planning; each answer carries the reason that a greyed button shows."""

from django.utils.translation import gettext_lazy as _

from campus.doors import YES, Answer, no
from campus.models import Person, Role
from planning.models import PlanItem

# The work plan


def can_plan(person: Person) -> Answer:
    """Import, correct and adopt plans, write and edit items, name the people responsible."""
    if not person.on_duty_as(Role.HEAD):
        return no(_("Only the head of the office plans."))
    return YES


def can_move(person: Person, item: PlanItem) -> Answer:
    """Move an item on and note its progress: the head, its owner, and its lead unit's staff."""
    if person.pk == item.owner_id or person.on_duty_as(Role.HEAD):
        return YES
    if person.department_id and person.department_id == item.lead_unit_id:
        return YES
    return no(
        _("Only the person responsible, the staff of the lead unit and the head move this item.")
    )


def can_read_progress(person: Person) -> Answer:
    """See states, people responsible, reasons and notes: staff."""
    if person.is_pupil:
        return no(_("The progress of the plan is for the staff."))
    return YES
