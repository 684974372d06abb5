"""Who may do what at the front desk."""

from django.utils.translation import gettext_lazy as _

from campus.desk.models import Enquiry
from campus.doors import YES, Answer, no
from campus.models import Person, Role

DESK = (Role.DISPATCHER, Role.HEAD)


def can_use_desk(person: Person) -> Answer:
    """Take up enquiries and hand them out."""
    if not person.on_duty_as(*DESK):
        return no(_("Only the front desk and the head do this."))
    return YES


def can_work_on(person: Person, enquiry: Enquiry) -> Answer:
    """Answer an enquiry, put it on hold, take it up again."""
    if enquiry.assignee_id == person.pk or person.on_duty_as(*DESK):
        return YES
    return no(_("Only whoever has it in hands, the front desk and the head do this."))


def can_take(person: Person, enquiry: Enquiry) -> Answer:
    """Give an enquiry to somebody."""
    return can_use_desk(person)


def can_settle(person: Person, enquiry: Enquiry) -> Answer:
    """Say that the answer settles it, or that it does not."""
    if enquiry.reporter_id == person.pk:
        return YES
    return no(_("Only whoever raised it says whether the answer settles it."))


def can_reopen(person: Person, enquiry: Enquiry) -> Answer:
    """Take up again what was answered, closed or refused."""
    if enquiry.reporter_id == person.pk or person.on_duty_as(*DESK):
        return YES
    return no(_("Only whoever raised it, the front desk and the head reopen it."))


def can_withdraw(person: Person, enquiry: Enquiry) -> Answer:
    """Take back what oneself has raised."""
    if enquiry.reporter_id == person.pk:
        return YES
    return no(_("Only whoever raised it withdraws it."))


def can_report_for_others(person: Person) -> bool:
    """Raise an enquiry for a caller."""
    return bool(can_use_desk(person))


def can_comment(person: Person, enquiry: Enquiry) -> Answer:
    """Say something: whoever it concerns, as long as it is not history."""
    if enquiry.status in (Enquiry.Status.MERGED, Enquiry.Status.HANDED_ON):
        return no(_("It goes on elsewhere; write there."))
    return YES
