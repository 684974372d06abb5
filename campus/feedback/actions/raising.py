"""An entry arrives, with a name or out of the letterbox."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.attachments.actions import Upload
from campus.cases.actions.raising import raise_case
from campus.cases.actions.telling import tell_people
from campus.cases.registry import on_duty
from campus.doors import Refused
from campus.feedback.models import Feedback, FeedbackTopic
from campus.feedback.registry import facts_of
from campus.models import Attachment, Person, Place, Role

IN_SHORT = 60
INFORMED = gettext_noop("For your information: %(number)s %(title)s")


@transaction.atomic
def write(  # noqa: PLR0913  # each is a fact of its own, as the form asks for it
    topic: FeedbackTopic,
    *,
    kind: str,
    words: str,
    stars: int | None = None,
    subject: Model | None = None,
    place: Place | None = None,
    photos: Iterable[Upload | Attachment] = (),
    by: Person,
    at: datetime,
) -> Feedback:
    """Write an entry with one's name; whoever answers for the topic is told at once.

    Raises Refused for a topic that is not offered any more, ValidationError.
    """
    refuse_closed(topic)
    return arrive(
        topic, by=by, at=at, attachments=photos, kind=kind, description=words, stars=stars,
        place=place, **facts_of(subject),
    )  # fmt: skip


def refuse_closed(topic: FeedbackTopic) -> None:
    """Raise Refused for a topic that cannot be chosen any more."""
    if not topic.is_offered:
        raise Refused(_("“%(topic)s” cannot be written about any more.") % {"topic": topic})


def arrive(topic: FeedbackTopic, *, by: Person | None, at: datetime, **facts: Any) -> Feedback:
    """Raise the entry with its promises, and tell those who are informed as well."""
    title = in_short(facts["description"]) or str(topic)
    entry = raise_case(Feedback, by=by, at=at, topic=topic, title=title, **facts)
    informed = [Role(each) for each in topic.informed]
    if informed:
        tell_people(on_duty(*informed), entry, INFORMED, by=by, at=at, occasion="informed")
    return entry


def in_short(words: str) -> str:
    """The beginning of what was written, as a title."""
    line = " ".join(words.split())
    return line if len(line) <= IN_SHORT else f"{line[: IN_SHORT - 1]}…"
