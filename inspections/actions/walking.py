"""A walk: begun, answered line by line, finished, signed by somebody else, broken off."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from campus.attachments.actions import Upload, attach, remove
from campus.doors import Refused
from campus.models import Attachment, Person, Place
from campus.webhooks.actions import announce_state
from inspections.actions.coverage import note_seen
from inspections.actions.part_scores import score_parts
from inspections.actions.telling import tell_of_findings, tell_to_sign
from inspections.models import EARLY, Answer, Checklist, ChecklistItem, Finding, Inspection
from inspections.models.scoring import score_of
from inspections.registry import FOLLOWERS
from planning.actions.fulfilment import follow

Status = Inspection.Status
Result = Answer.Result
Kind = ChecklistItem.Kind


@dataclass(frozen=True, kw_only=True)
class Seen:
    """What somebody says of a line. `result` is asked for of lines that are passed or not; what
    other lines come to follows from their value in `number` or `words`."""

    result: str = ""
    number: Decimal | None = None
    choice: str = ""
    words: str = ""
    photos: Iterable[Upload | Attachment] = field(default_factory=tuple)

    @property
    def says_nothing(self) -> bool:
        return not (self.result or self.choice or self.words) and self.number is None


def locked(inspection: Inspection) -> Inspection:
    """The walk as it stands, held until the transaction ends."""
    rows = Inspection.objects.select_for_update(of=("self",))
    return rows.select_related("checklist", "version", "place", "walker").get(pk=inspection.pk)


def typed_cleaned(record: Model) -> None:
    """Look at what people typed alone. That records which it points at are there, and its other
    constraints, the database sees to: asking it beforehand would cost a query for each, at every
    tap. Raises ValidationError."""
    fields = record._meta.concrete_fields
    unasked = [each.name for each in fields if each.is_relation or each.name == "sought"]
    record.clean_fields(exclude=unasked)


# Beginning


@transaction.atomic
def start(inspection: Inspection, *, by: Person, at: datetime) -> Inspection:
    """Begin a planned walk, by the version that is in use now; again by the same person goes on.

    Raises Refused where somebody else has begun it, it is over, or its time has not come or passed.
    """
    walk = locked(inspection)
    if walk.status == Status.UNDER_WAY and walk.walker_id == by.pk:
        return walk
    if walk.status == Status.UNDER_WAY:
        raise Refused(_("%(person)s has begun this walk already.") % {"person": walk.walker})
    if not walk.can_become(Status.UNDER_WAY):
        raise Refused(_("This walk is “%(state)s”.") % {"state": walk.get_status_display()})
    if walk.opens_at and at < walk.opens_at - EARLY:
        raise Refused(_("It is too early for this walk."))
    if walk.closes_at and at > walk.closes_at:
        raise Refused(_("The time for this walk is over."))
    running = under_way(walk.checklist, walk.place, by)
    if running:
        raise Refused(_("You are on another walk of this checklist at this place already."))
    return begun(walk, by=by, at=at)


@transaction.atomic
def start_at(checklist: Checklist, place: Place, *, by: Person, at: datetime) -> Inspection:
    """Begin a walk that nobody has planned; the one that the person has begun there, if any.

    Raises Refused for a checklist that is not walked any more.
    """
    # Whoever begins twice at once waits here.
    Person.objects.select_for_update().get(pk=by.pk)
    running = under_way(checklist, place, by)
    if running:
        return running
    return begun(Inspection(checklist=checklist, place=place), by=by, at=at)


def under_way(checklist: Checklist, place: Place, walker: Person) -> Inspection | None:
    """The walk of the checklist that the person is on at the place."""
    walks = Inspection.objects.filter(status=Status.UNDER_WAY, walker=walker)
    return walks.filter(checklist=checklist, place=place).first()


def begun(walk: Inspection, *, by: Person, at: datetime) -> Inspection:
    """The walk under way, stored."""
    if not walk.checklist.is_offered or walk.checklist.current is None:
        raise Refused(_("This checklist is not walked any more."))
    walk.version = walk.checklist.current
    walk.needs_second, walk.parts = walk.checklist.needs_second, walk.checklist.parts
    walk.full_marks = walk.version.full_marks
    walk.status, walk.walker, walk.started_at = Status.UNDER_WAY, by, at
    typed_cleaned(walk)
    walk.save()
    return walk


# Answering


def held_by(inspection: Inspection, by: Person) -> Inspection:
    """The walk, held, if the person may still answer lines. Raises Refused."""
    walk = locked(inspection)
    if walk.status != Status.UNDER_WAY:
        raise Refused(_("This walk is over; nothing was changed."))
    if walk.walker_id != by.pk:
        raise Refused(_("%(person)s has begun this walk already.") % {"person": walk.walker})
    return walk


@transaction.atomic
def answer(
    inspection: Inspection, item: ChecklistItem, seen: Seen, *, by: Person, at: datetime
) -> Finding | None:
    """Keep what was seen of a line; sent again it holds anew. Answers with the finding of a fault.

    Photos hang on the finding; those of a line that is no fault after all are let go of. Raises
    Refused where the walk is over or the line is not of its version.
    """
    walk = held_by(inspection, by)
    if item.version_id != walk.version_id or walk.parts:
        raise Refused(_("This line is not there any more."))
    if seen.says_nothing:
        Answer.objects.filter(inspection=walk, item=item).delete()
        forget(walk, item, place=walk.place, by=by, at=at)
        return None
    result = result_of(item, seen)
    kept = Answer(
        inspection=walk, item=item, result=result, number=seen.number, choice=seen.choice,
        words=seen.words[:500], at=at,
    )  # fmt: skip
    kept.clean_fields()
    Answer.objects.bulk_create(
        [kept], update_conflicts=True, unique_fields=["inspection", "item"],
        update_fields=["result", "number", "choice", "words", "at"],
    )  # fmt: skip
    if result != Result.FAILED:
        forget(walk, item, place=walk.place, by=by, at=at)
        return None
    finding = found(walk, item, seen, by=by, at=at)
    attach(finding, seen.photos, by=by, at=at)
    return finding


def result_of(item: ChecklistItem, seen: Seen) -> str:
    """Whether the answer is a fault, by the kind of the line."""
    if seen.result == Result.NOT_THERE:
        return Result.NOT_THERE
    if item.kind == Kind.PASS_FAIL:
        return Result.FAILED if seen.result == Result.FAILED else Result.PASSED
    if item.kind == Kind.CHOICE:
        return Result.FAILED if seen.choice in item.bad_choices else Result.PASSED
    if item.kind == Kind.NUMBER and item.can_fail and seen.number is not None:
        return Result.PASSED if is_within(item, seen.number) else Result.FAILED
    return Result.NOTED


def is_within(item: ChecklistItem, number: Decimal) -> bool:
    """Whether a measured number lies within the line's bounds."""
    above = item.low is None or number >= item.low
    return above and (item.high is None or number <= item.high)


