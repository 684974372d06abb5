"""What the API hands in."""

from django.utils.translation import gettext_lazy as _

from campus.people.registry import name_act
from logistics.api import rights
from logistics.api.tokens import registry as tokens


def hand_in() -> None:
    """Tokens, with their acts and what the audit log tells of them; who reads how programs ask."""
    name_act(_("Programs"), _("Read how programs ask"), rights.can_read_description)
    tokens.hand_in()
