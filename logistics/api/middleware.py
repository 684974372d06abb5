"""Under /api/v1/ a token counts, and no cookie: no session, no forged form, nothing to redirect."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

PREFIX = "/api/v1/"
# Read by people in their browser, behind the sign-in.
PAGES = (f"{PREFIX}docs", f"{PREFIX}openapi.json")


def is_of_programs(path: str) -> bool:
    """Whether a program asks there."""
    return path.startswith(PREFIX) and path not in PAGES


class TokensOnlyMiddleware:
    """Take cookies away from what programs ask, before anything reads them.

    Stands before the session.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if is_of_programs(request.path_info):
            request.COOKIES = {}
        return self.get_response(request)
