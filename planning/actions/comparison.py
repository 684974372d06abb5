"""How a draft compares with the plan adopted before it; pure, writes nothing.

Three wordings are laid side by side: what the text says now, what the last adopted text said, and
what stands in the plan today. Only what the text changed is a change: a day that people moved
since, while the text stayed as it was, is kept.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import SequenceMatcher
from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from campus.shell.words import days_in_words
from planning.models import DraftItem, Kind, Plan, PlanDraft, PlanItem

# Titles as like as this, within the days below, are the same item reworded. Two drills for two
# grades reach 0.71, a title with one phrase exchanged 0.75 and more (tests/planning/actions).
SAME_ITEM_RATIO = 0.75
SAME_ITEM_DAYS = timedelta(days=45)
NO_LETTER = re.compile(r"[\W_]+")


class Difference(models.TextChoices):
    """How a drafted item compares with the adopted plan."""

    NEW = "new", gettext_lazy("New")
    CHANGED = "changed", gettext_lazy("Changed")
    SAME = "same", gettext_lazy("As before")


@dataclass(frozen=True)
class Facts:
    """What a text can say of an item, comparable between draft and plan."""

    title: str
    kind: str
    days: tuple[date, date]
    units: tuple[str, ...]
    cohort: str

    LABELS = {
        "title": gettext_lazy("title"),
        "kind": gettext_lazy("kind"),
        "days": gettext_lazy("days"),
        "units": gettext_lazy("units"),
        "cohort": gettext_lazy("cohort"),
    }

    def in_words(self, name: str) -> str:
        """The fact `name` as people read it."""
        value: Any = getattr(self, name)
        if name == "days":
            return days_in_words(*value)
        if name == "kind":
            return str(Kind(value).label)
        return "、".join(value) if name == "units" else str(value or _("none"))


@dataclass(frozen=True)
class Change:
    """One fact that the text changes, in words, with the value that will be written."""

    name: str
    label: str
    before: str
    after: str
    value: Any


@dataclass(frozen=True)
class Comparison:
    """A drafted item beside the plan: what the text changes, and what stays as people moved it."""

    difference: Difference
    changes: tuple[Change, ...] = ()
    kept: tuple[Change, ...] = ()
    # The text says what it said when it was adopted last: what was doubtful has been looked at.
    is_settled: bool = False


def drafted_facts(item: DraftItem, office: str) -> Facts:
    """What the text says; an item without units is the office's own."""
    return Facts(
        title=item.title,
        kind=item.kind,
        days=(item.starts_on, item.ends_on),
        units=in_order(item.units or [office]),
        cohort=item.cohort,
    )


def planned_facts(item: PlanItem) -> Facts:
    """What the plan says today; wants `lead_unit` and `support_units` at hand."""
    return Facts(
        title=item.title,
        kind=item.kind,
        days=(item.starts_on, item.ends_on),
        units=in_order([item.lead_unit.name, *(unit.name for unit in item.support_units.all())]),
        cohort=item.cohort,
    )


def in_order(units: list[str]) -> tuple[str, ...]:
    """The lead unit, then the supporting ones, whose order says nothing, each once."""
    lead, *supporting = units
    return lead, *sorted(set(supporting) - {lead})


def compare(new: Facts, last: Facts | None, today: Facts | None) -> Comparison:
    """The text's facts against the plan's; `last` is what the text adopted last said."""
    if today is None:
        return Comparison(Difference.NEW)
    unlike = [name for name in Facts.LABELS if getattr(new, name) != getattr(today, name)]
    kept = {name for name in unlike if last and getattr(new, name) == getattr(last, name)}
    changes = tuple(change(name, today, new) for name in unlike if name not in kept)
    return Comparison(
        Difference.CHANGED if changes else Difference.SAME,
        changes,
        tuple(change(name, new, today) for name in unlike if name in kept),
        is_settled=new == last,
    )


def change(name: str, before: Facts, after: Facts) -> Change:
    return Change(
        name=name,
        label=str(Facts.LABELS[name]),
        before=before.in_words(name),
        after=after.in_words(name),
        value=getattr(after, name),
    )


