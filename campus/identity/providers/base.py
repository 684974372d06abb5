"""What the portal's providers have in common: an arrival comes of each, and nothing is taken from
the address by which somebody goes there."""

import unicodedata
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from allauth.account.utils import get_next_redirect_url
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.base import ProviderAccount
from allauth.socialaccount.providers.base.constants import AuthProcess
from allauth.socialaccount.providers.oauth2.provider import OAuth2Provider
from django.http import HttpRequest
from django.urls import reverse


@dataclass(frozen=True, kw_only=True)
class Arrival:
    """What a service has said of somebody, checked: `uid` is theirs over there for good, `number`
    what both sides call them by (empty where it tells none), `sid` their session over there,
    `receipt` what is shown there to be signed out again.

    `claims` are read by joining rules and kept nowhere. `had_factor` says that they were asked for
    a second factor over there, by a service that the settings trust with it; `signed_in_at` when
    (seconds since 1970), where it tells. `label` is how they see themselves there. A service
    that `tells_number` tells it of everybody, or of nobody who comes in.
    """

    way: str
    uid: str
    number: str = ""
    label: str = ""
    sid: str = ""
    receipt: str = ""
    claims: Mapping[str, Any] = field(default_factory=dict)
    had_factor: bool = False
    tells_number: bool = True
    signed_in_at: float | None = None


def as_number(said: Any) -> str:
    """A number as the portal writes it; empty for whatever is none."""
    if isinstance(said, list) and len(said) == 1:
        said = said[0]
    if isinstance(said, bool) or not isinstance(said, str | int):
        return ""
    return unicodedata.normalize("NFKC", str(said)).strip()


class SchoolProvider(OAuth2Provider, ABC):
    """One of the portal's own providers by OAuth 2; each says how its arrival is read."""

    account_class = ProviderAccount

    def get_login_url(self, request: HttpRequest, **kwargs: Any) -> str:
        return reverse("identity:start", args=[self.id])

    def get_callback_url(self) -> str:
        return reverse("identity:back", args=[self.id])

    def get_redirect_from_request_kwargs(self, request: HttpRequest) -> dict[str, Any]:
        """Only where to go afterwards is taken from the address, and whether to link."""
        asked = {"scope": self.get_scope(), "auth_params": self.get_auth_params()}
        return {**asked_from(request), **asked}

    @abstractmethod
    def arrival(self, login: SocialLogin) -> Arrival:
        """What the service has said."""


def asked_from(request: HttpRequest) -> dict[str, Any]:
    """Where somebody wants to go afterwards, in this portal, and whether to link."""
    path = get_next_redirect_url(request)
    return {"process": process_of(request), **({"next_url": path} if path else {})}


def process_of(request: HttpRequest) -> str:
    """Whether somebody who is signed in wants to link an identity; else they come in by it."""
    links = "link" in request.GET and request.user.is_authenticated
    return AuthProcess.CONNECT if links else AuthProcess.LOGIN
