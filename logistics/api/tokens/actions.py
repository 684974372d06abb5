"""What happens to tokens: made, used, refused, revoked."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.account.keys import digest_of, hint_of, new_secret
from campus.audit.actions import record
from campus.doors import Refused
from campus.models import Person
from campus.notices.actions import tell
from campus.storing import store
from logistics.api.tokens.models import PREFIX, Token

TOPIC = "token"
REVOKED_FOR_YOU = gettext_noop("%(by)s has revoked your token “%(token)s”.")
# Each use need not be written down: to within so much is enough.
NOTED_EVERY = timedelta(minutes=10)
MOST_DAYS = 365
MOST_TOKENS = 50


@transaction.atomic
def make_token(
    *, name: str, scopes: Iterable[str], days: int, by: Person, at: datetime, ip: str = ""
) -> tuple[Token, str]:
    """A token of `by` for `days`, and its secret, which is told this once.

    Raises Refused for more days than a year or more tokens than anybody can keep an eye on,
    ValidationError.
    """
    if not 1 <= days <= MOST_DAYS:
        raise Refused(_("A token lasts for a year at most."))
    if Token.objects.filter(person=by).usable(at).count() >= MOST_TOKENS:
        raise Refused(_("Revoke tokens that you do not use any more first."))
    secret = new_secret(PREFIX)
    token = Token(
        person=by, name=name, scopes=sorted(set(scopes)), digest=digest_of(secret),
        hint=hint_of(secret), made_at=at, expires_at=at + timedelta(days=days),
    )  # fmt: skip
    store(token)
    facts = {"token": token.name, "scopes": ", ".join(token.scopes)}
    record("token.made", by=by, at=at, about=token, ip=ip, **facts)
    return token, secret


@transaction.atomic
def revoke(token: Token, *, by: Person, at: datetime, ip: str = "") -> None:
    """End a token at once; its person is told where somebody else has done it.

    Raises Refused for one that is revoked already.
    """
    token = Token.objects.select_for_update(of=("self",)).select_related("person").get(pk=token.pk)
    if token.is_revoked:
        raise Refused(_("“%(token)s” is revoked already.") % {"token": token})
    token.revoked_at, token.revoked_by = at, by
    store(token)
    facts = {"token": token.name, "person": token.person.name}
    record("token.revoked", by=by, at=at, about=token, ip=ip, **facts)
    if by != token.person:
        tell(
            [token.person], key=f"token:{token.pk}:revoked", topic=TOPIC, text=REVOKED_FOR_YOU,
            facts={"by": by.name, "token": token.name}, path=reverse("tokens:tokens"), at=at,
            robots=False,
        )  # fmt: skip


@transaction.atomic
def note_use(token: Token, *, at: datetime) -> None:
    """Note that it is in use, every ten minutes at most."""
    if token.used_at is None or at - token.used_at >= NOTED_EVERY:
        Token.objects.filter(pk=token.pk).update(used_at=at)


@transaction.atomic
def note_refusal(token: Token, *, at: datetime, ip: str) -> None:
    """A program still sends what is revoked, has run out, or belongs to somebody who has left."""
    kind = "token.refused_revoked" if token.is_revoked else (
        "token.refused_expired" if token.is_expired(at) else "token.refused_person"
    )  # fmt: skip
    facts = {"token": token.name, "person": token.person.name}
    record(kind, by=None, at=at, about=token, ip=ip, **facts)
