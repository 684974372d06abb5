"""A double click, a repeated sending after a lost connection, a session that has run out."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from campus.doors import came_from, was_refused
from campus.models import KeptForm, Submission
from campus.submissions import actions
from campus.submissions.keys import (
    FIELD,
    KEPT_FIELD,
    UNNOTED,
    digest_of,
    person_of,
    typed_in,
)

# What is typed there is secret, and is not kept for anybody.
NEVER_KEPT = ("/account/", "/sign-in/", "/rescue/", "/people/extra/", *UNNOTED)


class KeepTypedMiddleware:
    """Keep a form whose sender is not signed in any more, and lead them back to it.

    Stands before the middleware that asks for sign-in.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """A redirect to the sign-in for a form that was drawn for somebody; else nothing."""
        is_open = not getattr(view, "login_required", True)
        if request.method != "POST" or request.user.is_authenticated or is_open:
            return None
        path = kept_path(request)
        return redirect(f"/sign-in/?{urlencode({'next': path})}") if path else None


def kept_path(request: HttpRequest) -> str:
    """Keep what this request has sent; the page that shows it, empty where it cannot be kept."""
    person_pk = person_of(request.POST.get(FIELD, ""))
    if person_pk is None or request.path.startswith(NEVER_KEPT):
        return ""
    typed = [(name, values) for name, values in typed_in(request) if name != FIELD]
    path = request.get_full_path()
    kept = actions.keep(person_pk=person_pk, path=path, typed=typed, at=timezone.now())
    return f"/kept/{kept.key}/" if kept else ""


class OncePerFormMiddleware:
    """Take each press of a form's button once.

    The note of it is written in the same transaction as what it brings about: two presses at once
    cannot both happen, and one that failed can be repeated. Stands inside of `DoorsMiddleware`'s
    reach: a refused act has brought nothing about.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method != "POST" or not request.user.is_authenticated:
            return self.get_response(request)
        if request.path.startswith(UNNOTED):
            return self.get_response(request)
        if person_of(request.POST.get(FIELD, "")) != request.user.pk:
            return self.get_response(request)
        return self.taken_once(request)

    def taken_once(self, request: HttpRequest) -> HttpResponseBase:
        """The answer of the first press; for a second one the page that the first led to."""
        person, digest = request.user, digest_of(request)
        with transaction.atomic():
            submission = actions.begin(person=person, digest=digest, at=timezone.now())  # type: ignore[arg-type]  # signed in
            if submission is None:
                return sent_already(request, digest)
            answer = self.get_response(request)
            if answer.status_code >= 500:
                transaction.set_rollback(True)
            elif brought_about(request, answer):
                actions.finish(submission, location=answer.headers["Location"])
                throw_away_kept(request)
            else:
                actions.forget(submission)
        return answer


def brought_about(request: HttpRequest, answer: HttpResponseBase) -> bool:
    """Whether the form was taken: it leads on, and no action refused."""
    return answer.status_code == 302 and not was_refused(request)


def sent_already(request: HttpRequest, digest: str) -> HttpResponse:
    """To where the first press led."""
    noted = Submission.objects.get(person=request.user.pk, digest=digest)
    messages.info(request, _("This was sent already; it has been taken once."))
    return redirect(noted.location or came_from(request))


def throw_away_kept(request: HttpRequest) -> None:
    """The kept form that has now been sent."""
    key = request.POST.get(KEPT_FIELD, "")
    kept = KeptForm.objects.filter(person=request.user.pk, key=key).first() if key else None
    if kept:
        actions.throw_away(kept)
