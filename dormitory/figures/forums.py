"""Forums with boarders and leaders' meetings, and what was promised there and is still open."""

from dataclasses import dataclass

from campus.models import Person
from planning.models import ActionItem, Meeting

KINDS = (Meeting.Kind.FORUM, Meeting.Kind.DORM_LEADERS)
# As many as somebody reads beside the houses.
MEETINGS, PROMISES = 4, 6


@dataclass(frozen=True)
class Forums:
    """The newest meetings and the promises that are open, those due first."""

    meetings: list[Meeting]
    promises: list[ActionItem]


def forums_for(person: Person) -> Forums:
    """What a person may see of them; two queries."""
    held = Meeting.objects.visible_to(person).filter(kind__in=KINDS).not_cancelled()
    promised = ActionItem.objects.visible_to(person).open().filter(meeting__kind__in=KINDS)
    return Forums(
        list(held.order_by("-starts_at")[:MEETINGS]),
        list(promised.select_related("assignee", "meeting").order_by("due_at", "pk")[:PROMISES]),
    )