def comparisons(draft: PlanDraft, items: Iterable[DraftItem]) -> dict[int, Comparison]:
    """A comparison for each of the draft's items, by their ids; at most three queries."""
    items = list(items)
    planned = planned_items(item.matches_id for item in items)
    last = last_wordings(planned, before=draft)
    office = draft.department.name
    return {
        item.pk: compare(
            drafted_facts(item, office),
            last.get(item.matches_id or 0),
            planned_facts(planned[item.matches_id]) if item.matches_id in planned else None,
        )
        for item in items
    }


def planned_items(ids: Iterable[int | None]) -> dict[int, PlanItem]:
    """The plan's items by id, with their units at hand."""
    wanted = [pk for pk in ids if pk]
    if not wanted:
        return {}
    items = PlanItem.objects.filter(pk__in=wanted).select_related("lead_unit")
    return {item.pk: item for item in items.prefetch_related("support_units")}


def last_wordings(planned: Iterable[int], *, before: PlanDraft) -> dict[int, Facts]:
    """What the text adopted last said of each planned item, by the item's id."""
    drafted = DraftItem.objects.filter(matches__in=list(planned), draft__adopted_at__isnull=False)
    drafted = drafted.exclude(draft=before).order_by("draft__adopted_at")
    office = before.department.name
    return {item.matches_id: drafted_facts(item, office) for item in drafted if item.matches_id}


# Matching


def match(drafted: list[DraftItem], plan: Plan | None) -> dict[int, PlanItem]:
    """Which item of `plan` each drafted item is a wording of, by its place in `drafted`.

    One to one: first the same title on the same days, then the same title on the nearest days,
    then the most similar title (SAME_ITEM_RATIO) on days close by.
    """
    if plan is None:
        return {}
    found: dict[int, PlanItem] = {}
    taken: set[int] = set()
    for _closeness, place, item in sorted(pairs(drafted, list(plan.items.all())), key=first):
        if place not in found and item.pk not in taken:
            found[place] = item
            taken.add(item.pk)
    return found


def first(pair: tuple[tuple[float, int], int, PlanItem]) -> tuple[tuple[float, int], int, int]:
    """Sorts pairs: the closest first, ties in the order of the text."""
    closeness, place, item = pair
    return closeness, place, item.pk


def pairs(
    drafted: list[DraftItem], planned: list[PlanItem]
) -> Iterator[tuple[tuple[float, int], int, PlanItem]]:
    """All pairs that may be the same item, each with how far apart its two are."""
    titles = {item.pk: plain(item.title) for item in planned}
    for place, draft in enumerate(drafted):
        title = plain(draft.title)
        matcher = SequenceMatcher(b=title, autojunk=False)
        for item in planned:
            days = days_between(draft, item)
            if titles[item.pk] == title:
                likeness = 1.0
            else:
                likeness = likeness_of(matcher, titles[item.pk]) if days <= SAME_ITEM_DAYS else 0
            if likeness:
                yield (1 - likeness, days.days), place, item


def likeness_of(matcher: SequenceMatcher[str], title: str) -> float:
    """How like `title` is to the matcher's, up to 1; 0 below SAME_ITEM_RATIO."""
    matcher.set_seq1(title)
    # The two upper bounds are cheap and spare most of the real ratios.
    if min(matcher.real_quick_ratio(), matcher.quick_ratio()) < SAME_ITEM_RATIO:
        return 0
    ratio = matcher.ratio()
    return ratio if ratio >= SAME_ITEM_RATIO else 0


def days_between(drafted: DraftItem, planned: PlanItem) -> timedelta:
    """How far apart the two are moved: their first days' and last days' distances together."""
    return abs(drafted.starts_on - planned.starts_on) + abs(drafted.ends_on - planned.ends_on)


def plain(title: str) -> str:
    """A title without width, case, spaces and punctuation."""
    return NO_LETTER.sub("", unicodedata.normalize("NFKC", title).casefold())