def found(
    walk: Inspection, item: ChecklistItem, seen: Seen, *, by: Person, at: datetime
) -> Finding:
    """The finding of a failed line, with the words as they are now."""
    finding = Finding.objects.filter(inspection=walk, item=item).first()
    if finding is None:
        finding = Finding(
            inspection=walk, item=item, checklist=walk.checklist, place=walk.place,
            title=item.title, by=by, found_at=at,
        )  # fmt: skip
    finding.words = words_of(item, seen)[:500]
    typed_cleaned(finding)
    finding.save()
    return finding


def words_of(item: ChecklistItem, seen: Seen) -> str:
    """A fault in words: what was typed, with what was chosen, counted or measured."""
    value = seen.choice
    if seen.number is not None:
        value = f"{seen.number.normalize():f}{item.unit}"
    return f"{seen.words} ({value})" if seen.words and value else seen.words or value


def forget(
    walk: Inspection, item: ChecklistItem, *, place: Place, by: Person, at: datetime
) -> None:
    """Take back the finding of a line that is no fault after all, and let go of its photos."""
    finding = Finding.objects.filter(inspection=walk, item=item, place=place).first()
    if finding is None:
        return
    for photo in Attachment.objects.of(finding).filter(removed_at=None):
        remove(photo, by=by, at=at)
    finding.delete()


@transaction.atomic
def answer_all(
    inspection: Inspection, answers: Mapping[ChecklistItem, Seen], *, by: Person, at: datetime
) -> None:
    """Keep several lines at once, as a form without script sends them. Raises Refused."""
    for item, seen in answers.items():
        answer(inspection, item, seen, by=by, at=at)


# Finishing


