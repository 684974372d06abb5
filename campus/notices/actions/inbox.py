"""Reading one's inbox."""

from datetime import datetime

from django.db import transaction

from campus.models import InboxEntry, Person


@transaction.atomic
def mark_read(entry: InboxEntry, *, by: Person, at: datetime) -> None:
    """Note that `by` has read an entry of their own inbox; the first time counts."""
    InboxEntry.objects.visible_to(by).unread().filter(pk=entry.pk).update(read_at=at)


@transaction.atomic
def mark_all_read(*, by: Person, at: datetime, newest: int) -> int:
    """Note that `by` has read all entries up to the one numbered `newest`; answers with how many.

    What arrived after the page was drawn stays unread.
    """
    return InboxEntry.objects.visible_to(by).unread().filter(pk__lte=newest).update(read_at=at)
