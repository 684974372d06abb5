"""A case changes its state or its hands."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, TypeVar

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.attachments.actions import Upload, attach
from campus.attachments.models import Attachment
from campus.cases.actions.locking import locked
from campus.cases.actions.promising import keep_promises
from campus.cases.actions.telling import everybody_around, tell_people
from campus.cases.models import Case
from campus.doors import Refused
from campus.models import Person, TimelineEntry
from campus.records.actions import note
from campus.storing import store

C = TypeVar("C", bound=Case)

MOVED = gettext_noop("%(state)s")
IS_NOW = gettext_noop("%(number)s is now “%(state)s”: %(title)s")
GIVEN = gettext_noop("Given to %(person)s")
IS_YOURS = gettext_noop("In your hands now: %(number)s %(title)s")


@transaction.atomic
def move(  # noqa: PLR0913  # each is a fact of its own, named by every caller
    case: C,
    to: str,
    *,
    by: Person | None,
    at: datetime,
    seen: int | None = None,
    words: str = "",
    attachments: Iterable[Upload | Attachment] = (),
    text: str = MOVED,
    facts: dict[str, Any] | None = None,
    **changes: Any,
) -> TimelineEntry:
    """Move the case to state `to` and set `changes`; answers with the entry in its timeline.

    Promises are met, paused, resumed or dropped by it; everybody around the case is told. Raises
    Refused where the state does not allow it, where somebody was faster than `seen`, or where the
    reason is missing.
    """
    case = locked(case, seen=seen)
    refuse_unless_possible(case, to, words)
    was_open = case.is_open
    case.status = to
    changed(case, at=at, **changes)
    keep_promises(case, at=at, reopened=not was_open and case.is_open)
    state = {"state": to, "of": case._meta.label_lower}
    entry = note(
        case, by=by, at=at, text=text, facts={"state": state, **(facts or {})},
        words=words, status=to,
    )  # fmt: skip
    add_attachments(entry, case, attachments, by=by, at=at)
    # Whoever is given the case by this move hears that it is theirs, from `assign`.
    around = [person for person in everybody_around(case) if person != changes.get("assignee")]
    tell_people(around, case, IS_NOW, by=by, at=at, state=state)
    return entry


def refuse_unless_possible(case: Case, to: str, words: str) -> None:
    """Raise Refused with the sentence that says why not."""
    if not case.can_become(to):
        raise Refused(
            _("%(case)s is “%(state)s”, so this cannot be done.")
            % {"case": case.number, "state": state_of(case)}
        )
    if to in case.NEEDS_REASON and not words.strip():
        raise Refused(_("Say why."))


def state_of(case: Case) -> str:
    """The label of the present state."""
    return str(dict(case.Status.choices)[case.status])


def change(case: C, *, at: datetime, seen: int | None = None, **changes: Any) -> C:
    """The case as it stands now, locked and stored with its changes as its next version, its state
    kept. Raises Refused where somebody was faster than `seen`, ValidationError."""
    case = locked(case, seen=seen)
    changed(case, at=at, **changes)
    return case


def changed(case: Case, *, at: datetime, **changes: Any) -> None:
    """Store the locked case with its changes as its next version. Raises ValidationError."""
    for name, value in changes.items():
        setattr(case, name, value)
    case.version += 1
    case.changed_at = at
    store(case)


def add_attachments(
    entry: TimelineEntry,
    case: Case,
    attachments: Iterable[Upload | Attachment],
    *,
    by: Person | None,
    at: datetime,
) -> None:
    """Hang the photos and papers on the case, and show them with the entry."""
    if by is not None:
        entry.attachments.set(attach(case, attachments, by=by, at=at))


@transaction.atomic
def assign(
    case: C,
    *,
    to: Person,
    by: Person,
    at: datetime,
    seen: int | None = None,
    words: str = "",
    status: str | None = None,
) -> TimelineEntry:
    """Put the case into the hands of `to`, with `status` also into that state; `to` is told.

    Raises Refused where the case is not open any more or is in these hands already.
    """
    case = locked(case, seen=seen)
    if case.assignee_id == to.pk and status in (None, case.status):
        raise Refused(_("It is in the hands of %(person)s already.") % {"person": to})
    if status is None and not case.is_open:
        raise Refused(_("%(case)s is closed.") % {"case": case.number})
    if status and status != case.status:
        entry = move(
            case, status, by=by, at=at, words=words, text=GIVEN,
            facts={"person": to.name}, assignee=to,
        )  # fmt: skip
    else:
        changed(case, at=at, assignee=to)
        entry = note(case, by=by, at=at, text=GIVEN, facts={"person": to.name}, words=words)
    tell_people([to], case, IS_YOURS, by=by, at=at)
    return entry
