"""Who may do what with feedback."""

from django.utils.translation import gettext_lazy as _

from campus.doors import YES, Answer, no
from campus.feedback.models import Feedback
from campus.models import Person, Role
from campus.people.rights import lacks_consent


def answers(person: Person, entry: Feedback) -> bool:
    """Whether the person answers for the entry's topic."""
    return person.on_duty_as(Role.HEAD, *(Role(each) for each in entry.topic.roles))


def can_answer(person: Person, entry: Feedback) -> Answer:
    """Take up an entry, answer it, merge it, hand it on: whoever answers for its topic."""
    if answers(person, entry):
        return YES
    return no(_("Only whoever answers for this topic does this."))


def can_work_on(person: Person, entry: Feedback) -> Answer:
    """Answer an entry: whoever has it in hands, too."""
    return YES if entry.assignee_id == person.pk else can_answer(person, entry)


def can_reopen(person: Person, entry: Feedback) -> Answer:
    """Take up again what was answered; what was hidden only the head brings back."""
    if entry.is_hidden and not person.on_duty_as(Role.HEAD):
        return no(_("Only the head of logistics brings back what was hidden."))
    return YES if is_writer(person, entry) else can_answer(person, entry)


def is_writer(person: Person, entry: Feedback) -> bool:
    return entry.reporter_id == person.pk


def can_rate(person: Person, entry: Feedback) -> Answer:
    """Say how content one is with the answer: whoever wrote the entry."""
    if is_writer(person, entry):
        return YES
    return no(_("Only whoever wrote it gives stars for the answer."))


def can_withdraw(person: Person, entry: Feedback) -> Answer:
    """Take back what oneself has written."""
    if is_writer(person, entry):
        return YES
    return no(_("Only whoever wrote it withdraws it."))


def can_comment(person: Person, entry: Feedback) -> Answer:
    """Say something on an entry, as long as it is not history."""
    if entry.status in (Feedback.Status.MERGED, Feedback.Status.HANDED_ON):
        return no(_("It goes on elsewhere; write there."))
    return YES


def can_read_entries(person: Person) -> Answer:
    """Look through what others have written: staff, each by the topics that they answer for."""
    if person.is_pupil:
        return no(_("The list of entries is for staff."))
    return YES


def can_read_all_entries(person: Person) -> Answer:
    """Find every entry in the list, whatever its topic."""
    if person.on_duty_as(Role.HEAD):
        return YES
    return no(_("Only the head reads what was said about all topics."))


def can_keep_topics(person: Person) -> Answer:
    """Say what can be written about, and who answers."""
    if not person.on_duty_as(Role.HEAD):
        return no(_("Only the head of logistics keeps the topics."))
    return YES


def can_sign(person: Person) -> Answer:
    """Write with one's name, and with photos: whoever is under 14 once a guardian has agreed."""
    if lacks_consent(person):
        return no(_("Until a guardian has agreed you write without a name and without photos."))
    return YES
