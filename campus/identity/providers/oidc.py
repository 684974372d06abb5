"""OpenID Connect (Core 1.0, Discovery 1.0): a code, bound to this browser by state, nonce and PKCE.

allauth believes an ID token that it has fetched itself without looking at its signature, and knows
no nonce; here every token passes every check of `campus.identity.tokens`.
"""

import time
from collections.abc import Mapping
from secrets import token_urlsafe
from typing import Any
from urllib.parse import quote

from allauth.socialaccount.models import SocialLogin, SocialToken
from allauth.socialaccount.providers.oauth2.views import OAuth2Adapter
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.http import urlencode

from campus.identity import tokens
from campus.identity.asking import ask, fetch
from campus.identity.models import Reason, WayName
from campus.identity.providers.base import Arrival, SchoolProvider, as_number
from campus.identity.reasons import TurnedAway
from campus.identity.tokens import Trust, same
from campus.identity.ways import Way, way_on

# What the service says of itself is kept for so many seconds.
SAID_KEPT = 600
NEEDS = ("iss", "sub", "aud", "exp", "iat")
LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout"
# Who "signs in again" must have typed something over there within so many seconds.
AGAIN_WITHIN = 300


def configuration(way: Way) -> dict[str, Any]:
    """What the service says of itself (Discovery 4). Raises TurnedAway where it does not answer,
    or answers in another's name."""
    issuer: str = way.options["issuer"]
    key = f"identity:configuration:{issuer}"
    said: dict[str, Any] | None = cache.get(key)
    if said is None:
        said = fetch(f"{issuer.rstrip('/')}/.well-known/openid-configuration")
        if said.get("issuer") != issuer:
            raise TurnedAway(Reason.ISSUER)
        needed = ("authorization_endpoint", "token_endpoint", "jwks_uri")
        if not all(isinstance(said.get(name), str) for name in needed):
            raise TurnedAway(Reason.UNREADABLE)
        cache.set(key, said, SAID_KEPT)
    return said


def trust(way: Way) -> Trust:
    """Whose tokens are believed of this way."""
    return Trust(way.options["issuer"], way.client_id, configuration(way)["jwks_uri"])


class OpenIDAdapter(OAuth2Adapter):
    """Asks the service's own addresses."""

    provider_id = WayName.OIDC.value

    @property
    def way(self) -> Way:
        way = way_on(self.provider_id)
        if way is None:
            raise TurnedAway(Reason.OFF)
        return way

    @property
    def authorize_url(self) -> str:
        return configuration(self.way)["authorization_endpoint"]

    @property
    def access_token_url(self) -> str:
        return configuration(self.way)["token_endpoint"]

    def get_callback_url(self, request: HttpRequest, app: Any) -> str:
        return request.build_absolute_uri(self.get_provider().get_callback_url())

    def get_access_token_data(
        self, request: HttpRequest, app: Any, client: Any, pkce_code_verifier: str | None = None
    ) -> dict[str, Any]:
        """Give the code for tokens (Core 3.1.3); another's answer is seen before (RFC 9207)."""
        self.check_issuer(request)
        said = {
            "grant_type": "authorization_code", "code": request.GET["code"],
            "redirect_uri": client.callback_url, "code_verifier": pkce_code_verifier or "",
        }  # fmt: skip
        words = self.introduced(said)
        status, answer = ask("POST", self.access_token_url, **words)
        if status != 200:
            raise TurnedAway(Reason.CODE)
        if not all(isinstance(answer.get(name), str) for name in ("access_token", "id_token")):
            raise TurnedAway(Reason.UNREADABLE)
        return answer

    def introduced(self, said: dict[str, str]) -> dict[str, Any]:
        """The words with which the portal says who it is: by a header where the service knows it
        (RFC 6749, 2.3.1), else in the form."""
        known = configuration(self.way).get(
            "token_endpoint_auth_methods_supported", ["client_secret_basic"]
        )
        if "client_secret_basic" in known:
            pair = (quote(self.way.client_id, safe=""), quote(self.way.secret, safe=""))
            return {"data": said, "auth": pair}
        own = {"client_id": self.way.client_id, "client_secret": self.way.secret}
        return {"data": {**said, **own}}

    def check_issuer(self, request: HttpRequest) -> None:
        """Raises TurnedAway for an answer in another issuer's name, or in none where there should
        be one."""
        says = configuration(self.way).get("authorization_response_iss_parameter_supported")
        named = request.GET.get("iss", "" if says is True else self.way.options["issuer"])
        if named != self.way.options["issuer"]:
            raise TurnedAway(Reason.ISSUER)

    def parse_token(self, data: dict[str, Any]) -> SocialToken:
        return SocialToken(token=data["access_token"])

    def complete_login(
        self, request: HttpRequest, app: Any, token: SocialToken, **kwargs: Any
    ) -> SocialLogin:
        """The ID token, and what the service tells besides where the number is not in it."""
        text = kwargs["response"]["id_token"]
        claims = tokens.read(text, trust(self.way), needs=NEEDS)
        if self.way.options["number_claim"] not in claims:
            claims = {**self.told_besides(token.token, claims["sub"]), **claims}
        return self.get_provider().sociallogin_from_response(
            request, {"claims": claims, "id_token": text}
        )

    def told_besides(self, token: str, subject: str) -> dict[str, Any]:
        """What the service tells of the person (Core 5.3); it must be the same one."""
        url = configuration(self.way).get("userinfo_endpoint")
        if not url:
            return {}
        said = fetch(url, headers={"Authorization": f"Bearer {token}"})
        if not same(said.get("sub"), subject):
            raise TurnedAway(Reason.SUBJECT)
        return said


