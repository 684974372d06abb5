"""The points of a meeting's agenda."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from campus.doors import Refused
from campus.storing import store
from planning.models import AgendaItem, Meeting


def lay_agenda(meeting: Meeting, titles: Iterable[str]) -> None:
    """Let the agenda of the locked meeting be `titles`, in this order.

    A point that stands there already keeps its minutes, wherever it moves; one that was reworded
    keeps them too, as the next of those that are left over. Raises Refused where a point would go
    that has minutes.
    """
    wanted = list(titles)
    left = list(meeting.agenda.select_for_update().order_by("position"))
    same = [taken(left, title) for title in wanted]
    for position, (title, found) in enumerate(zip(wanted, same, strict=True), 1):
        item = found or (left.pop(0) if left else AgendaItem(meeting=meeting))
        item.position, item.title = position, title
        store(item)
    drop_points(left)


def taken(items: list[AgendaItem], title: str) -> AgendaItem | None:
    """The point of this title, taken out of `items`."""
    found = next((each for each in items if each.title == title), None)
    if found:
        items.remove(found)
    return found


def drop_points(items: Iterable[AgendaItem]) -> None:
    """Take points off the agenda. Raises Refused for one that has minutes."""
    for item in items:
        if item.minutes:
            raise Refused(
                _("“%(point)s” has minutes already, so it stays on the agenda.") % {"point": item}
            )
        item.delete()
