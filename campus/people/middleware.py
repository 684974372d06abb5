"""A first password, given out on paper, opens nothing but the page that replaces it."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from campus.identity.arriving import came_by_identity


class FirstPasswordMiddleware:
    """Send people with a first password to the page where they choose their own."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if must_change(request) and request.path not in allowed():
            return redirect("people:password")
        return self.get_response(request)


def must_change(request: HttpRequest) -> bool:
    """Whether the person has typed a first password; who came in by the school's identity has
    not, and is not held up by a slip of paper that they may never have had."""
    if not request.user.is_authenticated or came_by_identity(request):
        return False
    return request.user.must_change_password


def allowed() -> set[str]:
    """The page itself, what it is dressed in, and the ways out."""
    names = (
        "people:password", "account_logout", "language", "accent", "badge", "healthz",
        "manifest", "service_worker", "offline",
    )  # fmt: skip
    return {reverse(name) for name in names}
