"""What becomes of a plan item through what was made of it."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_noop

from campus.models import Person
from campus.records.actions import note
from campus.storing import store
from planning.actions.reminders import plan_reminders
from planning.fulfilment import is_fulfilled
from planning.models import PlanItem

Status = PlanItem.Status

MADE = gettext_noop("Made of it: %(thing)s")
DONE = gettext_noop("Done, since this is: %(thing)s")
NOT_DONE = gettext_noop("No longer done, since this is open or called off: %(thing)s")


@transaction.atomic
def note_made(thing: Any, *, by: Person, at: datetime) -> None:
    """Tell the timeline of its plan item that `thing` was made of it; an item that was done through
    other things is open again. Nothing happens where it was made of none."""
    if thing.plan_item_id is None:
        return
    note(item_of(thing.plan_item_id), by=by, at=at, text=MADE, facts={"thing": str(thing)})
    follow(thing, by=by, at=at)


@transaction.atomic
def follow(thing: Any, *, by: Person, at: datetime) -> None:
    """Bring the plan item that `thing` was made of in line with all that was made of it.

    Call it wherever `thing` was finished, called off or taken back, after it was stored. Once all
    is done, the item is done; where that no longer holds and nobody has had a hand in the item's
    state, it is under way again. What people have set themselves stays as they set it.
    """
    if thing.plan_item_id is not None:
        bring_in_line(thing.plan_item_id, str(thing), by=by, at=at)


@transaction.atomic
def let_go(item: PlanItem | None, thing: Any, *, by: Person, at: datetime) -> None:
    """Bring an item in line that `thing` no longer belongs to."""
    if item is not None:
        bring_in_line(item.pk, str(thing), by=by, at=at)


def item_of(pk: int) -> PlanItem:
    """The item, held until the transaction ends: whoever finishes the last two things at once
    comes one after the other."""
    return PlanItem.objects.select_for_update(of=("self",)).get(pk=pk)


def bring_in_line(pk: int, thing: str, *, by: Person, at: datetime) -> None:
    item = item_of(pk)
    is_done = is_fulfilled(item)
    if is_done and item.is_open:
        set_state(item, Status.DONE, DONE, thing, by=by, at=at)
    elif not is_done and item.is_fulfilled:
        set_state(item, Status.UNDER_WAY, NOT_DONE, thing, by=by, at=at)


def set_state(
    item: PlanItem, to: str, text: str, thing: str, *, by: Person, at: datetime
) -> None:  # fmt: skip
    """The item's new state, in its timeline with the thing that it is due to."""
    item.status, item.reason = to, ""
    item.is_fulfilled = to == Status.DONE
    store(item)
    note(item, by=by, at=at, text=text, facts={"thing": thing}, status=to)
    plan_reminders(item, at=at)
