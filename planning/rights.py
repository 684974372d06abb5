"""Who may do what in planning; each answer carries the reason that a greyed button shows."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from campus.doors import YES, Answer, no
from campus.models import Person, Role
from planning.models import ActionItem, CalendarEntry, Meeting, Paper, PaperKind, PlanItem
from planning.models.paper import READERS

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


def can_comment(person: Person, item: PlanItem) -> Answer:
    """Talk about an item: staff, since the timeline tells of its progress."""
    return can_read_progress(person)


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


# Meetings


def can_call_meetings(person: Person) -> Answer:
    """Call a meeting: whoever leads an area of the office's work."""
    if person.is_pupil or not person.on_duty_as(*LEADING):
        return no(_("Only people who lead an area of the office's work call meetings."))
    return YES


def can_run(person: Person, meeting: Meeting) -> Answer:
    """Change, open, cancel a meeting, call its roll, take and publish its minutes."""
    if person.pk in (meeting.chair_id, meeting.recorder_id, meeting.called_by_id):
        return YES
    if person.on_duty_as(Role.HEAD):
        return YES
    return no(
        _("Only whoever chairs it, takes the minutes or has called it, and the head do this.")
    )


def can_read_roll(person: Person, meeting: Meeting) -> Answer:
    """See who was there by name: staff of the meeting. Pupils do not read each other's names."""
    if not person.is_pupil and is_of(person, meeting):
        return YES
    return no(_("Who was there is read by the staff of the meeting."))


def can_read_minutes(person: Person, meeting: Meeting) -> Answer:
    """Read the minutes: once published whoever sees the meeting, before that who runs it."""
    if meeting.is_published or (meeting.is_held and can_run(person, meeting)):
        return YES
    return no(_("The minutes are not published yet."))


def can_talk(person: Person, meeting: Meeting) -> Answer:
    """Write on its page, and read its timeline: staff of the meeting."""
    if not person.is_pupil and is_of(person, meeting):
        return YES
    return no(_("Only the staff of a meeting talk about it here."))


def is_of(person: Person, meeting: Meeting) -> bool:
    """Whether the person runs the meeting, is on its roll, or sees all meetings."""
    if can_run(person, meeting) or person.on_duty_as(Role.ADMINISTRATOR):
        return True
    return meeting.attendees.filter(person=person).exists()


# Actions that are followed


def can_raise_actions(person: Person, meeting: Meeting | None = None) -> Answer:
    """Give somebody something to do: the head and the front desk, or who runs the meeting."""
    if person.on_duty_as(Role.HEAD, Role.DISPATCHER):
        return YES
    if meeting is not None and can_run(person, meeting):
        return YES
    return no(_("Only the head and the front desk raise actions, and whoever runs a meeting."))


def can_direct(person: Person, action: ActionItem) -> Answer:
    """Name who is responsible, agree on the day, put off, drop, accept: chair and head."""
    if person.on_duty_as(Role.HEAD):
        return YES
    if action.meeting is not None and action.meeting.chair_id == person.pk:
        return YES
    return no(_("Only whoever chaired the meeting and the head do this."))


def can_direct_actions(person: Person) -> Answer:
    """Do so with several at once."""
    if person.on_duty_as(Role.HEAD):
        return YES
    return no(_("Only the head does this with several at once."))


def can_accept(person: Person, action: ActionItem) -> Answer:
    """Accept what was done: chair and head, but never whoever has done it."""
    if action.assignee_id == person.pk:
        return no(_("Nobody accepts what they have done themselves."))
    return can_direct(person, action)


def can_work_on(person: Person, action: ActionItem) -> Answer:
    """Take it up and report that it is done: the person responsible."""
    if action.assignee_id == person.pk:
        return YES
    return no(_("Only the person responsible does this."))


def can_go_on(person: Person, action: ActionItem) -> Answer:
    """Take up again what stands still: the person responsible, chair and head."""
    return YES if can_work_on(person, action) else can_direct(person, action)


def can_talk_of_action(person: Person, action: ActionItem) -> Answer:
    """Say something, as long as it does not go on elsewhere."""
    if action.status in (ActionItem.Status.MERGED, ActionItem.Status.HANDED_ON):
        return no(_("It goes on elsewhere; write there."))
    return YES


# Papers that expire


def can_read_papers(person: Person) -> Answer:
    """Look through papers: staff, who find at least their own there."""
    if person.is_pupil:
        return no(_("Papers are for the staff."))
    return YES


def can_export_papers(person: Person) -> Answer:
    """Take the list away as a file: whoever sees all papers."""
    if person.on_duty_as(*READERS):
        return YES
    return no(_("Only people who lead an area of the office's work export papers."))


def can_keep_kind(person: Person, kind: PaperKind) -> Answer:
    """Write, renew and set aside papers of a kind: the head, and whoever's work the kind is."""
    if person.on_duty_as(Role.HEAD) or any(each.role == kind.role for each in person.duties_today):
        return YES
    return no(_("Only the head and whoever's work they are keep these papers."))


def can_keep_paper(person: Person, paper: Paper) -> Answer:
    """Change, renew and set aside a paper."""
    return can_keep_kind(person, paper.kind)


def can_keep_some_papers(person: Person, kinds: Iterable[PaperKind]) -> Answer:
    """Write papers of at least one of the `kinds`."""
    if any(can_keep_kind(person, kind) for kind in kinds):
        return YES
    return no(_("Only the head and whoever's work they are keep these papers."))


def can_keep_kinds(person: Person) -> Answer:
    """Say which kinds of papers there are."""
    if not person.on_duty_as(Role.HEAD, Role.ADMINISTRATOR):
        return no(_("Only the head of logistics and administrators keep the kinds of papers."))
    return YES


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
