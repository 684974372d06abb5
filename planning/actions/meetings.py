"""What happens to meetings: called, changed, opened, published, taken back, cancelled."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.cases.promises import end_of
from campus.doors import Refused
from campus.models import Department, Person, TimelineEntry
from campus.notices.actions import tell
from campus.records.actions import note
from campus.shell.words import day_in_words
from campus.storing import store
from planning.actions.action_items import raise_action
from planning.actions.agendas import lay_agenda
from planning.actions.fulfilment import follow, let_go, note_made
from planning.actions.reminders import plan_reminders
from planning.actions.rolls import invite
from planning.models import Attendee, Decision, Meeting
from planning.registry import MEETING

Status = Meeting.Status

INVITED = gettext_noop("You are invited to “%(title)s”: %(moment)s")
INVITED_TO = gettext_noop("You are invited to “%(title)s”: %(moment)s, %(place)s")
MOVED = gettext_noop("“%(title)s” is now at another time or place: %(moment)s")
MOVED_TO = gettext_noop("“%(title)s” is now at another time or place: %(moment)s, %(place)s")
NOT_NEEDED = gettext_noop("You need not come to “%(title)s” on %(moment)s any more")
OFF = gettext_noop("“%(title)s” on %(moment)s is cancelled: %(reason)s")
READ = gettext_noop("The minutes of “%(title)s” are published")

CALLED = gettext_noop("Called for %(moment)s")
CHANGED = gettext_noop("The invitation was changed")
OPENED = gettext_noop("Opened")
PUBLISHED = gettext_noop("Minutes published")
TAKEN_BACK = gettext_noop("Minutes taken back to be corrected")
CANCELLED = gettext_noop("Cancelled")

# What a person may write of a meeting.
FIELDS = (
    "kind", "title", "starts_at", "ends_at", "place", "chair", "recorder", "open_minutes",
    "plan_item",
)  # fmt: skip


def locked(meeting: Meeting, *, seen: int | None = None) -> Meeting:
    """The meeting as it stands now, locked for this transaction.

    Raises Refused where it is no longer the version that the person had `seen`.
    """
    rows = Meeting.objects.select_for_update(of=("self",))
    now = rows.select_related("place", "chair", "recorder").get(pk=meeting.pk)
    if seen is not None and seen != now.version:
        raise Refused(
            _("“%(title)s” has changed in the meantime. Look at it anew.") % {"title": now}
        )
    return now


@transaction.atomic
def call(
    *,
    people: Iterable[Person],
    roles: Iterable[str],
    departments: Iterable[Department],
    agenda: Iterable[str],
    by: Person,
    at: datetime,
    **facts: Any,
) -> Meeting:
    """Call a meeting: `people` and everybody in the groups are invited and told.

    `facts` are those of FIELDS, `agenda` its points in order. Raises ValidationError.
    """
    meeting = Meeting(called_by=by, roles=list(roles), changed_at=at, **of_fields(facts))
    store(meeting)
    meeting.departments.set(departments)
    lay_agenda(meeting, agenda)
    invited = invite(meeting, people).new
    moment = {"moment": meeting.starts_at.isoformat()}
    note(meeting, by=by, at=at, text=CALLED, facts={"moment": moment}, status=meeting.status)
    tell_when(invited, meeting, (INVITED, INVITED_TO), by=by, at=at)
    plan_reminders(meeting, at=at)
    note_made(meeting, by=by, at=at)
    return meeting


def of_fields(facts: dict[str, Any]) -> dict[str, Any]:
    """The facts, all of which must be known ones."""
    unknown = set(facts) - set(FIELDS)
    if unknown:
        raise TypeError(f"A meeting has no {', '.join(sorted(unknown))}.")
    return facts


@transaction.atomic
def change(  # noqa: PLR0913  # each is a fact of its own, named by its one caller
    meeting: Meeting,
    *,
    people: Iterable[Person],
    roles: Iterable[str],
    departments: Iterable[Department],
    agenda: Iterable[str],
    by: Person,
    at: datetime,
    seen: int | None = None,
    **facts: Any,
) -> Meeting:
    """Change the invitation; whoever is newly invited, or has to come at another time, is told.

    Raises Refused for a meeting whose minutes are published or that is cancelled, ValidationError.
    """
    meeting = locked(meeting, seen=seen)
    if not (meeting.is_planned or meeting.is_held):
        raise Refused(_("“%(title)s” is over and cannot be changed.") % {"title": meeting})
    before = (meeting.starts_at, meeting.ends_at, meeting.place_id)
    held_for = meeting.plan_item
    for name, value in of_fields(facts).items():
        setattr(meeting, name, value)
    meeting.roles = list(roles)
    kept(meeting, at=at)
    meeting.departments.set(departments)
    lay_agenda(meeting, agenda)
    roll = invite(meeting, people)
    note(meeting, by=by, at=at, text=CHANGED)
    if meeting.is_planned:
        tell_when(roll.new, meeting, (INVITED, INVITED_TO), by=by, at=at)
        tell_people(roll.gone, meeting, NOT_NEEDED, by=by, at=at)
        if before != (meeting.starts_at, meeting.ends_at, meeting.place_id):
            tell_when(roll.old, meeting, (MOVED, MOVED_TO), by=by, at=at)
    plan_reminders(meeting, at=at)
    if held_for != meeting.plan_item:
        let_go(held_for, meeting, by=by, at=at)
        note_made(meeting, by=by, at=at)
    return meeting


def kept(meeting: Meeting, *, at: datetime) -> None:
    """Store the locked meeting as its next version. Raises ValidationError."""
    meeting.version += 1
    meeting.changed_at = at
    store(meeting)


def move(
    meeting: Meeting, to: str, *, text: str, by: Person, at: datetime, words: str = ""
) -> TimelineEntry:
    """Bring the locked meeting into the state `to`, and note it. Raises Refused."""
    if not meeting.can_become(to):
        raise Refused(
            _("“%(title)s” is “%(state)s”, so this cannot be done.")
            % {"title": meeting, "state": meeting.get_status_display()}
        )
    meeting.status = to
    kept(meeting, at=at)
    plan_reminders(meeting, at=at)
    follow(meeting, by=by, at=at)
    return note(meeting, by=by, at=at, text=text, words=words, status=to)


@transaction.atomic
def cancel(meeting: Meeting, *, reason: str, by: Person, at: datetime) -> TimelineEntry:
    """Call it off, for a reason that all who were to come are told."""
    meeting = locked(meeting)
    meeting.reason = reason
    entry = move(meeting, Status.CANCELLED, text=CANCELLED, words=reason, by=by, at=at)
    tell_people(people_of(meeting), meeting, OFF, by=by, at=at, reason=reason)
    return entry


@transaction.atomic
def begin(meeting: Meeting, *, by: Person, at: datetime) -> TimelineEntry:
    """Open it, from its day on; then the roll is called and minutes are taken."""
    meeting = locked(meeting)
    if meeting.day > timezone.localtime(at).date():
        raise Refused(
            _("“%(title)s” is on %(day)s; until then nobody can have been there.")
            % {"title": meeting, "day": day_in_words(meeting.day)}
        )
    return move(meeting, Status.HELD, text=OPENED, by=by, at=at)


@transaction.atomic
def publish(meeting: Meeting, *, by: Person, at: datetime) -> TimelineEntry:
    """Publish the minutes: all who were to come are told, and what is to be done becomes actions.

    Raises Refused while the roll has open lines, nobody has taken the minutes, or a decision is
    to be done by a day that has passed.
    """
    meeting = locked(meeting)
    refuse_unfinished(meeting, at=at)
    entry = move(meeting, Status.PUBLISHED, text=PUBLISHED, by=by, at=at)
    for decision in meeting.decisions.filter(owner__isnull=False, action=None):
        carry_out(decision, meeting, by=by, at=at)
    tell_people(people_of(meeting), meeting, READ, by=by, at=at)
    return entry


def refuse_unfinished(meeting: Meeting, *, at: datetime) -> None:
    """Raise Refused with what is still to be done before the minutes can be read by others."""
    if meeting.recorder is None:
        raise Refused(_("Say who has taken the minutes."))
    if still := meeting.attendees.filter(presence=Attendee.Presence.OPEN).count():
        raise Refused(_("The roll is still open for %(count)d people.") % {"count": still})
    for decision in meeting.decisions.filter(due_on__isnull=False, action=None):
        if decision.due_on and end_of(decision.due_on) <= at:
            raise Refused(
                _("“%(decision)s” is to be done by %(day)s, which has passed.")
                % {"decision": decision, "day": day_in_words(decision.due_on)}
            )


def carry_out(decision: Decision, meeting: Meeting, *, by: Person, at: datetime) -> None:
    """Let the decision be followed as an action of its owner."""
    assert decision.owner is not None
    assert decision.due_on is not None
    decision.action = raise_action(
        title=decision.text, owner=decision.owner, due_on=decision.due_on, meeting=meeting,
        by=by, at=at,
    )  # fmt: skip
    store(decision)


@transaction.atomic
def take_back(meeting: Meeting, *, by: Person, at: datetime) -> TimelineEntry:
    """Take published minutes back to correct them; actions that came of them stay."""
    return move(locked(meeting), Status.HELD, text=TAKEN_BACK, by=by, at=at)


# -- telling


def people_of(meeting: Meeting) -> list[Person]:
    """Everybody on the roll."""
    return [each.person for each in meeting.attendees.select_related("person")]


def tell_when(
    people: Iterable[Person], meeting: Meeting, texts: tuple[str, str], *, by: Person, at: datetime
) -> None:
    """Tell when it is, by the first of `texts`, and where there is a place by the second."""
    place = {"place": meeting.place.name} if meeting.place else {}
    tell_people(people, meeting, texts[1] if place else texts[0], by=by, at=at, **place)


def tell_people(
    people: Iterable[Person], meeting: Meeting, text: str, *, by: Person, at: datetime, **facts: Any
) -> None:
    """Tell everybody but `by`, who knows; no chat group hears who meets whom about what."""
    others = [person for person in people if person != by]
    if not others:
        return
    moment = {"moment": meeting.starts_at.isoformat()}
    tell(
        others,
        key=f"{MEETING}:{meeting.pk}:{meeting.version}:{text}"[:160],
        topic=MEETING,
        text=text,
        facts={"title": meeting.title, "moment": moment, **facts},
        path=meeting.get_absolute_url(),
        at=at,
        robots=False,
    )
