"""What tokens hand in."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from campus.audit.registry import name_kinds
from campus.people.registry import name_act
from logistics.api.tokens import lists, rights


def hand_in() -> None:
    """Name the acts, what the audit log tells of them, and the list."""
    area = _("Programs")
    name_act(area, _("Make tokens for programs"), rights.can_make_tokens)
    name_act(area, _("See and revoke all tokens"), rights.can_see_all_tokens)
    name_kinds(
        {
            "token.made": (
                _("Token made"), gettext_noop("Made the token “%(token)s” for: %(scopes)s."),
            ),
            "token.revoked": (
                _("Token revoked"), gettext_noop("Revoked the token “%(token)s” of %(person)s."),
            ),
            "token.refused_revoked": (
                _("Revoked token used"),
                gettext_noop("Refused the token “%(token)s” of %(person)s: it is revoked."),
            ),
            "token.refused_expired": (
                _("Expired token used"),
                gettext_noop("Refused the token “%(token)s” of %(person)s: it has expired."),
            ),
            "token.refused_person": (
                _("Token of nobody active used"),
                gettext_noop("Refused the token “%(token)s”: %(person)s cannot sign in now."),
            ),
        }
    )  # fmt: skip
    lists.hand_in()
