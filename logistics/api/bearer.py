"""Who calls: the door of the API. A token opens it, and nothing else does."""

from dataclasses import dataclass
from datetime import datetime

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja.security import HttpBearer

from campus.account.keys import digest_of
from campus.doors import PersonRequest, require
from campus.models import Device, Person
from campus.readings.models import PREFIX as DEVICE_PREFIX
from logistics.api.limits import count, refuse_beyond
from logistics.api.problems import Problem
from logistics.api.tokens import actions, rights
from logistics.api.tokens.models import PREFIX, Token

CHALLENGE = 'Bearer realm="campus-steward"'
BODIED = {"POST", "PUT", "PATCH"}
MOST_BYTES = 2**20
REFUSALS_NOTED_EVERY = 10 * 60


@dataclass(frozen=True)
class Caller:
    """Whoever has come through the door; `holder` names them in counts and keys of calls."""

    person: Person
    token: Token

    @property
    def holder(self) -> str:
        return f"token:{self.token.pk}"


@dataclass(frozen=True)
class Sender:
    """A device that sends what it has read, and can do nothing else."""

    device: Device

    @property
    def holder(self) -> str:
        return f"device:{self.device.pk}"


class ApiRequest(PersonRequest):
    """A request that a token has let in; `user` is the token's person."""

    auth: Caller


class Bearer(HttpBearer):
    """Asks for a token with one scope, counts the call, and lets it act as the token's person."""

    def __init__(self, scope: str) -> None:
        super().__init__()
        self.scope = scope

    def __call__(self, request: HttpRequest) -> Caller:
        at = timezone.now()
        scheme, _blank, secret = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not secret.strip():
            raise unknown(request, _("Send a token: “Authorization: Bearer cs_…”."), error="")
        caller = self.authenticate(request, secret.strip(), at)
        counted = count(caller.holder, settings.API_CALLS_A_MINUTE, at=at)
        vars(request)["api_headers"] = counted.headers
        refuse_beyond(counted)
        require(rights.can_make_tokens(caller.person))
        refuse_without(self.scope, caller)
        refuse_what_is_no_json(request)
        request.user = caller.person
        actions.note_use(caller.token, at=at)
        return caller

    def authenticate(self, request: HttpRequest, secret: str, at: datetime) -> Caller:  # type: ignore[override]  # asked with the moment
        """Raises a Problem for what opens nothing."""
        token = token_of(secret)
        if token is None:
            raise unknown(request, _("There is no such token."), at=at)
        if not opens(token, at):
            note_refusal(request, token, at)
            raise unknown(request, _("This token is not in force any more."), at=at)
        return Caller(person=token.person, token=token)


class SenderOrBearer(Bearer):
    """Lets devices in, too: what is asked for is the one thing that they can do."""

    def __call__(self, request: HttpRequest) -> Caller | Sender:  # type: ignore[override]  # the wider of the two
        scheme, _blank, secret = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not secret.strip().startswith(f"{DEVICE_PREFIX}_"):
            return super().__call__(request)
        at = timezone.now()
        known = Device.objects.select_related("place").defer("sought", "place__sought")
        device = known.filter(digest=digest_of(secret.strip())).first()
        if device is None:
            raise unknown(request, _("There is no such token."), at=at)
        sender = Sender(device)
        counted = count(sender.holder, settings.API_CALLS_A_MINUTE, at=at)
        vars(request)["api_headers"] = counted.headers
        refuse_beyond(counted)
        refuse_what_is_no_json(request)
        return sender


def token_of(secret: str) -> Token | None:
    """The token of this secret."""
    if not secret.startswith(f"{PREFIX}_"):
        return None
    known = Token.objects.select_related("person").defer("person__sought")
    return known.filter(digest=digest_of(secret)).first()


def opens(token: Token, at: datetime) -> bool:
    """Whether it is in force, and its person could sign in and use the pages now."""
    person = token.person
    signs_in = person.is_active and not person.must_change_password
    return token.is_usable(at) and signs_in


def unknown(
    request: HttpRequest, words: str, *, error: str = "invalid_token", at: datetime | None = None
) -> Problem:
    """401 with the challenge; whoever tries many tokens from one address has to wait (429)."""
    if at is not None:
        counted = count(f"bad:{address_of(request)}", settings.API_BAD_TOKENS_A_MINUTE, at=at)
        refuse_beyond(counted)
    challenge = f'{CHALLENGE}, error="{error}"' if error else CHALLENGE
    return Problem(401, words, headers={"WWW-Authenticate": challenge})


def note_refusal(request: HttpRequest, token: Token, at: datetime) -> None:
    """Into the audit log; a program that calls every second is noted every ten minutes."""
    if cache.add(f"api:refused:{token.pk}", 1, REFUSALS_NOTED_EVERY):
        actions.note_refusal(token, at=at, ip=address_of(request))


def address_of(request: HttpRequest) -> str:
    """From where the request comes, as the sign-in counts it."""
    return get_adapter(request).get_client_ip(request) or ""


def refuse_without(scope: str, caller: Caller) -> None:
    """Raise 403 where the token is not for this."""
    if not caller.token.allows(scope):
        words = _("This token is not for this: it lacks the scope “%(scope)s”.") % {"scope": scope}
        challenge = f'{CHALLENGE}, error="insufficient_scope", scope="{scope}"'
        raise Problem(403, words, headers={"WWW-Authenticate": challenge})


def refuse_what_is_no_json(request: HttpRequest) -> None:
    """Raise 415 for another type of body, 413 for one that is too large."""
    if request.method not in BODIED:
        return
    if request.content_type != "application/json":
        raise Problem(415, _("Send the body as application/json."))
    if int(request.META.get("CONTENT_LENGTH") or 0) > MOST_BYTES:
        raise Problem(413, _("A body has 1 MB at most."))
