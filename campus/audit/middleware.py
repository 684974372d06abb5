"""Whoever reads the log sees nothing of what it tells of."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from campus.audit import rights
from campus.doors import require
from campus.models import Person

START = "my_day"


class AuditorMiddleware:
    """Let auditors through to the log and to their own account; everywhere else they get 403."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """The start page leads an auditor to the log. Raises PermissionDenied."""
        person = request.user
        if not isinstance(person, Person) or not rights.is_auditor(person):
            return None
        assert request.resolver_match is not None  # a view was found
        name = request.resolver_match.view_name
        if name == START:
            return redirect("audit:log")
        require(rights.can_open(name, str(kwargs.get("name", ""))))
        return None
