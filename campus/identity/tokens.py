"""Tokens that another service has signed (JWT, RFC 7519), believed only after every check.

The signature is always checked, with a key that the service names (RFC 7517), however the token
came here; the algorithms are those of this list alone: never "none", never a shared secret.
"""

import hmac
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import jwt
from django.core.cache import cache

from campus.identity.asking import fetch
from campus.identity.models import Reason
from campus.identity.reasons import TurnedAway

ALGORITHMS = (
    "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"
)  # fmt: skip
# Clocks of two machines may differ by so many seconds.
LEEWAY = 60
# Keys are kept for so many seconds; for one that is not among them they are asked for anew, but not
# more often than this in a minute: anybody can send a token with an invented key.
KEYS_KEPT = 3600
ASKED_ANEW_A_MINUTE = 10

REASONS: tuple[tuple[type[jwt.PyJWTError], Reason], ...] = (
    (jwt.ExpiredSignatureError, Reason.EXPIRED),
    (jwt.ImmatureSignatureError, Reason.EXPIRED),
    (jwt.InvalidIssuerError, Reason.ISSUER),
    (jwt.InvalidAudienceError, Reason.AUDIENCE),
    (jwt.InvalidSignatureError, Reason.SIGNATURE),
    (jwt.InvalidAlgorithmError, Reason.ALGORITHM),
    (jwt.PyJWKError, Reason.KEY),
)


@dataclass(frozen=True)
class Trust:
    """Whose tokens are believed: from this issuer, for this client, signed with these keys."""

    issuer: str
    client_id: str
    keys_url: str


def read(token: str, trust: Trust, *, needs: Iterable[str]) -> dict[str, Any]:
    """The claims of a token that passes every check and holds all that it `needs`.

    Raises TurnedAway.
    """
    try:
        header = jwt.get_unverified_header(token)
        if header.get("alg") not in ALGORITHMS:
            raise TurnedAway(Reason.ALGORITHM)
        claims: dict[str, Any] = jwt.decode(
            token, key_for(header, trust), algorithms=[header["alg"]], issuer=trust.issuer,
            audience=trust.client_id, leeway=LEEWAY, options={"require": list(needs)},
        )  # fmt: skip
    except jwt.PyJWTError as error:
        fitting = (reason for sort, reason in REASONS if isinstance(error, sort))
        raise TurnedAway(next(fitting, Reason.UNREADABLE)) from error
    check_party(claims, trust)
    return claims


def check_party(claims: Mapping[str, Any], trust: Trust) -> None:
    """A token for several parties was made for us only if it says so (OIDC Core 3.1.3.7)."""
    meant = claims["aud"] if isinstance(claims["aud"], list) else [claims["aud"]]
    party = claims.get("azp", trust.client_id if len(meant) == 1 else None)
    if party != trust.client_id:
        raise TurnedAway(Reason.AUDIENCE)


def same(one: Any, other: Any) -> bool:
    """Whether two texts are the same and not empty; takes as long whatever they hold."""
    if not (isinstance(one, str) and isinstance(other, str) and one and other):
        return False
    return hmac.compare_digest(one.encode(), other.encode())


def key_for(header: Mapping[str, Any], trust: Trust) -> Any:
    """The key that a token's header names. Raises TurnedAway for one that the issuer does not."""
    found = found_in(keys_of(trust.keys_url), header)
    if found is None and may_ask_anew(trust.keys_url):
        found = found_in(keys_of(trust.keys_url, anew=True), header)
    if found is None:
        raise TurnedAway(Reason.KEY)
    return jwt.PyJWK(found, algorithm=header["alg"])


def found_in(keys: list[dict[str, Any]], header: Mapping[str, Any]) -> dict[str, Any] | None:
    """The one key for signing that the header means; without a name there must be one alone."""
    fitting = [
        key for key in keys
        if key.get("use", "sig") == "sig" and key.get("alg", header["alg"]) == header["alg"]
        and key.get("kty") != "oct" and ("kid" not in header or key.get("kid") == header["kid"])
    ]  # fmt: skip
    return fitting[0] if len(fitting) == 1 else None


def keys_of(url: str, *, anew: bool = False) -> list[dict[str, Any]]:
    """The keys at an address, kept for a while; `anew` asks at once."""
    kept = None if anew else cache.get(f"identity:keys:{url}")
    if kept is None:
        said = fetch(url).get("keys")
        kept = json.dumps([key for key in said if isinstance(key, dict)] if said else [])
        cache.set(f"identity:keys:{url}", kept, KEYS_KEPT)
    keys: list[dict[str, Any]] = json.loads(kept)
    return keys


def may_ask_anew(url: str) -> bool:
    """Whether the keys may be asked for once more; takes one of the minute's places for it."""
    places = (f"identity:asked:{url}:{place}" for place in range(ASKED_ANEW_A_MINUTE))
    return any(cache.add(place, 1, 60) for place in places)