@transaction.atomic
def finish(inspection: Inspection, *, words: str = "", by: Person, at: datetime) -> Inspection:
    """End a walk: what nobody has tapped counts as passed, the score is reckoned, of walks over
    parts that of each part, findings count from now on, coverage is brought up, whoever has to sign
    or to act is told, and the item of the work plan that it was planned for is done, if nothing
    else of it is left.

    Raises Refused where a line must be answered or a fault lacks its photo.
    """
    walk = held_by(inspection, by)
    findings = (
        score_parts(walk, by=by, day=timezone.localtime(at).date())
        if walk.parts
        else (score_lines(walk, at=at))
    )
    refuse_without_photo(findings)
    walk.words, walk.finished_at = words, at
    walk.status = Status.TO_SIGN if walk.needs_second else Status.FINISHED
    typed_cleaned(walk)
    walk.save()
    Finding.objects.filter(inspection=walk).update(reported_at=at)
    note_seen(walk, at=at)
    if walk.needs_second:
        tell_to_sign(walk, by=by, at=at)
    # Marks of parts wait for nobody: areas tell whoever they concern.
    if findings and not walk.parts:
        tell_of_findings(walk, by=by, at=at)
    for follower in FOLLOWERS:
        follower(walk, by=by, at=at)
    follow(walk, by=by, at=at)
    announce_state(walk, walk.status, at=at)
    return walk


def score_lines(walk: Inspection, *, at: datetime) -> list[Finding]:
    """Reckon the score of a walk from its lines; answers with what failed."""
    items = list(walk.version.items.all())
    answers = {each.item_id: each for each in walk.answers.all()}
    findings = list(walk.findings.select_related("item"))
    refuse_unfinished(items, answers)
    fill_in(walk, items, answers, at=at)
    walk.score = score_of(walk.version, [(item, answers[item.pk]) for item in items
                                         if item.pk in answers])  # fmt: skip
    walk.faults = len(findings)
    return findings


def refuse_unfinished(items: list[ChecklistItem], answers: Mapping[int, Any]) -> None:
    """Raise Refused with the lines that have to be answered and were not."""
    missing = [item for item in items if item.is_required and item.pk not in answers]
    missing = [item for item in missing if item.kind != Kind.PASS_FAIL]
    if missing:
        names = "、".join(item.title for item in missing[:5])
        raise Refused(_("Still to be answered: %(lines)s.") % {"lines": names})


def refuse_without_photo(findings: list[Finding]) -> None:
    """Raise Refused with the faults that have to be shown and are not: one query."""
    wanted = [each for each in findings if each.item.photo_on_failure]
    if not wanted:
        return
    kind = ContentType.objects.get_for_model(Finding)
    photos = Attachment.objects.filter(content_type=kind, removed_at=None)
    shown = set(photos.filter(object_id__in=[each.pk for each in wanted])
                .values_list("object_id", flat=True))  # fmt: skip
    bare = [each.title for each in wanted if each.pk not in shown]
    if bare:
        words = ngettext(
            "Take a photo of this fault: %(lines)s.", "Take a photo of these faults: %(lines)s.",
            len(bare),
        )  # fmt: skip
        raise Refused(words % {"lines": "、".join(bare[:5])})


def fill_in(
    walk: Inspection, items: list[ChecklistItem], answers: dict[int, Answer], *, at: datetime
) -> None:
    """What was not tapped is passed: one statement, however many lines there are."""
    passed = [
        Answer(inspection=walk, item=item, result=Result.PASSED, at=at)
        for item in items
        if item.pk not in answers and item.kind == Kind.PASS_FAIL
    ]
    Answer.objects.bulk_create(passed)
    answers.update((each.item_id, each) for each in passed)


@transaction.atomic
def sign(inspection: Inspection, *, by: Person, at: datetime) -> Inspection:
    """Give the second signature. Raises Refused where none is wanted, ValidationError for the
    walker's own."""
    walk = locked(inspection)
    if walk.status != Status.TO_SIGN:
        raise Refused(_("This walk is “%(state)s”.") % {"state": walk.get_status_display()})
    walk.status, walk.signed_by, walk.signed_at = Status.FINISHED, by, at
    walk.full_clean(validate_unique=False)
    walk.save()
    announce_state(walk, walk.status, at=at)
    return walk


@transaction.atomic
def cancel(inspection: Inspection, *, reason: str, by: Person, at: datetime) -> Inspection:
    """Take a planned walk off, or break one off, for a reason; what was found so far is let go of.

    Raises Refused for one that is over.
    """
    walk = locked(inspection)
    if not walk.can_become(Status.CANCELLED):
        raise Refused(_("This walk is “%(state)s”.") % {"state": walk.get_status_display()})
    for finding in walk.findings.select_related("item", "place"):
        forget(walk, finding.item, place=finding.place, by=by, at=at)
    walk.status, walk.reason = Status.CANCELLED, reason
    walk.full_clean(validate_unique=False)
    walk.save()
    follow(walk, by=by, at=at)
    announce_state(walk, walk.status, at=at)
    return walk
