"""Writing into a record's timeline."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Model

from campus.models import Person, TimelineEntry


@transaction.atomic
def note(
    thing: Model,
    *,
    by: Person | None,
    at: datetime,
    text: str,
    facts: dict[str, Any] | None = None,
    words: str = "",
    status: str = "",
) -> TimelineEntry:
    """Note what happened to `thing`, in the transaction in which it happens.

    `text` is a source string of the catalogue with named places for `facts`; `words` are the
    person's own, such as the reason. Without `by` the portal itself has done it.
    """
    kind = TimelineEntry.Kind.MOVE if by else TimelineEntry.Kind.AUTOMATIC
    entry = TimelineEntry(thing=thing, kind=kind, by=by, at=at, text=text, facts=facts or {})
    entry.words, entry.status = words, status
    entry.sentence  # noqa: B018  # a fact that the sentence lacks must fail here, not on a page
    entry.full_clean()
    entry.save()
    return entry
