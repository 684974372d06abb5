"""How every answer to a program looks, and the pages that describe the API to people."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from campus.doors import PersonRequest, require
from logistics.api import documents, rights
from logistics.api.problems import Problem

View = Callable[..., HttpResponse]


def for_programs(view: View) -> View:
    """In the language that is asked for, never kept on the way, with the counts of the token; a
    method that there is not is a problem, too."""

    @csrf_exempt
    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method == "HEAD":
            request.method = "GET"
        language = translation.get_language_from_request(request)
        with translation.override(language):
            answer = view(request, *args, **kwargs)
            if answer.status_code == 405:
                answer = not_this_way(answer)
        answer.headers["Content-Language"] = language
        answer.headers["Cache-Control"] = "no-store"
        for name, value in vars(request).get("api_headers", {}).items():
            answer.headers.setdefault(name, value)
        patch_vary_headers(answer, ["Accept-Language", "Authorization"])
        return answer

    return answered


def not_this_way(answer: HttpResponse) -> HttpResponse:
    """The bare 405 as a problem."""
    allowed = answer.headers["Allow"]
    words = _("Only %(methods)s are answered here.") % {"methods": allowed}
    return Problem(405, words, headers={"Allow": allowed}).answer()


def nothing(request: HttpRequest) -> HttpResponse:
    """An address that there is not."""
    return Problem(404, _("There is no such address; /api/v1/openapi.json has them all.")).answer()


@require_safe
def description(request: PersonRequest) -> HttpResponse:
    """All operations as OpenAPI 3.1, for programs that make clients of it."""
    require(rights.can_read_description(request.user))
    return JsonResponse(documents.openapi(), json_dumps_params={"ensure_ascii": False})


@require_safe
def docs(request: PersonRequest) -> HttpResponse:
    """The same to read: what can be asked, with which scope, and how."""
    require(rights.can_read_description(request.user))
    context = {
        "groups": documents.groups(),
        "base": request.build_absolute_uri("/api/v1"),
        "calls_a_minute": settings.API_CALLS_A_MINUTE,
    }
    return render(request, "api/docs.html", context)
