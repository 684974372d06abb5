"""The letterbox: what has no name goes in at any moment and comes out on the full hour.

An entry that stored no name could still be put beside whoever signed in a minute before: by its
time, by its number in the row, by its place in the table, by the history that notes which request
changed a row. So nothing is written into the entry's own tables while its writer is being served.
It waits in a row of its own, without a moment and numbered by chance; on the hour the clock, not a
person, takes out all that have come, in an order of chance. What cannot wait comes out within the
minute, and the form says so beforehand.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.attachments import contents
from campus.cases.actions.moving import change
from campus.cases.actions.telling import tell_people
from campus.cases.registry import kind_of
from campus.doors import Refused
from campus.feedback.actions.allowance import spend
from campus.feedback.actions.raising import arrive, refuse_closed
from campus.feedback.models import Feedback, FeedbackTopic, Letter, LetterPhoto
from campus.feedback.receipts import digest_of
from campus.feedback.registry import facts_of
from campus.models import Person, Place, StoredFile, TimelineEntry
from campus.records.actions import note
from campus.storing import store

MOST_PHOTOS = 4
# As many as a conversation needs; our own figure.
MOST_REPLIES = 10
REPLIED = gettext_noop("Whoever wrote it says:")
HAS_REPLIED = gettext_noop("A word on %(number)s %(title)s")
PHOTO = gettext_noop("Photo %(number)s.jpg")


# Going in


@transaction.atomic
def drop_entry(  # noqa: PLR0913  # each is a fact of its own, as the form asks for it
    topic: FeedbackTopic,
    *,
    code: str,
    kind: str,
    words: str,
    stars: int | None = None,
    subject: Model | None = None,
    place: Place | None = None,
    photos: Iterable[contents.Taken] = (),
    allowed_to: Person,
    at: datetime,
) -> None:
    """Put an entry into the letterbox; its answer is read with the receipt's `code`.

    `allowed_to` is counted blindly (`allowance`) and kept nowhere. Dropped again with the same code
    it is in there once. Raises Refused where the week's number is used up.
    """
    refuse_closed(topic)
    receipt = digest_of(code)
    if Feedback.objects.filter(receipt=receipt).exists():
        return
    facts = {"kind": kind, "place_id": place.pk if place else None, **facts_of(subject)}
    due = timezone.localtime(at if topic.cannot_wait else next_hour(at))
    letter = Letter(
        kind=Letter.Kind.ENTRY, receipt=receipt, topic=topic, words=words, stars=stars,
        facts=facts, due_on=due.date(), due_hour=due.hour,
    )  # fmt: skip
    letter.clean_fields()
    Letter.objects.bulk_create([letter], ignore_conflicts=True)
    if not Letter.objects.filter(pk=letter.pk).exists():
        return
    spend(allowed_to, at=at)
    LetterPhoto.objects.bulk_create(
        photo_of(letter, position, each) for position, each in enumerate(photos, 1)
    )


def next_hour(at: datetime) -> datetime:
    """The full hour after a moment."""
    return at.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)


def photo_of(letter: Letter, position: int, taken: contents.Taken) -> LetterPhoto:
    """The drawn pixels; the file's name is left behind."""
    content = taken.content
    return LetterPhoto(
        letter=letter, position=position, kind=content.kind, data=content.data,
        small=content.small, width=content.width or 0, height=content.height or 0,
    )  # fmt: skip


@transaction.atomic
def drop_reply(entry: Feedback, *, words: str, at: datetime) -> None:
    """Put a reply of the writer into the letterbox. Raises Refused where there are enough."""
    replies = TimelineEntry.objects.of(entry).filter(kind=TimelineEntry.Kind.UNNAMED).count()
    waiting = Letter.objects.filter(receipt=entry.receipt, kind=Letter.Kind.REPLY).count()
    if replies + waiting > MOST_REPLIES:
        raise Refused(_("%(most)s replies are enough; write anew.") % {"most": MOST_REPLIES})
    drop(entry, Letter.Kind.REPLY, words=words, at=at)


@transaction.atomic
def drop_stars(entry: Feedback, *, stars: int, words: str = "", at: datetime) -> None:
    """Put the writer's mark for the answer into the letterbox. Raises Refused where there is no
    answer, or a mark already."""
    if not entry.spoken_for.answer:
        raise Refused(_("There is no answer yet."))
    given = Letter.objects.filter(receipt=entry.receipt, kind=Letter.Kind.STARS).exists()
    if given or entry.answer_stars is not None:
        raise Refused(_("You have given stars for this answer already."))
    drop(entry, Letter.Kind.STARS, words=words, stars=stars, at=at)


def drop(entry: Feedback, kind: str, *, words: str, at: datetime, stars: int | None = None) -> None:
    """Put something about an entry that is out already into the letterbox."""
    assert entry.receipt  # whoever is here has come by it
    due = timezone.localtime(next_hour(at))
    letter = Letter(kind=kind, receipt=entry.receipt, words=words, stars=stars)
    letter.due_on, letter.due_hour = due.date(), due.hour
    store(letter)


# Coming out


def deliver(*, at: datetime) -> int:
    """Take out all letters whose hour has come, each in a transaction of its own, in an order of
    chance; answers with how many."""
    due = [letter.pk for letter in Letter.objects.due(at)]
    return sum(taken_out(number) for number in due)


@transaction.atomic
def taken_out(number: UUID) -> bool:
    """Let one letter become what it says; False where somebody else is doing so."""
    held = Letter.objects.select_for_update(skip_locked=True, of=("self",))
    letter = held.select_related("topic").filter(pk=number).first()
    if letter is None:
        return False
    BECOMES[Letter.Kind(letter.kind)](letter)
    letter.delete()
    return True


def becomes_entry(letter: Letter) -> None:
    """An entry without a name, of the letter's hour."""
    assert letter.topic is not None  # its constraint sees to it
    photos = [taken_of(each) for each in letter.photos.order_by("position")]
    arrive(
        letter.topic, by=None, at=letter.hour, is_unnamed=True, receipt=letter.receipt,
        description=letter.words, stars=letter.stars, attachments=photos, **letter.facts,
    )  # fmt: skip


def taken_of(photo: LetterPhoto) -> contents.Taken:
    """The photo as any upload that was looked at."""
    content = contents.Content(
        StoredFile.Kind(photo.kind), bytes(photo.data), photo.width, photo.height,
        bytes(photo.small),
    )  # fmt: skip
    return contents.Taken(str(_(PHOTO)) % {"number": photo.position}, content)


def entry_of(letter: Letter) -> Feedback:
    return Feedback.objects.get(receipt=letter.receipt)


def becomes_reply(letter: Letter) -> None:
    """A word in the entry's timeline; whoever has it in hands is told."""
    entry = change(entry_of(letter), at=letter.hour)
    note(
        entry, by=None, at=letter.hour, text=REPLIED, words=letter.words[:2000], is_unnamed=True
    )  # fmt: skip
    tell_people(kind_of(entry).in_hand_of(entry), entry, HAS_REPLIED, by=None, at=letter.hour)


def becomes_stars(letter: Letter) -> None:
    """The mark for the answer, with what was said about it."""
    entry = change(entry_of(letter), at=letter.hour, answer_stars=letter.stars)
    if letter.words:
        note(
            entry, by=None, at=letter.hour, text=REPLIED, words=letter.words[:2000],
            is_unnamed=True,
        )  # fmt: skip


BECOMES = {
    Letter.Kind.ENTRY: becomes_entry,
    Letter.Kind.REPLY: becomes_reply,
    Letter.Kind.STARS: becomes_stars,
}
