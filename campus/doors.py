"""The three doors: outsiders get 404, insiders without the right 403 with the reason, and a wrong
moment gets a sentence. Views need no `try` for any of them."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.http import url_has_allowed_host_and_scheme
from django_htmx.middleware import HtmxDetails

from campus.locking import sentence_of
from campus.models import Person


class PersonRequest(HttpRequest):
    """A request behind the sign-in: `LoginRequiredMiddleware` lets nobody else through."""

    user: Person
    htmx: HtmxDetails


@dataclass(frozen=True)
class Answer:
    """Yes, or no with the reason that a greyed button shows."""

    allowed: bool
    reason: str | Promise = ""

    def __bool__(self) -> bool:
        return self.allowed


YES = Answer(allowed=True)


def no(reason: str | Promise) -> Answer:
    """A refusal with its reason, a sentence for people."""
    return Answer(allowed=False, reason=reason)


def require(answer: Answer) -> None:
    """Pass on a yes; raise PermissionDenied (page 403) with the reason of a no."""
    if not answer:
        raise PermissionDenied(str(answer.reason))


class Refused(Exception):
    """The act is allowed to this person but cannot be done now; the sentence says why."""


class DoorsMiddleware:
    """Turn `Refused` into a message on the page that the person came from."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """A redirect back with the sentence, for a page's script the sentence alone (409); any
        other exception goes on. What the database refuses for a closed semester is told as well."""
        sentence = str(exception) if isinstance(exception, Refused) else sentence_of(exception)
        if not sentence:
            return None
        if request.headers.get("Accept") == "application/json":
            vars(request)["was_refused"] = True
            return JsonResponse({"error": sentence}, status=409)
        messages.error(request, sentence)
        vars(request)["was_refused"] = True
        return redirect(came_from(request))


def was_refused(request: HttpRequest) -> bool:
    """Whether an action has refused, so that this request has brought nothing about."""
    return bool(vars(request).get("was_refused"))


def back_to(request: HttpRequest, path: str) -> str:
    """The page of this portal that the address asks to go back to (`?back=`), else `path`."""
    asked = request.GET.get("back", "")
    return asked if asked.startswith("/") and url_has_allowed_host_and_scheme(asked, None) else path


def came_from(request: HttpRequest) -> str:
    """The page of this portal that the request was sent from, else My day."""
    referer = request.headers.get("HX-Current-URL") or request.headers.get("Referer", "")
    if url_has_allowed_host_and_scheme(referer, {request.get_host()}, request.is_secure()):
        return referer
    return "/"
