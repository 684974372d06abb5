"""What being the identity for others hands in."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from campus.audit.registry import name_kinds

KINDS = {
    "app_made": (_("App made"), gettext_noop("The app “%(app)s” was made.")),
    "app_changed": (_("App changed"), gettext_noop("The app “%(app)s” was changed.")),
    "app_secret": (_("New secret of an app"), gettext_noop("“%(app)s” was given a new secret.")),
    "app_off": (_("App switched off"), gettext_noop("The app “%(app)s” was switched off.")),
    "app_on": (_("App switched on"), gettext_noop("The app “%(app)s” was switched on again.")),
    "consent_given": (_("Consent given"), gettext_noop("Let the app “%(app)s” in.")),
    "consent_back": (_("Consent taken back"), gettext_noop("Took back what “%(app)s” was told.")),
}


def hand_in() -> None:
    """Name the kinds of acts that the audit log tells of."""
    name_kinds(KINDS)
