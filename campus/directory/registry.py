"""What the roster sync hands in."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from campus.audit.registry import name_kinds
from campus.notices.topics import name_topic


def hand_in() -> None:
    """The topic of its notices, and what the audit log says."""
    name_topic("directory", _("Roster sync"))
    name_kinds(
        {
            "directory_changed": (
                _("Roster sync"),
                gettext_noop(
                    "The roster sync was changed: every night %(on)s, only tried %(trial)s,"
                    " complete %(complete)s, at most %(most)s of a hundred leave."
                ),
            )
        }
    )
