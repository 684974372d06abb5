"""What happens to incidents beyond what happens to any case."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.attachments.actions import Upload
from campus.cases import actions as cases
from campus.cases.actions.telling import tell_people
from campus.cases.registry import on_duty
from campus.models import Attachment, Person, Role, TimelineEntry
from safety.models import Incident

Status = Incident.Status

GRAVE = gettext_noop("An incident: %(number)s %(title)s")
NOTIFIED = gettext_noop("Reported to the authority")
HANDLED = gettext_noop("Dealt with")
CLOSED = gettext_noop("Lessons drawn")


@transaction.atomic
def record(
    *, by: Person, at: datetime, attachments: Iterable[Upload | Attachment] = (), **facts: Any
) -> Incident:
    """Record what has happened; officers and the head are told at once.

    The title of a simulated one says so wherever it is told. Raises ValidationError.
    """
    if facts.get("is_simulated"):
        mark = _("[Simulated]")
        facts["title"] = f"{mark}{facts['title']}"[:120]
    if facts.get("level") == Incident.Level.SERIOUS:
        facts["priority"] = Incident.Priority.URGENT
    incident = cases.raise_case(Incident, by=by, at=at, attachments=attachments, **facts)
    tell_people(on_duty(Role.HEAD), incident, GRAVE, by=by, at=at)
    return incident


def notify(
    incident: Incident, *, notified_at: datetime, words: str, by: Person, at: datetime,
    seen: int | None = None,
) -> TimelineEntry:  # fmt: skip
    """It was reported to the authority: `words` say to whom and how."""
    return cases.move(
        incident, Status.NOTIFIED, by=by, at=at, seen=seen, words=words, text=NOTIFIED,
        notified_at=notified_at,
    )  # fmt: skip


def handle(
    incident: Incident, *, words: str, by: Person, at: datetime, seen: int | None = None,
    attachments: Iterable[Upload | Attachment] = (),
) -> TimelineEntry:  # fmt: skip
    """It is dealt with: `words` are the measures taken."""
    return cases.move(
        incident, Status.HANDLED, by=by, at=at, seen=seen, words=words, text=HANDLED,
        measures=words, attachments=attachments,
    )  # fmt: skip


def close(
    incident: Incident, *, words: str, by: Person, at: datetime, seen: int | None = None
) -> TimelineEntry:
    """What is learned from it, so that it does not happen again."""
    return cases.move(
        incident, Status.CLOSED, by=by, at=at, seen=seen, words=words, text=CLOSED, lessons=words
    )
