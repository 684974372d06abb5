"""Where somebody is signed in, and that heads and administrators have a second factor."""

from collections.abc import Callable

from allauth.account.adapter import get_adapter
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from campus.account import actions, rights
from campus.identity.arriving import came_with_factor
from campus.people import middleware as first_password

# "Last seen" need not be finer than this; in between no request writes anything.
SEEN_EVERY = 10 * 60
SET_UP = (
    "mfa_activate_totp", "mfa_view_recovery_codes", "mfa_download_recovery_codes",
    "account_reauthenticate", "mfa_reauthenticate",
)  # fmt: skip


class DevicesMiddleware:
    """Note when a device that somebody has signed in on was last seen."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if is_signed_in(request) and is_news(f"seen:{request.session.session_key}"):
            see(request)
        return self.get_response(request)


def is_signed_in(request: HttpRequest) -> bool:
    """Whether somebody has come in through the sign-in page."""
    return AUTHENTICATION_METHODS_SESSION_KEY in request.session and request.user.is_authenticated


def is_news(key: str) -> bool:
    return cache.add(key, 1, SEEN_EVERY)


def see(request: HttpRequest) -> None:
    adapter = get_adapter(request)
    actions.see_device(
        request.user,  # type: ignore[arg-type]  # signed in
        key=request.session.session_key or "",
        ip=adapter.get_client_ip(request),
        agent=adapter.get_http_user_agent(request),
        at=timezone.now(),
    )


class SecondFactorMiddleware:
    """Send whoever needs a second factor and has none to the page where it is set up."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if lacks_factor(request) and request.path not in allowed():
            return redirect("mfa_activate_totp")
        return self.get_response(request)


def lacks_factor(request: HttpRequest) -> bool:
    person = request.user
    if not person.is_authenticated or came_with_factor(request) or not rights.needs_factor(person):
        return False
    return not rights.has_factor(person)


def allowed() -> set[str]:
    """The pages of the set-up, and those that a first password opens."""
    return first_password.allowed() | {reverse(name) for name in SET_UP}
