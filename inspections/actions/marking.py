"""Marks at the parts of a place while somebody walks: given, counted, taken off."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from campus.attachments.actions import Upload, attach
from campus.doors import Refused
from campus.models import Attachment, Person, Place
from campus.storing import store
from inspections.actions.walking import begun, forget, held_by, under_way
from inspections.models import ChecklistItem, Finding, Inspection
from inspections.models.scoring import marked
from inspections.registry import barred_from, parts_of

Kind = ChecklistItem.Kind


@dataclass(frozen=True, kw_only=True)
class Seen:
    """What somebody says of a line at a part: how often (0 takes it off), or how many points for a
    line of points; whom it is about, if anybody."""

    times: int = 1
    points: Decimal | None = None
    words: str = ""
    pupil: Person | None = None
    photos: Iterable[Upload | Attachment] = field(default_factory=tuple)

    def says_nothing(self, item: ChecklistItem) -> bool:
        """Whether it takes the mark off again."""
        return not self.points if item.kind == Kind.SCORE else self.times < 1


@transaction.atomic
def mark(
    inspection: Inspection, place: Place, item: ChecklistItem, seen: Seen, *, by: Person,
    at: datetime,
) -> Finding | None:  # fmt: skip
    """Keep what was seen of a line at a part; sent again it holds anew, and nothing takes it off.

    Raises Refused where the walk is over, the line or the part is not of it, or the part is one
    that the person must not mark; ValidationError for more points than the line allows, and for
    somebody who is no pupil.
    """
    walk = held_by(inspection, by)
    refuse_foreign(walk, place, item, by=by, at=at)
    if seen.says_nothing(item):
        forget(walk, item, place=place, by=by, at=at)
        return None
    refuse_beyond(item, seen)
    found = Finding.objects.filter(inspection=walk, item=item, place=place).first() or Finding(
        inspection=walk, item=item, checklist=walk.checklist, place=place, title=item.title, by=by,
        found_at=at,
    )  # fmt: skip
    found.kind = Finding.Kind.PRAISE if item.kind == Kind.PRAISE else Finding.Kind.MARK
    found.times = seen.times if item.kind != Kind.SCORE else 1
    found.points = marked(item, times=found.times, typed=seen.points)
    found.words, found.pupil = seen.words[:500], seen.pupil
    store(found)
    attach(found, seen.photos, by=by, at=at)
    return found


def refuse_foreign(
    walk: Inspection, place: Place, item: ChecklistItem, *, by: Person, at: datetime
) -> None:
    """Raise Refused for a line or a part that is not of the walk, or that `by` must not mark."""
    if not walk.parts or item.version_id != walk.version_id:
        raise Refused(_("This line is not there any more."))
    day = timezone.localtime(at).date()
    parts = [part for part in parts_of(walk, day) if part.place.pk == place.pk]
    if not parts:
        raise Refused(_("“%(place)s” is no part of this walk.") % {"place": place})
    if sentence := barred_from(walk, by, parts, day).get(place.pk):
        raise Refused(str(sentence))


def refuse_beyond(item: ChecklistItem, seen: Seen) -> None:
    """Raise ValidationError for points beyond the line's cap, or for somebody who is no pupil."""
    if item.kind == Kind.SCORE and seen.points is not None and seen.points > (item.cap or 0):
        cap = f"{item.cap.normalize():f}" if item.cap else "0"
        raise ValidationError({"points": _("Between 0 and %(cap)s.") % {"cap": cap}})
    if seen.pupil is not None and not seen.pupil.is_pupil:
        raise ValidationError({"pupil": _("Only pupils are named here.")})


@transaction.atomic
def look_again(inspection: Inspection, *, by: Person, at: datetime) -> Inspection:
    """Begin a second look at those parts of a finished walk that had faults; its points do not
    count again. The one that the person has begun already, if any.

    Raises Refused where nothing had failed, or the person is on another walk there.
    """
    Person.objects.select_for_update().get(pk=by.pk)
    if not inspection.parts or not inspection.is_done:
        raise Refused(_("There is nothing to look at again."))
    running = under_way(inspection.checklist, inspection.place, by)
    if running:
        if running.again_of_id == inspection.pk:
            return running
        raise Refused(_("You are on another walk of this checklist at this place already."))
    if not inspection.part_scores.filter(faults__gt=0).exists():
        raise Refused(_("There is nothing to look at again."))
    walk = Inspection(checklist=inspection.checklist, place=inspection.place, again_of=inspection)
    return begun(walk, by=by, at=at)


@transaction.atomic
def mark_all(
    inspection: Inspection, place: Place, answers: Mapping[ChecklistItem, Seen], *, by: Person,
    at: datetime,
) -> None:  # fmt: skip
    """Keep several lines of a part at once, as a form without script sends them; see `mark`."""
    for item, seen in answers.items():
        mark(inspection, place, item, seen, by=by, at=at)
