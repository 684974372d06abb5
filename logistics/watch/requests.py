"""One line in the log and one figure for each request: its route, its status, its time.

The route is the pattern ("plan/items/<int:pk>/"), never the address: that holds ids and queries.
"""

import logging
import time
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from prometheus_client import Histogram

logger = logging.getLogger(__name__)

REQUESTS = Histogram(
    "steward_request_seconds",
    "Time from the first middleware to the answer, by route, method and status",
    ["route", "method", "status"],
    buckets=(0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10),
    registry=None,
)

METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}
# Asked every few seconds by machines: counted, but not written down.
QUIET = {"healthz", "healthz/web", "metrics"}
UNKNOWN = "-"


class RequestsMiddleware:
    """Note each request when its answer is ready."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        begun = time.perf_counter()
        response = self.get_response(request)
        note(request, response.status_code, time.perf_counter() - begun)
        return response


def note(request: HttpRequest, status: int, seconds: float) -> None:
    route, method = route_of(request), method_of(request)
    REQUESTS.labels(route, method, str(status)).observe(seconds)
    if route not in QUIET:
        facts = {"method": method, "route": route, "status": status, "ms": round(seconds * 1000)}
        logger.info("request", extra=facts)


def route_of(request: HttpRequest) -> str:
    """The pattern of the address; "-" where the portal has no such address."""
    match = getattr(request, "resolver_match", None)
    return match.route if match else UNKNOWN


def method_of(request: HttpRequest) -> str:
    """The method; whoever invents one shall not fill the figures."""
    return request.method if request.method in METHODS else "OTHER"
