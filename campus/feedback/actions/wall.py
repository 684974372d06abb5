"""The wall: you said, we did."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.cases.actions.locking import locked
from campus.cases.actions.moving import change
from campus.doors import Refused
from campus.feedback.models import Feedback, FeedbackVote
from campus.models import Person, TimelineEntry
from campus.records.actions import note

PUT_UP = gettext_noop("Put up on the wall: %(said)s")
TAKEN_DOWN = gettext_noop("Taken down from the wall")


@transaction.atomic
def put_up(
    entry: Feedback, *, said: str, did: str = "", by: Person, at: datetime, seen: int | None = None
) -> TimelineEntry:
    """Show the entry on the wall in the office's own words, or change these; never with a name.

    Raises Refused for what is hidden or merged.
    """
    case = locked(entry, seen=seen)
    if case.status in (Feedback.Status.HIDDEN, Feedback.Status.MERGED):
        raise Refused(_("%(case)s is closed.") % {"case": case.number})
    since = case.on_wall_on or timezone.localtime(at).date()
    case = change(case, at=at, said=said, did=did, on_wall_on=since)
    return note(case, by=by, at=at, text=PUT_UP, facts={"said": said}, words=did)


@transaction.atomic
def take_down(
    entry: Feedback, *, by: Person, at: datetime, seen: int | None = None
) -> TimelineEntry:
    """Take the entry off the wall."""
    case = change(entry, at=at, seen=seen, on_wall_on=None)
    return note(case, by=by, at=at, text=TAKEN_DOWN)


@transaction.atomic
def vote(entry: Feedback, *, by: Person) -> int:
    """Want the same; answers with how many do now besides the writer.

    Raises Refused for what is one's own, was voted for already, is settled or not on the wall.
    """
    case = locked(entry)
    if case.on_wall_on is None or not case.is_open:
        raise Refused(_("This cannot be voted for any more."))
    if case.reporter_id == by.pk:
        raise Refused(_("You have said so yourself."))
    _made, is_new = FeedbackVote.objects.get_or_create(entry=case, person=by)
    if not is_new:
        raise Refused(_("You have said so already."))
    case.votes += 1
    case.save(update_fields=["votes"])
    return case.votes
