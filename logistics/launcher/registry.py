"""What the door to other systems hands in."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from campus.audit.registry import name_kinds
from campus.people.registry import name_act
from logistics.launcher import lists, rights


def hand_in() -> None:
    """Name the act, and let the list be exported and searched for."""
    name_act(_("Other systems"), _("Say which other systems there are"), rights.can_keep_systems)
    name_kinds(
        {
            "system_secret": (
                _("Other systems"), gettext_noop("“%(name)s” may say what is unread there."),
            )
        }
    )  # fmt: skip
    lists.hand_in()
