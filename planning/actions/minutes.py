"""What was said and decided at a meeting."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from campus.doors import Refused
from campus.models import Person
from campus.storing import store
from planning.actions.meetings import kept, locked
from planning.models import Decision, Meeting


@dataclass(frozen=True, kw_only=True)
class Decided:
    """A decision as it was typed: `pk` of the one that it corrects, None for a new one; without
    `text` it is taken away."""

    text: str
    owner: Person | None = None
    due_on: date | None = None
    pk: int | None = None


@transaction.atomic
def keep_minutes(
    meeting: Meeting,
    *,
    minutes: Mapping[int, str],
    decisions: Iterable[Decided],
    by: Person,
    at: datetime,
    seen: int | None = None,
) -> Meeting:
    """Keep the `minutes` by number of the point, and the decisions.

    Raises Refused while the meeting is not open, or where it has changed since `seen`;
    ValidationError.
    """
    meeting = locked(meeting, seen=seen)
    if not meeting.is_held:
        raise Refused(_("Minutes are taken from the opening of a meeting until their publication."))
    for item in meeting.agenda.all():
        item.minutes = minutes.get(item.pk, item.minutes)
        store(item)
    for decided in decisions:
        keep_decision(meeting, decided)
    kept(meeting, at=at)
    return meeting


def keep_decision(meeting: Meeting, decided: Decided) -> None:
    """Write, correct or take away one decision; one that is followed as an action stays."""
    found = meeting.decisions.filter(pk=decided.pk).first() if decided.pk else None
    decision = found or Decision(meeting=meeting)
    if decision.action_id:
        return
    if not decided.text:
        if found:
            found.delete()
        return
    decision.text, decision.owner, decision.due_on = decided.text, decided.owner, decided.due_on
    store(decision)
