"""What becomes of an entry: taken up, promised, answered, merged, hidden, marked by its writer."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.attachments.actions import Upload
from campus.cases import actions as cases
from campus.cases.actions.locking import locked
from campus.cases.actions.moving import change, move
from campus.cases.actions.promising import promise_by
from campus.cases.actions.telling import tell_people
from campus.cases.models import MERGED
from campus.cases.promises import end_of
from campus.cases.registry import kind_of
from campus.doors import Refused
from campus.feedback.models import Feedback, FeedbackVote
from campus.models import Attachment, Person, TimelineEntry
from campus.records.actions import note

Status = Feedback.Status
DONE_BY = "done"

ANSWERED = gettext_noop("Answered")
PROMISED = gettext_noop("Promised until %(day)s")
HAS_ANSWER = gettext_noop("There is an answer to what you said: %(number)s %(title)s")
INTO = gettext_noop("Merged into %(other)s")
TOOK_IN = gettext_noop("%(other)s wishes the same and was merged into this one")
MARKED = gettext_noop("%(stars)s of five stars for the answer")


def take(entry: Feedback, *, by: Person, at: datetime, seen: int | None = None) -> TimelineEntry:
    """Take the entry into one's own hands."""
    return give(entry, to=by, by=by, at=at, seen=seen)


def give(
    entry: Feedback, *, to: Person, by: Person, at: datetime, seen: int | None = None,
    words: str = "",
) -> TimelineEntry:  # fmt: skip
    """Put it into the hands of `to`, who is told; a new one is under way from then on."""
    status = Status.UNDER_WAY if entry.status == Status.NEW else None
    return cases.assign(entry, to=to, by=by, at=at, seen=seen, words=words, status=status)


@transaction.atomic
def give_all(
    entries: Iterable[Feedback], *, to: Person, by: Person, at: datetime
) -> list[TimelineEntry]:
    """Put all of them into the hands of `to`, or none. Raises Refused."""
    return [give(each, to=to, by=by, at=at) for each in entries]


@transaction.atomic
def promise(
    entry: Feedback, *, words: str, until: date, by: Person, at: datetime, seen: int | None = None
) -> TimelineEntry:
    """Answer that something will be done by the end of the day `until`, which is watched over.

    Raises Refused for a day that is over.
    """
    if end_of(until) <= at:
        raise Refused(_("Choose a day that is still to come."))
    noted = move(
        entry, Status.PROMISED, by=by, at=at, seen=seen, words=words, text=PROMISED,
        facts={"day": {"day": until.isoformat()}}, answer=words, assignee=entry.assignee or by,
    )  # fmt: skip
    case = locked(entry)
    promise_by(case, kind_of(case).promise(DONE_BY), due_at=end_of(until), at=at)
    tell_merged(case, by=by, at=at)
    return noted


@transaction.atomic
def answer(
    entry: Feedback, *, words: str, by: Person, at: datetime, seen: int | None = None,
    attachments: Iterable[Upload | Attachment] = (),
) -> TimelineEntry:  # fmt: skip
    """Answer it in words; those of merged entries hear of it too."""
    noted = move(
        entry, Status.ANSWERED, by=by, at=at, seen=seen, words=words, text=ANSWERED,
        attachments=attachments, answer=words, assignee=entry.assignee or by,
    )  # fmt: skip
    tell_merged(locked(entry), by=by, at=at)
    return noted


def tell_merged(entry: Feedback, *, by: Person, at: datetime) -> None:
    """Tell whoever wrote what was merged into the entry, each by their own."""
    merged = Feedback.objects.filter(merged_into=entry, reporter__isnull=False)
    for each in merged.select_related("reporter"):
        tell_people([each.reporter], each, HAS_ANSWER, by=by, at=at, occasion=str(entry.version))


def hide(
    entry: Feedback, *, words: str, by: Person, at: datetime, seen: int | None = None
) -> TimelineEntry:
    """Hide abuse from everybody but the head; the reason stays with it, and its writer reads it."""
    return move(entry, Status.HIDDEN, by=by, at=at, seen=seen, words=words, on_wall_on=None)


def reopen(
    entry: Feedback, *, words: str, by: Person, at: datetime, seen: int | None = None
) -> TimelineEntry:
    """Take up again what was answered or hidden, with a new promise to answer."""
    assignee = entry.assignee or by
    return move(
        entry, Status.UNDER_WAY, by=by, at=at, seen=seen, words=words, assignee=assignee
    )  # fmt: skip


def withdraw(
    entry: Feedback, *, by: Person, at: datetime, seen: int | None = None
) -> TimelineEntry:
    """Whoever wrote it with a name takes it back."""
    return move(entry, Status.WITHDRAWN, by=by, at=at, seen=seen)


@transaction.atomic
def rate(
    entry: Feedback, *, stars: int, words: str = "", by: Person, at: datetime,
    seen: int | None = None,
) -> TimelineEntry:  # fmt: skip
    """The writer's mark for the answer, once. Raises Refused where there is none yet."""
    case = locked(entry)
    if not case.spoken_for.answer:
        raise Refused(_("There is no answer yet."))
    if case.answer_stars is not None:
        raise Refused(_("You have given stars for this answer already."))
    case = change(entry, at=at, seen=seen, answer_stars=stars)
    return note(case, by=by, at=at, text=MARKED, facts={"stars": stars}, words=words)


@transaction.atomic
def merge(
    entry: Feedback, *, into: Feedback, by: Person, at: datetime, seen: int | None = None,
    words: str = "",
) -> TimelineEntry:  # fmt: skip
    """Let another entry, which wishes the same, speak for this one; its votes count there.

    Raises Refused where both are one, or the other is closed.
    """
    if entry.pk == into.pk:
        raise Refused(_("A case cannot be merged into itself."))
    held = {pk: locked(each) for pk, each in sorted({entry.pk: entry, into.pk: into}.items())}
    entry, into = held[entry.pk], held[into.pk]
    if not into.is_open:
        raise Refused(_("%(case)s is closed.") % {"case": into.number})
    count_together(entry, into)
    into = change(into, at=at, votes=into.votes)
    noted = move(
        entry, MERGED, by=by, at=at, seen=seen, words=words, text=INTO,
        facts={"other": into.number}, merged_into=into,
    )  # fmt: skip
    # Not its words: whoever wrote this one reads the timeline, too.
    note(into, by=by, at=at, text=TOOK_IN, facts={"other": entry.number})
    return noted


def count_together(entry: Feedback, into: Feedback) -> None:
    """Set the votes of `into`: everybody with a name once, and those without one."""
    voters = FeedbackVote.objects.filter(entry=entry)
    unnamed = entry.votes - voters.count() + int(entry.is_unnamed)
    people = set(voters.values_list("person", flat=True))
    people |= {entry.reporter_id} if entry.reporter_id else set()
    new = [
        FeedbackVote(entry=into, person_id=person) for person in sorted(people - {into.reporter_id})
    ]
    before = FeedbackVote.objects.filter(entry=into).count()
    FeedbackVote.objects.bulk_create(new, ignore_conflicts=True)
    into.votes += FeedbackVote.objects.filter(entry=into).count() - before + unnamed
