"""One of everything of the dashboard that an address can name."""

from typing import Any

from campus.models import Person
from logistics.dashboard import actions


def dashboard_things(head: Person, at: Any) -> dict[str, Any]:
    """A screen with its address, a tile that all of the staff see."""
    screen, token = actions.hang_screen("Hall", by=head, at=at)
    return {"wall": token, "dashboard:screen": screen.pk, "dashboard:tile": "planning.done"}
