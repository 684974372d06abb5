"""What happens to actions beyond what happens to any case."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.attachments.actions import Upload
from campus.cases import actions as cases
from campus.cases.actions.locking import locked
from campus.cases.actions.promising import promise_by
from campus.cases.actions.telling import tell_people
from campus.cases.promises import end_of
from campus.cases.registry import kind_of
from campus.doors import Refused
from campus.models import Attachment, Person, TimelineEntry
from campus.records.actions import note
from planning.models import ActionItem, Meeting

Status = ActionItem.Status
# The one promise of an action: to be done by the day agreed on.
DONE_BY = "done"

AGREED = gettext_noop("To be done by %(day)s")
AGREED_ON = gettext_noop("To be done by %(day)s: %(number)s %(title)s")
BEGUN = gettext_noop("Begun")
DONE = gettext_noop("Done")
ACCEPTED = gettext_noop("Accepted")
NOT_DONE = gettext_noop("Not done yet; to be done by %(day)s")


@transaction.atomic
def raise_action(  # noqa: PLR0913  # each is a fact of its own, named by every caller
    *,
    title: str,
    owner: Person,
    due_on: date,
    by: Person,
    at: datetime,
    description: str = "",
    meeting: Meeting | None = None,
    attachments: Iterable[Upload | Attachment] = (),
) -> ActionItem:
    """Give `owner` something to do by the end of office hours on `due_on`; they are told.

    Raises ValidationError, and Refused for a day that has passed.
    """
    refuse_past(due_on, at=at)
    action = cases.raise_case(
        ActionItem, by=by, at=at, title=title, description=description, assignee=owner,
        meeting=meeting, attachments=attachments,
    )  # fmt: skip
    promise_day(action, due_on, at=at)
    note(action, by=by, at=at, text=AGREED, facts=day_fact(due_on))
    return action


def refuse_past(day: date, *, at: datetime) -> None:
    """Raise Refused where office hours of the day are over."""
    if end_of(day) <= at:
        raise Refused(_("Choose a day that is still to come."))


def promise_day(action: ActionItem, day: date, *, at: datetime) -> None:
    promise_by(action, kind_of(action).promise(DONE_BY), due_at=end_of(day), at=at)


def day_fact(day: date) -> dict[str, dict[str, str]]:
    """The day as facts of a timeline hold it."""
    return {"day": {"day": day.isoformat()}}


@transaction.atomic
def agree(
    action: ActionItem, *, day: date, by: Person, at: datetime, seen: int | None = None,
    words: str = "",
) -> TimelineEntry:  # fmt: skip
    """Agree on the day by which it is to be done, where there is none yet.

    Raises Refused where one is agreed, it stands still or is closed, or the day has passed.
    """
    action = locked(action, seen=seen)
    if not has_no_day(action):
        raise Refused(_("A day is agreed already; put it off instead."))
    refuse_past(day, at=at)
    promise_day(action, day, at=at)
    action.version += 1
    action.changed_at = at
    action.save(update_fields=["version", "changed_at"])
    entry = note(action, by=by, at=at, text=AGREED, facts=day_fact(day), words=words)
    tell_people([action.assignee], action, AGREED_ON, by=by, at=at, day=day_fact(day)["day"])
    return entry


def has_no_day(action: ActionItem) -> bool:
    """Whether it is open and running without an agreed day."""
    return action.is_open and not action.is_paused and action.due_at is None


@transaction.atomic
def put_off(
    action: ActionItem, *, day: date, words: str, by: Person, at: datetime,
    seen: int | None = None,
) -> TimelineEntry:  # fmt: skip
    """Put the agreed day off, for a reason. Raises Refused for a day no later than it."""
    return cases.extend(
        action, promise=DONE_BY, to=end_of(day), by=by, at=at, seen=seen, words=words
    )


@transaction.atomic
def give(
    action: ActionItem, *, to: Person, by: Person, at: datetime, seen: int | None = None,
    words: str = "",
) -> TimelineEntry:  # fmt: skip
    """Name the person responsible, who is told; the agreed day stays. Raises Refused."""
    return cases.assign(action, to=to, by=by, at=at, seen=seen, words=words)


@transaction.atomic
def give_all(
    actions: Iterable[ActionItem], *, to: Person, by: Person, at: datetime
) -> list[TimelineEntry]:
    """Name one person for those of several that are open and not theirs yet."""
    able = [each for each in actions if each.is_open and each.assignee_id != to.pk]
    return [give(each, to=to, by=by, at=at) for each in able]


def begin(
    action: ActionItem, *, by: Person, at: datetime, seen: int | None = None
) -> TimelineEntry:
    """The person responsible takes it up, at first or after it stood still."""
    return cases.move(
        action, Status.UNDER_WAY, by=by, at=at, seen=seen, text=BEGUN,
        assignee=action.assignee or by,
    )  # fmt: skip


def hold(
    action: ActionItem, *, words: str, by: Person, at: datetime, seen: int | None = None
) -> TimelineEntry:
    """Let it stand still for a reason; the promise does not run meanwhile."""
    return cases.move(action, Status.ON_HOLD, by=by, at=at, seen=seen, words=words)


def finish(
    action: ActionItem, *, words: str, by: Person, at: datetime, seen: int | None = None,
    attachments: Iterable[Upload | Attachment] = (),
) -> TimelineEntry:  # fmt: skip
    """It is done, as `words` and photos show; now somebody else accepts it."""
    return cases.move(
        action, Status.DONE, by=by, at=at, seen=seen, words=words, text=DONE,
        attachments=attachments,
    )  # fmt: skip


def accept(
    action: ActionItem, *, by: Person, at: datetime, seen: int | None = None, words: str = ""
) -> TimelineEntry:
    """Accept what was done. Raises Refused where `by` has done it themselves."""
    if action.assignee_id == by.pk:
        raise Refused(_("Nobody accepts what they have done themselves."))
    return cases.move(
        action, Status.ACCEPTED, by=by, at=at, seen=seen, words=words, text=ACCEPTED,
        accepted_by=by,
    )  # fmt: skip


@transaction.atomic
def accept_all(actions: Iterable[ActionItem], *, by: Person, at: datetime) -> list[TimelineEntry]:
    """Accept those of several that are done, and not by `by`."""
    able = [each for each in actions if each.status == Status.DONE and each.assignee_id != by.pk]
    return [accept(each, by=by, at=at) for each in able]


@transaction.atomic
def reopen(
    action: ActionItem, *, day: date, words: str, by: Person, at: datetime,
    seen: int | None = None,
) -> TimelineEntry:  # fmt: skip
    """It is not done yet, for the reason in `words`: back into the same hands, by a new day."""
    refuse_past(day, at=at)
    entry = cases.move(
        action, Status.UNDER_WAY, by=by, at=at, seen=seen, words=words, text=NOT_DONE,
        facts=day_fact(day), accepted_by=None,
    )  # fmt: skip
    promise_day(locked(action), day, at=at)
    return entry


def drop(
    action: ActionItem, *, words: str, by: Person, at: datetime, seen: int | None = None
) -> TimelineEntry:
    """It need not be done, and why."""
    return cases.move(action, Status.DROPPED, by=by, at=at, seen=seen, words=words)
