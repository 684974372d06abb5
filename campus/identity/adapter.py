"""How the school wants allauth's part for other services to behave."""

from typing import Any, NoReturn

import requests
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialApp, SocialLogin
from allauth.socialaccount.providers.base.constants import AuthError
from django.http import HttpRequest

from campus.identity import arriving
from campus.identity.asking import session
from campus.identity.models import Reason
from campus.identity.reasons import TurnedAway
from campus.identity.ways import Way, ways_on


class SchoolIdentityAdapter(DefaultSocialAccountAdapter):
    """Services come from the settings alone, people from the portal's own rules."""

    def list_apps(
        self, request: HttpRequest | None, provider: str | None = None, client_id: str | None = None
    ) -> list[SocialApp]:
        """The ways that are on, as allauth knows them; no table of its own is read."""
        found = [way for way in ways_on() if provider in {None, way.id.value}]
        return [app_of(way) for way in found if client_id in {None, way.client_id}]

    def get_requests_session(self) -> requests.Session:
        return session()

    def populate_user(self, request: HttpRequest, sociallogin: SocialLogin, data: Any) -> Any:
        """People are found by number; what else is said of them fills nothing."""
        return sociallogin.user

    def on_authentication_error(
        self, request: HttpRequest, provider: Any, error: Any = None,
        exception: Exception | None = None, extra_context: Any = None,
    ) -> NoReturn:  # fmt: skip
        """Whatever allauth finds wrong turns the person away."""
        has_state = "state" in (extra_context or {})
        raise TurnedAway(reason_of(error, exception, has_state=has_state)) from exception

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> NoReturn:
        """From here on the portal's own rules hold: whom the identity belongs to, and what then."""
        raise ImmediateHttpResponse(arriving.arrive(request, sociallogin))


def app_of(way: Way) -> SocialApp:
    return SocialApp(
        provider=way.id.value, name=way.name, client_id=way.client_id, secret=way.secret,
        settings=dict(way.options),
    )  # fmt: skip


def reason_of(error: Any, exception: Exception | None, *, has_state: bool) -> Reason:
    """What went wrong, from what allauth makes of it."""
    if isinstance(exception, requests.RequestException):
        return Reason.UNREACHABLE
    if exception is not None:
        return Reason.CODE
    if not has_state:
        return Reason.STATE
    return Reason.CANCELLED if error == AuthError.CANCELLED else Reason.DENIED
