"""Why somebody who comes with the school's identity is turned away, in words for them."""

from django.utils.translation import gettext_lazy as _

from campus.identity.models import Reason
from campus.models import Person

AGAIN = _("Begin once more from the sign-in page.")
UNTRUSTED = _(
    "The answer did not pass the portal's checks. Begin once more; if it happens again, tell an "
    "administrator the word below."
)
OFFICE = _("If that is wrong, ask the logistics office.")
ADMINISTRATOR = _("Ask an administrator of the portal to look into it.")

# What the person can do about it; whatever is not named here did not pass a check.
ADVICE = {
    Reason.STATE: AGAIN,
    Reason.CODE: AGAIN,
    Reason.EXPIRED: AGAIN,
    Reason.CANCELLED: AGAIN,
    Reason.DENIED: _("Ask whoever runs the school's identity; the portal was not told more."),
    Reason.UNREACHABLE: _("Try again in a while, or sign in with number and password."),
    Reason.LEFT: OFFICE,
    Reason.UNKNOWN: _("Ask the logistics office to add you, or to correct your number."),
    Reason.NO_NUMBER: ADMINISTRATOR,
    Reason.OTHER_NUMBER: ADMINISTRATOR,
    Reason.OTHER_IDENTITY: ADMINISTRATOR,
    Reason.NOT_LINKED: _(
        "Sign in with number and password once, and link it under My account, Ways to sign in."
    ),
    Reason.NOT_OF_THE_SCHOOL: ADMINISTRATOR,
    Reason.TAKEN: _("Unlink it there first, or ask an administrator."),
    Reason.OFF: ADMINISTRATOR,
}


class TurnedAway(Exception):
    """Whoever came with an identity does not come in; `way` names by which they came, `person`
    whom it would have been, `number` what was said of somebody who is not known."""

    def __init__(
        self, reason: Reason, *, way: str = "", person: Person | None = None, number: str = ""
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.way = way
        self.person = person
        self.number = number

    @property
    def advice(self) -> str:
        """What to do now, in the reader's language."""
        return str(ADVICE.get(self.reason, UNTRUSTED))
