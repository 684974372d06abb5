"""Who may do what in planning; each answer carries the reason that a greyed button shows."""

from django.utils.translation import gettext_lazy as _

from campus.doors import YES, Answer, no
from campus.models import Person, Role
from planning.models import CalendarEntry, PlanItem

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


# The calendar's own entries: whoever plans work for others writes them. A class teacher or a
# technician is told of work by the calendar; an administrator runs the portal, not the office.
LEADING = (
    Role.HEAD,
    Role.DISPATCHER,
    Role.SAFETY_OFFICER,
    Role.DORM_WARDEN,
    Role.CANTEEN_MANAGER,
    Role.CLEANING_SUPERVISOR,
    Role.FLEET_MANAGER,
)


def can_write_entries(person: Person) -> Answer:
    """Write entries into the calendar."""
    if person.is_pupil or not person.on_duty_as(*LEADING):
        return no(_("Only people who lead an area of the office's work write into the calendar."))
    return YES


def can_change_entry(person: Person, entry: CalendarEntry) -> Answer:
    """Edit, move and delete an entry: its author and the head."""
    if person.pk == entry.by_id or person.on_duty_as(Role.HEAD):
        return YES
    return no(_("Only the author of an entry and the head change it."))


# Reminders


def can_rule_reminders(person: Person) -> Answer:
    """Make the school's rules of reminders."""
    if not person.on_duty_as(Role.HEAD, Role.ADMINISTRATOR):
        return no(_("Only the head of logistics and administrators make rules of reminders."))
    return YES


def can_rule_item_reminders(person: Person, item: PlanItem) -> Answer:
    """Give one item reminders of its own: the head and its owner."""
    if person.pk == item.owner_id or person.on_duty_as(Role.HEAD):
        return YES
    return no(_("Only the person responsible and the head give this item reminders of its own."))


def can_acknowledge(person: Person, responsible: list[Person]) -> Answer:
    """Take note of a thing: whoever is reminded of it."""
    if person in responsible:
        return YES
    return no(_("Only whoever is reminded of it can take note of it."))
