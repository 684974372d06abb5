"""Meetings of an area's own sort, and what was promised there and is still open."""

from collections.abc import Collection
from dataclasses import dataclass

from campus.models import Person
from planning.models import ActionItem, Meeting

# As many as somebody reads beside other things; the lists have them all.
MEETINGS, PROMISES = 4, 6


@dataclass(frozen=True)
class Talks:
    """The newest meetings and the promises that are open, those due first."""

    meetings: list[Meeting]
    promises: list[ActionItem]


def talks_for(person: Person, kinds: Collection[Meeting.Kind]) -> Talks:
    """What the person may see of meetings of `kinds`; two queries."""
    held = Meeting.objects.visible_to(person).filter(kind__in=kinds).not_cancelled()
    promised = ActionItem.objects.visible_to(person).open().filter(meeting__kind__in=kinds)
    return Talks(
        list(held.order_by("-starts_at")[:MEETINGS]),
        list(promised.select_related("assignee", "meeting").order_by("due_at", "pk")[:PROMISES]),
    )
