"""What coming in with an identity hands in."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from campus.audit.registry import name_kinds

KINDS = {
    "sign_in": (_("Sign-in"), gettext_noop("Signed in by %(method)s.")),
    "sign_in_refused": (
        _("Refused sign-in"),
        gettext_noop("Sign-in by %(method)s refused (%(code)s): %(reason)s%(number)s"),
    ),
    "sign_out_from_there": (
        _("Sign-out by the school's identity"), gettext_noop("Signed out by %(way)s."),
    ),
    "identity_linked": (_("Identity linked"), gettext_noop("Linked an identity of %(way)s.")),
    "identity_unlinked": (
        _("Identity unlinked"), gettext_noop("Unlinked the identity of %(way)s."),
    ),
    "joining_rule": (
        _("Joining rule"),
        gettext_noop("By %(way)s numbers like %(pattern)s now join by themselves: %(who)s."),
    ),
    "joining_rule_gone": (
        _("Joining rule taken out"),
        gettext_noop("By %(way)s numbers like %(pattern)s join by themselves no more."),
    ),
}  # fmt: skip


def hand_in() -> None:
    """Name the kinds of acts that the audit log tells of."""
    name_kinds(KINDS)