class OpenID(SchoolProvider):
    """The school's identity by OpenID Connect."""

    id = WayName.OIDC.value
    name = "OpenID Connect"
    oauth2_adapter_class = OpenIDAdapter
    pkce_enabled_default = True

    def get_scope(self) -> list[str]:
        return list(self.app.settings["scopes"])

    def get_redirect_from_request_kwargs(self, request: HttpRequest) -> dict[str, Any]:
        """With a nonce that the ID token must hold; whoever signs in again types something."""
        asked = super().get_redirect_from_request_kwargs(request)
        asked["nonce"] = token_urlsafe(32)
        asked["auth_params"]["nonce"] = asked["nonce"]
        if "again" in request.GET:
            asked["again"] = True
            asked["auth_params"] |= {"prompt": "login", "max_age": 0}
        return asked

    def extract_uid(self, data: Mapping[str, Any]) -> str:
        return str(data["claims"]["sub"])

    def arrival(self, login: SocialLogin) -> Arrival:
        said = login.account.extra_data
        claims = said["claims"]
        if not same(claims.get("nonce"), login.state.get("nonce")):
            raise TurnedAway(Reason.NONCE)
        at = claims.get("auth_time")
        signed_in_at = float(at) if isinstance(at, int | float) else None
        if login.state.get("again") and (signed_in_at or 0) < time.time() - AGAIN_WITHIN:
            raise TurnedAway(Reason.EXPIRED)
        return Arrival(
            way=self.id, uid=login.account.uid, claims=claims, signed_in_at=signed_in_at,
            number=as_number(claims.get(self.app.settings["number_claim"])),
            label=str(claims.get("name", "")), sid=str(claims.get("sid", "")),
            receipt=said["id_token"], had_factor=self.had_factor(claims),
        )  # fmt: skip

    def had_factor(self, claims: Mapping[str, Any]) -> bool:
        """Whether `amr` or `acr` name a second factor that the settings trust."""
        methods = claims.get("amr")
        told = [*(methods if isinstance(methods, list) else []), claims.get("acr")]
        return bool(set(self.app.settings["factors"]) & {str(each) for each in told})


def end_address(way: Way, *, receipt: str, back: str) -> str:
    """Where a person goes to be signed out over there as well (RP-Initiated Logout 1.0); empty
    where the service knows no such address."""
    url = configuration(way).get("end_session_endpoint")
    if not url:
        return ""
    said = {"id_token_hint": receipt, "post_logout_redirect_uri": back, "client_id": way.client_id}
    return f"{url}{'&' if '?' in url else '?'}{urlencode(said)}"


def read_logout(way: Way, token: str) -> tuple[str, str]:
    """Subject and session that a logout token ends (Back-Channel Logout 1.0, 2.6), each may be
    empty. Raises TurnedAway for one that is not to be believed, or was used already."""
    claims = tokens.read(token, trust(way), needs=("iss", "aud", "iat", "jti", "exp"))
    events = claims.get("events")
    is_logout = isinstance(events, dict) and isinstance(events.get(LOGOUT_EVENT), dict)
    subject, session = (str(claims.get(name, "")) for name in ("sub", "sid"))
    if not is_logout or "nonce" in claims or not (subject or session):
        raise TurnedAway(Reason.UNREADABLE)
    left = max(int(claims["exp"] - time.time()), 0) + 2 * tokens.LEEWAY
    if not cache.add(f"identity:logout:{way.id}:{claims['jti']}", 1, left):
        raise TurnedAway(Reason.CODE)
    return subject, session
