"""Marks put right after their walk: by somebody else, for a reason or because of an appeal."""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.attachments.actions import Upload
from campus.cases import actions as cases
from campus.cases.actions.telling import tell_people
from campus.doors import Refused
from campus.models import Attachment, Person, Role, TimelineEntry
from campus.records.actions import note
from campus.storing import store
from inspections.actions.part_scores import reckon_again
from inspections.actions.telling import holders, tell_some
from inspections.models import Appeal, Correction, Finding, Inspection

Status = Appeal.Status

CORRECTED = gettext_noop("Points changed from %(before)s to %(points)s")
TAKEN_BACK = gettext_noop("Taken back: %(before)s points")
TOLD = gettext_noop("A mark of yours was corrected: %(line)s, %(place)s")
APPEALED = gettext_noop("Appealed against: %(number)s")
WAITS = gettext_noop("An appeal to be decided: %(number)s %(title)s")


def in_words(points: Decimal) -> str:
    return f"{points.normalize():f}" if points else "0"


def held(finding: Finding) -> Finding:
    """The mark as it stands with its walk, both held until the transaction ends. Raises Refused
    for what takes no points, and while the walk is under way."""
    Inspection.objects.select_for_update(of=("self",)).get(pk=finding.inspection_id)
    rows = Finding.objects.select_for_update(of=("self",))
    kept = rows.select_related("inspection__version", "item", "checklist", "place", "by").get(
        pk=finding.pk
    )
    if not kept.is_mark:
        raise Refused(_("It takes no points."))
    if kept.reported_at is None:
        raise Refused(_("Its walk is still under way."))
    return kept


@transaction.atomic
def correct(
    finding: Finding, *, points: Decimal | None, reason: str, by: Person, at: datetime,
    appeal: Appeal | None = None,
) -> Correction:  # fmt: skip
    """Change the points of a mark, with None take it back altogether; the part's score and the
    walk's follow in the same transaction, and its walker is told.

    Raises Refused for the walker themselves and where nothing would change, ValidationError for
    more points than the line allows and without a reason.
    """
    kept = held(finding)
    if kept.by_id == by.pk:
        raise Refused(_("Somebody else than the walker corrects a mark."))
    if kept.is_taken_back:
        raise Refused(_("It is taken back already."))
    before, now = kept.points, points or Decimal(0)
    if points == before:
        raise Refused(_("It has these points already."))
    refuse_beyond_line(kept, now)
    kept.points, kept.is_taken_back = now, points is None
    store(kept)
    made = Correction(
        finding=kept, appeal=appeal, points_before=before, points=now, takes_back=points is None,
        reason=reason, by=by, at=at,
    )  # fmt: skip
    store(made)
    reckon_again(kept.inspection, kept.place_id)
    text = TAKEN_BACK if points is None else CORRECTED
    facts = {"before": in_words(before), "points": in_words(now)}
    note(kept, by=by, at=at, text=text, facts=facts, words=reason)
    told = {"line": kept.title, "place": kept.place.name}
    tell_some(
        [kept.by], kept.get_absolute_url(), f"corrected:{made.pk}", TOLD, told, but=by, at=at
    )  # fmt: skip
    return made


def refuse_beyond_line(mark: Finding, points: Decimal) -> None:
    """Raise ValidationError for points below nothing or beyond what the line allows."""
    line = mark.item
    most = line.cap if line.cap is not None else line.points * mark.times
    if not 0 <= points <= most:
        words = _("Between 0 and %(cap)s.") % {"cap": in_words(most)}
        raise ValidationError({"points": words})


# Appeals


@transaction.atomic
def appeal(
    finding: Finding, *, words: str, by: Person, at: datetime,
    attachments: Iterable[Upload | Attachment] = (),
) -> Appeal:  # fmt: skip
    """Ask that somebody else looks at a mark again; whoever decides on its checklist is told.

    Raises Refused where appeals are not taken or their time is over, ValidationError where
    somebody has appealed already.
    """
    kept = held(finding)
    until = kept.appeal_until
    if until is None:
        raise Refused(_("No appeal is taken against this."))
    if timezone.localtime(at).date() > until:
        raise Refused(_("The time to appeal was over on %(day)s.") % {"day": f"{until:%Y-%m-%d}"})
    raised = cases.raise_case(
        Appeal, by=by, at=at, attachments=attachments, finding=kept, place=kept.place,
        title=kept.title[:120], description=words,
    )  # fmt: skip
    note(kept, by=None, at=at, text=APPEALED, facts={"number": raised.number})
    roles = [Role(each) for each in kept.checklist.deciding_roles]
    deciding = [person for person in holders(roles, kept.place) if person.pk != kept.by_id]
    tell_people(deciding, raised, WAITS, by=by, at=at)
    return raised


@transaction.atomic
def grant(
    case: Appeal, *, words: str, by: Person, at: datetime, points: Decimal | None = None,
    seen: int | None = None,
) -> TimelineEntry:  # fmt: skip
    """Find for whoever has appealed: the mark is taken back, or left with fewer `points`.

    Raises Refused for the walker, ValidationError as `correct` does.
    """
    entry = cases.move(case, Status.GRANTED, by=by, at=at, seen=seen, words=words)
    correct(case.finding, points=points, reason=words[:500], by=by, at=at, appeal=case)
    return entry


@transaction.atomic
def refuse(
    case: Appeal, *, words: str, by: Person, at: datetime, seen: int | None = None
) -> TimelineEntry:
    """Let the mark stand, and say why. Raises Refused for the walker."""
    if case.finding.by_id == by.pk:
        raise Refused(_("Somebody else than the walker decides on an appeal."))
    return cases.move(case, Status.REFUSED, by=by, at=at, seen=seen, words=words)


def withdraw(case: Appeal, *, by: Person, at: datetime, seen: int | None = None) -> TimelineEntry:
    """Take the appeal back."""
    return cases.move(case, Status.WITHDRAWN, by=by, at=at, seen=seen)
