"""The API as a whole: its operations, how they are answered, and what they answer in trouble.

    @operation("GET", "/places/{int:pk}", scope="places:read", answer=PlaceOut)
    def place(request: ApiRequest, pk: int) -> HttpResponse:
        \"""One place.\"""
        return answered(...)

An operation names its scope; the door (`bearer`) asks for it. What acts (all but GET) runs in one
transaction and may be sent once more under its `Idempotency-Key`.
"""

import hashlib
import json
import logging
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, TypeVar

from django.core.exceptions import PermissionDenied, RequestDataTooBig, ValidationError
from django.db import OperationalError, transaction
from django.http import Http404, HttpRequest, HttpResponse, UnreadablePostError
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import HttpError
from ninja.errors import ValidationError as Misfits
from ninja.parser import Parser
from pydantic import BaseModel
from pydantic_core import to_json

from campus.doors import Refused
from campus.locking import sentence_of
from logistics.api.bearer import ApiRequest, Bearer
from logistics.api.misfits import told_of
from logistics.api.problems import Problem, of_refusal
from logistics.api.repeating import actions as repeating
from logistics.api.repeating.models import RepeatedCall
from logistics.api.scopes import SCOPES

logger = logging.getLogger(__name__)

JSON = "application/json; charset=utf-8"
LONGEST_KEY = 200
View = TypeVar("View", bound=Callable[..., HttpResponse])


class StrictJson(Parser):
    """JSON as RFC 8259 has it, in UTF-8: no NaN, no halves of characters."""

    def parse_body(self, request: HttpRequest) -> Any:
        """Raises ValueError."""
        text = request.body.decode("utf-8")
        read = json.loads(text, parse_constant=refuse_constant)
        json.dumps(read, ensure_ascii=False).encode("utf-8")
        return read


def refuse_constant(word: str) -> None:
    """NaN and Infinity are JavaScript, not JSON."""
    raise ValueError(word)


api = NinjaAPI(
    title="Campus Steward", version="1", urls_namespace="api", openapi_url=None, docs_url=None,
    parser=StrictJson(),
    description="The logistics portal of a school, for programs. All that can be read and done "
    "here is read and done with the rights of the token's person at that moment.",
)  # fmt: skip


def operation(
    method: str, path: str, *, scope: str, answer: type[BaseModel], name: str,
    status: int = 200, bearer: type[Bearer] = Bearer,
) -> Callable[[View], View]:  # fmt: skip
    """Declare an operation; raises ValueError for a scope that nobody named."""
    if scope not in SCOPES:
        raise ValueError(scope)

    def declared(view: View) -> View:
        whole = view if method == "GET" else once(view)
        api.api_operation(
            [method], path, auth=bearer(scope), response={status: answer},
            tags=[scope.partition(":")[0]],
            operation_id=name, summary=(view.__doc__ or "").partition("\n")[0].rstrip("."),
            url_name=name, openapi_extra={"x-scope": scope},
        )(whole)  # fmt: skip
        return view

    return declared


def answered(
    told: Any, *, status: int = 200, headers: Mapping[str, str] | None = None
) -> HttpResponse:
    """An answer in JSON; moments in UTC, amounts as texts."""
    return HttpResponse(to_json(told), content_type=JSON, status=status, headers=headers)


# Acting once


def once(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Act in one transaction; a call that comes once more under its key is answered as before."""

    @wraps(view)
    def acted(request: ApiRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        key = key_of(request)
        with transaction.atomic():
            call = begun(request, key) if key else None
            if call and call.status:
                return replayed(call, digest_of(request))
            answer = view(request, *args, **kwargs)
            if call:
                location = answer.headers.get("Location", "")
                repeating.finish(
                    call, status=answer.status_code, location=location, body=answer.content.decode()
                )
        return answer

    return acted


def key_of(request: HttpRequest) -> str:
    """The key that a program has given its call; raises a Problem for what is none."""
    key = request.headers.get("Idempotency-Key", "")
    if len(key) > LONGEST_KEY or not (key.isascii() and key.isprintable()):
        words = _("An Idempotency-Key has at most 200 printable ASCII characters.")
        raise Problem(400, words)
    return key


def begun(request: ApiRequest, key: str) -> RepeatedCall:
    """The call of this key, which has an answer already where it came before."""
    at = timezone.now()
    holder, digest = request.auth.holder, digest_of(request)
    call, _is_first = repeating.begin(holder=holder, key=key, digest=digest, at=at)
    return call


def digest_of(request: HttpRequest) -> str:
    """One and the same for the same call, and for nothing else."""
    whole = b"\n".join(
        [(request.method or "").encode(), request.get_full_path().encode(), request.body]
    )
    return hashlib.sha256(whole).hexdigest()


def replayed(call: RepeatedCall, digest: str) -> HttpResponse:
    """What was answered the first time; raises a Problem where something else is sent now."""
    if call.digest != digest:
        raise Problem(422, _("This Idempotency-Key was used for another call."))
    headers = {"Idempotency-Replayed": "true"}
    if call.location:
        headers["Location"] = call.location
    return HttpResponse(call.body, content_type=JSON, status=call.status, headers=headers)


# Trouble


@api.exception_handler(Exception)
def broken(request: HttpRequest, error: Exception) -> HttpResponse:
    """What the database refuses for a closed semester is told; everything else is our fault."""
    if sentence := sentence_of(error):
        return Problem(409, sentence).answer()
    logger.error("api", exc_info=error)
    return Problem(500, _("It is noted here. Try again later.")).answer()


@api.exception_handler(Problem)
def problem(request: HttpRequest, error: Problem) -> HttpResponse:
    return error.answer()


@api.exception_handler(Refused)
def refused(request: HttpRequest, error: Refused) -> HttpResponse:
    return Problem(409, str(error)).answer()


@api.exception_handler(OperationalError)
def waited(request: HttpRequest, error: OperationalError) -> HttpResponse:
    """Another call of the same key is still at work, or has everything locked."""
    if getattr(error.__cause__, "pgcode", "") != "55P03":
        return broken(request, error)
    return Problem(409, _("The same call is still being answered. Try again later.")).answer()


@api.exception_handler(PermissionDenied)
def denied(request: HttpRequest, error: PermissionDenied) -> HttpResponse:
    return Problem(403, str(error)).answer()


@api.exception_handler(Http404)
def nothing(request: HttpRequest, error: Http404) -> HttpResponse:
    return Problem(404, _("There is nothing here for you.")).answer()


@api.exception_handler(ValidationError)
def unfit(request: HttpRequest, error: ValidationError) -> HttpResponse:
    return Problem(422, errors=of_refusal(error)).answer()


@api.exception_handler(Misfits)
def misfits(request: HttpRequest, error: Misfits) -> HttpResponse:
    return Problem(422, errors=told_of(error.errors)).answer()


@api.exception_handler(HttpError)
def unreadable(request: HttpRequest, error: HttpError) -> HttpResponse:
    return Problem(400, _("The body is no valid JSON.")).answer()


@api.exception_handler(RequestDataTooBig)
def too_big(request: HttpRequest, error: RequestDataTooBig) -> HttpResponse:
    return Problem(413, _("A body has 1 MB at most.")).answer()


@api.exception_handler(UnreadablePostError)
def cut_off(request: HttpRequest, error: UnreadablePostError) -> HttpResponse:
    return Problem(400, _("The body ended too early.")).answer()
