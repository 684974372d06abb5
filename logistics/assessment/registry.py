"""What one can ask who may do in the class assessment."""

from django.utils.translation import gettext_lazy as _

from campus.people.registry import name_act
from logistics.assessment import rights


def hand_in() -> None:
    """Name the acts."""
    area = _("Class assessment")
    name_act(area, _("Write the rules and put them in use"), rights.can_keep_scheme)
    name_act(area, _("Publish a week"), rights.can_publish)
