"""What happens to enquiries beyond what happens to any case."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_noop

from campus.attachments.models import Attachment
from campus.cases.actions import assign, move
from campus.models import Enquiry, Person, TimelineEntry

Status = Enquiry.Status

ANSWERED = gettext_noop("Answered")
SETTLED = gettext_noop("Settled by the answer")
NOT_SETTLED = gettext_noop("Reopened")


@transaction.atomic
def give(
    enquiry: Enquiry, *, to: Person, by: Person, at: datetime, seen: int | None = None,
    words: str = "",
) -> TimelineEntry:  # fmt: skip
    """Put the enquiry into the hands of `to`, who is told; it is under way from then on."""
    status = Status.UNDER_WAY if enquiry.can_become(Status.UNDER_WAY) else None
    return assign(enquiry, to=to, by=by, at=at, seen=seen, words=words, status=status)


@transaction.atomic
def give_all(
    enquiries: Iterable[Enquiry], *, to: Person, by: Person, at: datetime
) -> list[TimelineEntry]:
    """Put all of them into the hands of `to`, or none. Raises Refused."""
    return [give(each, to=to, by=by, at=at) for each in enquiries]


def take(enquiry: Enquiry, *, by: Person, at: datetime, seen: int | None = None) -> TimelineEntry:
    """Take the enquiry into one's own hands."""
    return give(enquiry, to=by, by=by, at=at, seen=seen)


def hold(
    enquiry: Enquiry, *, words: str, by: Person, at: datetime, seen: int | None = None
) -> TimelineEntry:
    """Put it on hold for a reason; the promise stands still."""
    return move(enquiry, Status.ON_HOLD, by=by, at=at, seen=seen, words=words)


def go_on(enquiry: Enquiry, *, by: Person, at: datetime, seen: int | None = None) -> TimelineEntry:
    """Take it up again; the promise runs on."""
    return move(enquiry, Status.UNDER_WAY, by=by, at=at, seen=seen)


def answer(
    enquiry: Enquiry, *, words: str, by: Person, at: datetime, seen: int | None = None,
    attachments: Iterable[Attachment] = (),
) -> TimelineEntry:  # fmt: skip
    """Answer it: `words` reach whoever raised it, and the promise is kept."""
    return move(
        enquiry, Status.ANSWERED, by=by, at=at, seen=seen, words=words, text=ANSWERED,
        attachments=attachments, assignee=enquiry.assignee or by,
    )  # fmt: skip


def settle(enquiry: Enquiry, *, by: Person, at: datetime, seen: int | None = None) -> TimelineEntry:
    """The answer settles it."""
    return move(enquiry, Status.CLOSED, by=by, at=at, seen=seen, text=SETTLED)


def reopen(
    enquiry: Enquiry, *, words: str, by: Person, at: datetime, seen: int | None = None
) -> TimelineEntry:
    """The answer does not settle it: it goes back into the same hands with a new promise."""
    return move(enquiry, Status.UNDER_WAY, by=by, at=at, seen=seen, words=words, text=NOT_SETTLED)


def refuse(
    enquiry: Enquiry, *, words: str, by: Person, at: datetime, seen: int | None = None
) -> TimelineEntry:
    """It is not for this office, and why."""
    return move(
        enquiry, Status.REFUSED, by=by, at=at, seen=seen, words=words,
        assignee=enquiry.assignee or by,
    )  # fmt: skip


def withdraw(
    enquiry: Enquiry, *, by: Person, at: datetime, seen: int | None = None
) -> TimelineEntry:
    """Whoever raised it takes it back."""
    return move(enquiry, Status.WITHDRAWN, by=by, at=at, seen=seen)
