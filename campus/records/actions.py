"""Writing into a record's timeline."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext_noop

from campus.attachments.actions import Upload, attach
from campus.models import Attachment, Person, TimelineEntry
from campus.notices.actions import tell
from campus.records.registry import commentable_for
from campus.storing import store
from campus.webhooks.actions import announce_state

TOPIC = "mention"
MENTIONED = gettext_noop("%(by)s mentioned you: %(title)s")
ADDED = gettext_noop("Added files.")


@transaction.atomic
def note(  # noqa: PLR0913  # each is a fact of its own, named wherever something is noted
    thing: Model,
    *,
    by: Person | None,
    at: datetime,
    text: str,
    facts: dict[str, Any] | None = None,
    words: str = "",
    status: str = "",
    attachments: Iterable[Attachment] = (),
    is_unnamed: bool = False,
) -> TimelineEntry:
    """Note what happened to `thing`, in the transaction in which it happens.

    `text` is a source string of the catalogue with named places for `facts`; `words` are the
    person's own, such as the reason. Without `by` the portal itself has done it, or with
    `is_unnamed` somebody without a name. `attachments`
    belong to `thing` already (`attachments.actions.attach`). With `status`, the state that it has
    now, other systems are told.
    """
    nobody = TimelineEntry.Kind.UNNAMED if is_unnamed else TimelineEntry.Kind.AUTOMATIC
    kind = TimelineEntry.Kind.MOVE if by else nobody
    entry = TimelineEntry(thing=thing, kind=kind, by=by, at=at, text=text, facts=facts or {})
    entry.words, entry.status = words, status
    entry.sentence  # noqa: B018  # a fact that the sentence lacks must fail here, not on a page
    store(entry)
    if hung := list(attachments):
        entry.attachments.set(hung)
    if status:
        announce_state(thing, status, at=at)
    return entry


@transaction.atomic
def comment(
    thing: Model,
    *,
    words: str,
    mentioned: Iterable[Person],
    attachments: Iterable[Upload | Attachment],
    by: Person,
    at: datetime,
) -> TimelineEntry:
    """Add a comment with its files, and tell whoever is mentioned in it.

    Takes what `WriteComment` has cleaned. Raises ValidationError for a comment that says and shows
    nothing, Refused for files that are not `by`'s own.
    """
    files = attach(thing, attachments, by=by, at=at)
    entry = TimelineEntry(thing=thing, kind=TimelineEntry.Kind.COMMENT, by=by, at=at, words=words)
    entry.text = ADDED if files and not words else ""
    store(entry)
    entry.attachments.set(files)
    people = list(mentioned)
    entry.mentioned.set(people)
    tell_mentioned(people, thing, key=f"mention:{entry.pk}", by=by, at=at)
    return entry


def tell_mentioned(
    people: Iterable[Person], thing: Model, *, key: str, by: Person, at: datetime
) -> None:
    """Tell everybody but the writer that they are named on `thing`; the words stay on its page."""
    others = [person for person in people if person != by]
    if others:
        tell(
            others,
            key=key,
            topic=TOPIC,
            text=MENTIONED,
            facts={"by": by.name, "title": str(thing)},
            path=commentable_for(thing).path(thing),
            at=at,
            robots=False,
        )


@transaction.atomic
def copy_timeline(thing: Model, *, to: Model, files: Mapping[int, Attachment]) -> None:
    """Let another record have the same past, with the copies of its files in `files`.

    Authors and moments stay: nothing is said anew, it is only read elsewhere.
    """
    for each in TimelineEntry.objects.of(thing):
        copy = TimelineEntry(thing=to, kind=each.kind, by=each.by, at=each.at, text=each.text)
        copy.facts, copy.words, copy.status = each.facts, each.words, ""
        store(copy)
        copy.attachments.set(files[old.pk] for old in each.attachments.all() if old.pk in files)
        copy.mentioned.set(each.mentioned.all())
