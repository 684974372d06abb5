"""Who may do what with tickets; each answer carries the reason that a greyed button shows."""

from django.utils.translation import gettext_lazy as _

from campus.doors import YES, Answer, no
from campus.models import Person, Role
from repairs.models import Compensation, Ticket

DISPATCHERS = (Role.DISPATCHER, Role.HEAD)


def can_dispatch_any(person: Person) -> Answer:
    """Send technicians to tickets, reject them, report for callers."""
    if not person.on_duty_as(*DISPATCHERS):
        return no(_("Only dispatchers and the head do this."))
    return YES


def can_dispatch(person: Person, ticket: Ticket) -> Answer:
    """Say who mends a ticket, reject it, hand it on."""
    return can_dispatch_any(person)


def can_mend(person: Person, ticket: Ticket) -> Answer:
    """Accept a ticket, begin, put on hold, finish."""
    if ticket.assignee_id == person.pk or person.on_duty_as(*DISPATCHERS):
        return YES
    return no(_("Only whoever mends it, dispatchers and the head do this."))


def can_ask_for_time(person: Person, ticket: Ticket) -> Answer:
    """Ask that a promise be put off; a dispatcher decides."""
    if ticket.assignee_id == person.pk:
        return YES
    return no(_("Only whoever mends it asks for more time."))


def can_see_compensation(person: Person, compensation: Compensation) -> Answer:
    """Read who pays how much: dispatchers and the head, whoever pays, and the class's teacher."""
    if person.pk == compensation.person_id or can_dispatch_any(person):
        return YES
    taught = {
        duty.school_class_id for duty in person.duties_today if duty.role == Role.CLASS_TEACHER
    }
    if compensation.school_class_id in taught - {None}:
        return YES
    return no(_("Only those whom it concerns read this."))


def can_keep_workshop(person: Person) -> Answer:
    """Say who mends what, keep contractors and categories."""
    return can_dispatch_any(person)


def can_go_round(person: Person) -> Answer:
    """Have a day of tickets of one's own to walk."""
    if not person.on_duty_as(Role.TECHNICIAN, *DISPATCHERS):
        return no(_("Only technicians and dispatchers have tickets to walk."))
    return YES


def can_print_orders(person: Person) -> Answer:
    """Print work orders."""
    return can_go_round(person)


def can_see_figures(person: Person) -> Answer:
    """Read how promptly repairs are done: staff."""
    if person.is_pupil:
        return no(_("Figures are read by staff."))
    return YES


def can_confirm(person: Person, ticket: Ticket) -> Answer:
    """Say that it is mended, or that it is not."""
    if ticket.reporter_id == person.pk:
        return YES
    return no(_("Only whoever reported it says whether it is mended."))


def can_reopen(person: Person, ticket: Ticket) -> Answer:
    """Report again what does not hold."""
    if ticket.reporter_id == person.pk or person.on_duty_as(*DISPATCHERS):
        return YES
    return no(_("Only whoever reported it, dispatchers and the head reopen it."))


def can_cancel(person: Person, ticket: Ticket) -> Answer:
    """Take back one's own report before anybody has begun."""
    if ticket.reporter_id == person.pk:
        return YES
    return no(_("Only whoever reported it takes it back."))


def can_comment(person: Person, ticket: Ticket) -> Answer:
    """Say something: whoever it concerns, as long as it does not go on elsewhere."""
    if ticket.status in (Ticket.Status.MERGED, Ticket.Status.HANDED_ON):
        return no(_("It goes on elsewhere; write there."))
    return YES
