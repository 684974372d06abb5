"""What items of the plan turn into: drills, activities, inspections, meetings.

An area hands in what it makes of items, and its button for each kind of work:

    made = name_made(Made(model=Drill, is_done=Q(status="held"), is_off=…, rows=…))
    name_fulfilment(
        kind=Kind.DRILL, label=_("Plan the drill"), icon="stopwatch", address="safety:drill_new",
        right=rights.can_plan_drills, made=made,
    )

Its model keeps the item in the foreign key `plan_item`; its form begins with what `item_named`
finds for `?item=7`; its actions call `planning.actions.fulfilment` where something was made, and
where it was finished, called off or taken back.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from campus.doors import YES, Answer
from campus.models import Person
from campus.rows import Rows, read
from campus.shell.numbers import number_typed
from planning import rights
from planning.models import Kind, Meeting, PlanItem

Words = str | Promise


@dataclass(frozen=True, kw_only=True)
class Thing:
    """Something that was made of an item, as the item's page shows it."""

    title: str
    path: str
    icon: str
    first: date
    last: date
    state: str
    state_words: Words


@dataclass(frozen=True, kw_only=True)
class Made:
    """A model whose records are made of items: which of them are done, and which are called off
    and count no more; `rows(found)` draws those that somebody may see."""

    model: type[Model]
    is_done: Q
    is_off: Q
    rows: Callable[[QuerySet[Any]], Rows[Thing]]

    @property
    def records(self) -> QuerySet[Any]:
        return self.model._default_manager.order_by()

    def shown(self, person: Person, item: PlanItem) -> Rows[Thing]:
        """What the person may see of what was made of the item."""
        seen: Any = self.model._default_manager
        return self.rows(seen.visible_to(person).filter(plan_item=item))


@dataclass(frozen=True, kw_only=True)
class Way:
    """A button that makes something of an item of the `kind`; `address` names the form."""

    kind: str
    label: Words
    icon: str
    address: str
    right: Callable[[Person], Answer]
    made: Made

    def path(self, item: PlanItem) -> str:
        """The form, for this item."""
        return f"{reverse(self.address)}?item={item.pk}"


MADE: list[Made] = []
WAYS: list[Way] = []


def name_made(made: Made) -> Made:
    """Let records of a model be made of items."""
    MADE.append(made)
    return made


def name_fulfilment(
    *, kind: str, label: Words, icon: str, address: str, made: Made,
    right: Callable[[Person], Answer] = lambda person: YES,
) -> None:  # fmt: skip
    """Offer a way to make something of items of a kind, after those that were named before."""
    WAYS.append(
        Way(kind=kind, label=label, icon=icon, address=address, right=right, made=made)
    )  # fmt: skip


def kinds_made() -> set[str]:
    """The kinds of items that something is made of."""
    return {way.kind for way in WAYS}


def ways_of(person: Person) -> dict[str, list[Way]]:
    """What the person may make of items, by their kind; no query."""
    found: dict[str, list[Way]] = {}
    for way in WAYS:
        if way.right(person):
            found.setdefault(way.kind, []).append(way)
    return found


def ways_for(person: Person, item: PlanItem) -> list[tuple[Way, str]]:
    """What the person may make of an item that is still to be done, each with its form."""
    if not item.is_open:
        return []
    return [(way, way.path(item)) for way in ways_of(person).get(item.kind, [])]


def made_of(person: Person, item: PlanItem) -> list[Thing]:
    """What was made of the item, as far as the person may see it, by day: one query."""
    things = read(made.shown(person, item) for made in MADE)
    return sorted(things, key=lambda thing: (thing.first, thing.last, thing.title))


def any_of(records: Iterable[QuerySet[Any]]) -> Any:
    """Whether one of the records belongs to the item of the outer query."""
    return reduce(or_, (Exists(each.filter(plan_item=OuterRef("pk"))) for each in records))


def has_thing() -> Any:
    """Whether something was made of an item that still counts, for queries of items."""
    return any_of(made.records.exclude(made.is_off) for made in MADE)


def with_things(items: Any) -> Any:
    """The items, each with its `has_thing`."""
    return items.annotate(has_thing=has_thing())


def is_fulfilled(item: PlanItem) -> bool:
    """Whether something was made of the item, and all of it is done: one query."""
    left = any_of(made.records.exclude(made.is_off).exclude(made.is_done) for made in MADE)
    done = any_of(made.records.filter(made.is_done) for made in MADE)
    found = PlanItem.objects.filter(pk=item.pk).annotate(is_left=left, has_done=done)
    return bool(found.filter(is_left=False, has_done=True).exists())


def item_named(person: Person, query: QueryDict, model: type[Model]) -> PlanItem | None:
    """The item of `?item=12` that a record of the model is to be made of, if the person may see it
    and it is of a kind that such records are made of."""
    number = number_typed(query.get("item", ""))
    if number is None:
        return None
    kinds = {way.kind for way in WAYS if way.made.model is model}
    seen = PlanItem.objects.visible_to(person).filter(kind__in=kinds)
    found = seen.exclude(status=PlanItem.Status.DROPPED).select_related("owner")
    return found.filter(pk=number).first()


def first_day(item: PlanItem, today: date) -> date:
    """The day that a form proposes: the item's first that is still to come, else today."""
    return max(item.starts_on, today)


def owner_or(item: PlanItem, person: Person) -> Person:
    """Who answers for the item, or the person where nobody does any more."""
    return item.owner if item.owner and item.owner.is_active else person


@dataclass(frozen=True, kw_only=True)
class Origin:
    """The item that a thing was made of, as the thing's page shows it, with what the plan says by
    now that the thing does not."""

    item: PlanItem
    warning: Words = ""


def origin_of(
    thing: Any, person: Person, *, days: tuple[date, date] | None = None
) -> Origin | None:
    """The item that the thing was made of, if the person may read of it; `days` are those on which
    the thing is still to take place, None once it is over."""
    item: PlanItem | None = thing.plan_item
    if item is None or not rights.can_read_progress(person):
        return None
    return Origin(item=item, warning=warning_of(item, days) if days else "")


def warning_of(item: PlanItem, days: tuple[date, date]) -> Words:
    """Where the plan has moved away from something that stands on these days."""
    if item.status == PlanItem.Status.DROPPED:
        return _("The plan has dropped this item.")
    if item.starts_on <= days[0] and days[1] <= item.ends_on:
        return ""
    if item.status == PlanItem.Status.POSTPONED:
        return _("The plan was put off to these days; this still stands on others.")
    return _("This lies outside the days of the plan.")


# Planning's own: meetings.


def meeting_rows(found: QuerySet[Any]) -> Rows[Thing]:
    return Rows(rows=found, fields=("title", "starts_at", "status"), draw=drawn_meeting)


def drawn_meeting(meeting: Meeting) -> Thing:
    return Thing(
        title=meeting.title, path=meeting.get_absolute_url(), icon="users-group",
        first=meeting.day, last=meeting.day, state=meeting.status,
        state_words=Meeting.Status(meeting.status).label,
    )  # fmt: skip


def hand_in() -> None:
    """Meetings: done once their minutes are published."""
    made = Made(
        model=Meeting,
        is_done=Q(status=Meeting.Status.PUBLISHED),
        is_off=Q(status=Meeting.Status.CANCELLED),
        rows=meeting_rows,
    )
    name_fulfilment(
        kind=Kind.MEETING, label=_("Call a meeting for it"), icon="users-group",
        address="planning:meeting_new", right=rights.can_call_meetings, made=name_made(made),
    )  # fmt: skip
