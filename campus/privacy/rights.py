"""Who approves, decides, erases and signs; which papers with pupils need no approval."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from campus.doors import YES, Answer, no
from campus.models import DataRequest, Person, Role, TakeAway
from campus.people.rights import teaches

RESPONSIBLE = (Role.HEAD, Role.ADMINISTRATOR)

# Access to minors' data is approved by a responsible person (Regulations on Minors in Cyberspace,
# art. 36). The exceptions are these, and no others:
#  1. a class teacher prints lists of pupils who are all of their own class (`needing`);
#  2. sheets for the doors of rooms, by whoever settles pupils in there (`dormitory.views.doors`);
#  3. first passwords on slips, by administrators (`campus.rosters.views.slips`).
# Each of them is noted in the looks at pupils' data and in the audit log as any other.
EXCEPTIONS = (
    _("Class teachers print lists of their own class."),
    _("Sheets for the doors of dorm rooms."),
    _("First passwords on slips of paper."),
)


def needing(person: Person, people: QuerySet[Any], *, on_paper: bool) -> int:
    """How many pupils among people of these numbers make it need an approval; oneself does not."""
    pupils = Person.objects.filter(kind=Person.Kind.PUPIL, pk__in=people).exclude(pk=person.pk)
    if on_paper and not pupils.exclude(school_class__in=taught_by(person)).exists():
        return 0
    return pupils.count()


def taught_by(person: Person) -> list[int]:
    """The classes that the person is class teacher of."""
    return [
        duty.school_class_id
        for duty in person.duties_today
        if duty.role == Role.CLASS_TEACHER and duty.school_class_id
    ]


def can_see_all_taken(person: Person) -> Answer:
    """See what everybody wants to take away."""
    if person.on_duty_as(*RESPONSIBLE):
        return YES
    return no(_("Only the head of logistics and administrators see what others ask for."))


def can_decide_taking(person: Person, take: TakeAway) -> Answer:
    """Approve or decline: the head, or whoever stands in for them; of the head's own requests
    another head or an administrator. Never one's own."""
    if take.by_id == person.pk:
        return no(_("Nobody approves what they ask for themselves."))
    if person.on_duty_as(Role.HEAD):
        return YES
    if person.on_duty_as(Role.ADMINISTRATOR) and take.by.on_duty_as(Role.HEAD):
        return YES
    return no(_("The head of logistics approves this, or whoever stands in for them."))


def can_use(person: Person, take: TakeAway) -> Answer:
    """Take it: whoever has asked."""
    if take.by_id == person.pk:
        return YES
    return no(_("An approval is for whoever has asked."))


# Requests of those whom data is about


def can_ask_for(person: Person, subject: Person) -> Answer:
    """Ask about the data of `subject`: oneself; for a pupil's guardian the class teacher and
    administrators."""
    if person.pk == subject.pk:
        return YES
    if subject.is_pupil and (teaches(person, subject) or person.on_duty_as(Role.ADMINISTRATOR)):
        return YES
    return no(_("Only the class teacher and administrators write down what a guardian asks."))


def can_decide_request(person: Person, request: DataRequest) -> Answer:
    """Do as asked, or refuse: administrators, and not about oneself."""
    if not person.on_duty_as(Role.ADMINISTRATOR):
        return no(_("Only administrators put data right and erase it."))
    if request.subject_id == person.pk:
        return no(_("Another administrator decides about your own data."))
    return YES


def can_withdraw(person: Person, request: DataRequest) -> Answer:
    """Take back what oneself has raised."""
    if request.reporter_id == person.pk:
        return YES
    return no(_("Only whoever raised it withdraws it."))


# What the school keeps


def can_read_map(person: Person) -> Answer:
    """Read what kinds of personal data the portal keeps."""
    if person.on_duty_as(*RESPONSIBLE, Role.AUDITOR):
        return YES
    return no(_("Only the head of logistics, administrators and auditors read this."))


def can_rule_keeping(person: Person) -> Answer:
    """Say how long kinds of data are kept, and see what was erased: the head, administrators."""
    if person.on_duty_as(*RESPONSIBLE):
        return YES
    return no(_("Only the head of logistics and administrators say how long data is kept."))


def can_audit(person: Person) -> Answer:
    """Fill in the yearly audit."""
    if person.on_duty_as(*RESPONSIBLE):
        return YES
    return no(_("Only the head of logistics and administrators fill in the yearly audit."))


def can_sign(person: Person) -> Answer:
    """Sign the yearly audit."""
    if person.on_duty_as(Role.HEAD):
        return YES
    return no(_("The head of logistics signs the yearly audit."))
