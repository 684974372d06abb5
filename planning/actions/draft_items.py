"""Correcting a draft, item by item, before it is adopted."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from campus.doors import Refused
from campus.models import Person
from campus.storing import store
from planning.actions.comparison import Facts
from planning.actions.drafts import cut, doubts_in, waiting_draft
from planning.models import DraftItem


def correctable(item: DraftItem) -> DraftItem:
    """The item, its draft locked for this transaction; refuses when the draft is adopted."""
    draft = waiting_draft(item.draft)
    found = draft.items.filter(pk=item.pk).first()
    if found is None:
        raise Refused(_("This item was merged or taken away in the meantime."))
    return found


def save_looked_at(item: DraftItem) -> None:
    """Write an item that a person has corrected: what was doubtful about it is settled."""
    item.doubts = []
    item.doubts = doubts_in(item, item.draft.semester)
    store(item)


@transaction.atomic
def edit(item: DraftItem, *, facts: Facts, by: Person, at: datetime) -> DraftItem:
    """Correct what was read of an item."""
    item = correctable(item)
    item.title, item.kind, item.cohort = facts.title, facts.kind, facts.cohort
    item.starts_on, item.ends_on = facts.days
    item.units = list(dict.fromkeys(facts.units))
    save_looked_at(item)
    return item


@transaction.atomic
def accept(item: DraftItem, *, by: Person, at: datetime) -> DraftItem:
    """Say that a doubtful item is right as it was read."""
    item = correctable(item)
    save_looked_at(item)
    return item


@transaction.atomic
def merge_with_next(item: DraftItem, *, by: Person, at: datetime) -> DraftItem:
    """Make one item of this and the next that is not left out: both titles, all their days and
    units, everything else from this one."""
    item = correctable(item)
    after = item.draft.items.filter(position__gt=item.position, is_dropped=False).first()
    if after is None:
        raise Refused(_("No item follows that it could be merged with."))
    item.title = cut(f"{item.title}；{after.title}", 500)
    item.starts_on = min(item.starts_on, after.starts_on)
    item.ends_on = max(item.ends_on, after.ends_on)
    item.units = list(dict.fromkeys([*item.units, *after.units]))
    item.cohort = item.cohort or after.cohort
    item.source = "\n".join(filter(None, (item.source, after.source)))
    item.matches = item.matches or after.matches
    item.carried_from = item.carried_from or after.carried_from
    after.delete()
    save_looked_at(item)
    return item


@transaction.atomic
def split(item: DraftItem, *, titles: Sequence[str], by: Person, at: datetime) -> list[DraftItem]:
    """Make several items of one, a title each; the first stays the item that it was matched with.

    Raises Refused for fewer than two titles.
    """
    item = correctable(item)
    if len(titles) < 2:
        raise Refused(_("Write at least two lines: each becomes an item."))
    later = item.draft.items.filter(position__gt=item.position)
    later.update(position=F("position") + len(titles) - 1)
    item.title = titles[0]
    save_looked_at(item)
    return [item, *(part_of(item, title, place) for place, title in enumerate(titles[1:], 1))]


def part_of(item: DraftItem, title: str, place: int) -> DraftItem:
    """A further item with the days, units and source of the one it was split from."""
    part = DraftItem(
        draft=item.draft,
        position=item.position + place,
        title=title,
        kind=item.kind,
        starts_on=item.starts_on,
        ends_on=item.ends_on,
        units=item.units,
        cohort=item.cohort,
        line_no=item.line_no,
        source=item.source,
    )
    save_looked_at(part)
    return part


@transaction.atomic
def leave_out(item: DraftItem, *, by: Person, at: datetime) -> DraftItem:
    """Leave an item out of the adoption; it can be taken back."""
    return set_dropped(item, is_dropped=True)


@transaction.atomic
def take_back(item: DraftItem, *, by: Person, at: datetime) -> DraftItem:
    """Take an item in again that was left out."""
    return set_dropped(item, is_dropped=False)


def set_dropped(item: DraftItem, *, is_dropped: bool) -> DraftItem:
    item = correctable(item)
    item.is_dropped = is_dropped
    item.save(update_fields=["is_dropped"])
    return item
