"""What the close of a semester hands in."""

from django.utils.translation import gettext_lazy as _

from campus.closing import rights
from campus.people.registry import name_act
from logistics.closing.archive import work


def hand_in() -> None:
    """Name the act, and let jobs write archives."""
    area = _("Close of a semester")
    name_act(area, _("Close a semester and open it again"), rights.can_close)
    name_act(area, _("See which semesters are closed"), rights.can_read)
    work.hand_in()
