"""What one can ask who may do with the dashboard."""

from django.utils.translation import gettext_lazy as _

from campus.people.registry import name_act
from logistics.dashboard import rights


def hand_in() -> None:
    """Name the acts."""
    area = _("Dashboard")
    name_act(area, _("Open the dashboard"), rights.can_open)
    name_act(area, _("Hang up screens with the school's numbers"), rights.can_hang_screens)
